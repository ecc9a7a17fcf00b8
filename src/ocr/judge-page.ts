import { findFold } from './find-fold.js'
import { findTextLines, type Glyph, type TextLine } from './find-text-lines.js'
import type { Picture } from './picture.js'

/** What the picture of a page shows, before anything is read: columns of figures, running text alone, or no text. */
export interface PageLook {
  readonly holds: 'tables' | 'prose' | 'nothing'
  readonly lines: readonly TextLine[]
  /** The lines that may be more than running text: headings, ends of paragraphs, what is cut by a gap or holds a figure. */
  readonly telling: readonly TextLine[]
}

/**
 * All in heights of a line's capitals: gaps between columns and between words, the height of a digit,
 * how far its top or foot may be off its neighbours', its width, and how far edges of a column may be apart.
 */
const columnGap = 1.6
const wordGap = 0.3
/** A typewriter's blank is as wide as a narrow gap between columns; this is wider than it is between words. */
const farGap = 3
const digitHeight = { least: 0.85, most: 1.15 }
const uneven = 0.14
const sameEdge = 0.35
const digitWidth = { usual: 0.62, most: 0.85 }
const leastDigits = 3
/** Signs and specks among the digits of a figure are lower than this. */
const lowGlyph = 0.55
const evenShare = 0.8
const leastSingle = 0.5
/** Of a line's glyphs in order of height, the one that is taken for a capital. */
const tallerShare = 0.85
/** Letters of a mark before the entry of a list: `12.`, `a)`. */
const longestMarker = 3
/** Glyphs of what stands in a column of a table: fewer are a page's number, more a column of running text. */
const cellGlyphs = { least: 3, most: 14 }
/** With fewer glyphs than this a page holds no text: holes and initials are none. */
const leastGlyphs = 5
/** Letters of the middling line on either page of a folded sheet. */
const leastInLine = 12
/** Lines that look like rows, and their share of all, before a page counts as one with tables, whatever stands in them. */
const mostRows = 2
const mostCut = 0.2
/** A line narrower than this share of the widest is a heading, or the end of a paragraph. */
const headingWidth = 0.4

/** Judges a level page by its lines alone, each page of a folded sheet by its own. What is in doubt holds tables. */
export function judgePage(picture: Picture, inkBelow: number): PageLook {
  const lines = findTextLines(picture, inkBelow)
  if (lines.reduce((sum, { glyphs }) => sum + glyphs.length, 0) < leastGlyphs)
    return { holds: 'nothing', lines, telling: lines }
  const fold = findFold(picture, inkBelow)
  const halves = fold === undefined ? [lines] : cutLines(lines, fold * picture.width)
  // a wide table may look folded too: what stands on its right are figures alone
  const pages = halves.every((half) => middleValue(half.map(({ glyphs }) => glyphs.length)) >= leastInLine)
    ? halves
    : [lines]
  if (pages.some(holdTable)) return { holds: 'tables', lines, telling: lines }
  return { holds: 'prose', lines, telling: pages.flatMap(findTelling) }
}

/** The lines of the two pages of a sheet. */
function cutLines(lines: readonly TextLine[], fold: number): TextLine[][] {
  const part = (isOn: (glyph: Glyph) => boolean): TextLine[] =>
    lines.map((line) => ({ ...line, glyphs: line.glyphs.filter(isOn) })).filter(({ glyphs }) => glyphs.length > 0)
  return [part(({ x1 }) => x1 < fold), part(({ x1 }) => x1 >= fold)]
}

/** Whether figures stand under one another in the lines of a page, or its lines look like rows, whatever stands in them. */
function holdTable(lines: readonly TextLine[]): boolean {
  // at the head and foot stand a number of the organisation's and of the page
  const body = lines.slice(1, -1)
  const cut = body.flatMap((line) => {
    const [first = [], ...others] = splitAt(line, columnGap)
    return others.length === 0 ? [] : [{ line, first, others }]
  })
  const figures = cut.flatMap(({ line, first, others }) => findCells([first, ...others], line))
  const rows = cut.filter(
    ({ line, first, others }) =>
      first.length > longestMarker && others.every(isCell) && splitAt(line, farGap).length > 1,
  )
  const looksTabular = rows.length > Math.max(mostRows, mostCut * lines.length) && alignsRight(rows)
  return standInColumns(figures) || looksTabular
}

/** The lines that may be more than running text; of columns of running text each is looked at by itself. */
function findTelling(lines: readonly TextLine[]): TextLine[] {
  const rows = lines.filter((line) => splitAt(line, columnGap).slice(1).some(isCell))
  const others = lines.filter((line) => !rows.includes(line))
  const parts = others.flatMap((line) => splitAt(line, columnGap).map((glyphs) => ({ ...line, glyphs })))
  const widest = Math.max(0, ...parts.map(widthOf))
  const telling = parts.filter(
    (part) => widthOf(part) < headingWidth * widest || splitAt(part, wordGap).some((word) => isFigure(word, part)),
  )
  return [...rows, ...telling]
}

/**
 * The figures of a row that stand apart on either side: at an end of it, by another figure, or by a gap that is wider
 * than between words. Label first or figures first: the page may stand on its head.
 */
function findCells(parts: readonly (readonly Glyph[])[], line: TextLine): (readonly Glyph[])[] {
  const far = farGap * capitalHeight(line)
  const figures = parts.map((part) => isFigure(part, line))
  const isApart = (left: number): boolean => {
    const [before, after] = [parts[left], parts[left + 1]]
    if (!before || !after || (figures[left] && figures[left + 1])) return true
    return after[0]!.x0 - rightOf(before) > far
  }
  return parts.filter((_, at) => figures[at] && isApart(at - 1) && isApart(at))
}

function rightOf(glyphs: readonly Glyph[]): number {
  return Math.max(...glyphs.map(({ x1 }) => x1))
}

/** Whether one figure stands under another, by an edge or the middle; in running text they stand anywhere. */
function standInColumns(figures: readonly (readonly Glyph[])[]): boolean {
  const places = figures.map((glyphs) => {
    const [left, right] = [glyphs[0]!.x0, glyphs.at(-1)!.x1]
    return { left, right, middle: (left + right) / 2, y: glyphs[0]!.y0, near: sameEdge * heightOf(glyphs[0]!) }
  })
  return places.some((a, at) =>
    places.slice(at + 1).some((b) => {
      const isUnder = Math.abs(a.y - b.y) > a.near
      const edges = [a.left - b.left, a.right - b.right, a.middle - b.middle]
      return isUnder && edges.some((edge) => Math.abs(edge) <= a.near)
    }),
  )
}

/** Whether what stands behind the gaps lines up at its right, as figures do, rather than at its left, as names do. */
function alignsRight(
  rows: readonly { readonly line: TextLine; readonly others: readonly (readonly Glyph[])[] }[],
): boolean {
  const cells = rows.flatMap(({ line, others }) =>
    others.map((part) => ({ left: part[0]!.x0, right: part.at(-1)!.x1, near: sameEdge * capitalHeight(line) })),
  )
  let [right, left] = [0, 0]
  for (const [at, a] of cells.entries()) {
    for (const b of cells.slice(at + 1)) {
      const sameLeft = Math.abs(a.left - b.left) <= a.near
      const sameRight = Math.abs(a.right - b.right) <= a.near
      if (sameRight && !sameLeft) right++
      if (sameLeft && !sameRight) left++
    }
  }
  return right >= left
}

function isCell({ length }: readonly Glyph[]): boolean {
  return length >= cellGlyphs.least && length <= cellGlyphs.most
}

/** Cuts a line where nothing stands for so many heights of its capitals. */
function splitAt(line: TextLine, heights: number): Glyph[][] {
  const gap = heights * capitalHeight(line)
  const parts: Glyph[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const glyph of line.glyphs) {
    if (glyph.x0 - right > gap) parts.push([])
    parts.at(-1)!.push(glyph)
    right = Math.max(right, glyph.x1)
  }
  return parts
}

/** How high the taller letters of a line are. */
function capitalHeight({ glyphs }: TextLine): number {
  const heights = glyphs.map(heightOf).sort((a, b) => a - b)
  return heights[Math.floor(tallerShare * (heights.length - 1))] ?? 0
}

/** Whether glyphs may be three digits or more: as high as capitals, and even at top and foot, where words have high letters and low. */
function isFigure(glyphs: readonly Glyph[], line: TextLine): boolean {
  const tall = capitalHeight(line)
  const own = glyphs.filter((glyph) => heightOf(glyph) > lowGlyph * tall)
  const top = middleValue(own.map(({ y0 }) => y0))
  const foot = middleValue(own.map(({ y1 }) => y1))
  const height = foot - top + 1
  if (height < digitHeight.least * tall || height > digitHeight.most * tall) return false
  const even = own.filter(({ y0, y1 }) => Math.abs(y0 - top) <= uneven * tall && Math.abs(y1 - foot) <= uneven * tall)
  if (even.length < evenShare * own.length) return false
  // some digits touch and are one glyph; where all do it is the letters of a word
  const widths = even.map(({ x0, x1 }) => (x1 - x0 + 1) / tall)
  if (widths.filter((width) => width <= digitWidth.most).length < leastSingle * even.length) return false
  return widths.reduce((sum, width) => sum + Math.max(1, Math.round(width / digitWidth.usual)), 0) >= leastDigits
}

function middleValue(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}

function heightOf({ y0, y1 }: Glyph): number {
  return y1 - y0 + 1
}

function widthOf({ glyphs }: TextLine): number {
  return (glyphs.at(-1)?.x1 ?? 0) - (glyphs[0]?.x0 ?? 0)
}
