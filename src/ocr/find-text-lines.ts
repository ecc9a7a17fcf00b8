import { findIslands, type Island } from './find-islands.js'
import type { Picture } from './picture.js'

/** A letter, digit or sign of the page, or several that touch. */
export type Glyph = Island

/** Glyphs that stand in a row, from left to right. */
export interface TextLine {
  readonly glyphs: readonly Glyph[]
  readonly y0: number
  readonly y1: number
}

/** Inches: larger islands of ink are pictures, stamps and signatures. */
const mostHeight = 0.3
const leastHeight = 0.03
const mostWidth = 1.2
/** Share of the lower one's height that two glyphs of a line have in common. */
const sharedHeight = 0.5
/** Heights of a glyph within which another stands beside it, and the share of a bent line's glyphs that must do so. */
const besideHeights = 1.2
const besideShare = 0.5

/** In heights of the page's middling glyph: dots, commas and dashes are lower, headings and initials higher. */
const ownHeight = { least: 0.55, whole: 0.85, most: 3 }

/** The lines of a level page, from the top, by the islands of its ink alone; rules, leaders and specks should be gone. */
export function findTextLines(picture: Picture, inkBelow: number): TextLine[] {
  const { dpi } = picture
  const islands = findIslands(picture, inkBelow).filter((island) => {
    const tall = heightOf(island)
    return tall >= leastHeight * dpi && tall <= mostHeight * dpi && island.x1 - island.x0 < mostWidth * dpi
  })
  const letterHeight = middlingHeight(islands)
  const glyphs = islands.filter((island) => {
    const tall = heightOf(island) / letterHeight
    return tall >= ownHeight.least && tall <= ownHeight.most
  })
  return glyphsToLines(glyphs, ownHeight.whole * letterHeight)
}

/** The lines of some glyphs of a page by themselves, from the top. */
export function alignGlyphs(glyphs: readonly Glyph[]): TextLine[] {
  return glyphsToLines(glyphs, ownHeight.whole * middlingHeight(glyphs))
}

function middlingHeight(glyphs: readonly Glyph[]): number {
  return glyphs.map(heightOf).sort((a, b) => a - b)[glyphs.length >> 1] ?? 0
}

function heightOf({ y0, y1 }: Glyph): number {
  return y1 - y0 + 1
}

/** Whole letters begin a line, those whose middle is highest first: they have the line's full height. */
function glyphsToLines(glyphs: readonly Glyph[], whole: number): TextLine[] {
  const lines: Building[] = []
  const isWhole = (glyph: Glyph): boolean => heightOf(glyph) >= whole
  const letters = glyphs.filter(isWhole).sort((a, b) => middleOf(a) - middleOf(b) || a.x0 - b.x0)
  for (const glyph of [...letters, ...glyphs.filter((one) => !isWhole(one))]) {
    const line = lines.find((one) => sharesHeight(one, glyph))
    if (line) line.glyphs.push(glyph)
    else if (isWhole(glyph)) lines.push({ glyphs: [glyph], y0: glyph.y0, y1: glyph.y1 })
  }
  const level = joinBent(joinSplit(lines.sort((a, b) => a.y0 - b.y0)))
  for (const line of level) line.glyphs.sort((a, b) => a.x0 - b.x0)
  return level
}

interface Building {
  readonly glyphs: Glyph[]
  readonly y0: number
  readonly y1: number
}

/** A line that half a broken letter began leaves its low letters to another: most letters of the two stand level. */
function joinSplit(lines: readonly Building[]): Building[] {
  const joined: Building[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (!before || !sharesHeight(middleHeight(before), middleHeight(line))) joined.push(line)
    else {
      const [y0, y1] = [Math.min(before.y0, line.y0), Math.max(before.y1, line.y1)]
      joined[joined.length - 1] = { glyphs: [...before.glyphs, ...line.glyphs], y0, y1 }
    }
  }
  return joined
}

function middleHeight({ glyphs }: Building): Pick<Glyph, 'y0' | 'y1'> {
  const middle = (edge: 'y0' | 'y1'): number =>
    glyphs.map((glyph) => glyph[edge]).sort((a, b) => a - b)[glyphs.length >> 1]!
  return { y0: middle('y0'), y1: middle('y1') }
}

/** Where a sheet was bent letters stand lower than the others of their line: most of them beside one of its letters. */
function joinBent(lines: readonly Building[]): Building[] {
  const joined: Building[] = []
  for (const line of lines) {
    const whole = joined.findLast((other) => other.y1 >= line.y0 && standBeside(line.glyphs, other.glyphs))
    if (whole) whole.glyphs.push(...line.glyphs)
    else joined.push(line)
  }
  return joined
}

function standBeside(glyphs: readonly Glyph[], others: readonly Glyph[]): boolean {
  const beside = glyphs.filter((glyph) =>
    others.some((other) => {
      const apart = Math.max(glyph.x0 - other.x1, other.x0 - glyph.x1)
      return apart < besideHeights * heightOf(glyph) && sharesHeight(glyph, other)
    }),
  )
  return beside.length >= besideShare * glyphs.length
}

function sharesHeight(a: Pick<Glyph, 'y0' | 'y1'>, b: Pick<Glyph, 'y0' | 'y1'>): boolean {
  const lower = Math.min(a.y1 - a.y0, b.y1 - b.y0) + 1
  return Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) + 1 >= sharedHeight * lower
}

function middleOf({ y0, y1 }: Glyph): number {
  return y0 + y1
}
