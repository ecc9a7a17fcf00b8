import type { Report, Row, Table } from '../model/report.js'

/** Digits that stand in a report's tables and again at the end of a label by no chance. */
const FEWEST_DIGITS = 5
/** Digits of a note's number, which may have run into the figure of a statement behind it: `2 | 10 940 602`. */
const MOST_OF_NOTE = 2

/**
 * Rows whose labels may have swallowed a figure: they end in a number of five digits or more that is an amount of the
 * report, sign aside. A column was lost there, and what was read beside the label may stand under another year. The
 * number of a loan or a property is no amount.
 */
export function swallowedFigures({ tables }: Report): (row: Row) => boolean {
  const amounts = new Set(tables.flatMap(digitsIn))
  return ({ label }) => endings(label ?? '').some((digits) => digits.length >= FEWEST_DIGITS && amounts.has(digits))
}

function digitsIn({ kind, rows }: Table): string[] {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell !== null))
  const digits = cells.map(({ value }) => String(Math.abs(value)))
  if (kind === 'note') return digits
  return digits.flatMap((all) => Array.from({ length: MOST_OF_NOTE + 1 }, (_, front) => all.slice(front)))
}

/** The numbers that a line may end in: `602`, `940602` and `10940602` of `Summa 10 940 602`. */
function endings(line: string): string[] {
  const words = line.split(' ')
  const last = words.findLastIndex((word) => !/^\d+$/.test(word))
  const numbers = words.slice(last + 1)
  return numbers.map((_, from) => numbers.slice(from).join(''))
}
