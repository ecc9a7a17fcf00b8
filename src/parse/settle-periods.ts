import { bodiesOfColumns } from '../arithmetic/body-named.js'
import { ACCOUNTS, type Amount, BORROWED_PERIOD, type Column, type Table } from '../model/report.js'
import { namesBody } from './bodies.js'
import { isHeadText } from './column-heads.js'
import { saysTime } from './complete-columns.js'
import { isOneApart } from './is-one-apart.js'
import { actualPlaces, datedByRows } from './periods-by-rows.js'

function isMonthEnd(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return false
  return new Date(day.getTime() + 86_400_000).getUTCDate() === 1
}

/** A word of fewer letters over a statement may be a date in strokes that a fax or a copier broke: "Fara Zn". */
const LEAST_WORD = { note: 3, statement: 6 }

/** Whether words over a column of a table say what it holds, and name no period: "Belopp", "Bokfört värde". */
function isWorded({ label, periodEnd }: Column, { kind }: Table): boolean {
  if (periodEnd !== null || label === null || isHeadText(label) || /\d/.test(label)) return false
  const least = kind === 'note' ? LEAST_WORD.note : LEAST_WORD.statement
  return label.split(/\P{L}+/u).some((word) => word.length >= least)
}

/** For each of the places whether the column has the period of one before it of the same body. */
function repeated({ columns }: Table, places: readonly number[]): boolean[] {
  const bodies = bodiesOfColumns(columns.map(({ label }) => label))
  const names = places.map((place) => `${bodies[place]} ${columns[place]!.periodEnd}`)
  return names.map((name, index) => names.indexOf(name) !== index)
}

/** The periods that tables of the report have over as many columns, the commonest order of them. */
function usualPeriods(tables: readonly Table[], count: number): readonly string[] | undefined {
  const orders = new Map<string, { periods: readonly string[]; count: number }>()
  for (const table of tables) {
    if (!ACCOUNTS.has(table.kind)) continue
    const places = actualPlaces(table)
    const periods = places.map((place) => table.columns[place]!.periodEnd)
    if (periods.length !== count || repeated(table, places).includes(true)) continue
    if (!periods.every((period) => period !== null && isMonthEnd(period))) continue
    const key = periods.join(' ')
    orders.set(key, {
      periods: periods as string[],
      count: (orders.get(key)?.count ?? 0) + (table.kind === 'note' ? 1 : 2),
    })
  }
  return [...orders.values()].sort((a, b) => b.count - a.count)[0]?.periods
}

/** The latest periods of an overview that goes back year by year, where no statement has any over so many columns. */
function overviewPeriods(tables: readonly Table[], count: number): readonly string[] | undefined {
  const overview = tables.find(({ kind }) => kind === 'multi_year')
  const periods = overview?.columns.map(({ periodEnd }) => periodEnd) ?? []
  const goesBack = periods.every((period, index) => {
    const next = periods[index + 1]
    return period !== null && isMonthEnd(period) && (next === undefined || (next !== null && next < period))
  })
  return goesBack && periods.length > count ? (periods.slice(0, count) as string[]) : undefined
}

function doubted(cell: Amount): Amount {
  return { ...cell, doubts: [...cell.doubts, BORROWED_PERIOD] }
}

/** A period that so many times more columns have, in the place of one that differs from it in a digit, was meant there. */
const CLEARLY_MORE = 3

/** Whether a date is that of another year but for one digit of the year. */
export function isYearMisread(date: string, meant: string): boolean {
  return date.slice(4) === meant.slice(4) && isOneApart(date, meant)
}

/** The table with other periods over some of its columns, by their places, and the figures there doubted. */
export function withPeriods(table: Table, changed: ReadonlyMap<number, string>): Table {
  if (changed.size === 0) return table
  const columns = table.columns.map((column, place) => ({
    ...column,
    periodEnd: changed.get(place) ?? column.periodEnd,
  }))
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, place) => (cell && changed.has(place) ? doubted(cell) : cell)),
  }))
  return { ...table, columns, rows }
}

/** A statement has as many years. */
const USUAL_YEARS = 2
/** Years of an overview that follow each other show how all of them go. */
const FEWEST_YEARS = 3

/**
 * An overview whose years go back one by one but for those that were not read, or differ from that in a digit: they are
 * what stands in their place. `latest` is the year of the statements, which must be the first where few years were read.
 */
function settleOverview(table: Table, latest: string | undefined): Table {
  const places = actualPlaces(table)
  const read = places.map((place) => table.columns[place]!.periodEnd)
  if (places.length < FEWEST_YEARS || new Set(read).size === 1) return table
  const starts = read.flatMap((period, index) => (period === null ? [] : [yearsAfter(period, index)]))
  const most = (start: string) => starts.filter((other) => other === start).length
  const first = [...new Set(starts)].sort((a, b) => most(b) - most(a))[0]!
  const meant = read.map((_, index) => yearsAfter(first, -index))
  const isTold = most(first) >= FEWEST_YEARS || (most(first) === FEWEST_YEARS - 1 && first === latest)
  const fits = read.every((one, index) => one === null || one === meant[index] || isYearMisread(one, meant[index]!))
  if (!isTold || !fits || most(first) * 2 < places.length) return table
  return withPeriods(
    table,
    new Map(places.flatMap((place, index) => (read[index] === meant[index] ? [] : [[place, meant[index]!] as const]))),
  )
}

/** The same day so many years later. */
export function yearsAfter(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
}

/**
 * Takes periods that no head tells from rows that stand in dated tables too, and puts right what single heads of columns
 * lost: a period that was not read, that is no end of a month, or that no other table of the report has, is taken from
 * the order in which the other tables have theirs, the overview where no statement tells any. Such a column's figures
 * are doubted, so that more than one sum must speak for them.
 */
export function settlePeriods(read: readonly Table[]): Table[] {
  const tables = read.map((table) =>
    ACCOUNTS.has(table.kind) &&
    !table.columns.some((column) => isWorded(column, table) && !namesBody(column.label ?? ''))
      ? datedByRows(table, read)
      : table,
  )
  const counts = new Map<string, number>()
  for (const table of tables)
    if (ACCOUNTS.has(table.kind))
      for (const column of table.columns)
        if (column.periodEnd !== null) counts.set(column.periodEnd, (counts.get(column.periodEnd) ?? 0) + 1)
  const isOwn = (period: string | null) => period !== null && isMonthEnd(period) && (counts.get(period) ?? 0) > 1
  return tables.map((table) => {
    if (table.kind === 'multi_year') return settleOverview(table, usualPeriods(tables, USUAL_YEARS)?.[0])
    if (!ACCOUNTS.has(table.kind)) return table
    const places = actualPlaces(table)
    const read = places.map((place) => table.columns[place]!.periodEnd)
    const usual = usualPeriods(tables, places.length) ?? overviewPeriods(tables, places.length)
    const isMisread = (period: string | null, meant: string | undefined) =>
      period !== null &&
      meant !== undefined &&
      isYearMisread(period, meant) &&
      (counts.get(meant) ?? 0) >= CLEARLY_MORE * (counts.get(period) ?? 0)
    const isRepeated = repeated(table, places)
    const odd = read.map((period, index) => !isOwn(period) || isMisread(period, usual?.[index]) || isRepeated[index]!)
    // "Räntesats Belopp": words over columns of which none has a date
    const areWords = table.columns.every(({ periodEnd }) => periodEnd === null)
      ? table.columns
      : places.map((place) => table.columns[place]!)
    if (!odd.includes(true) || usual === undefined || areWords.some((column) => isWorded(column, table))) return table
    // heads that were read must agree with the order that is to fill the gaps
    if (read.some((period, index) => !odd[index] && period !== usual[index])) return table
    // a table of other periods than the report's, all of them plain: it is left as it says
    if (
      odd.every(Boolean) &&
      read.every((period) => period !== null && isMonthEnd(period)) &&
      new Set(read).size === read.length
    )
      return table
    const changed = new Map(
      places.flatMap((place, index) =>
        odd[index] && read[index] !== usual[index] ? [[place, usual[index]!] as const] : [],
      ),
    )
    const settled = withPeriods(table, changed)
    const columns = settled.columns.map((column) =>
      column.periodEnd === null && column.scenario !== 'actual' && !saysTime(column.label)
        ? { ...column, periodEnd: usual[0]! }
        : column,
    )
    return { ...settled, columns }
  })
}
