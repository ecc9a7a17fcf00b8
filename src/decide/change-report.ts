import type { CellRef } from '../model/check.js'
import type { Report, Row, Table } from '../model/report.js'

/** A report with one of its tables changed. */
export function changeTable(report: Report, index: number, change: (table: Table) => Table): Report {
  return { ...report, tables: report.tables.with(index, change(report.tables[index]!)) }
}

/** A report with the amounts of one row changed. */
export function changeCells(
  report: Report,
  { table: index, row }: CellRef,
  change: (cells: Row['cells']) => Row['cells'],
): Report {
  return changeTable(report, index, (table) => {
    const own = table.rows[row]!
    return { ...table, rows: table.rows.with(row, { ...own, cells: change(own.cells) }) }
  })
}
