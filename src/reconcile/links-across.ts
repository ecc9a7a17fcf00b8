import { slipBetween } from '../arithmetic/misreadings.js'
import { type CellRef, type Check, cellsOf, type Rule } from '../model/check.js'
import { ASSUMED_UNIT, BORROWED_PERIOD, type Report, type Table } from '../model/report.js'
import { keyOfCell } from './printed.js'

/** Identities between two tables, which hold only if both are of the same body, time and unit. */
const ACROSS: ReadonlySet<Rule> = new Set<Rule>([
  'note_to_statement',
  'result_in_equity',
  'balance',
  'cash_to_balance',
  'cross_statement',
  'cross_year',
])

/** Identities within a table. */
export const SUMS: ReadonlySet<Rule> = new Set<Rule>(['statement_sum', 'note_sum', 'cash_flow'])
/** Verdicts of identities that hold. */
const HOLDS: ReadonlySet<Check['verdict']> = new Set<Check['verdict']>(['ok', 'rounding', 'repaired'])

/** How many identities of a column's figures with other tables hold, and how many are broken. */
type Links = { readonly held: number; readonly broken: number }

const NONE: Links = { held: 0, broken: 0 }

/**
 * Identities between tables that speak for or against each column of a report, by its table's place and its own; a break
 * that may be the other figure's fault is not counted. What holds speaks for a column only if the other one has its date
 * and unit over it, or is known by an overview: a note by the statement that the overview's printed years tell.
 */
export function linksAcross(report: Report, checks: readonly Check[]): (table: number, column: number) => Links {
  const isInSum = figuresInSums(checks)
  const told = new Set(report.tables.flatMap(toldColumns))
  let known = new Set(report.tables.flatMap((table, index) => (goesBack(table) ? toldColumns(table, index) : [])))
  // heads of notes alone may be misread alike: what is taken on trust begins at an overview
  for (;;) {
    const byKnown = countLinks(report, checks, isInSum, known)
    const more = [...byKnown].flatMap(([key, { held, broken }]) => (held > broken ? [key] : []))
    const grown = new Set([...known, ...more])
    if (grown.size === known.size) break
    known = grown
  }
  const links = countLinks(report, checks, isInSum, new Set([...told, ...known]))
  return (table, column) => links.get(keyOfColumn({ table, column })) ?? NONE
}

/** Years of an overview that follow each other are read rightly. */
const FEWEST_YEARS = 3

/** Whether the dates of an overview go back year by year. */
function goesBack({ kind, columns }: Table): boolean {
  const dates = columns.flatMap(({ periodEnd, scenario }) => (scenario === 'actual' ? [periodEnd] : []))
  const isNext = (date: string | null, before: string | null) =>
    date !== null && before !== null && Number(before.slice(0, 4)) - Number(date.slice(0, 4)) === 1
  const steps = dates.slice(1).every((date, at) => isNext(date, dates[at]!))
  return kind === 'multi_year' && dates.length >= FEWEST_YEARS && steps
}

/** Columns that have their date and unit over them, by key. */
function toldColumns(table: Table, index: number): string[] {
  const places = table.columns.map((_, column) => column).filter((column) => !isBorrowed(table, column))
  return places.map((column) => keyOfColumn({ table: index, column }))
}

function countLinks(
  report: Report,
  checks: readonly Check[],
  isInSum: (cell: CellRef) => boolean,
  told: ReadonlySet<string>,
): Map<string, Links> {
  const links = new Map<string, Links>()
  for (const check of checks) {
    if (!ACROSS.has(check.rule) || check.unit === '%' || !check.expected) continue
    const cells = cellsOf(check)
    const isAcross = check.other !== null || new Set(cells.map(({ table }) => table)).size > 1
    if (!isAcross || check.verdict === 'incomplete') continue
    const isBroken = check.verdict === 'mismatch'
    for (const cell of cells) {
      const others = cells.filter(({ table }) => table !== cell.table)
      const isToldOtherwise = check.other !== null || others.some(isInSum)
      const isTold = check.other !== null || others.some((other) => told.has(keyOfColumn(other)))
      const isSaying = isBroken ? isToldOtherwise && !isMisprint(check) : isTold && !isPrintedTwice(report, cell)
      if (!valueAt(report, cell) || !isSaying) continue
      const { held, broken } = links.get(keyOfColumn(cell)) ?? NONE
      links.set(keyOfColumn(cell), isBroken ? { held, broken: broken + 1 } : { held: held + 1, broken })
    }
  }
  return links
}

function keyOfColumn({ table, column }: Pick<CellRef, 'table' | 'column'>): string {
  return `${table}/${column}`
}

/** Whether a figure's date or unit is not printed over it, but taken from other tables. */
export function isBorrowed({ rows }: Table, column: number): boolean {
  return rows.some(({ cells }) =>
    cells[column]?.doubts.some((doubt) => doubt === BORROWED_PERIOD || doubt === ASSUMED_UNIT),
  )
}

/** Whether the two figures are one digit apart, as one misprinted in the document itself is. */
function isMisprint({ expected, actual }: Check): boolean {
  const [one, two] = [Math.abs(expected ?? 0), Math.abs(actual ?? 0)]
  return String(one).length === String(two).length && slipBetween(one, two) !== undefined
}

/** Whether a figure is in a sum of its table that holds: what differs from it is likelier at fault. */
function figuresInSums(checks: readonly Check[]): (cell: CellRef) => boolean {
  const held = new Set(
    checks
      .filter(({ rule, verdict, terms }) => SUMS.has(rule) && HOLDS.has(verdict) && terms.length > 1)
      .flatMap(cellsOf)
      .map(keyOfCell),
  )
  return (cell) => held.has(keyOfCell(cell))
}

/** Whether a figure stands in another column of its row too: then it tells no year. */
function isPrintedTwice({ tables }: Report, { table, row, column }: CellRef): boolean {
  const cells = tables[table]?.rows[row]?.cells ?? []
  return cells.some(
    (cell, place) => place !== column && cell && Math.abs(cell.value) === Math.abs(cells[column]!.value),
  )
}

function valueAt(report: Report, { table, row, column }: CellRef): number {
  return report.tables[table]?.rows[row]?.cells[column]?.value ?? 0
}
