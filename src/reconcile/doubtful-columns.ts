import { kronorPerUnit } from '../arithmetic/interval.js'
import type { CellRef, Check } from '../model/check.js'
import { ACCOUNTS, type Column, isMoney, type Report, type Table, UNTOLD_UNIT } from '../model/report.js'
import { isBorrowed, linksAcross, SUMS } from './links-across.js'
import { repeatedRows } from './repeated-rows.js'
import { plansOfNoYear, untoldYearEnds } from './year-ends.js'

/** A first fiscal year lasts eighteen months at most, and half a month is the reader's. */
const LONGEST_YEAR = 18.5 * 30.5 * 86_400_000

/** From one year to the next no table changes all its signs, or grows so many times in all its rows, if it has so many. */
const FEWEST_BESIDE = 3
const OTHER_SIZE = 50

/** Of so many sums in kronor no more than this share hold only nearly, unless the kronor were not read. */
const FEWEST_SUMS = 4
const NEARLY = 0.5
/** In a report with no greater sum so many that are all too great are no accident. */
const LEAST_KRONOR = 1_000_000
const FEWEST_NEAR = 3

/** A larger share of broken sums than worn print shows. */
const BROKEN_IN_REPORT = 0.2
const BROKEN_IN_TABLE = 0.5

/** Figures of a note of which none is greater may be people that it counts, under a heading that was not read. */
const MOST_COUNTED = 99

const FAR = 'its date is years from that of the column beside it'
const OTHER_TIME = 'its date is not of this report'
const UNTOLD_END = 'its head names a year that ends before December, and no day'
const OTHER_END = 'no year of outcomes ends on its day'

/** Why a column may not be what its heads say; undefined where nothing speaks against them. */
export type ColumnDoubt = (table: number, column: number) => string | undefined

/**
 * Doubts of columns whose sums prove that their figures belong together, and not whose, of which year or in what unit
 * they are: other tables say otherwise, or the heads cannot be right.
 */
export function doubtColumns(report: Report, checks: readonly Check[]): ColumnDoubt {
  const repeats = repeatedRows(report)
  const links = linksAcross(report, checks)
  const isCutShort = kronorLost(report, checks)
  const isWorn = areMostlyBroken(checks)
  const doubtOf = (table: Table, index: number, column: number): string | undefined => {
    const { alike, otherwise } = repeats(index, column)
    const { held, broken } = links(index, column)
    if (otherwise > 0 && otherwise >= alike) return 'another table prints its rows under another date or unit'
    if (broken > 0 && held === 0) return 'no other table agrees with it'
    if (held === 0 && mayCount(table)) return 'its figures are small enough to be no money, and no other table has them'
    if (held === 0 && isBorrowed(table, column)) return 'its date or unit is not printed, and no other table shows it'
    if (isOfOtherTime(table, report)) return OTHER_TIME
    if (isVarianceOfNoBudget(table, table.columns[column]!))
      return 'what it is the difference of is not there, or of another date'
    if (isFarFromOthers(table, table.columns[column]!)) return FAR
    const beside = besideColumns(table, column)
    if (beside.some(isTurned)) return 'all its signs are other than in the column beside it'
    if (beside.some(isOfOtherSize)) return 'all its figures are of another size than in the column beside it'
    if (report.issues.includes(UNTOLD_UNIT)) return UNTOLD_UNIT
    if (isWorn(index)) return 'so many sums are broken that a digit may be read as another throughout'
    if (isCutShort && table.unit === 'kr') return 'sums in whole kronor hold only nearly'
    return undefined
  }
  const isEndUntold = untoldYearEnds(report)
  const isPlanOfNoYear = plansOfNoYear(report)
  const accounts = Math.max(0, ...report.tables.filter(({ kind }) => ACCOUNTS.has(kind)).map(greatestOf))
  const isBeyondAccounts = (table: Table) => accounts > 0 && greatestOf(table) > OTHER_SIZE * accounts
  const doubts = report.tables.map((table, index) =>
    table.columns.map((own, column) => {
      if (isEndUntold(own)) return UNTOLD_END
      if (ACCOUNTS.has(table.kind) && isPlanOfNoYear(own)) return OTHER_END
      if (ACCOUNTS.has(table.kind)) return doubtOf(table, index, column)
      // What stands in the unit of the accounts, kronor as is assumed, is as much in doubt as they are.
      if (report.issues.includes(UNTOLD_UNIT) && table.unit === 'kr') return UNTOLD_UNIT
      if (isBeyondAccounts(table)) return 'its figures are of another size than those of the accounts'
      if (!isBudget(table)) return undefined
      if (isOfOtherTime(table, report)) return OTHER_TIME
      return isFarFromOthers(table, own) ? FAR : undefined
    }),
  )
  const misread = misreadDates(report, doubts)
  const whole = report.tables.map((table, index) => doubtOfAll(table, doubts[index]!))
  return (table, column) => {
    const date = report.tables[table]?.columns[column]?.periodEnd
    return doubts[table]?.[column] ?? (date && misread.has(date) ? FAR : undefined) ?? whole[table]
  }
}

/** The doubt of each column of outcomes, if all are in doubt: plans beside them have nothing that speaks for them. */
function doubtOfAll({ columns }: Table, doubts: readonly (string | undefined)[]): string | undefined {
  const actual = doubts.filter((_, column) => columns[column]!.scenario === 'actual')
  return actual.every((doubt) => doubt !== undefined) ? actual[0] : undefined
}

/** Whether a column of differences has no outcome beside it, or is of another time than each budget of its table. */
function isVarianceOfNoBudget({ columns }: Table, { scenario, periodEnd }: Column): boolean {
  const budgets = columns.filter((column) => column.scenario === 'budget')
  const isOther = budgets.length > 0 && budgets.every((budget) => budget.periodEnd !== periodEnd)
  return scenario === 'variance' && (isOther || columns.every((column) => column.scenario === 'variance'))
}

function valueAt(report: Report, { table, row, column }: CellRef): number {
  return report.tables[table]?.rows[row]?.cells[column]?.value ?? 0
}

/** The size, in kronor, of a table's third greatest figure: a greater one may be misread; 0 where it has no money. */
function greatestOf({ unit, rows, columns }: Table): number {
  const kronor = kronorPerUnit(unit) ?? 0
  const sizes = rows.flatMap((row) =>
    row.cells.flatMap((cell, column) =>
      cell && row.unit === null && columns[column]?.unit === null ? Math.abs(cell.value) / 10 ** cell.decimals : [],
    ),
  )
  const descending = sizes.sort((a, b) => b - a)
  return kronor * (descending[2] ?? descending.at(-1) ?? 0)
}

/** Whether a note in money has small figures alone. */
function mayCount({ kind, unit, rows }: Table): boolean {
  const sizes = rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [Math.abs(cell.value)] : [])))
  // noughts are none of either
  const isSmall = sizes.every((size) => size <= MOST_COUNTED) && sizes.some((size) => size > 0)
  return kind === 'note' && isMoney(unit) && isSmall
}

/** Whether no column of outcomes is of the report's own year, unless the only one is of the year before. */
function isOfOtherTime({ columns }: Table, { periodEnd: end }: Report): boolean {
  const told = columns.flatMap((one) => (one.scenario === 'actual' && one.periodEnd !== null ? [one.periodEnd] : []))
  if (end === null || told.length === 0 || told.includes(end)) return false
  return new Set(told).size > 1 || told[0]! > end || timeOf(end) - timeOf(told[0]!) > LONGEST_YEAR
}

/** Whether a table holds outcomes against their budget: means set aside for years to come have dates of their own. */
function isBudget({ kind, columns }: Table): boolean {
  return kind === 'operating_statement' && columns.some(({ scenario }) => scenario === 'variance')
}

/** Dates that oftener than not stand years from that of the column beside: misread wherever they are printed. */
function misreadDates({ tables }: Report, doubts: readonly (readonly (string | undefined)[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  tables.forEach(({ kind, columns }, table) => {
    if (!ACCOUNTS.has(kind)) return
    columns.forEach(({ periodEnd }, column) => {
      if (periodEnd !== null)
        counts.set(periodEnd, (counts.get(periodEnd) ?? 0) + (doubts[table]![column] === FAR ? 1 : -1))
    })
  })
  return new Set([...counts].flatMap(([date, count]) => (count > 0 ? [date] : [])))
}

/** Whether a column is further from its neighbours than a year lasts: one of a plan, from outcomes and other plans. */
function isFarFromOthers({ columns }: Table, { periodEnd, scenario }: Column): boolean {
  if (periodEnd === null) return false
  const isPlan = scenario !== 'actual'
  if (isPlan && columns.some((one) => one.scenario === 'actual' && one.periodEnd === periodEnd)) return false
  const others = columns.flatMap((one) =>
    (isPlan || one.scenario === 'actual') && one.periodEnd !== null && one.periodEnd !== periodEnd
      ? [one.periodEnd]
      : [],
  )
  return others.length > 0 && others.every((one) => Math.abs(timeOf(one) - timeOf(periodEnd)) > LONGEST_YEAR)
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** The figures of a column, each with that of its row in another column of the same kind of another year; by column. */
function besideColumns({ rows, columns }: Table, column: number): (readonly [number, number])[][] {
  const own = columns[column]!
  return columns.flatMap((other, place) => {
    if (other.periodEnd === null || own.periodEnd === null || other.periodEnd === own.periodEnd) return []
    if (other.scenario !== own.scenario || other.unit !== own.unit) return []
    const both = rows.flatMap(({ cells }) => {
      const [value, beside] = [cells[column]?.value, cells[place]?.value]
      return value && beside ? [[value, beside] as const] : []
    })
    return both.length >= FEWEST_BESIDE ? [both] : []
  })
}

/** A rule was read as minus, or minuses were lost. */
function isTurned(both: readonly (readonly [number, number])[]): boolean {
  return both.every(([value, beside]) => Math.sign(value) !== Math.sign(beside))
}

/** The first or last digits of all figures of one column were lost. */
function isOfOtherSize(both: readonly (readonly [number, number])[]): boolean {
  const ratios = both.map(([value, beside]) => Math.abs(value / beside))
  return ratios.every((ratio) => ratio > OTHER_SIZE) || ratios.every((ratio) => ratio < 1 / OTHER_SIZE)
}

/**
 * Whether sums in kronor hold only nearly, as they do where the last three digits of every figure are lost: most of them,
 * or in a report of small figures those that do are all too great by what was cut off their rows.
 */
function kronorLost(report: Report, checks: readonly Check[]): boolean {
  const sums = checks.filter(
    ({ rule, statement, unit, terms, verdict, confirms }) =>
      SUMS.has(rule) &&
      statement !== null &&
      ACCOUNTS.has(statement) &&
      unit === 'kr' &&
      terms.length > 1 &&
      (verdict === 'rounding' || (verdict === 'ok' && confirms)),
  )
  const near = sums.filter(({ verdict }) => verdict === 'rounding')
  if (sums.length >= FEWEST_SUMS && near.length > NEARLY * sums.length) return true
  const isGreater = ({ expected, difference }: Check) => Math.sign(expected ?? 0) === Math.sign(difference ?? 0)
  const isSmall = sums.every(({ expected }) => Math.abs(expected ?? 0) < LEAST_KRONOR)
  const plain = near.filter(
    ({ terms }) => new Set(terms.map(({ cell, sign }) => Math.sign(sign * valueAt(report, cell)))).size === 1,
  )
  return isSmall && plain.length >= FEWEST_NEAR && plain.every(isGreater)
}

/** Whether so many sums of a report, or of one of its tables, are broken that those which hold may do so by chance. */
function areMostlyBroken(checks: readonly Check[]): (table: number) => boolean {
  const tried = checks.filter(({ rule, verdict }) => SUMS.has(rule) && verdict !== 'incomplete')
  const shareOf = (some: readonly Check[]) => some.filter(({ verdict }) => verdict === 'mismatch').length / some.length
  const isReport = tried.length >= 2 * FEWEST_SUMS && shareOf(tried) > BROKEN_IN_REPORT
  return (table) => {
    const own = tried.filter(({ subjectCell }) => subjectCell?.table === table)
    return isReport || (own.length >= FEWEST_SUMS && shareOf(own) > BROKEN_IN_TABLE)
  }
}
