import { roundingTolerance } from './interval.js'
import { slipBetween } from './misreadings.js'

/** The figures of a sum in one column: the printed total and its signed terms. */
export type SumFigures = { total: number; terms: readonly { value: number; sign: 1 | -1 }[] }

/** Decimal digits that say how rare it is that a figure is misread: one in 120 is in worn print, far fewer in clean. */
const MISREAD = 2.5
/** Evidence below this says nothing: the figures are so short that any is a slip away from most others. */
export const DOUBTFUL = -1
/** The most digits before an amount's own that are taken for the number of a note. */
const NOTE_DIGITS = 2

/**
 * What a sum that does not close speaks for its being one, in decimal digits, where a slip in a single one of its figures
 * explains it: the chance that such a slip was made, against the chance that figures which have nothing to do with each
 * other come so near. Undefined where none explains it. Short figures are a slip away from most others.
 */
export function nearMissEvidence(figures: SumFigures): number | undefined {
  const room = Math.floor(roundingTolerance(figures.terms.length))
  const wanted = wantedValues(figures)
  const size = Math.max(...wanted.map(({ value }) => Math.abs(value))) + 1
  for (const [least, most] of [
    [0, 0],
    [1, room],
  ] as const) {
    const offsets = Array.from({ length: most - least + 1 }, (_, index) => least + index)
    const values = wanted.flatMap((one) =>
      offsets.flatMap((by) => [
        { ...one, by },
        { ...one, by: -by },
      ]),
    )
    if (!values.some(({ value, wanted: exact, by }) => isSlip(exact + by, value))) continue
    return Math.log10(size / slipsAround(size) / (2 * most + 1)) - MISREAD
  }
  return undefined
}

/**
 * The same for two neighbouring columns of which neither closes: digits of one figure may have been read as its
 * neighbour's, and then the line has the digits that it must have.
 */
export function nearCutEvidence(left: SumFigures, right: SumFigures): number | undefined {
  if (left.terms.length !== right.terms.length) return undefined
  const [ofLeft, ofRight] = [wantedValues(left), wantedValues(right)]
  const isCut = ofLeft.some(({ value, wanted }, index) => {
    const beside = ofRight[index]!
    return digitsOf(value) + digitsOf(beside.value) === digitsOf(wanted) + digitsOf(beside.wanted)
  })
  return isCut ? Math.log10(Math.abs(left.total) + Math.abs(right.total) + 1) - MISREAD : undefined
}

/** What each figure would have to be for the sum to close to the unit: the terms in their order, then the total. */
function wantedValues({ total, terms }: SumFigures): { value: number; wanted: number }[] {
  const open = total - terms.reduce((sum, { value, sign }) => sum + sign * value, 0)
  return [
    ...terms.map(({ value, sign }) => ({ value, wanted: value + sign * open })),
    { value: total, wanted: total - open },
  ]
}

/** Whether a reader may have made `value` of what is printed, or a printer set it for what was meant. */
function isSlip(wanted: number, value: number): boolean {
  const isTwice = Math.sign(wanted) === -Math.sign(value) && wanted !== -value
  if (isTwice) return false
  if (slipBetween(wanted, value)) return true
  const [printed, read] = [digitsOf(wanted), digitsOf(value)]
  const extra = read.length - printed.length
  if (extra !== 0) return extra > 0 && extra <= NOTE_DIGITS && read.endsWith(printed)
  const apart = [...printed].findIndex((digit, index) => digit !== read[index])
  const swapped = printed.slice(0, apart) + printed[apart + 1] + printed[apart] + printed.slice(apart + 2)
  return apart >= 0 && swapped === read
}

/** How many values are a slip away from a figure of such a size: other digits, lost ones, gained ones, the sign. */
function slipsAround(size: number): number {
  const digits = Math.ceil(Math.log10(size + 1))
  return 9 * digits + 10 * (digits + 1) + digits + digits + 1
}

function digitsOf(value: number): string {
  return String(Math.abs(value))
}
