import type { Glyph, TextLine } from './find-text-lines.js'
import { capitalHeight, heightOf, isFigure, isShortFigure, rightOf, splitAt } from './line-figures.js'

/** In heights of a line's capitals: a typewriter's blank is as wide as a narrow gap between columns; this is wider. */
const farGap = 3
/** In heights of a line's capitals: what is between a figure and its unit. */
const wordGap = 0.3
/** In heights of a line's capitals: how far edges of a column may be apart. */
const sameEdge = 0.35
/** Columns of one or two digits under heads of which both must be there. */
const leastColumns = 2
/** Columns of two rows without a label: names and titles stand in up to three, seldom in all of them with one end. */
const leastUnlabelled = 3

/** A line that is cut by gaps: what stands before the first of them, and the others. */
export interface CutLine {
  readonly line: TextLine
  readonly first: readonly Glyph[]
  readonly others: readonly (readonly Glyph[])[]
}

interface Figure {
  readonly glyphs: readonly Glyph[]
  /** Pixels that the word behind it is wide, 0 where there is none. */
  readonly unit: number
}

/**
 * The figures of a row that stand apart on either side: at an end of it, by another figure, or by a gap that is wider
 * than between words. Label first or figures first: the page may stand on its head.
 */
function findCells(parts: readonly (readonly Glyph[])[], line: TextLine): Figure[] {
  const far = farGap * capitalHeight(line)
  const figures = parts.map((part) => figureOf(part, line))
  const isApart = (left: number): boolean => {
    const [before, after] = [parts[left], parts[left + 1]]
    if (!before || !after || (figures[left] && figures[left + 1])) return true
    return after[0]!.x0 - rightOf(before) > far
  }
  return figures.flatMap((figure, at) => (figure && isApart(at - 1) && isApart(at) ? [figure] : []))
}

/** The figure of a piece of print that is one, or one with its unit behind it: `38 416 kronor`. */
function figureOf(part: readonly Glyph[], line: TextLine): Figure | undefined {
  if (isFigure(part, line)) return { glyphs: part, unit: 0 }
  const words = splitAt({ ...line, glyphs: part }, wordGap)
  const [glyphs, unit] = [words.slice(0, -1).flat(), words.at(-1)!]
  return words.length > 1 && isFigure(glyphs, line) ? { glyphs, unit: rightOf(unit) - unit[0]!.x0 } : undefined
}

interface Place {
  readonly line: TextLine
  readonly left: number
  readonly right: number
  readonly y: number
  readonly unit: number
  /** How far edges may be apart. */
  readonly near: number
  /** Whether its row begins or ends with a label: in a row of names in capitals everything may look like a figure. */
  readonly labelled: boolean
  /** Where the label ends whose row the figure begins, as on a page that stands on its head. */
  readonly labelTo?: number
}

/**
 * Whether one figure stands under another, by an edge or the middle; in running text they stand anywhere, and where
 * text stands beside text what begins a line is its first word.
 */
export function standInColumns(rows: readonly CutLine[], besideText: boolean): boolean {
  const places = rows.flatMap((row) => toPlaces(row, besideText))
  return places.some((a, at) =>
    places.slice(at + 1).some((b) => {
      if (a.labelled || b.labelled) return standsUnder(a, b)
      const [above, below] = [a, b].map(({ line }) => places.filter((place) => place.line === line))
      return above!.filter((one) => below!.some((other) => endsUnder(one, other))).length >= leastUnlabelled
    }),
  )
}

function standsUnder(a: Place, b: Place): boolean {
  // the label ends where others do if the page is on its head: what begins names and words ends anywhere
  const areRows = a.labelTo === undefined || b.labelTo === undefined || Math.abs(a.labelTo - b.labelTo) <= a.near
  return areRows && (endsUnder(a, b) || (isOtherRow(a, b) && Math.abs(a.left - b.left) <= a.near))
}

function endsUnder(a: Place, b: Place): boolean {
  const right = a.right - b.right
  return isOtherRow(a, b) && (Math.abs(right) <= a.near || Math.abs(a.left - b.left + right) <= 2 * a.near)
}

function isOtherRow(a: Place, b: Place): boolean {
  return Math.abs(a.y - b.y) > a.near && Math.abs(a.unit - b.unit) <= a.near
}

function toPlaces({ line, first, others }: CutLine, besideText: boolean): Place[] {
  const last = others.at(-1)!
  const labelled = !figureOf(first, line) || !figureOf(last, line)
  return findCells([first, ...others], line).flatMap(({ glyphs, unit }): Place[] => {
    const isFirst = glyphs[0] === first[0]
    if (isFirst && besideText) return []
    const { x0: left, y0: y } = glyphs[0]!
    const place = { line, left, right: glyphs.at(-1)!.x1, y, unit, labelled, near: sameEdge * heightOf(glyphs[0]!) }
    return [isFirst && !figureOf(last, line) ? { ...place, labelTo: rightOf(last) } : place]
  })
}

/** Whether under two figures of a row, the years of a table's head, stand two that are too short to tell by themselves. */
export function standUnderHeads(rows: readonly CutLine[]): boolean {
  const heads = rows.flatMap(({ line, first, others }) => {
    const figures = findCells([first, ...others], line)
    return figures.length >= leastColumns ? [{ line, figures }] : []
  })
  const short = rows.map(({ line, others }) => ({ line, cells: others.filter((part) => isShortFigure(part, line)) }))
  return heads.some((head) =>
    short.some(({ line, cells }) => {
      if (line.y0 <= head.line.y1) return false
      const near = sameEdge * capitalHeight(head.line)
      const under = head.figures.filter(({ glyphs }) => {
        const [left, right] = [glyphs[0]!.x0, rightOf(glyphs)]
        return cells.some((cell) => {
          const middle = (cell[0]!.x0 + rightOf(cell)) / 2
          return Math.abs(rightOf(cell) - right) <= near || Math.abs(2 * middle - left - right) <= 2 * near
        })
      })
      return under.length >= leastColumns
    }),
  )
}

/** Whether in two rows nothing but figures stands behind the label, be they of one digit, and in two columns of them. */
export function standInShortColumns(rows: readonly CutLine[]): boolean {
  const figures = rows.filter(
    ({ line, others }) =>
      others.length >= leastColumns &&
      others.some((part) => isShortFigure(part, line)) &&
      others.every((part) => isShortFigure(part, line) || isFigure(part, line)),
  )
  return figures.some((a, at) => {
    const near = sameEdge * capitalHeight(a.line)
    const isUnder = (part: readonly Glyph[]) => (other: readonly Glyph[]) =>
      Math.abs(rightOf(part) - rightOf(other)) <= near
    return figures
      .slice(at + 1)
      .some((b) => a.others.filter((part) => b.others.some(isUnder(part))).length >= leastColumns)
  })
}
