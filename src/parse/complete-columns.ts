import type { Column, Row, StatementKind } from '../model/report.js'
import { type ColumnHead, yearBefore } from './column-heads.js'
import { findDates } from './find-dates.js'
import { isOneApart } from './is-one-apart.js'

/** Of three columns whose heads say nothing so many rows, and this share of them, tell that one is the others' difference. */
const FEWEST_FULL = 3
const MOST_CLOSING = 0.6

/** What is known of a table of which the columns are completed; `periodEnd` is that of its report. */
interface TableKnown {
  readonly kind: StatementKind
  readonly periodEnd: string | null
}

/** Fills in what heads leave open: years from their neighbours, budget and variance from what the rows add up to. */
export function completeColumns(
  named: readonly Column[],
  heads: readonly ColumnHead[],
  rows: readonly Row[],
  { kind, periodEnd: own }: TableKnown,
): readonly Column[] {
  const shares = named.map(
    (column, index): Column => ({ ...column, unit: isShare(rows, index, column.label) ? '%' : null }),
  )
  const isBare = heads.every((head) => head.scenario === null && head.periodEnd === null)
  const told = isBare ? withVariance(shares, rows) : shares
  const dated = own === null ? told : withRelativeYears(told, heads, own)
  const columns = withDatesBeside(withoutForeignHeads(dated), kind, own)
  if (isTwoBodies(columns)) return columns
  const isTold = (index: number) => dated[index]!.periodEnd !== null
  return columns.map((column, index) => {
    // what is but supposed of a column without a date, of specks maybe, does not gainsay the head of another
    const rivals = columns.filter((_, other) => other !== index && (isTold(other) || !isTold(index)))
    return isRepeated(column, rivals) ? { ...column, periodEnd: null } : column
  })
}

/** Three columns of which the third is the difference of the others: a budget in round figures, an outcome, a variance. */
function withVariance(columns: readonly Column[], rows: readonly Row[]): readonly Column[] {
  if (columns.length !== 3) return columns
  const full = rows
    .map((row) => row.cells.map((cell) => cell?.value))
    .filter((values) => values.every((value) => value !== undefined))
  const closing = full.filter(([a, b, c]) => a! - b! === c!).length
  if (full.length < FEWEST_FULL || closing < MOST_CLOSING * full.length) return columns
  const round = (column: number) => full.filter((values) => values[column]! % 1000 === 0).length
  const scenarios =
    round(0) >= round(1) ? (['budget', 'actual', 'variance'] as const) : (['actual', 'budget', 'variance'] as const)
  return columns.map((column, index) => ({ ...column, scenario: scenarios[index]! }))
}

/** Whether the words over a column name two years, and are no broken year with its span. */
function namesTwoYears({ label }: Column): boolean {
  return new Set(findDates(label ?? '', true).map(({ date }) => date.slice(0, 4))).size > 1
}

/** Columns of which one that names two years, beside one under no words, has no date: the head of both stands over it. */
function withoutForeignHeads(columns: readonly Column[]): readonly Column[] {
  const isBare = (column: Column | undefined) => column !== undefined && (column.label ?? '') === ''
  return columns.map((column, index) => {
    const isBesideBare = isBare(columns[index - 1]) || isBare(columns[index + 1])
    return isBesideBare && namesTwoYears(column) ? { ...column, periodEnd: null } : column
  })
}

/** A year that lies after the report's own and differs from it in one digit is misread. */
function withoutMisreadYears(columns: readonly Column[], own: string): readonly Column[] {
  return columns.reduce((all, column, index) => {
    const { periodEnd, scenario } = column
    const asOwn = { ...column, periodEnd: own }
    if (scenario === 'budget' || periodEnd === null || periodEnd <= own || isRepeated(asOwn, all)) return all
    return isOneApart(periodEnd, own) ? all.with(index, asOwn) : all
  }, columns)
}

/**
 * "Föregående år" stands beside a column that is the report's own year; which year it is stays open where the dates that
 * are printed beside it leave no place for that one. Among several that name no time, "Balans från föregående år", it says
 * what a part is, and of no column when.
 */
function withRelativeYears(printed: readonly Column[], heads: readonly ColumnHead[], own: string): readonly Column[] {
  const columns = withoutMisreadYears(printed, own)
  const dates = printed.flatMap(({ periodEnd }) => periodEnd ?? [])
  const isGainsaid = dates.length > 0 && !dates.includes(own)
  const isWorded = ({ label, periodEnd }: Column) => periodEnd === null && /\p{L}{3}/u.test(label ?? '')
  const areParts = columns.filter((column, at) => isWorded(column) && heads[at]?.relative === null).length > 1
  if (isGainsaid || areParts || heads.every(({ relative }) => relative === null)) return columns
  return columns.map((column, index) => {
    if (column.periodEnd !== null) return column
    const relative = heads[index]?.relative ?? null
    const asOwn = { ...column, periodEnd: own }
    if (relative === 'previous') return { ...column, periodEnd: yearBefore(own) }
    return relative === null && isRepeated(asOwn, columns) ? column : asOwn
  })
}

/** Whether the words over a column hold figures, as those of a date. */
export function saysTime(label: string | null): boolean {
  return /\d\d/.test(label ?? '')
}

/** Where one column is a budget or variance and has no date, it is of the year beside it. */
function withDatesBeside(columns: readonly Column[], kind: StatementKind, own: string | null): readonly Column[] {
  const dates = columns.map(({ periodEnd }) => periodEnd)
  const planned = new Set(
    columns.flatMap(({ scenario, periodEnd }) => (scenario === 'budget' ? (periodEnd ?? []) : [])),
  )
  const isAlone = columns.length === 1 || columns.some(({ scenario }) => scenario !== 'actual')
  return columns.map((column, index) => {
    const { periodEnd, scenario, label } = column
    if (periodEnd !== null) return column
    // "2022 2021" over one column: the figures of the other were not read, and whose these are is not told
    if (scenario === 'actual' && findDates(label ?? '').length > 1) return column
    // "Budget 2009/10 07-07": the head of a plan says a time of its own, which was not understood
    if (scenario !== 'actual' && saysTime(label)) return column
    // of several columns of outcomes the order is not told: the other tables of the report know it
    const isTold = scenario !== 'actual' || isAlone || (kind === 'other' && index === 0 && label === null)
    if (!isTold) return column
    // what lies between a budget and its outcome is of the budget's year, wherever it stands
    const between = scenario === 'variance' && planned.size === 1 ? [...planned][0] : undefined
    const beside = dates[index - 1] ?? dates[index + 1] ?? dates.find((date) => date !== null) ?? null
    const near = between ?? (own !== null && dates.includes(own) ? own : beside)
    return { ...column, periodEnd: near ?? own }
  })
}

/** Whether the second half of the columns says again what the first half does: a group beside its parent. */
function isTwoBodies(columns: readonly Column[]): boolean {
  const half = columns.length / 2
  const said = columns.map(({ periodEnd, scenario, unit }) => `${periodEnd} ${scenario} ${unit}`)
  const first = said.slice(0, half)
  const dated = columns.every(({ periodEnd }) => periodEnd !== null)
  return dated && half >= 2 && new Set(first).size === half && first.join() === said.slice(half).join()
}

/** A period that stands over two columns is a second table's beside it, another company's, or misread over one of them. */
function isRepeated({ periodEnd, scenario, unit }: Column, others: readonly Column[]): boolean {
  return others.some((one) => one.periodEnd === periodEnd && one.scenario === scenario && one.unit === unit)
}

/** Whether a column holds shares: all that is printed in it, in rows of money too, has a per cent sign, or some and its head. */
function isShare(rows: readonly Row[], column: number, head: string | null): boolean {
  const printed = rows.flatMap((row) => row.cells[column] ?? []).filter((cell) => cell.value !== 0)
  const signed = printed.filter((cell) => /%/.test(cell.raw))
  return signed.length > 0 && (signed.length === printed.length || /ränt|sats|procent|%/i.test(head ?? ''))
}
