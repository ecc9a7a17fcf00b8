import type { CellRef, Check } from '../model/check.js'
import type { Report } from '../model/report.js'
import { keyOfCell, printedAt } from './printed.js'

/** A figure of fewer digits may end as another by chance. */
const FEWEST_DIGITS = 3

/**
 * Whether a figure seems to have lost its first digits: printed elsewhere, or as the sum of its rows, it has others before
 * the same ones, `173 860` against `4 173 860`. A column of single digits before the thousands is lost in many rows at once, whose sums then
 * still hold among themselves.
 */
export function lostLeadingDigits(report: Report, checks: readonly Check[]): (cell: CellRef) => boolean {
  const beheaded = new Set<string>()
  const digitsAt = (cell: CellRef) => {
    const amount = printedAt(report, cell)?.amount
    return amount && !amount.reviewed ? digitsOf(amount.value) : ''
  }
  for (const { verdict, subjectCell, terms, other, actual } of checks) {
    if (verdict !== 'mismatch' || other || !subjectCell || actual === null) continue
    const printed = digitsAt(subjectCell)
    if (isEndOf(printed, digitsOf(actual))) beheaded.add(keyOfCell(subjectCell))
    const [term, ...more] = terms
    if (term && more.length === 0 && isEndOf(digitsAt(term.cell), printed)) beheaded.add(keyOfCell(term.cell))
  }
  return (cell) => beheaded.has(keyOfCell(cell))
}

function digitsOf(value: number): string {
  return String(Math.abs(value))
}

function isEndOf(digits: string, whole: string): boolean {
  return digits.length >= FEWEST_DIGITS && whole.length > digits.length && whole.endsWith(digits)
}
