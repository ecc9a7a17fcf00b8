import { lastDigitMisreadings } from '../arithmetic/misreadings.js'
import type { Check } from '../model/check.js'
import type { Amount } from '../model/report.js'

/** Where at least this share of a report's sums close to the unit, one that does so is proof of its last digits too. */
const DISCIPLINED = 0.9

/** Sums that are taken to have closed before any was tried: whole kronor are mostly booked so, thousands are rounded. */
const KRONOR_START = 4

/** Identities of one kind in one unit: they are rounded alike or not at all. */
export type Discipline = ReadonlySet<string>

/**
 * Kinds of identity that close to the unit as a rule in a report. In others a misread last digit may make good what
 * rounding left open.
 */
export function roundingDiscipline(checks: readonly Check[]): Discipline {
  const tried = checks.filter(({ terms, rule }) => terms.length > 1 && rule !== 'key_figure')
  const kinds = new Set(tried.map(kindOf))
  return new Set(
    [...kinds].flatMap((kind) => {
      const members = tried.filter((check) => kindOf(check) === kind)
      const start = members[0]!.unit === 'kr' ? KRONOR_START : 1
      const exact = members.filter((check) => check.difference === 0 && check.confirms).length
      const rounded = members.filter((check) => check.verdict === 'rounding').length
      return (exact + start) / (exact + rounded + start) >= DISCIPLINED ? [kind] : []
    }),
  )
}

/** Whether a sum that closes to the unit would have been broken by any likely misreading of an amount's last digit. */
export function withstandsRounding(check: Check, amount: Amount, disciplined: Discipline): boolean {
  if (disciplined.has(kindOf(check)) || check.tolerance < 1.5) return true
  return lastDigitMisreadings(amount.value).every(
    (other) => Math.abs(other - amount.value) / 10 ** amount.decimals > check.tolerance,
  )
}

function kindOf({ rule, unit }: Check): string {
  return `${rule === 'variance' ? 'rows' : 'columns'} ${unit}`
}
