import { foldLabel, isRemainder, isResult, isYearResult } from '../arithmetic/row-kind.js'
import { type StatementKind, type Table, UNTOLD_STATEMENT } from '../model/report.js'
import { doubtCells } from './doubt-cells.js'
import type { ParseWords } from './parse-words.js'

/** Each has rows that none of the others has. */
const STATEMENTS: readonly StatementKind[] = ['income_statement', 'balance_sheet', 'cash_flow']
/** So many rows are in a table of another kind by no accident: one or two are named alike, "Arbetsgivaravgifter". */
const FEWEST_FOREIGN = 3
/** An overview goes back so many years. */
const FEWEST_YEARS = 3

/** Whether so many rows are known in other statements alone. */
function holdsForeignRows({ kind, rows }: Table, words: ParseWords): boolean {
  if (kind === 'note' || kind === 'other') return false
  const isForeign = (label: string) =>
    words.findConcept(label, kind) === null &&
    STATEMENTS.some((other) => other !== kind && words.findConcept(label, other) !== null)
  return rows.filter(({ label }) => label !== null && isForeign(label)).length >= FEWEST_FOREIGN
}

/** Whether what is called an overview has plans, or the columns of a statement. */
function isNoOverview({ kind, columns }: Table): boolean {
  const years = new Set(columns.flatMap(({ periodEnd, scenario }) => (scenario === 'actual' ? [periodEnd] : [])))
  return kind === 'multi_year' && (years.size < FEWEST_YEARS || columns.some(({ scenario }) => scenario !== 'actual'))
}

/** Whether the rows of a note or an overview refer to notes, as a statement's do. */
function refersToNotes({ kind, rows }: Table): boolean {
  const referring = rows.filter(({ noteRef }) => noteRef !== null)
  return (kind === 'note' || kind === 'multi_year') && referring.length >= FEWEST_FOREIGN
}

/**
 * Whether what is called a budget's table comes to the year's result, as an income statement does, and compares nothing
 * with it or refers to notes; or what is called an income statement compares, and comes to no result.
 */
function isOtherOfTwo({ kind, columns, rows }: Table, words: ParseWords): boolean {
  const isCompared = columns.some(({ scenario }) => scenario === 'variance')
  const comesTo = (isOne: (folded: string) => boolean) => rows.some(({ label }) => isOne(foldLabel(label)))
  if (kind === 'income_statement') return isCompared && ![isResult, isYearResult, isRemainder].some(comesTo)
  const isPlanned = isCompared && rows.every(({ noteRef }) => noteRef === null)
  if (kind !== 'operating_statement' || isPlanned || !comesTo(isYearResult)) return false
  const stated = rows.filter(({ label }) => label !== null && words.findConcept(label, 'income_statement') !== null)
  return stated.length >= FEWEST_FOREIGN
}

/** A table whose figures are in doubt if its rows or columns are another statement's, whose heading was not known. */
export function doubtOtherStatement(table: Table, words: ParseWords): Table {
  const isOther =
    holdsForeignRows(table, words) || isNoOverview(table) || refersToNotes(table) || isOtherOfTwo(table, words)
  return isOther ? doubtCells(table, UNTOLD_STATEMENT, () => true) : table
}
