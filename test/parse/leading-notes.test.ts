import { describe, expect, test } from 'vitest'
import { partLeadingNotes } from '../../src/parse/leading-notes.js'
import { linesOfWords, printPhrase, printRows } from '../support/lay-out.js'

const ROWS = [
  ['Nettoomsättning', '9 631', '8 211'],
  ['Övriga rörelseintäkter', '193', '164'],
  ['Handelsvaror', '-4 187', '-3 456'],
] as const
const rows = printRows(
  ROWS.map((row) => [...row]),
  [0.7, 0.85],
  { left: 0.2, top: 0.12 },
)
const note = (text: string, row: number, left = 0.1) => printPhrase({ text, left, top: 0.12 + 0.018 * row })

const part = (...words: Parameters<typeof linesOfWords>[0][]) => partLeadingNotes(linesOfWords(words.flat()))

describe('references to notes before the labels', () => {
  test('are taken off under their head, row by row', () => {
    const heads = [...note('Not', -1), ...printPhrase({ text: '2011', right: 0.7, top: 0.102 })]
    const { lines, references } = part(heads, rows, note('2', 0), note('3, 4', 2))
    expect(references).toEqual(['', '2', '', '3, 4'])
    expect(lines.map(({ text }) => text)).toEqual(['2011', ...ROWS.map((row) => row.join(' '))])
  })

  test('are told on the right half of a sheet too', () => {
    const right = printRows(
      ROWS.map((row) => [...row]),
      [0.85, 0.97],
      { left: 0.6, top: 0.12 },
    )
    const heads = [...note('Not', -1, 0.55), ...printPhrase({ text: '2011', right: 0.85, top: 0.102 })]
    expect(part(heads, right, note('2', 0, 0.55)).references).toEqual(['', '2', '', ''])
  })

  test('in brackets they need no head, if all labels stand behind them', () => {
    const { lines, references } = part(rows, note('6)', 1))
    expect(references).toEqual(['', '6)', ''])
    expect(lines[1]?.text).toBe(ROWS[1].join(' '))
    expect(part(rows, note('6)', 1, 0.4)).references).toEqual(['', '', ''])
  })

  test('in words they need none either: the first is no head', () => {
    const { lines, references } = part(rows, note('Not 6', 1), note('Not 7', 2))
    expect(references).toEqual(['', 'Not 6', 'Not 7'])
    expect(lines.map(({ text }) => text)).toEqual(ROWS.map((row) => row.join(' ')))
  })

  test('with "see" before them, under a head over their middle', () => {
    const heads = [...note('Not', -1), ...printPhrase({ text: '2011', right: 0.7, top: 0.102 })]
    const see = [0, 2].flatMap((row) => note(`se not ${row + 1}`, row, 0.08))
    const { lines, references } = part(heads, rows, see)
    expect(references).toEqual(['', 'not 1', '', 'not 3'])
    expect(lines.map(({ text }) => text)).toEqual(['2011', ...ROWS.map((row) => row.join(' '))])
  })

  test('in words they are told though the foot of the page begins before them', () => {
    const more = printRows(
      ['Löner', 'Hyra', 'Räntor', 'Skatt'].map((label) => [label, '12', '13']),
      [0.7, 0.85],
      { left: 0.2, top: 0.2 },
    )
    const foot = printPhrase({ text: 'Årsredovisning 2013', left: 0.05, top: 0.9 })
    expect(part(rows, more, note('Not 6', 1), foot).references).toContain('Not 6')
  })

  describe('as bare numbers without a head', () => {
    const more = printRows(
      ['Löner', 'Hyra', 'Skatt'].map((label) => [label, '12', '13']),
      [0.7, 0.85],
      { left: 0.2, top: 0.2 },
    )
    const numbers = (...read: readonly (readonly [string, number])[]) => read.flatMap(([text, row]) => note(text, row))

    test('are told by their order, and by labels below each other of which some have none', () => {
      const numbered = numbers(['2', 0], ['3', 1], ['5', 2])
      expect(part(rows, more, numbered).references).toEqual(['2', '3', '5', '', '', ''])
    })

    test.each([
      ['they fall', rows, more, numbers(['2', 0], ['5', 1], ['3', 2])],
      ['each row has one', rows, [], numbers(['1', 0], ['2', 1], ['3', 2])],
      ['they are two', rows, more, numbers(['2', 0], ['3', 1])],
    ])('are left alone where %s', (_, ...words) => {
      expect(part(...words).references.join('')).toBe('')
    })
  })

  test.each([
    ['no head says that they are notes', rows],
    ['the head stands behind the labels', [...note('Not', -1, 0.5), ...note('2011', -1, 0.65), ...rows]],
  ])('are left alone where %s', (_, words) => {
    const lines = linesOfWords([...words, ...note('2', 0)])
    expect(partLeadingNotes(lines).lines).toEqual(lines)
  })
})
