import type { FigureAnchor } from '../model/decision.js'
import type { Box } from '../model/page.js'
import type { Amount, Report, Row } from '../model/report.js'
import { type FigurePlace, isSameCell } from './figure-place.js'
import { anchorOfEmpty, findEmpty } from './find-empty.js'

/** Two boxes that share this much of what they cover together are one figure's, whatever was read in it. */
const SAME_PLACE = 0.5
/** Where the same characters were read, less will do: a reading may cut closer or wider. */
const SAME_PLACE_AND_TEXT = 0.25

/**
 * The figure or empty cell that an anchor points to, in reports that may have been read or parsed anew; undefined where there is none,
 * or where several fit alike: a decision is never taken for another figure's.
 */
export function findAnchor(reports: readonly Report[], anchor: FigureAnchor): FigurePlace | undefined {
  if (anchor.raw === null) return findEmpty(reports, anchor)
  const figures = figuresOn(reports, anchor.page)
  const found = anchor.box === null ? findByText(figures, anchor) : findByBox(figures, anchor, anchor.box)
  return found && { report: found.report, cell: found.cell }
}

/** The anchor of a figure or an empty cell; undefined where there is no such place. */
export function anchorOf(reports: readonly Report[], place: FigurePlace): FigureAnchor | undefined {
  const { table, row, column } = place.cell
  const amount = reports[place.report]?.tables[table]?.rows[row]?.cells[column]
  if (!amount) return anchorOfEmpty(reports, place)
  const figures = figuresOn(reports, amount.page)
  const own = figures.find(({ report, cell }) => report === place.report && isSameCell(cell, place.cell))!
  const alike = figures.filter((other) => isAlike(other, own))
  return { page: amount.page, box: amount.box, ...textOf(own), nth: alike.indexOf(own), of: alike.length }
}

interface Figure extends FigurePlace {
  readonly amount: Amount
  readonly row: Row
}

function figuresOn(reports: readonly Report[], page: number): Figure[] {
  return reports.flatMap(({ tables }, report) =>
    tables.flatMap(({ rows }, table) =>
      rows.flatMap((row, rowIndex) =>
        row.cells.flatMap((amount, column) =>
          amount?.page === page ? [{ report, cell: { table, row: rowIndex, column }, amount, row }] : [],
        ),
      ),
    ),
  )
}

function findByBox(figures: readonly Figure[], { raw }: FigureAnchor, box: Box): Figure | undefined {
  const near = figures.filter(({ amount }) => {
    const shared = amount.box === null ? 0 : sharedArea(amount.box, box)
    return shared >= (amount.raw === raw ? SAME_PLACE_AND_TEXT : SAME_PLACE)
  })
  return near.length === 1 ? near[0] : undefined
}

/**
 * Which of figures that are alike in all is told by their order, as long as there are as many of them. Where the row is
 * read otherwise now, the figure's own text with the row's label or with the rest of the row will do, if only one has it.
 */
function findByText(figures: readonly Figure[], anchor: FigureAnchor): Figure | undefined {
  const same = figures.filter((figure) => isText(figure, anchor))
  if (same.length > 0) return same.length === anchor.of ? same[anchor.nth] : undefined
  const kept = figures.filter((figure) => {
    const { raw, label, column } = textOf(figure)
    return raw === anchor.raw && column === anchor.column && (label === anchor.label || hasRow(figure, anchor))
  })
  return kept.length === 1 && anchor.of === 1 ? kept[0] : undefined
}

function isText(figure: Figure, anchor: FigureAnchor): boolean {
  const { raw, label, column } = textOf(figure)
  return raw === anchor.raw && label === anchor.label && column === anchor.column && hasRow(figure, anchor)
}

function hasRow(figure: Figure, { row }: FigureAnchor): boolean {
  const own = textOf(figure).row
  return own.length === row.length && own.every((one, index) => one === row[index])
}

function isAlike(figure: Figure, other: Figure): boolean {
  return isText(figure, { ...textOf(other), page: other.amount.page, box: null, nth: 0, of: 1 })
}

function textOf({ amount, row, cell }: Figure) {
  return {
    raw: amount.raw,
    label: row.labelRaw,
    row: row.cells.map((one) => one?.raw ?? null),
    column: cell.column,
  }
}

/** What two boxes share, of what they cover together, 0..1. */
function sharedArea(a: Box, b: Box): number {
  const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
  const down = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  if (across <= 0 || down <= 0) return 0
  const both = across * down
  return both / (areaOf(a) + areaOf(b) - both)
}

function areaOf({ x0, y0, x1, y1 }: Box): number {
  return (x1 - x0) * (y1 - y0)
}
