/** What arithmetic says of a printed figure and what its terms give. */
export type Closing = 'exact' | 'rounded' | 'open'

/**
 * How far a printed figure may stand from the sum of `terms` printed figures, in printed units: each stands for itself
 * ± half a unit (XBRL Calculations 1.1), so (terms + 1) / 2. There is no other tolerance.
 */
export function roundingTolerance(terms: number): number {
  return (terms + 1) / 2
}

/** A sum or tolerance without what binary fractions add to printed decimals: 0,1 and 0,2 make 0,3. */
export function withoutNoise(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Expected less actual, without what binary fractions add to printed decimals: 80,7 less 80,6 is 0,1. */
export function differenceOf(expected: number, actual: number): number {
  return withoutNoise(expected - actual)
}

/** Whether two figures are one, within what rounding allows, or apart. */
export function closing(expected: number, actual: number, tolerance: number): Closing {
  if (expected === actual) return 'exact'
  return Math.abs(differenceOf(expected, actual)) <= tolerance ? 'rounded' : 'open'
}

/** Whole kronor in one printed unit; undefined for what is not money. */
export function kronorPerUnit(unit: 'kr' | 'tkr' | 'mkr' | '%' | 'count'): number | undefined {
  return { kr: 1, tkr: 1_000, mkr: 1_000_000, '%': undefined, count: undefined }[unit]
}

/** A printed amount as an interval of kronor: its middle in whole kronor and half its width; undefined for what is not money. */
export function toKronor(
  value: number,
  decimals: number,
  unit: 'kr' | 'tkr' | 'mkr' | '%' | 'count',
): { value: number; half: number } | undefined {
  const perUnit = kronorPerUnit(unit)
  if (perUnit === undefined) return undefined
  const step = perUnit / 10 ** decimals
  return { value: Math.round(value * step), half: Math.max(step, 1) / 2 }
}
