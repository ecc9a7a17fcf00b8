import { closing, roundingTolerance } from '../arithmetic/interval.js'
import { nearCutEvidence, nearMissEvidence, type SumFigures } from '../arithmetic/near-miss.js'
import { foldLabel, isCost } from '../arithmetic/row-kind.js'
import type { Row } from '../model/report.js'

/** A row and the sign with which it goes into a sum. */
export type SignedRow = { row: number; sign: 1 | -1 }

/** How a proposed structure fares in the figures. */
export type Fit = {
  terms: readonly SignedRow[]
  /** Columns where it closes to the unit, closes within rounding, does not close. */
  exact: number
  rounded: number
  open: number
  /** Of the columns where it does not close, those where a slip in one figure explains it. */
  near: number
  /** The columns where it closes to the unit or within rounding. */
  closed: readonly number[]
  /** Columns that could say nothing: the sum or all its terms are blank or nought. */
  mute: number
  /** Decimal digits by which the columns speak for the structure, the broken ones against. */
  evidence: number
}

/** What one broken column takes from a structure, in decimal digits: a misreading is rarer than one figure in 1 000. */
const BROKEN = 3

/** Digits that one column's closing must give where the other does not close. */
const TOLD_BY_ONE = 2

/** Beyond this many digits a column says nothing more: structures are compared, not amounts. */
const MOST_DIGITS = 5

/** Tries one structure in every column. `columns` are the indexes to be tried. */
export function fitSum(
  rows: readonly Row[],
  sumRow: number,
  terms: readonly SignedRow[],
  columns: readonly number[],
): Fit {
  const closed: number[] = []
  const fit = { terms, closed, exact: 0, rounded: 0, open: 0, near: 0, mute: 0, evidence: 0 }
  const seen = new Set<number>()
  for (const column of columns) {
    const figures = figuresAt(rows, sumRow, terms, column)
    if (!figures) {
      fit.mute++
      continue
    }
    const { total: printed, terms: known } = figures
    const actual = known.reduce((sum, { value, sign }) => sum + sign * value, 0)
    const largest = known.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0)
    const tolerance = roundingTolerance(known.length)
    const size = Math.max(Math.abs(printed), largest)
    const verdict = closing(printed, actual, tolerance)
    if (verdict === 'open') {
      fit.open++
      fit.evidence -= BROKEN
      continue
    }
    const window = verdict === 'exact' ? 1 : 2 * tolerance + 1
    fit[verdict]++
    closed.push(column)
    // The same figures in two columns say the same thing once.
    if (!seen.has(printed)) fit.evidence += Math.min(MOST_DIGITS, Math.max(0, Math.log10((size + 1) / window)))
    seen.add(printed)
  }
  return fit
}

/**
 * Whether one column closes to the unit over figures that do not so by chance, whatever is misread in the other: near
 * misses speak for a column only where a slip in a single figure explains it.
 */
export function isToldByOne({ terms, exact, open, evidence }: Fit): boolean {
  return terms.length > 1 && exact > 0 && open === 1 && evidence > TOLD_BY_ONE - BROKEN
}

/** A fit with the columns that miss narrowly weighed for what they say, where it leaves any open. */
export function withNearMisses(fit: Fit, rows: readonly Row[], sumRow: number, columns: readonly number[]): Fit {
  const open = columns.flatMap((column) => {
    const figures = fit.closed.includes(column) ? undefined : figuresAt(rows, sumRow, fit.terms, column)
    return figures ? [{ column, figures }] : []
  })
  const near = new Map<number, number>()
  for (const { column, figures } of open) {
    const evidence = nearMissEvidence(figures)
    if (evidence !== undefined) near.set(column, evidence)
    const next = open.find((one) => one.column === column + 1)
    const ofCut = next && nearCutEvidence(figures, next.figures)
    if (ofCut === undefined) continue
    near.set(column, ofCut / 2)
    near.set(column + 1, ofCut / 2)
  }
  const gained = [...near.values()].map((evidence) => Math.max(0, Math.min(MOST_DIGITS, evidence) + BROKEN))
  return { ...fit, near: near.size, evidence: gained.reduce((sum, one) => sum + one, fit.evidence) }
}

/** The figures of a structure in one column; undefined where they can say nothing: the sum or all its terms are blank or nought. */
function figuresAt(
  rows: readonly Row[],
  sumRow: number,
  terms: readonly SignedRow[],
  column: number,
): SumFigures | undefined {
  const total = rows[sumRow]?.cells[column]?.value
  const known = terms.flatMap(({ row, sign }) => {
    const cell = rows[row]?.cells[column]
    return cell ? [{ value: cell.value, sign }] : []
  })
  if (total === undefined || known.length === 0) return undefined
  return total === 0 && known.every(({ value }) => value === 0) ? undefined : { total, terms: known }
}

/**
 * The ways to sign `items`: as printed; with what is called a cost and printed without a minus taken away; and, for few
 * items, with any others that are printed without a minus taken away. `price` is what the choice costs in decimal digits, since more was tried.
 */
export function signings(
  rows: readonly Row[],
  items: readonly number[],
  every: boolean,
): { terms: SignedRow[]; price: number }[] {
  const asPrinted = items.map((row): SignedRow => ({ row, sign: 1 }))
  const ways = [{ terms: asPrinted, price: 0 }]
  const costs = asPrinted.map(({ row }) => isCost(foldLabel(rows[row]?.label ?? null)) && isPrintedPositive(rows[row]))
  if (costs.some(Boolean) && !costs.every(Boolean)) {
    ways.push({ terms: asPrinted.map((term, i) => (costs[i] ? { ...term, sign: -1 } : term)), price: 0.2 })
  }
  if (!every || items.length > MOST_SIGNED || items.length < 2) return ways
  const mayTurn = items.map((row) => rows[row]?.cells.some((cell) => (cell?.value ?? 0) > 0))
  for (let pattern = 1; pattern < 2 ** items.length - 1; pattern++) {
    if (items.some((_, i) => pattern & (1 << i) && !mayTurn[i])) continue
    const terms = asPrinted.map((term, i): SignedRow => (pattern & (1 << i) ? { ...term, sign: -1 } : term))
    ways.push({ terms, price: 1 + items.length * Math.log10(2) })
  }
  return ways
}

/** Beyond this many items signs are not tried one by one: too many trials make chance hits. */
const MOST_SIGNED = 6

function isPrintedPositive(row: Row | undefined): boolean {
  const values = row?.cells.flatMap((cell) => (cell ? [cell.value] : [])) ?? []
  return values.some((value) => value > 0) && values.every((value) => value >= 0)
}
