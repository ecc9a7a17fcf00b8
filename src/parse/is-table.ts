import type { Row } from '../model/report.js'

/** An amount of fewer digits may be a speck, a stroke of a signature or a place on a chart. */
const SMALLEST = 100
/** A longer label is a line of running text. */
const LONGEST_LABEL = 60
/** Where fewer of the lines hold figures, they stand in running text. */
const THINNEST = 0.25

function isLarge(row: Row): number {
  return row.cells.filter((cell) => cell !== null && Math.abs(cell.value) >= SMALLEST).length
}

/**
 * Whether rows that were read from a picture are a table: some of them have a label and an amount, or amounts beside each
 * other. A chart, signatures and running text with figures in it have neither. `lines` is how many lines were looked at.
 */
export function isTable(rows: readonly Row[], lines: number): boolean {
  const labelled = rows.filter((row) => row.label !== null && row.label.length <= LONGEST_LABEL)
  const sound = rows.filter((row) => isLarge(row) > (labelled.includes(row) ? 0 : 1))
  if (labelled.length * 4 < rows.length && rows.length > 2) return sound.length > rows.length / 2 && labelled.length > 0
  return sound.length > 0 || (rows.length >= THINNEST * lines && labelled.length > rows.length / 2)
}
