import type { Box, PicturePage, Word } from '../model/page.js'
import type { Table } from '../model/report.js'
import type { ParseWords } from './parse-words.js'

/** The most words of one page that are looked at again: where more are unknown, it is no Swedish that is printed there. */
const MOST_ON_A_PAGE = 30
/** Heads and the first lines of labels stand so many heights of a figure over a table's figures. */
const HEADS = 4
// "Kundfordrinqar", "Övr.", no "2009", "m" and "|"
const LETTERED = /^\P{N}*\p{L}{2}\P{N}*$/u

// "oo", "Vv": mostly no word, but dust, dots or a stroke of a pen
const isShort = ({ text }: Word) => text.length <= 3

/** A row of a table on the page: as high as its figures. */
interface PlacedRow {
  readonly label: string | null
  readonly y0: number
  readonly y1: number
  /** Where its figures begin. */
  readonly x0: number
}

/**
 * The places of words in a page's tables that are none as they were read, and that no mending makes one: names too, which
 * nobody can know. Words of rows whose label is known whole are left out.
 */
export function findDoubtfulWords(page: PicturePage, tables: readonly Table[], words: ParseWords): Box[] {
  const placed = tables.map((table) => rowsOn(page.number, table)).filter((rows) => rows.length > 0)
  const isDoubtful = ({ text, box }: Word) => {
    if (!LETTERED.test(text)) return false
    const middle = (box.y0 + box.y1) / 2
    const rows = placed.find((own) => isAmong(middle, own))
    const row = rows?.find(({ y0, y1 }) => middle > y0 && middle < y1)
    if (!rows || (row && box.x0 >= row.x0)) return false
    return !(row?.label && words.mendLabel(row.label).exact) && !words.isWord(words.mendLabel(text).text)
  }
  return (page.readings[0]?.words ?? [])
    .filter(isDoubtful)
    .toSorted((a, b) => Number(isShort(a)) - Number(isShort(b)) || a.confidence - b.confidence)
    .slice(0, MOST_ON_A_PAGE)
    .map(({ box }) => box)
}

function rowsOn(page: number, { rows }: Table): PlacedRow[] {
  return rows.flatMap(({ label, cells }) => {
    const boxes = cells.flatMap((cell) => (cell?.box && cell.page === page ? [cell.box] : []))
    if (boxes.length === 0) return []
    const y0 = Math.min(...boxes.map((box) => box.y0))
    const y1 = Math.max(...boxes.map((box) => box.y1))
    return [{ label, y0, y1, x0: Math.min(...boxes.map((box) => box.x0)) }]
  })
}

function isAmong(middle: number, rows: readonly PlacedRow[]): boolean {
  const top = Math.min(...rows.map(({ y0 }) => y0))
  const bottom = Math.max(...rows.map(({ y1 }) => y1))
  const high = Math.max(...rows.map(({ y0, y1 }) => y1 - y0))
  return middle > top - HEADS * high && middle < bottom
}
