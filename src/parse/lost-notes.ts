import { foldLabel, isYearResult } from '../arithmetic/row-kind.js'
import { type Table, UNTOLD_NOTE } from '../model/report.js'

/** A table whose figures from one row on may be another note's. */
export function doubtedFrom(table: Table, first: number): Table {
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      index < first
        ? row
        : { ...row, cells: row.cells.map((cell) => cell && { ...cell, doubts: [...cell.doubts, UNTOLD_NOTE] }) },
    ),
  }
}

/**
 * An income statement with the rows behind the year's result in doubt where some of them add up among themselves: a
 * note whose heading was not known stands under it.
 */
export function withoutLostNotes(table: Table): Table {
  if (table.kind !== 'income_statement') return table
  const result = table.rows.findLastIndex(({ label }) => isYearResult(foldLabel(label)))
  const isBehind = (row: number) => row > result
  const addsUp = table.sums.some(
    ({ row, terms }) => isBehind(row) && terms.length > 1 && terms.every((term) => isBehind(term.row)),
  )
  return result >= 0 && addsUp ? doubtedFrom(table, result + 1) : table
}
