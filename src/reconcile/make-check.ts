import { closing, differenceOf, withoutNoise } from '../arithmetic/interval.js'
import type { CellRef, Check, Rule, Term } from '../model/check.js'
import type { Unit } from '../model/report.js'
import type { Printed } from './printed.js'

/** What a rule knows before the verdict is given. */
export type Tried = {
  rule: Rule
  subject: string
  /** Whose column is checked; gives statement, period, scenario and unit unless they are told. */
  at: Printed
  note?: string | null
  expected: number
  actual: number
  tolerance: number
  unit?: Unit
  subjectCell?: CellRef | null
  terms: readonly Term[]
  confirms?: boolean
  other?: Check['other']
  /** Said of a check that holds, and of one that does not. */
  holds: string
  fails: (difference: number) => string
}

/** Gives the verdict on one identity by intervals, and says why in a bookkeeper's words. */
export function makeCheck(tried: Tried): Check {
  const { at, tolerance } = tried
  const [expected, actual] = [withoutNoise(tried.expected), withoutNoise(tried.actual)]
  const verdict = closing(expected, actual, tolerance)
  const difference = differenceOf(expected, actual)
  const unit = tried.unit ?? at.unit
  const allNought = expected === 0 && actual === 0
  return {
    rule: tried.rule,
    subject: tried.subject,
    statement: at.table.kind,
    note: tried.note ?? null,
    periodEnd: at.column.periodEnd,
    scenario: at.column.scenario,
    expected,
    actual,
    difference,
    tolerance,
    unit,
    verdict: verdict === 'exact' ? 'ok' : verdict === 'rounded' ? 'rounding' : 'mismatch',
    explanation: explain(tried, verdict, difference, unit),
    subjectCell: tried.subjectCell === undefined ? at.cell : tried.subjectCell,
    terms: tried.terms,
    confirms: (tried.confirms ?? true) && !allNought,
    other: tried.other ?? null,
  }
}

/** A check that could not be made because a term is not printed or not read. */
export function incompleteCheck(tried: Omit<Tried, 'actual' | 'tolerance' | 'holds' | 'fails'>, why: string): Check {
  return {
    ...makeCheck({ ...tried, actual: tried.expected, tolerance: 0, holds: '', fails: () => '' }),
    actual: null,
    difference: null,
    verdict: 'incomplete',
    explanation: why,
    confirms: false,
  }
}

/** An amount as a bookkeeper writes it: thousands set apart by a space, `13 209 tkr`. */
export function money(value: number, unit: Unit): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
  const sign = value < 0 ? '−' : ''
  return `${sign}${grouped}${fraction ? `,${fraction}` : ''}${unit === 'count' ? '' : ` ${unit}`}`
}

function explain(tried: Tried, verdict: 'exact' | 'rounded' | 'open', difference: number, unit: Unit): string {
  if (verdict === 'exact') return tried.holds
  if (verdict === 'open') return tried.fails(difference)
  const apart = money(Math.abs(difference), unit)
  return `${tried.fails(difference)} Rounding of the printed figures allows up to ${money(tried.tolerance, unit)}, so ${apart} is no error.`
}
