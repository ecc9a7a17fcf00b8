import type { Box, Page, PicturePage, Word } from '../../src/model/page.js'
import type { Report, Table } from '../../src/model/report.js'

/** The words of one row of a table, as they stand on its page. */
export interface RowPlace {
  readonly page: number
  readonly label: readonly Word[]
  /** By column; none where nothing is printed. */
  readonly cells: readonly (readonly Word[])[]
  readonly noteRef: string | null
}

/** Where a table stands: its rows from the top, and the words over its columns. */
export interface TablePlace {
  readonly table: Table
  readonly rows: readonly RowPlace[]
  /** By column. */
  readonly heads: readonly (readonly Word[])[]
}

/** Heads stand so far over the first row at most, as a share of the page's height. */
const HEAD_REACH = 0.14
// "2014", "2014-12-31", "141231", "Budget", "Utfall"
const HEAD = /(?:19|20)\d\d|^\d{6}$|^\d\d-\d\d$|budget|utfall|bokslut/i

/** The words of a page's preferred reading; none where it has no picture. */
export function wordsOf(page: Page | undefined): readonly Word[] {
  return page?.kind === 'picture' ? (page.readings[0]?.words ?? []) : []
}

/** Where the tables of a document's reports stand, those of which every row has a place. */
export function findPlaces(pages: readonly Page[], reports: readonly Report[]): TablePlace[] {
  const words = new Map(pages.map((page) => [page.number, wordsOf(page)]))
  return reports.flatMap(({ tables }) =>
    tables.flatMap((table, index) => {
      const rows = table.rows.map((row) => placeOf(row, words))
      if (rows.length === 0 || rows.some((row) => row === undefined)) return []
      const whole = rows as RowPlace[]
      const before = tables[index - 1]?.rows.at(-1)?.cells.find((cell) => cell !== null)
      return [{ table, rows: whole, heads: headsOver(whole, words, before ?? null) }]
    }),
  )
}

function placeOf(row: Table['rows'][number], pages: ReadonlyMap<number, readonly Word[]>): RowPlace | undefined {
  const boxes = row.cells.flatMap((cell) => cell?.box ?? [])
  const [first] = row.cells.filter((cell) => cell !== null)
  if (!first || boxes.length === 0) return undefined
  const words = pages.get(first.page) ?? []
  const band = { y0: Math.min(...boxes.map(({ y0 }) => y0)), y1: Math.max(...boxes.map(({ y1 }) => y1)) }
  const left = Math.min(...boxes.map(({ x0 }) => x0))
  const inBand = words.filter(({ box }) => middleOf(box).y >= band.y0 && middleOf(box).y <= band.y1)
  return {
    page: first.page,
    label: inBand.filter(({ box }) => box.x1 <= left),
    cells: row.cells.map((cell) => (cell?.box ? inBand.filter(({ box }) => isWithin(middleOf(box), cell.box!)) : [])),
    noteRef: row.noteRef,
  }
}

function headsOver(
  rows: readonly RowPlace[],
  pages: ReadonlyMap<number, readonly Word[]>,
  before: { readonly page: number; readonly box: Box | null } | null,
): Word[][] {
  const [top] = rows
  const topY = Math.min(...top!.cells.flat().map(({ box }) => box.y0))
  const floor = before?.page === top!.page ? (before.box?.y1 ?? 0) : 0
  const near = (pages.get(top!.page) ?? []).filter(
    ({ text, box }) => HEAD.test(text) && box.y1 <= topY + 0.002 && box.y0 >= Math.max(floor, topY - HEAD_REACH),
  )
  return top!.cells.map((_, column) => {
    const own = rows.filter(({ page }) => page === top!.page).flatMap(({ cells }) => cells[column] ?? [])
    const x0 = Math.min(...own.map(({ box }) => box.x0))
    const x1 = Math.max(...own.map(({ box }) => box.x1))
    return near.filter(({ box }) => box.x0 < x1 && x0 < box.x1)
  })
}

/** The middle of a box. */
export function middleOf({ x0, y0, x1, y1 }: Box): { x: number; y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }
}

function isWithin({ x, y }: { x: number; y: number }, { x0, y0, x1, y1 }: Box): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

/** A page as one reader saw it once, with a second reading that says the same: damage to it is seen by no other look. */
export function asReadOnce(page: Page): Page {
  if (page.kind !== 'picture') return page
  const { again: _, ...rest } = page
  const [reading] = page.readings
  const words = (reading?.words ?? []).map((word) => ({ ...word, second: word.second ?? word.text }))
  const source: PicturePage['source'] = page.source === 'text_layer' ? 'ocr' : page.source
  return { ...rest, source, readings: reading ? [{ ...reading, words }] : [] }
}
