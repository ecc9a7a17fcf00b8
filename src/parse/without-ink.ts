import type { Row, Sum } from '../model/report.js'

/** A row without a label that prints fewer digits than this in each cell may be a stroke of a pen or a row of specks. */
const FEWEST_DIGITS = 3
// "-45", "(12)", "7 %", "0": as a printer sets a small figure
const SMALL_FIGURE = /^(?:[-–—−]?\d{1,2}|\(\d{1,2}\)|\d{1,2} ?%|[-–—−])$/

/** What the sums of rows are. */
type FindSums = (rows: readonly Row[]) => readonly Sum[]

/**
 * The rows of a table read from a picture without those that signatures and specks left: no label, hardly a digit, and
 * either nothing that is printed so or a small figure by itself under the sum that ends the rows. A row that is a sum and
 * closes stays.
 */
export function withoutInk(rows: readonly Row[], findSums: FindSums): Row[] {
  const scraps = new Set(rows.filter(isScrap))
  if (scraps.size === 0) return [...rows]
  const sums = findSums(rows)
  const sound = rows.filter((row) => !scraps.has(row))
  const summed = new Set(findSums(sound).map(({ row }) => sound[row]))
  return rows.filter((row, place) => {
    if (!scraps.has(row) || sums.some((sum) => sum.row === place && closes(sum, rows))) return true
    const above = rows.slice(0, place).findLast((one) => sound.includes(one))
    return isPrinted(row) && !(above && summed.has(above))
  })
}

function isScrap({ label, cells }: Row): boolean {
  const printed = cells.filter((cell) => cell !== null)
  const isSmall = printed.every(({ raw }) => raw.replace(/\D/g, '').length < FEWEST_DIGITS)
  return label === null && isSmall && printed.some(({ value, box }) => value !== 0 && box !== null)
}

/** Whether some figure of a row stands as figures are printed. */
function isPrinted({ cells }: Row): boolean {
  return cells.some((cell) => cell !== null && SMALL_FIGURE.test(cell.raw))
}

function closes({ row, terms, column }: Sum, rows: readonly Row[]): boolean {
  const value = (place: number, at: number) => rows[place]?.cells[at]?.value ?? 0
  return rows[row]!.cells.every((cell, at) => {
    if (cell === null || (column !== undefined && column !== at)) return true
    return cell.value === terms.reduce((sum, term) => sum + term.sign * value(term.row, at), 0)
  })
}
