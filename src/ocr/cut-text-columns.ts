import type { Glyph, TextLine } from './find-text-lines.js'
import { rightOf, splitAt } from './line-figures.js'

/** All in heights of a page's capitals: a line of running text is longer than any figure, and beside it is a gap. */
const leastLong = 16
const leastGap = 1.6
const sameEdge = 0.5
/** Lines of running text side by side, with one edge, before a page counts as one of several columns. */
const leastBeside = 4

/**
 * The lines of each column where a page is set in columns of running text: first those of the page and of its first
 * column, then those of the others. A table that is as wide as the page is not cut, nor is one within a column.
 */
export function cutTextColumns(lines: readonly TextLine[], tall: number): TextLine[][] {
  const edges = findEdges(lines, tall)
  if (edges.length === 0) return [[...lines]]
  const columns: TextLine[][] = [[], ...edges.map(() => [])]
  for (const line of lines) {
    let column = 0
    let piece: Glyph[] = []
    for (const glyph of line.glyphs) {
      const before = piece.length === 0 ? Number.NEGATIVE_INFINITY : rightOf(piece)
      const begins = glyph.x0 - before > leastGap * tall
      const edge = begins ? edges.findIndex((at) => Math.abs(at - glyph.x0) <= sameEdge * tall) : -1
      if (edge >= 0) {
        if (piece.length > 0) columns[column]!.push({ ...line, glyphs: piece })
        ;[column, piece] = [edge + 1, []]
      }
      piece.push(glyph)
    }
    columns[column]!.push({ ...line, glyphs: piece })
  }
  return columns
}

/** Where a column of running text begins beside another. */
function findEdges(lines: readonly TextLine[], tall: number): number[] {
  const starts = lines.flatMap((line) => {
    const parts = splitAt(line, leastGap)
    const isLong = (part: readonly Glyph[]): boolean => rightOf(part) - part[0]!.x0 >= leastLong * tall
    return parts.filter((part, at) => at > 0 && isLong(part) && isLong(parts[at - 1]!)).map((part) => part[0]!.x0)
  })
  const edges: number[] = []
  for (const start of starts) {
    const together = starts.filter((other) => Math.abs(other - start) <= sameEdge * tall)
    if (together.length < leastBeside || edges.some((edge) => Math.abs(edge - start) <= 2 * sameEdge * tall)) continue
    edges.push(together.sort((a, b) => a - b)[together.length >> 1]!)
  }
  return edges.sort((a, b) => a - b)
}
