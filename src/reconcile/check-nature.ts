import type { Check } from '../model/check.js'

/** Rules whose identities hold with the signs as printed, over figures that were booked apart. */
const STRONG: ReadonlySet<Check['rule']> = new Set<Check['rule']>([
  'statement_sum',
  'note_sum',
  'cash_flow',
  'opening_equity',
  'variance',
])

/** Whether a check holds to the unit, and would not if a figure of it were another. */
export function proves({ confirms, verdict, difference }: Check): boolean {
  return confirms && (verdict === 'ok' || verdict === 'repaired') && difference === 0
}

/** Kronor that add up to fewer, and only nearly, may be the thousands of figures that lost their end. */
const FEWEST_KRONOR = 1000

/** Whether a check holds within rounding, and so leaves an amount nothing but its last digits to be wrong in. */
export function bounds({ confirms, verdict, unit, expected }: Check): boolean {
  return confirms && verdict === 'rounding' && !(unit === 'kr' && Math.abs(expected ?? 0) < FEWEST_KRONOR)
}

/** Whether a check is of figures that were booked apart, with their signs as printed. */
export function isStrong({ rule }: Check): boolean {
  return STRONG.has(rule)
}

/** Whether a printed sum is what its rows give but for the sign; of two figures either may have the wrong one. */
export function isSignBroken({ verdict, expected, actual }: Check): boolean {
  return verdict === 'mismatch' && actual !== null && expected === -actual
}

/** Whether a check says that a figure is another with the sign turned. */
export function isTurnedAbout({ terms }: Check): boolean {
  return terms[0]?.sign === -1
}
