import type { Report } from '../model/report.js'
import { changeTable } from './change-report.js'
import type { FigurePlace } from './figure-place.js'

/** Two columns of a table whose figures change places, in one row or, where `row` is null, in all. */
export interface ColumnSwap {
  readonly report: number
  readonly table: number
  readonly row: number | null
  readonly columns: readonly [number, number]
}

/** Where a figure stands once columns have changed places, one swap after the other. */
export function followSwaps(place: FigurePlace, swaps: readonly ColumnSwap[]): FigurePlace {
  let { column } = place.cell
  for (const { report, table, row, columns } of swaps) {
    const isHere = report === place.report && table === place.cell.table && (row === null || row === place.cell.row)
    if (isHere && columns.includes(column)) column = columns[0] === column ? columns[1] : columns[0]
  }
  return { ...place, cell: { ...place.cell, column } }
}

/** A report with two columns of one of its tables in each other's place. */
export function swapColumns(report: Report, { table: index, row, columns: [a, b] }: ColumnSwap): Report {
  return changeTable(report, index, (table) => ({
    ...table,
    rows: table.rows.map((one, at) => {
      if (row !== null && row !== at) return one
      const [left = null, right = null] = [one.cells[a], one.cells[b]]
      return { ...one, cells: one.cells.with(a, right).with(b, left) }
    }),
  }))
}
