import { standAlignedRight } from './columns-of-print.js'
import { cutTextColumns } from './cut-text-columns.js'
import { type CutLine, standInColumns, standInShortColumns, standUnderHeads } from './figures-in-columns.js'
import { findFold } from './find-fold.js'
import { alignGlyphs, findTextLines, type Glyph, type TextLine } from './find-text-lines.js'
import { capitalHeight, isFigure, middleValue, splitAt } from './line-figures.js'
import type { Picture } from './picture.js'

/** What the picture of a page shows, before anything is read: columns of figures, running text alone, or no text. */
export interface PageLook {
  readonly holds: 'tables' | 'prose' | 'nothing'
  readonly lines: readonly TextLine[]
  /** The lines that may be more than running text: headings, ends of paragraphs, what is cut by a gap or holds a figure. */
  readonly telling: readonly TextLine[]
}

/** In heights of a line's capitals: gaps between columns and between words. */
const columnGap = 1.6
const wordGap = 0.3
/** Glyphs of what stands in a column of a table: fewer are a page's number, more a column of running text. */
const cellGlyphs = { least: 3, most: 14 }
/** Fewer glyphs in one line, or fewer in all such lines, are no text: holes, ticks, initials and a stamp set aslant. */
const leastGlyphs = { inLine: 3, inAll: 5 }
/** Letters of the middling line on either page of a folded sheet. */
const leastInLine = 12
/** Pitches of lines by which the head and foot of a page are apart from what stands between them. */
const edgePitches = 1.9
/** A line narrower than this share of the widest is a heading, or the end of a paragraph. */
const headingWidth = 0.4

/** Judges a level page by its lines alone, each page of a folded sheet by its own. What is in doubt holds tables. */
export function judgePage(picture: Picture, inkBelow: number): PageLook {
  const lines = findTextLines(picture, inkBelow)
  if (!holdText(lines)) return { holds: 'nothing', lines, telling: lines }
  const fold = findFold(picture, inkBelow)
  const halves = fold === undefined ? [lines] : cutLines(lines, fold * picture.width)
  // a wide table may look folded too: what stands on its right are figures alone
  const pages = halves.every((half) => middleValue(half.map(({ glyphs }) => glyphs.length)) >= leastInLine)
    ? halves
    : [lines]
  if (pages.some(holdTable)) return { holds: 'tables', lines, telling: lines }
  return { holds: 'prose', lines, telling: pages.flatMap(findTelling) }
}

function holdText(lines: readonly TextLine[]): boolean {
  const words = lines.filter(({ glyphs }) => glyphs.length >= leastGlyphs.inLine)
  return words.reduce((sum, { glyphs }) => sum + glyphs.length, 0) >= leastGlyphs.inAll
}

/** The lines of the two pages of a sheet, which need not lie level with one another. */
function cutLines(lines: readonly TextLine[], fold: number): TextLine[][] {
  const glyphs = lines.flatMap((line) => line.glyphs)
  return [glyphs.filter(({ x1 }) => x1 < fold), glyphs.filter(({ x1 }) => x1 >= fold)].map(alignGlyphs)
}

/** Whether figures stand under one another in the lines of a page, or what looks like a column of them. */
function holdTable(lines: readonly TextLine[]): boolean {
  const tall = middleValue(lines.map(capitalHeight))
  return cutTextColumns(withoutEdges(lines), tall).some((column, _, { length }) => {
    const cut: CutLine[] = column.flatMap((line) => {
      const [first = [], ...others] = splitAt(line, columnGap)
      return others.length === 0 ? [] : [{ line, first, others }]
    })
    return (
      standInColumns(cut, length > 1) ||
      standUnderHeads(cut) ||
      standInShortColumns(cut) ||
      standAlignedRight(column, tall)
    )
  })
}

/** The lines but for those at the head and foot, set apart, with a number of the organisation's and of the page. */
function withoutEdges(lines: readonly TextLine[]): readonly TextLine[] {
  const pitches = lines.slice(1).map(({ y0 }, at) => y0 - lines[at]!.y0)
  const far = edgePitches * middleValue([...pitches])
  return lines.slice(pitches[0]! > far ? 1 : 0, pitches.at(-1)! > far ? -1 : undefined)
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

function isCell({ length }: readonly Glyph[]): boolean {
  return length >= cellGlyphs.least && length <= cellGlyphs.most
}

function widthOf({ glyphs }: TextLine): number {
  return (glyphs.at(-1)?.x1 ?? 0) - (glyphs[0]?.x0 ?? 0)
}
