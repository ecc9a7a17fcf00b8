import { type Check, cellsOf } from '../model/check.js'
import type { Amount } from '../model/report.js'
import { bounds, isStrong, isTurnedAbout, proves } from './check-nature.js'
import type { Floats } from './floating-signs.js'
import { type Exactness, exactnessOf, hasSureDigits, isReadAlikeAgain, withstandsRounding } from './judge-rounding.js'
import { lostLeadingDigits } from './lost-leading-digits.js'
import { isWithinTable } from './minus-throughout.js'
import { finestDecimals, printedNumber } from './printed.js'
import type { SameFigure } from './same-figures.js'
import type { Figure, ReportWithChecks, TriedCheck } from './tried-check.js'
import { mirroredRows, turnedRows } from './turned-rows.js'

/** That a check bears out a figure as it was read. */
export interface Proof {
  readonly check: Check
  /** The figure's own key. */
  readonly key: string
  /** Whether more than one other figure took part, with the signs as printed. */
  readonly isSum: boolean
}

/** Nothing is known of how often identities close to the unit but that each figure may have been rounded by itself. */
const UNKNOWN: Exactness = new Map()

/**
 * What the checks of a report prove, one at a time. `isRounded` tells figures in sums that hold only within rounding: there
 * a misread last digit may be what another sum rests on.
 */
export function proofFinder(
  { id, report, checks }: ReportWithChecks,
  floats: Floats,
  sameFigure: SameFigure,
  isRounded: (figure: Figure) => boolean,
): (tried: TriedCheck) => Proof[] {
  const exactness = exactnessOf(checks)
  const isTurned = turnedRows(report, checks)
  const isMirrored = mirroredRows(checks)
  const isBeheaded = lostLeadingDigits(report, checks)
  const isFloating = floats.get(id)!
  const tellsSign = ({ check, keys }: TriedCheck, { cell, isTerm }: Figure) => {
    if (cell === null) return true
    if (isOfRows(keys) && ((isTerm && isTurned(cell)) || isMirrored(cell))) return false
    const float = isFloating(cell)
    if (float === 'in its report') return check.other !== null
    // Only a figure that has the same sign elsewhere shows that no minus was lost.
    return !float || !(isOfRows(keys) || isTurnedAbout(check) || isWithinTable(check))
  }
  return (tried) => {
    const { check, keys, figures } = tried
    if (!proves(check) && !bounds(check)) return []
    // Sums of figures that all lost their first digits hold as well as true ones.
    if (isOfRows(keys) && cellsOf(check).some(isBeheaded)) return []
    return figures.flatMap((figure): Proof[] => {
      // A share in per cent says little of the two figures that it is of.
      if (check.unit === '%' && figure.unit !== '%') return []
      if (!tellsSign(tried, figure)) return []
      const { key } = figure
      if (meetsFiner(tried, figure)) return [{ check, key, isSum: false }]
      const reliable = isRounded(figure) && check.rule !== 'variance' ? UNKNOWN : exactness
      return tellsLastDigit(tried, figure, reliable) ? [{ check, key, isSum: isSumOf(tried, figure, sameFigure) }] : []
    })
  }
}

/** Whether a check is of more than two figures, which are not one printed twice. */
function isOfRows(keys: readonly string[]): boolean {
  return keys.length > 2
}

/**
 * Whether an amount in thousands or millions meets one in kronor, or one in whole kronor another with öre: had it another
 * digit, they would be a unit apart.
 */
function meetsFiner({ check, keys, figures }: TriedCheck, { amount, unit }: Figure): boolean {
  const isCoarser = check.unit === 'kr' && (unit === 'tkr' || unit === 'mkr') && keys.length === 2
  const { value, decimals } = amount
  const isWhole = figures.length === 2 && value !== 0 && !isOfOneStep(figures) && decimals < finestDecimals(figures)
  return isCoarser || isWhole
}

/** Whether figures that took part are printed to the same decimal: a nought is, whatever it shows. */
export function isOfOneStep(figures: readonly { readonly amount: Amount }[]): boolean {
  return new Set(figures.flatMap(({ amount }) => (amount.value === 0 ? [] : [amount.decimals]))).size <= 1
}

/** Whether a check would hardly hold had the figure another last digit. */
function tellsLastDigit({ check, keys }: TriedCheck, { amount, factor }: Figure, exactness: Exactness): boolean {
  const isSure = hasSureDigits(amount)
  const isTold = isStrong(check) && Math.abs(printedNumber(amount)) > check.tolerance && isSure
  if (!proves(check) && !isTold) return false
  const hasWitness = amount.typed || isReadAlikeAgain(amount)
  return hasWitness || !isOfRows(keys) || withstandsRounding(check, amount, factor, exactness, isSure)
}

/** Whether a figure is proven by more than one other; a nought fits into any sum of other rows. */
function isSumOf({ check, keys, figures }: TriedCheck, { key, amount }: Figure, sameFigure: SameFigure): boolean {
  const own = sameFigure(key)
  const others = new Set(keys.map(sameFigure).filter((other) => other !== own))
  const bearing = figures.filter((one) => one.cell !== null && one.amount.value !== 0).length + (check.other ? 1 : 0)
  const isOfMany = others.size > 1 || (others.size === 1 && bearing > 2)
  return proves(check) && isStrong(check) && isOfMany && amount.value !== 0
}
