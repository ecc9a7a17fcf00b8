import { ACCOUNTS, type Column, type Report } from '../model/report.js'

// "2003/04", "Bokslut 2003/2004", "03/04"
const TWO_YEARS = /(?<!\d)(?:19|20)?(?<from>\d\d)\s?[/–-]\s?(?:19|20)?(?<to>\d\d)(?!\d)/
// "31.12", "12-31", "1231", "31 december"
const LAST_DAY = /12\W?31|31\W?12|31\W+dec/i

/** Whether a head names two years, of which the second is its column's, and yet the column stands for a calendar year. */
function isCalendarForTwo({ label, periodEnd }: Column): boolean {
  const { from, to } = TWO_YEARS.exec(label ?? '')?.groups ?? {}
  if (from === undefined || to === undefined || !isCalendar(periodEnd) || LAST_DAY.test(label!)) return false
  return Number(to) === (Number(from) + 1) % 100 && periodEnd.slice(2, 4) === to
}

function isCalendar(date: string | null): date is string {
  return date?.endsWith('-12-31') ?? false
}

/**
 * Tells the columns of which only the year is known, not its last day: heads of accounts name years that end before
 * December, and no day was read.
 */
export function untoldYearEnds({ tables }: Report): (column: Column) => boolean {
  const accounts = tables.filter(({ kind }) => ACCOUNTS.has(kind))
  const isUntold = accounts.some(({ columns }) => columns.some(isCalendarForTwo))
  return ({ label, periodEnd }) => isUntold && isCalendar(periodEnd) && !LAST_DAY.test(label ?? '')
}

/** Tells the columns of plans whose year ends on a day on which no outcomes of the accounts do. */
export function plansOfNoYear({ tables }: Report): (column: Column) => boolean {
  const accounts = tables.filter(({ kind }) => ACCOUNTS.has(kind))
  const actual = accounts.flatMap(({ columns }) => columns.filter(({ scenario }) => scenario === 'actual'))
  const days = new Set(actual.flatMap(({ periodEnd }) => (periodEnd === null ? [] : [periodEnd.slice(5)])))
  const isNone = (date: string) => days.size > 0 && !days.has(date.slice(5))
  return ({ scenario, periodEnd }) => scenario !== 'actual' && periodEnd !== null && isNone(periodEnd)
}
