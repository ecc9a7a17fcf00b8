import { isNoAccident } from '../arithmetic/chance.js'
import { differenceOf, withoutNoise } from '../arithmetic/interval.js'
import { foldLabel, isCashLike, isClosingBalance, isOpening, isSumWord } from '../arithmetic/row-kind.js'
import type { Check, Term } from '../model/check.js'
import type { Report } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import {
  inLastDigits,
  nameOf,
  type Printed,
  printedBeside,
  printedInRow,
  printedNumber,
  type RowPlace,
  roundingOf,
  rowsWhere,
} from './printed.js'

/** The most rows that are put together to make up the cash of the cash flow. */
const MOST_TOGETHER = 3

/**
 * Cash at the end of the cash flow against cash and bank in the balance sheet; a settlement account with a manager counts
 * as cash where only that makes them meet in every column.
 */
export function checkCashToBalance(report: Report): Check[] {
  const end = rowsWhere(report, 'cash_flow', (row) => isCashAtEnd(foldLabel(row.label))).at(-1)
  if (!end) return []
  const closing = printedInRow(report, end)
  const cash = rowsWhere(
    report,
    'balance_sheet',
    (row) => isCashLike(foldLabel(row.label)) && !isSumWord(foldLabel(row.label)),
  )
  const inNotes = rowsWhere(report, 'note', (row) => /avrakning|klientmedel/.test(foldLabel(row.label)))
  if (cash.length === 0) return []
  const sets = subsets([...cash, ...inNotes], MOST_TOGETHER)
  const fitting = sets.find((set) => {
    const sums = closing.map((at) => gather(report, set, at))
    return sums.some((sum) => sum) && closing.every((at, i) => !sums[i] || meets(at, sums[i]!))
  })
  const chosen = fitting ?? sets[0]!
  if (!fitting && inNotes.length + cash.length > 1) return []
  const tries = sets.indexOf(chosen) + 1
  return closing.flatMap((at) => {
    const parts = gather(report, chosen, at)
    return parts ? [cashCheck(at, parts, tries)] : []
  })
}

function cashCheck(at: Printed, parts: readonly Printed[], tries: number): Check {
  const expected = printedNumber(at.amount)
  const actual = total(parts)
  const terms: Term[] = parts.map(({ cell }) => ({ cell, sign: 1 }))
  const names = parts.map(({ row, table }) => `"${nameOf(row, table)}"`).join(' and ')
  const name = nameOf(at.row, at.table)
  const tolerance = roundingOf([at, ...parts])
  return makeCheck({
    rule: 'cash_to_balance',
    subject: name,
    at,
    expected,
    actual,
    tolerance,
    terms,
    confirms:
      tries === 1 || isNoAccident(tries, at.amount.value, expected === actual ? 0 : inLastDigits(tolerance, at)),
    holds: `${name}: ${names} in the balance sheet ${parts.length > 1 ? 'make' : 'is'} the same ${money(expected, at.unit)}.`,
    fails: (difference) =>
      `${name} is ${money(expected, at.unit)}, ${names} in the balance sheet ${money(actual, at.unit)}: they differ by ${money(Math.abs(difference), at.unit)}.`,
  })
}

/** "Likvida medel vid årets slut", "Utgående likvida medel". */
export function isCashAtEnd(folded: string): boolean {
  return (isClosingBalance(folded) || /likvida medel.*\bslut/.test(folded)) && !isOpening(folded)
}

function gather(report: Report, places: readonly RowPlace[], at: Printed): Printed[] | undefined {
  const parts = places.flatMap((place) => printedBeside(report, place, at) ?? [])
  const fits = parts.length === places.length && parts.every(({ unit }) => unit === at.unit)
  return fits ? parts : undefined
}

function meets(at: Printed, parts: readonly Printed[]): boolean {
  return Math.abs(differenceOf(printedNumber(at.amount), total(parts))) <= roundingOf([at, ...parts])
}

function total(parts: readonly Printed[]): number {
  return withoutNoise(parts.reduce((sum, { amount }) => sum + printedNumber(amount), 0))
}

/** All non-empty choices of at most `most`, smaller ones first, in order. */
function subsets<T>(items: readonly T[], most: number): T[][] {
  const few = items.slice(0, 8)
  const all: T[][] = []
  for (let pattern = 1; pattern < 2 ** few.length; pattern++) {
    const set = few.filter((_, i) => pattern & (1 << i))
    if (set.length <= most) all.push(set)
  }
  return all.sort((a, b) => a.length - b.length)
}
