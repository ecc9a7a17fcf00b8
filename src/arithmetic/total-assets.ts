import type { Row } from '../model/report.js'
import { foldLabel, isTotalAssets, isTotalEquityAndLiabilities } from './row-kind.js'

/** Figures with fewer digits than this are the same by chance. */
const LEAST_TELLING = 1000

/**
 * The row of a balance sheet that is all assets: it says so; or it is the last one over equity and liabilities and has,
 * in one column at least, the figure of their sum, whatever it is called ("Allt vi äger"). -1 where there is none.
 */
export function findTotalAssets(rows: readonly Row[]): number {
  const named = rows.findLastIndex(({ label }) => isTotalAssets(foldLabel(label)))
  if (named >= 0) return named
  const claims = rows.findLast(({ label }) => isTotalEquityAndLiabilities(foldLabel(label)))
  const other = rows.findIndex((row) => isOfClaims(row))
  if (!claims || other < 0) return -1
  const last = rows.slice(0, other).findLastIndex(({ cells }) => cells.some(Boolean))
  const isSame = rows[last]?.cells.some(
    (cell, column) => cell && Math.abs(cell.value) >= LEAST_TELLING && cell.value === claims.cells[column]?.value,
  )
  return isSame ? last : -1
}

/** Whether a row stands among equity and liabilities, by its own words or those of the heading over it. */
function isOfClaims({ label, section }: Row): boolean {
  return [label, section].some((text) => /kapital|skuld/.test(foldLabel(text)))
}
