import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model/report.js'
import { findUnreadPlaces } from '../../src/reconcile/unread-places.js'
import { table } from '../support/build-report.js'
import { type PrintedRow, picturePage, printPhrase, printRows } from '../support/lay-out.js'

const edges = [0.7, 0.88]
const top = 0.2
const leading = 0.018

/** A note of which each figure that is printed was read, at its place. */
function noteOf(rows: readonly PrintedRow[], kind: Table['kind'] = 'note'): Table {
  const bare = table(kind, rows.map(([label, ...figures]) => [label, ...figures.map((one) => one && 1)]) as never)
  const printed = rows.map((row, at) => edges.map((_, column) => boxOf(row, at, column)))
  return {
    ...bare,
    rows: bare.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) => cell && { ...cell, box: printed[at]![column]! }),
    })),
  }
}

function boxOf(row: PrintedRow, at: number, column: number) {
  const text = row[column + 1]
  if (!text) return null
  const words = printPhrase({ text, right: edges[column]!, top: top + at * leading })
  return { ...words[0]!.box, x1: words.at(-1)!.box.x1 }
}

/** The places of rows that are to be looked at, as `row column`, with `*` where figures stand beside them. */
function placesIn(
  rows: readonly PrintedRow[],
  tables = [noteOf(rows)],
  more = printPhrase({ text: 'Noter', left: 0.1, top: 0.1 }),
) {
  const page = picturePage([...more, ...printRows(rows, edges, { top, leading })])
  return findUnreadPlaces(page, tables).map(
    ({ box, isInRow }) =>
      `${Math.round((box.y0 - top) / leading)} ${edges.findIndex((edge) => Math.abs(edge - box.x1) < 0.01)}${isInRow ? '*' : ''}`,
  )
}

const full: PrintedRow[] = [
  ['Årsavgifter', '11 809 404', '11 272 398'],
  ['Hyror', '2 878 393', '2 710 310'],
  ['Övriga intäkter', '322 314', '195 186'],
]

describe('findUnreadPlaces', () => {
  it.each<[string, PrintedRow[], string[]]>([
    ['none where each row is full', full, []],
    [
      'a column of which rows below lack all',
      [...full, ['Skattekonto', null, '1 058'], ['Moms', null, '831']],
      ['3 0*', '4 0*'],
    ],
    ['a sum without a label', [...full, ['', null, '1 058']], ['3 0*']],
    ['a label without figures', [...full, ['Skattekonto', null, null]], ['3 0', '3 1']],
    ['no stroke of a pen', [...full, ['ög', null, null]], []],
    ['not where a dash is printed', [...full, ['Moms', '-', '831']], []],
    [
      'not where text goes on through the columns',
      [...full, [`Ovanstående poster ${'består av bidrag '.repeat(5)}`, null, null]],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(placesIn(rows)).toEqual(expected)
  })

  it('none over the first figures, nor by columns of tables without dates of a whole page', () => {
    const rows: PrintedRow[] = [...full, ['Skattekonto', null, null]]
    expect(placesIn(rows, [noteOf(rows, 'other')])).toEqual([])
    const undated = noteOf(rows)
    const columns = undated.columns.map((column) => ({ ...column, periodEnd: null }))
    expect(placesIn(rows, [{ ...undated, columns }])).toEqual([])
  })

  it('none where columns of one period end here and there', () => {
    const rows: PrintedRow[] = [...full, ['Skattekonto', null, null]]
    const own = noteOf(rows)
    const apart = {
      ...own,
      rows: own.rows.map((row) => ({
        ...row,
        cells: row.cells.map(
          (cell) => cell?.box && { ...cell, box: { ...cell.box, x0: cell.box.x0 - 0.4, x1: cell.box.x1 - 0.4 } },
        ),
      })),
    } as Table
    expect(placesIn(rows, [own, apart])).toEqual([])
  })
})
