import type { CellRef } from '../model/check.js'
import type { Box } from '../model/page.js'
import type { Table } from '../model/report.js'

/** A column's edges are known from so many of its figures on the page. */
const FEWEST_FIGURES = 2

/**
 * Where a figure would stand that was not read, in an empty cell: on its row's line, as wide as the column is on that page
 * in its own table, or else in others with the same period over it; undefined where that is not told.
 */
export function expectedPlace(
  tables: readonly Table[],
  { table, row, column }: CellRef,
): { page: number; box: Box } | undefined {
  const own = tables[table]!
  const line = own.rows[row]!.cells.flatMap((cell) => (cell?.box ? [{ page: cell.page, box: cell.box }] : []))
  const first = line.toSorted((a, b) => heightOf(a.box) - heightOf(b.box))[0]
  const head = own.columns[column]
  if (!first || !head) return undefined
  const boxesOf = ({ rows }: Table) =>
    rows.flatMap(({ cells }) => {
      const cell = cells[column]
      return cell?.box && cell.page === first.page ? [cell.box] : []
    })
  const alike = tables.filter(
    ({ columns }) =>
      columns.length === own.columns.length && head.periodEnd !== null && columns[column]!.periodEnd === head.periodEnd,
  )
  const known = [boxesOf(own), alike.flatMap(boxesOf)].find((boxes) => boxes.length >= FEWEST_FIGURES)
  if (!known) return undefined
  const { y0, y1 } = first.box
  return { page: first.page, box: { x0: Math.min(...known.map(({ x0 }) => x0)), x1: usualEdge(known), y0, y1 } }
}

function heightOf({ y0, y1 }: Box): number {
  return y1 - y0
}

/** The right edge of most boxes: strokes of a pen may reach beyond it. */
function usualEdge(boxes: readonly Box[]): number {
  const edges = boxes.map(({ x1 }) => x1).sort((a, b) => a - b)
  return edges[Math.floor(edges.length / 2)]!
}
