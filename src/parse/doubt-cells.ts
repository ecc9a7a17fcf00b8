import type { Amount, Table } from '../model/report.js'

/** A table of which some figures, told by what they are and the places of their row and column, have a doubt more. */
export function doubtCells(
  table: Table,
  doubt: string,
  isDoubted: (cell: Amount, row: number, column: number) => boolean,
): Table {
  return {
    ...table,
    rows: table.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) =>
        cell && isDoubted(cell, at, column) ? { ...cell, doubts: [...cell.doubts, doubt] } : cell,
      ),
    })),
  }
}
