import type { CellRef } from '../model/check.js'
import type { FigureAnchor } from '../model/decision.js'
import type { Box } from '../model/page.js'
import type { Report, Row, Table } from '../model/report.js'
import { type FigurePlace, isSameCell } from './figure-place.js'

/** Two boxes that share this much of the smaller, across and down, are of one cell. */
const SAME_CELL = 0.5

/** A cell of a row that has figures, though none there. */
export interface EmptyCell extends FigurePlace {
  readonly page: number
  /** Where a figure of that row and column would stand; null where the row or the column has no places. */
  readonly box: Box | null
  readonly row: Row
}

/** The cells in which a figure may have been missed: those without one, of rows and columns that have some. */
export function findEmptyCells(reports: readonly Report[]): EmptyCell[] {
  return cellsOf(reports).filter(isEmpty)
}

/** The anchor of an empty cell; undefined where there is none at the place. */
export function anchorOfEmpty(reports: readonly Report[], place: FigurePlace): FigureAnchor | undefined {
  const empty = findEmptyCells(reports)
  const own = empty.find(({ report, cell }) => report === place.report && isSameCell(cell, place.cell))
  if (own === undefined) return undefined
  const { page, box, row, cell } = own
  const { labelRaw: label } = row
  const alike = empty.filter((other) => other.page === page && other.row.labelRaw === label && hasRest(other, own))
  const texts = row.cells.map((one) => one?.raw ?? null)
  const { column } = cell
  return { page, box, raw: null, label, row: texts, column, nth: alike.indexOf(own), of: alike.length }
}

/**
 * The cell that an anchor of an empty one points to, whether a figure has been read in it since or not; undefined where
 * there is none, or where several fit alike.
 */
export function findEmpty(reports: readonly Report[], anchor: FigureAnchor): FigurePlace | undefined {
  const cells = cellsOf(reports).filter(({ page }) => page === anchor.page)
  const found = anchor.box === null ? findByRow(cells, anchor) : findByBox(cells, anchor.box)
  return found && { report: found.report, cell: found.cell }
}

/** Still empty, it is found beside a figure that was read too wide and lies over it. */
function findByBox(cells: readonly EmptyCell[], box: Box): EmptyCell | undefined {
  const near = cells.filter((one) => one.box !== null && isOfOneCell(one.box, box))
  const empty = near.filter(isEmpty)
  const [found, another] = empty.length > 0 ? empty : near
  return another === undefined ? found : undefined
}

/** Rows that are alike are told apart by their order, as long as there are as many of them. */
function findByRow(cells: readonly EmptyCell[], anchor: FigureAnchor): EmptyCell | undefined {
  const inColumn = cells.filter(({ cell, row }) => cell.column === anchor.column && row.labelRaw === anchor.label)
  const same = inColumn.filter(({ row }) => hasTexts(row, anchor))
  if (same.length === anchor.of) return same[anchor.nth]
  return inColumn.length === 1 && anchor.of === 1 ? inColumn[0] : undefined
}

/** All cells, empty or not, of rows and columns that have figures. */
function cellsOf(reports: readonly Report[]): EmptyCell[] {
  return reports.flatMap(({ tables }, report) =>
    tables.flatMap((table, index) => {
      const used = table.columns.map((_, column) => table.rows.some(({ cells }) => (cells[column] ?? null) !== null))
      return table.rows.flatMap((row, rowIndex) => {
        const page = row.cells.find((one) => one !== null)?.page
        if (page === undefined) return []
        return used.flatMap((isUsed, column) => {
          const cell = { table: index, row: rowIndex, column }
          return isUsed ? [{ report, cell, page, box: boxOf(table, cell, page), row }] : []
        })
      })
    }),
  )
}

/** A figure's own box, else as high as the figures beside it and as wide as those over and under it. */
function boxOf({ rows }: Table, { row, column }: CellRef, page: number): Box | null {
  const own = rows[row]!.cells[column]
  if (own) return own.box
  const beside = rows[row]!.cells.flatMap((one) => one?.box ?? [])
  const along = rows.flatMap(({ cells }) => {
    const one = cells[column]
    return one?.page === page && one.box !== null ? [one.box] : []
  })
  if (beside.length === 0 || along.length === 0) return null
  return {
    x0: Math.min(...along.map(({ x0 }) => x0)),
    y0: Math.min(...beside.map(({ y0 }) => y0)),
    x1: Math.max(...along.map(({ x1 }) => x1)),
    y1: Math.max(...beside.map(({ y1 }) => y1)),
  }
}

function isEmpty({ cell, row }: EmptyCell): boolean {
  return (row.cells[cell.column] ?? null) === null
}

function isOfOneCell(a: Box, b: Box): boolean {
  const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
  const down = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  const [wide, tall] = [Math.min(a.x1 - a.x0, b.x1 - b.x0), Math.min(a.y1 - a.y0, b.y1 - b.y0)]
  return across >= SAME_CELL * wide && down >= SAME_CELL * tall
}

/** Whether two rows print the same beside the cell. */
function hasRest(other: EmptyCell, { cell: { column }, row }: EmptyCell): boolean {
  const texts = row.cells.map((one) => one?.raw ?? null)
  return other.cell.column === column && hasTexts(other.row, { row: texts, column })
}

function hasTexts({ cells }: Row, { row, column }: Pick<FigureAnchor, 'row' | 'column'>): boolean {
  return cells.length === row.length && cells.every((one, at) => at === column || (one?.raw ?? null) === row[at])
}
