import { inkSeeker } from './ink-seeker.js'
import type { Picture } from './picture.js'

/** A letter, digit or sign of the page, or several that touch; edges in pixels, the last row and column included. */
export interface Glyph {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

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
  const heights = islands.map(heightOf).sort((a, b) => a - b)
  const letterHeight = heights[heights.length >> 1] ?? 0
  const glyphs = islands.filter((island) => {
    const tall = heightOf(island) / letterHeight
    return tall >= ownHeight.least && tall <= ownHeight.most
  })
  return glyphsToLines(glyphs, ownHeight.whole * letterHeight)
}

function heightOf({ y0, y1 }: Glyph): number {
  return y1 - y0 + 1
}

/** A run of ink within one row of pixels, and the island it belongs to. */
interface Run {
  readonly from: number
  readonly to: number
  readonly island: number
}

/** The boxes of all islands of ink, found by runs: those that touch, cornerwise too, are one. */
export function findIslands({ width, height, data }: Picture, inkBelow: number): Glyph[] {
  const parents: number[] = []
  const boxes: { x0: number; y0: number; x1: number; y1: number }[] = []
  const rootOf = (island: number): number => {
    let root = island
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!
      root = parents[root]!
    }
    return root
  }
  const join = (a: number, b: number): number => {
    const [first, second] = [rootOf(a), rootOf(b)]
    if (first === second) return first
    parents[second] = first
    const [into, from] = [boxes[first]!, boxes[second]!]
    into.x0 = Math.min(into.x0, from.x0)
    into.x1 = Math.max(into.x1, from.x1)
    into.y0 = Math.min(into.y0, from.y0)
    into.y1 = Math.max(into.y1, from.y1)
    return first
  }
  const seek = inkSeeker(data, inkBelow)
  let above: Run[] = []
  for (let y = 0; y < height; y++) {
    const runs: Run[] = []
    let next = 0
    const [row, end] = [y * width, (y + 1) * width]
    for (let at = seek(row, end); at < end; at = seek(at + 1, end)) {
      let x = at - row
      const from = x
      while (x + 1 < width && data[row + x + 1]! < inkBelow) x++
      at = row + x
      while (next < above.length && above[next]!.to < from - 1) next++
      let island = -1
      for (let at = next; at < above.length && above[at]!.from <= x + 1; at++) {
        island = island < 0 ? rootOf(above[at]!.island) : join(island, above[at]!.island)
      }
      if (island < 0) {
        island = parents.length
        parents.push(island)
        boxes.push({ x0: from, y0: y, x1: x, y1: y })
      } else {
        const box = boxes[island]!
        box.x0 = Math.min(box.x0, from)
        box.x1 = Math.max(box.x1, x)
        box.y1 = y
      }
      runs.push({ from, to: x, island })
    }
    above = runs
  }
  return boxes.filter((_, island) => parents[island] === island)
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
  const level = joinBent(lines.sort((a, b) => a.y0 - b.y0))
  for (const line of level) line.glyphs.sort((a, b) => a.x0 - b.x0)
  return level
}

interface Building {
  readonly glyphs: Glyph[]
  readonly y0: number
  readonly y1: number
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
