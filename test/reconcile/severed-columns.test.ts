import { describe, expect, it } from 'vitest'
import type { Column } from '../../src/model/report.js'
import { severedColumns, unsignedColumns } from '../../src/reconcile/severed-columns.js'
import { type RowSketch, table, years } from '../support/build-report.js'

/** Columns that may be parts of one, of a table whose columns are dated or not; figures stand as they were printed. */
function severed(rows: readonly (readonly string[])[], dated: readonly boolean[]): number[] {
  const sketches = rows.map(([label, ...figures]): RowSketch => [label!, ...figures.map(Number)])
  const columns = years(dated.length).map(
    (column, index): Column => (dated[index] ? column : { ...column, periodEnd: null }),
  )
  const built = table('income_statement', sketches, { columns })
  const printed = built.rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, index) => cell && { ...cell, raw: rows[at]![index + 1]! }),
  }))
  return [...severedColumns({ ...built, rows: printed })]
}

describe('severedColumns', () => {
  it('thousands in an undated column before a dated one of three digits each', () => {
    const rows = [
      ['Avgifter', '626', '972'],
      ['Räntor', '12', '539'],
      ['Summa', '639', '511'],
    ]
    expect(severed(rows, [false, true])).toEqual([0, 1])
    expect(severed(rows, [true, true])).toEqual([])
  })

  it('a figure that begins with a nought has lost its thousands to the column before, dated or not', () => {
    const rows = [
      ['Avgifter', '588', '009'],
      ['Räntor', '11', '760'],
    ]
    expect(severed(rows, [true, true])).toEqual([0, 1])
  })

  it('figures of other lengths are whole', () => {
    const rows = [
      ['Avgifter', '2', '1972'],
      ['Räntor', '3', '53'],
      ['Lokaler', '4', '611'],
    ]
    expect(severed(rows, [false, true])).toEqual([])
  })
})

describe('unsignedColumns', () => {
  const unsigned = (...rows: RowSketch[]) => {
    const built = table('income_statement', rows)
    const dashed = built.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) => cell && (at === 0 ? { ...cell, raw: '-' } : cell)),
    }))
    return [...unsignedColumns({ ...built, rows: dashed })]
  }

  it('what stands behind dashes alone, where other figures have none before them', () => {
    expect(unsigned(['Intäkter', null, 500], ['Hyror', 0, 300], ['Löner', 0, 100])).toEqual([1])
    expect(unsigned(['Intäkter', 0, 500], ['Hyror', 0, 300], ['Löner', 0, 100])).toEqual([])
    expect(unsigned(['Intäkter', null, 500], ['Hyror', 0, -300], ['Löner', 0, 100])).toEqual([])
  })
})
