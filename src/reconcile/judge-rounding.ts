import { lastDigitMisreadings } from '../arithmetic/misreadings.js'
import type { Check } from '../model/check.js'
import type { Amount } from '../model/report.js'

/** Where at least this share of a report's sums close to the unit, one that does so is proof of its last digits too. */
const DISCIPLINED = 0.9

/** Sums that are taken to have closed before any was tried: whole kronor are mostly booked so, thousands are rounded. */
const KRONOR_START = 4

/**
 * Units in which a report's sums close to the unit as a rule. In others a misread last digit may make good what rounding
 * left open.
 */
export function roundingDiscipline(checks: readonly Check[]): ReadonlySet<Check['unit']> {
  const sums = checks.filter(({ terms, rule }) => terms.length > 1 && (rule.endsWith('_sum') || rule === 'cash_flow'))
  const units = new Set(sums.map(({ unit }) => unit))
  return new Set(
    [...units].filter((unit) => {
      const start = unit === 'kr' ? KRONOR_START : 1
      const exact = sums.filter((check) => check.unit === unit && check.difference === 0 && check.confirms).length
      const rounded = sums.filter((check) => check.unit === unit && check.verdict === 'rounding').length
      return (exact + start) / (exact + rounded + start) >= DISCIPLINED
    }),
  )
}

/** Whether a sum that closes to the unit would have been broken by any likely misreading of an amount's last digit. */
export function withstandsRounding(check: Check, amount: Amount, disciplined: ReadonlySet<Check['unit']>): boolean {
  if (disciplined.has(check.unit) || check.tolerance < 1.5) return true
  return lastDigitMisreadings(amount.value).every(
    (other) => Math.abs(other - amount.value) / 10 ** amount.decimals > check.tolerance,
  )
}
