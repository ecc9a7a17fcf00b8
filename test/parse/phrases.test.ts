import { describe, expect, it } from 'vitest'
import { isSentence, toPhrases } from '../../src/parse/phrases.js'
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

it('a figure right behind a reference to a note is no part of it', () => {
  expect(phrasesOf('Byggnader', 'Not 6 165 329 294').map(({ text }) => text)).toEqual([
    'Byggnader',
    'Not 6',
    '165 329 294',
  ])
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
