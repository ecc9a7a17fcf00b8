import type { Glyph, TextLine } from './find-text-lines.js'
import { rightOf, splitAt } from './line-figures.js'

/** All in heights of a page's capitals. Of a cell: three digits, and a long figure as a typewriter sets it. */
const cellWidth = { least: 1.9, most: 12 }
/** Glyphs of a cell: digits that touch are one, and so is a letter that stands alone. */
const leastGlyphs = 2
/** A gap that is wider than between words, and what must be left of it when it is laid over those of other lines. */
const farGap = 3
const sharedGap = 1.6
const sameEdge = 0.35
const sameGlyph = 0.25
/** Cells that line up before they are a column. */
const leastAligned = 3

/** A short piece of print, and what is empty before it. */
interface Cell {
  readonly glyphs: readonly Glyph[]
  readonly left: number
  readonly right: number
  readonly gap: Span
}

interface Span {
  readonly from: number
  readonly to: number
}

interface Row {
  readonly line: TextLine
  readonly cells: readonly Cell[]
}

/**
 * Whether short pieces of print stand behind a gap that lies at one place in line after line, and end at one place, as
 * figures do, rather than begin at one, as names and the ends of paragraphs do: what is too worn to be known for
 * figures may still be told for a column of them.
 */
export function standAlignedRight(lines: readonly TextLine[], tall: number): boolean {
  const rows = lines.map((line) => ({ line, cells: findCells(line, tall) }))
  return rows.some(({ cells }, at) =>
    cells.some((top) => {
      const column = [
        top,
        ...followColumn(rows.slice(0, at).reverse(), top, tall),
        ...followColumn(rows.slice(at + 1), top, tall),
      ]
      const aligned = column.filter(({ right }) => Math.abs(right - top.right) <= sameEdge * tall)
      return countWords(aligned, sameGlyph * tall) >= leastAligned && !lineUpLeft(column, sameEdge * tall)
    }),
  )
}

function findCells(line: TextLine, tall: number): Cell[] {
  const parts = splitAt(line, farGap).map((part) => ({
    ...{ left: part[0]!.x0, right: rightOf(part), glyphs: part },
  }))
  return parts
    .map((part, at) => ({ ...part, gap: { from: parts[at - 1]?.right ?? part.left, to: part.left } }))
    .slice(1)
    .filter(({ glyphs }) => glyphs.length >= leastGlyphs)
    .filter(({ left, right }) => right - left >= cellWidth.least * tall && right - left <= cellWidth.most * tall)
}

/** The cells that stand behind the same gap as one, up to the line that fills it. */
function followColumn(rows: readonly Row[], top: Cell, tall: number): Cell[] {
  const column: Cell[] = []
  let { gap } = top
  for (const { line, cells } of rows) {
    const [cell] = cells
      .filter((one) => isWide(shareOf(gap, one.gap), tall))
      .sort((a, b) => Math.abs(a.right - top.right) - Math.abs(b.right - top.right))
    if (cell) {
      column.push(cell)
      gap = shareOf(gap, cell.gap)
    } else if (line.glyphs.some(({ x0, x1 }) => x0 < gap.to && x1 > gap.from)) break
  }
  return column
}

function shareOf(a: Span, b: Span): Span {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }
}

function isWide({ from, to }: Span, tall: number): boolean {
  return to - from > sharedGap * tall
}

/** How many words there are among cells: a title may stand again and again, worn figures are never worn alike. */
function countWords(cells: readonly Cell[], near: number): number {
  const isSame = (a: Cell, b: Cell): boolean =>
    a.glyphs.length === b.glyphs.length &&
    a.glyphs.every(({ x0, x1 }, at) => Math.abs(x0 - b.glyphs[at]!.x0) + Math.abs(x1 - b.glyphs[at]!.x1) <= near)
  return cells.filter((cell, at) => !cells.slice(0, at).some((other) => isSame(cell, other))).length
}

/** Whether more pairs of cells begin together than end together. */
function lineUpLeft(cells: readonly Cell[], near: number): boolean {
  let [right, left] = [0, 0]
  for (const [at, a] of cells.entries()) {
    for (const b of cells.slice(at + 1)) {
      const sameLeft = Math.abs(a.left - b.left) <= near
      const sameRight = Math.abs(a.right - b.right) <= near
      if (sameRight && !sameLeft) right++
      if (sameLeft && !sameRight) left++
    }
  }
  return left > right
}
