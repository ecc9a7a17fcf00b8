import type { Report, Row } from '../model/report.js'

/** Digits that stand in a report's tables and again at the end of a label by no chance. */
const FEWEST_DIGITS = 5

/**
 * Rows whose labels may have swallowed a figure: they end in a number of five digits or more that is an amount of the
 * report, sign aside. A column was lost there, and what was read beside the label may stand under another year. The
 * number of a loan or a property is no amount.
 */
export function swallowedFigures({ tables }: Report): (row: Row) => boolean {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const amounts = new Set(cells.flatMap((cell) => (cell ? [String(Math.abs(cell.value))] : [])))
  return ({ label }) => endings(label ?? '').some((digits) => digits.length >= FEWEST_DIGITS && amounts.has(digits))
}

/** The numbers that a line may end in: `602`, `940602` and `10940602` of `Summa 10 940 602`. */
function endings(line: string): string[] {
  const words = line.split(' ')
  const last = words.findLastIndex((word) => !/^\d+$/.test(word))
  const numbers = words.slice(last + 1)
  return numbers.map((_, from) => numbers.slice(from).join(''))
}
