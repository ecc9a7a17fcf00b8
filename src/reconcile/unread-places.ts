import { isUnread } from '../model/in-box.js'
import type { Box, PicturePage, Word } from '../model/page.js'
import { ACCOUNTS, type Table } from '../model/report.js'

/** A place on a page at which nothing was read, though a column of figures goes through it. */
export interface UnreadPlace {
  readonly box: Box
  /** Whether figures of other columns stand on its line; else there is but a label, which may be a heading. */
  readonly isInRow: boolean
}

/** A column's edges are known from so many of its figures on the page. */
const FEWEST_FIGURES = 3
/** And from so many of them that end at one edge, which lie within this many heights of a figure of each other. */
const AT_EDGE = { share: 2 / 3, within: 0.5 }
/** Words whose middles lie within this share of a figure's height stand on one line. */
const SAME_LINE = 0.6
// "Skattekonto": a label, not a stroke of a pen
const LABEL = /\p{L}{3}/u
// "7", "500": a figure
const FIGURE = /\d/

/** The places at which labelled lines of a page cross its columns of dated figures, and nothing was read. */
export function findUnreadPlaces(page: PicturePage, tables: readonly Table[]): UnreadPlace[] {
  const figures = tables
    .filter(({ kind }) => ACCOUNTS.has(kind))
    .flatMap(({ columns, rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((cell, column) => {
          const { periodEnd, scenario } = columns[column]!
          const isHere = cell?.box && cell.page === page.number && periodEnd !== null
          return isHere ? [{ period: `${periodEnd} ${scenario}`, box: cell.box! }] : []
        }),
      ),
    )
  const height = middleOf(figures.map(({ box }) => box.y1 - box.y0))
  const top = Math.min(...figures.map(({ box }) => box.y0))
  const columns = [...new Set(figures.map(({ period }) => period))].flatMap((period) => {
    const boxes = figures.filter((one) => one.period === period).map(({ box }) => box)
    return edgesOf(boxes, (height * page.height) / page.width) ?? []
  })
  const isApart = columns.every((a) => columns.every((b) => a === b || a.x1 < b.x0 || b.x1 < a.x0))
  if (!isApart) return []
  const words = page.readings[0]?.words ?? []
  return wordsToLines(words, height).flatMap((line) => {
    const printed = line.filter(({ text }) => FIGURE.test(text) || LABEL.test(text))
    const inRow = printed.filter(
      ({ text, box }) => FIGURE.test(text) && columns.some(({ x0, x1 }) => box.x0 < x1 && box.x1 > x0),
    )
    const isInRow = inRow.length > 0
    const y0 = Math.min(...(isInRow ? inRow : printed).map(({ box }) => box.y0))
    if (printed.length === 0 || y0 < top) return []
    return columns
      .map((column) => ({ ...column, y0, y1: y0 + height }))
      .filter((place) => {
        const isLabelled = printed.some(({ text, box }) => LABEL.test(text) && box.x1 < place.x0)
        return (isLabelled || isInRow) && isUnread(place, words)
      })
      .map((box) => ({ box, isInRow }))
  })
}

/** How far a column of figures reaches across the page; undefined where most do not end at one edge. */
function edgesOf(boxes: readonly Box[], height: number): { x0: number; x1: number } | undefined {
  const x1 = middleOf(boxes.map((box) => box.x1))
  const atEdge = boxes.filter((box) => Math.abs(box.x1 - x1) <= AT_EDGE.within * height)
  if (boxes.length < FEWEST_FIGURES || atEdge.length < AT_EDGE.share * boxes.length) return undefined
  return { x0: Math.min(...atEdge.map((box) => box.x0)), x1 }
}

function wordsToLines(words: readonly Word[], height: number): Word[][] {
  const lines: { middle: number; words: Word[] }[] = []
  for (const word of words.toSorted((a, b) => a.box.y0 + a.box.y1 - b.box.y0 - b.box.y1)) {
    const middle = (word.box.y0 + word.box.y1) / 2
    const last = lines.at(-1)
    if (last && middle - last.middle <= SAME_LINE * height) last.words.push(word)
    else lines.push({ middle, words: [word] })
  }
  return lines.map((line) => line.words)
}

function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
