import { lastDigitMisreadings } from '../arithmetic/misreadings.js'
import type { Check } from '../model/check.js'
import type { Amount } from '../model/report.js'

/** Where at least this share of a report's sums close to the unit, one that does so is proof of its last digits too. */
const DISCIPLINED = 0.9

/** Sums in whole kronor that are taken to have closed before any was tried: they are mostly booked so. */
const KRONOR_START = 4

/** Below this the print is so worn that any digit may be read as any, and two readings may go wrong alike. */
const LEAST_CONFIDENCE = 0.9

/** Thousands are mostly rounded each by itself: that all sums closed by luck must be rarer than this. */
const BY_LUCK = 1 / 1000

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
      const inKronor = members[0]!.unit === 'kr'
      const start = inKronor ? KRONOR_START : 0
      const exact = members.filter((check) => check.difference === 0 && check.confirms)
      const rounded = members.filter((check) => check.verdict === 'rounding').length
      const luck = exact.reduce((all, { terms }) => all * chanceOfExact(terms.length), 1)
      const share = (exact.length + start) / (exact.length + rounded + start)
      return share >= DISCIPLINED && (inKronor || luck < BY_LUCK) ? [kind] : []
    }),
  )
}

/** How often a sum of figures that are rounded each by itself closes to the unit: their errors add up to a bell. */
function chanceOfExact(terms: number): number {
  return Math.min(1, Math.sqrt(6 / (Math.PI * (terms + 1))))
}

/** How much rarer what rounding must have done otherwise has to be for a figure to be taken as it was read. */
const RARER = 50

/**
 * Whether an identity tells an amount's last digit from others that are likely misread as it: one that closes to the unit
 * where that is the rule does; else had another digit been printed, rounding would have had to leave open what it hardly
 * ever does beside what it left as read.
 */
export function withstandsRounding(check: Check, amount: Amount, factor: 1 | -1, disciplined: Discipline): boolean {
  if (check.difference === 0 && (disciplined.has(kindOf(check)) || check.tolerance < 1.5)) return true
  const others = isClear(amount) ? lastDigitMisreadings(amount.value) : otherLastDigits(amount.value)
  return others.every((other) => {
    const moved = (factor * (other - amount.value)) / 10 ** amount.decimals
    return oddsOfOther(check, moved) * RARER < 1
  })
}

/**
 * How likely it is, beside what an identity of figures rounded each by itself leaves open, that it would leave open so much
 * more: their errors, each even within half a unit, add up to a bell that ends at the tolerance.
 */
function oddsOfOther({ difference, tolerance }: Check, moved: number): number {
  const open = difference ?? 0
  if (Math.abs(open + moved) > tolerance) return 0
  const variance = tolerance / 6
  return Math.exp((open ** 2 - (open + moved) ** 2) / (2 * variance))
}

/** Whether the print of an amount is clear enough for readers to go wrong as they mostly do, and not alike. */
export function isClear({ confidence }: Amount): boolean {
  return confidence >= LEAST_CONFIDENCE
}

/** The amount with each other last digit: in worn print any may be read as any. */
function otherLastDigits(value: number): number[] {
  const last = Math.abs(value) % 10
  return Array.from({ length: 10 }, (_, digit) => value + Math.sign(value || 1) * (digit - last)).filter(
    (other) => other !== value,
  )
}

function kindOf({ rule, unit }: Check): string {
  return `${rule === 'variance' ? 'rows' : 'columns'} ${unit}`
}
