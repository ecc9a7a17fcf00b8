import { foldLabel, isClosingBalance, isTotalEquityAndLiabilities, isYearResult } from '../arithmetic/row-kind.js'
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

/** An overview has so many years. */
const FEWEST_YEARS = 3

/** What the last row of a statement is, by its folded label. */
const ENDS: Partial<Record<Table['kind'], (folded: string) => boolean>> = {
  income_statement: isYearResult,
  balance_sheet: isTotalEquityAndLiabilities,
  cash_flow: isClosingBalance,
}

/** The last row of a statement: the year's result, all that is owed, the closing cash, or the last of several years; -1 where it is not known. */
function lastRow({ kind, rows, columns }: Table): number {
  // behind rows of all years stand figures of the last one alone: what is to be done with the result
  if (kind === 'multi_year')
    return columns.length < FEWEST_YEARS ? -1 : rows.findLastIndex(({ cells }) => cells.filter(Boolean).length > 1)
  const ends = ENDS[kind]
  return ends === undefined ? -1 : rows.findLastIndex(({ label }) => ends(foldLabel(label)))
}

/** Pledges and contingent liabilities stand on so many rows behind a balance sheet. */
const MOST_BEHIND = 4

/**
 * A statement with the rows behind its last one in doubt where some of them add up among themselves, or are more than
 * may stand there: a note or a statement whose heading was not known stands under it.
 */
export function withoutLostNotes(table: Table): Table {
  const result = lastRow(table)
  const isBehind = (row: number) => row > result
  const addsUp = table.sums.some(
    ({ row, terms }) => isBehind(row) && terms.length > 1 && terms.every((term) => isBehind(term.row)),
  )
  const behind = table.rows.filter(({ cells }, row) => isBehind(row) && cells.some(Boolean))
  return result >= 0 && (addsUp || behind.length > MOST_BEHIND) ? doubtedFrom(table, result + 1) : table
}

/**
 * A table in doubt where the one before it is the same statement and was at its end: one whose heading was not known.
 */
export function withoutLostTable(table: Table, before: Table | undefined): Table {
  const goesOn = before?.kind === table.kind && table.kind in ENDS
  return goesOn && lastRow(before) >= 0 && lastRow(table) < 0 ? doubtedFrom(table, 0) : table
}
