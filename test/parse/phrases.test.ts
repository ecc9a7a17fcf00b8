import { describe, expect, it } from 'vitest'
import { isFigureWord, isSentence, partingSpace, toPhrases } from '../../src/parse/phrases.js'
import { linesOfWords, printRows } from '../support/lay-out.js'

/** The phrases of a printed label and what stands behind it in a column. */
function phrasesOf(label: string, ...figures: string[]) {
  const [line] = linesOfWords(printRows([[label, ...figures]], [0.75, 0.9]))
  return toPhrases(line!)
}

describe('toPhrases', () => {
  it('the unit behind a figure is no part of it', () => {
    expect(phrasesOf('Årets resultat', '364 192 kronor').map(({ text }) => text)).toEqual([
      'Årets resultat',
      '364 192',
      'kronor',
    ])
  })
})

it.each([
  ['Not 6 165 329 294', ['Not 6', '165 329 294']],
  ['Not 3 - 1 973 696', ['Not 3', '- 1 973 696']],
  ['Not 3 - 973', ['Not 3', '- 973']],
  ['Not 4 - 6', ['Not 4 - 6']],
])('of "%s" the figure is no part of the reference to a note', (printed, phrases) => {
  expect(phrasesOf('Byggnader', printed).map(({ text }) => text)).toEqual(['Byggnader', ...phrases])
})

it('a reference to a note is one phrase, however wide the space of a typewriter', () => {
  const height = 0.0141
  const typed = (text: string, x0: number) => {
    const box = { x0, x1: x0 + 0.02, y0: 0.1, y1: 0.11 }
    return { text, raw: text, box, confidence: 0.9, alternatives: [] }
  }
  const [line] = linesOfWords([typed('se', 0.8), typed('not', 0.82 + 1.2 * height), typed('2', 0.84 + 2.4 * height)])
  expect(toPhrases({ ...line!, height }).map(({ text }) => text)).toEqual(['se', 'not 2'])
})

describe('isSentence', () => {
  it.each<[boolean, string, ...string[]]>([
    [true, 'Föreningen har ett kapitaltillskott på 27 100 kr.'],
    [true, 'Med nuvarande takt blir amorteringen ca 187 000 kr per år de kommande 2'],
    [true, 'År 2007 har utrangering av gammal utrustning gjorts med 103 634 kr'],
    [false, 'Balanserat resultat', '870 240 kronor'],
    [false, 'Årets investeringar i fastighet år 2007 och senare', '870 240'],
    [true, 'Orten den 25/3', '2008'],
    [false, 'Lån 3 år fast'],
    [false, 'Styrelsen föreslår följande disposition'],
    [false, 'Tak 2001 136 500'],
  ])('%s: %s', (is, label, ...figures) => {
    expect(isSentence(phrasesOf(label, ...figures))).toBe(is)
  })
})

it('what parts amounts in a short table is told by the spaces in those around it', () => {
  const height = 0.01
  // a typewriter's spaces are as wide as a letter
  const typed = (figure: string, top: number) =>
    figure.split(' ').map((text, index) => {
      const box = { x0: 0.5 + 0.05 * index, x1: 0.54 + 0.05 * index, y0: top, y1: top + 0.007 }
      return { text, raw: text, box, confidence: 0.9, alternatives: [] }
    })
  const linesOf = (count: number) =>
    linesOfWords(Array.from({ length: count }, (_, row) => typed('3 769', 0.1 + 0.02 * row)).flat()).map((line) => ({
      ...line,
      height,
    }))
  const [row] = linesOf(1)
  const partsOf = (around: Parameters<typeof partingSpace>[1]) =>
    toPhrases(row!, partingSpace([row!], around)).map(({ text }) => text)
  expect(partsOf([])).toEqual(['3', '769'])
  expect(partsOf([linesOf(2), linesOf(5)])).toEqual(['3 769'])
})

describe('isFigureWord', () => {
  it.each(['1', '234', '-12', '(12)', '59%', '-', '–', '%', 'O', '(', '234,', '1O'])('%j', (text) => {
    expect(isFigureWord(text)).toBe(true)
  })
  it.each(['Summa', 'kr', 'A4', '2019-12-31', '', 'l'])('not %j', (text) => {
    expect(isFigureWord(text)).toBe(false)
  })
})
