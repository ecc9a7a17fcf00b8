import {
  foldLabel,
  isClosingBalance,
  isTotalAssets,
  isTotalEquityAndLiabilities,
  isYearResult,
} from '../arithmetic/row-kind.js'
import { type Table, UNTOLD_NOTE } from '../model/report.js'
import { doubtCells } from './doubt-cells.js'

/** A table of which some rows, by their places, may be another note's: no sum speaks for their figures. */
export function doubtedRows(table: Table, isDoubted: (row: number) => boolean): Table {
  return doubtCells(table, UNTOLD_NOTE, (_, row) => isDoubted(row))
}

/** A table whose figures from one row on may be another note's. */
export function doubtedFrom(table: Table, first: number): Table {
  return doubtedRows(table, (row) => row >= first)
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

/** Where a statement ends, in which what is owned and owed goes on: at the first row that may be its last. */
function endBeforeBalance({ kind, rows }: Table): number | undefined {
  const ends = kind === 'balance_sheet' ? undefined : ENDS[kind]
  const isBalance = rows.some(({ label }) => isTotalAssets(foldLabel(label)))
  return ends && isBalance ? rows.findIndex(({ label }) => ends(foldLabel(label))) : undefined
}

/**
 * A statement with the rows behind its last one in doubt where some of them add up among themselves, or are more than
 * may stand there: a note or a statement whose heading was not known stands under it.
 */
export function withoutLostNotes(table: Table): Table {
  const end = endBeforeBalance(table)
  if (end !== undefined) return doubtedFrom(table, end + 1)
  const result = lastRow(table)
  const isBehind = (row: number) => row > result
  const addsUp = table.sums.some(
    ({ row, terms }) => isBehind(row) && terms.length > 1 && terms.every((term) => isBehind(term.row)),
  )
  const behind = table.rows.filter(({ cells }, row) => isBehind(row) && cells.some(Boolean))
  return result >= 0 && (addsUp || behind.length > MOST_BEHIND) ? doubtedFrom(table, result + 1) : table
}

/**
 * A table in doubt where those right before it, `before` in order, are the same statement or overview, and one of them
 * was at its end: the heading of another was not known.
 */
export function withoutLostTable(table: Table, before: readonly Table[]): Table {
  const same = before.slice(before.findLastIndex(({ kind }) => kind !== table.kind) + 1)
  const isBehind = (table.kind in ENDS || table.kind === 'multi_year') && same.some((one) => lastRow(one) >= 0)
  return isBehind && lastRow(table) < 0 ? doubtedFrom(table, 0) : table
}
