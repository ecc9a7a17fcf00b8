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
  const known = boxesOfColumn(tables, { table, row, column }, first.page)
  if (!known) return undefined
  const { y0, y1 } = first.box
  return { page: first.page, box: { x0: Math.min(...known.map(({ x0 }) => x0)), x1: usualEdge(known), y0, y1 } }
}

/** A figure ends so many of its digits before or behind the edge of its column if something was cut off or added. */
const OFF_EDGE = 0.7
/** The edge of a column is where so many of its figures end. */
const AT_EDGE = 2 / 3

/**
 * Where a figure that was read is to be looked at again: at its own place, but as far to the right as its column reaches,
 * where a stroke of a pen cut its end off or added a digit. Undefined where it has no place.
 */
export function placeOfFigure(tables: readonly Table[], cell: CellRef): Box | undefined {
  const { box, page, raw } = tables[cell.table]!.rows[cell.row]!.cells[cell.column] ?? {}
  if (!box || !raw || !page || !/\d$/.test(raw)) return box ?? undefined
  const digit = (box.x1 - box.x0) / raw.length
  const known = boxesOfColumn(tables, cell, page)
  if (!known) return box
  const edge = usualEdge(known)
  const atEdge = known.filter(({ x1 }) => Math.abs(x1 - edge) < OFF_EDGE * digit)
  const isOff = Math.abs(box.x1 - edge) > OFF_EDGE * digit && edge > box.x0
  return isOff && atEdge.length >= AT_EDGE * known.length ? { ...box, x1: edge } : box
}

/** Where a column's figures stand on a page, in its own table or else in others with the same period over it. */
function boxesOfColumn(tables: readonly Table[], { table, column }: CellRef, page: number): Box[] | undefined {
  const own = tables[table]!
  const period = own.columns[column]?.periodEnd ?? null
  const boxesOf = ({ rows }: Table) =>
    rows.flatMap(({ cells }) => {
      const cell = cells[column]
      return cell?.box && cell.page === page ? [cell.box] : []
    })
  const alike = tables.filter(
    ({ columns }) => columns.length === own.columns.length && period !== null && columns[column]!.periodEnd === period,
  )
  return [boxesOf(own), alike.flatMap(boxesOf)].find((boxes) => boxes.length >= FEWEST_FIGURES)
}

function heightOf({ y0, y1 }: Box): number {
  return y1 - y0
}

/** The right edge of most boxes: strokes of a pen may reach beyond it. */
function usualEdge(boxes: readonly Box[]): number {
  const edges = boxes.map(({ x1 }) => x1).sort((a, b) => a - b)
  return edges[Math.floor(edges.length / 2)]!
}
