import { type CellRef, type Check, cellsOf } from '../model/check.js'
import { ACCOUNTS, type Report } from '../model/report.js'
import { keyOfRow } from './printed.js'

/** Two figures that are one may both be negative. */
const FEWEST = 3

/**
 * Figures of columns in which every figure has a minus, as far as no other table or report that prints one too bears
 * them out, itself or through a sum. With every sign turned their sums close as well: a rule or specks at the edge may
 * have been read as minus all the way down. Nobody prints a whole balance sheet so, whatever its result. `printedAgain`
 * are figures that other reports have as they stand.
 */
export function minusThroughout(
  report: Report,
  checks: readonly Check[],
  printedAgain: readonly CellRef[],
): (cell: CellRef) => boolean {
  const amountAt = ({ table, row, column }: CellRef) => report.tables[table]?.rows[row]?.cells[column]
  const suspects = report.tables.map(({ kind, rows, columns }) =>
    columns.map((_, column) => {
      const printed = rows.flatMap(({ cells }) => cells[column] ?? []).filter(({ value }) => value !== 0)
      const isText = printed.some(({ box }) => box === null)
      return ACCOUNTS.has(kind) && !isText && printed.length >= FEWEST && printed.every(({ value }) => value < 0)
    }),
  )
  const witnesses = checks
    .filter((check) => check.confirms && check.verdict !== 'mismatch' && !isWithinTable(check) && isStraight(check))
    .flatMap(cellsOf)
    .concat(printedAgain)
    .filter(({ table }) => report.tables[table]!.kind !== 'balance_sheet')
  const borneOut = withJoined(witnesses, checks)
  return (cell) =>
    suspects[cell.table]?.[cell.column] === true && amountAt(cell)?.value !== 0 && !borneOut.has(keyOfRow(cell))
}

/** The rows of some figures, and those that sums of their table join with them: what one column shows holds for its row. */
function withJoined(cells: readonly CellRef[], checks: readonly Check[]): ReadonlySet<string> {
  const sums = checks.filter(isWithinTable).map((check) => cellsOf(check).map(keyOfRow))
  const rows = new Set(cells.map(keyOfRow))
  for (let before = -1; before < rows.size; ) {
    before = rows.size
    for (const sum of sums) if (sum.some((row) => rows.has(row))) for (const row of sum) rows.add(row)
  }
  return rows
}

/** Whether all that takes part in a check stands in one table of one report. */
export function isWithinTable(check: Check): boolean {
  return (
    check.other === null && check.subjectCell !== null && new Set(cellsOf(check).map(({ table }) => table)).size === 1
  )
}

/** Whether a figure is held to be another as it is printed, its sign not turned. */
function isStraight({ terms }: Check): boolean {
  return terms.every(({ sign }) => sign === 1)
}
