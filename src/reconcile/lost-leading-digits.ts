import type { CellRef, Check } from '../model/check.js'
import type { Amount, Report } from '../model/report.js'
import { keyOfCell, printedAt, printedNumber } from './printed.js'

/** A figure of fewer digits may end as another by chance. */
const FEWEST_DIGITS = 3

/**
 * Whether a figure seems to have lost its first digits: printed elsewhere, or as the sum of its rows, it has others before
 * the same ones, `173 860` against `4 173 860`. A column of single digits before the thousands is lost in many rows at
 * once, whose sums then still hold among themselves.
 */
export function lostLeadingDigits(report: Report, checks: readonly Check[]): (cell: CellRef) => boolean {
  const beheaded = new Set<string>()
  for (const { verdict, subjectCell, terms, other, actual } of checks) {
    if (verdict !== 'mismatch' || other || !subjectCell || actual === null) continue
    const printed = printedAt(report, subjectCell)?.amount
    if (printed && isEndOf(printed, actual)) beheaded.add(keyOfCell(subjectCell))
    const [term, ...more] = terms
    const row = term && more.length === 0 ? printedAt(report, term.cell)?.amount : undefined
    if (printed && row && isEndOf(row, printedNumber(printed))) beheaded.add(keyOfCell(term!.cell))
  }
  return (cell) => beheaded.has(keyOfCell(cell))
}

/** Whether the digits of an amount, öre and all, are the last ones of a longer figure. */
function isEndOf({ value, decimals, reviewed }: Amount, figure: number): boolean {
  const digits = String(Math.abs(value))
  const whole = String(Math.round(Math.abs(figure) * 10 ** decimals))
  return !reviewed && digits.length >= FEWEST_DIGITS && whole.length > digits.length && whole.endsWith(digits)
}
