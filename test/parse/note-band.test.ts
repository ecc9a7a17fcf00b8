import { expect, it } from 'vitest'
import { type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { readPlacedWords } from '../support/read-placed.js'

const EDGES = [0.5, 0.7, 0.88]
const rows: PrintedRow[] = [
  ['', null, '2008', '2007'],
  ['Bidrag', 'Not 2', '1 688 448', '1 959 510'],
  ['Verksamhet', 'Not 3', '-725 943', '-808 523'],
  ['Fastighet', 'Not 4', '-322 641', '-359 343'],
  ['Personal', 'Not 5', '-564 622', '-628 851'],
]
const read = ['Bidrag (2)', 'Verksamhet (3)', 'Fastighet (4)', 'Personal (5)']

/** The labels, with the notes that the rows point to, and the heads of the columns of amounts. */
function referencesOf(words: Parameters<typeof readPlacedWords>[0]) {
  const { heads, rows: all } = readPlacedWords(words)
  return { heads, labels: all.slice(0, read.length).map((row) => row.split(':')[0]) }
}

it('a running foot that reaches into the column of references is nothing of it', () => {
  const foot = printPhrase({ text: '23-456 78', left: 0.498, top: 0.9 })
  expect(referencesOf([...printRows(rows, EDGES), ...foot])).toEqual({ heads: ['2008', '2007'], labels: read })
})

it('a reference whose word was misread is no figure among the others', () => {
  const misread = rows.map(
    ([label, ...figures]): PrintedRow => [label, ...figures.map((text) => text?.replace('Not 2', 'Nat 2') ?? null)],
  )
  expect(referencesOf(printRows(misread, EDGES)).heads).toEqual(['2008', '2007'])
})

it('references stand between specks and figures', () => {
  const specks = [0.1, 0.136].flatMap((top) => printPhrase({ text: '5', left: 0.4, top }))
  const { heads, labels } = referencesOf([...printRows(rows, EDGES), ...specks])
  expect({ labels: labels.slice(1), dated: heads.filter((head) => head !== '') }).toEqual({
    labels: read.slice(1),
    dated: ['2008', '2007'],
  })
})
