import { findIslands } from './find-islands.js'
import type { Glyph } from './find-text-lines.js'
import type { Picture } from './picture.js'
import { extentOf, growIsland, partsOf, stepsAround } from './pixel-sets.js'

/** Share of the glyphs whose darkest pixel tells how dark print is: the others may be of pens and stamps. */
const printShare = 0.75
/** Greys by which a stroke is paler than print, and by which its own ink varies. */
const palerBy = 15
/** Share of a stroke's pixels that are no paler than its own grey: the others are its edge. */
const strokeShare = 0.15
/** Share of the glyphs that are lower than capitals. */
const lowShare = 0.85
/** In heights of a capital: a stroke is taller than any letter, and what is left of it is smaller. */
const size = { stroke: 1.6, scrap: 0.25 }
/** Pixels at 200 dots to the inch that the grey edge of ink is wide: of a letter under a stroke, and of the stroke. */
const edge = { letter: 1, stroke: 2 }
/** How far from the ink of letters to white the palest stamp is. */
const palest = 0.5
/** A larger share of the page that hangs together is a picture. */
const mostOfPage = 0.02
/** Fewer glyphs do not tell how dark print is. */
const leastGlyphs = 40

/**
 * The strokes of pens and stamps that run through print and are paler than it: 1 for each pixel that may be painted over,
 * undefined where a page has none. Letters under them keep what is darker than the stroke, and the grey edge around it.
 * Pale ink that touches no print stays: it may be a heading in colour.
 */
export function findPaleStrokes(picture: Picture, glyphs: readonly Glyph[], inkBelow: number): Uint8Array | undefined {
  if (glyphs.length < leastGlyphs) return undefined
  const { width, data, dpi } = picture
  const look: Look = {
    picture,
    print: darknessOf(glyphs, picture) + palerBy,
    capital: capitalOf(glyphs),
    letterEdge: stepsAround(Math.max(1, Math.round((edge.letter * dpi) / 200)), width),
  }
  const below = inkBelow + palest * (255 - inkBelow)
  const strokeEdge = stepsAround(Math.max(1, Math.round((edge.stroke * dpi) / 200)), width)
  let mask: Uint8Array | undefined
  for (const island of findTallIslands(picture, below, size.stroke * look.capital)) {
    const stroke = strokeOf(island, look)
    if (stroke.length === 0) continue
    mask ??= new Uint8Array(data.length)
    for (const at of stroke) {
      mask[at] = 1
      for (const step of strokeEdge) if (data[at + step]! >= below) mask[at + step] = 1
    }
  }
  return mask
}

/** What a page's islands are looked at with: the grey that print is darker than, and how high its capitals are. */
interface Look {
  readonly picture: Picture
  readonly print: number
  readonly capital: number
  readonly letterEdge: readonly number[]
}

/** The pixels of an island of ink that are of a stroke through print; none where it is print alone, or a stroke alone. */
function strokeOf(island: readonly number[], { picture, print, capital, letterEdge }: Look): number[] {
  const { width, data } = picture
  if (!island.some((at) => data[at]! < print)) return []
  const isPaler = (at: number, than: number): boolean => !letterEdge.some((step) => data[at + step]! < than)
  const pale = island.filter((at) => isPaler(at, print))
  const tall = partsOf(pale, width).filter((part) => extentOf(part, width).down >= size.stroke * capital)
  if (tall.length === 0) return []
  const greys = tall
    .flat()
    .map((at) => data[at]!)
    .sort((a, b) => a - b)
  const own = greys[Math.floor(strokeShare * greys.length)]! - palerBy
  const [stroke, left] = [island.filter((at) => isPaler(at, own)), island.filter((at) => !isPaler(at, own))]
  const scraps = partsOf(left, width).filter((part) => {
    const { across, down } = extentOf(part, width)
    return Math.max(across, down) < size.scrap * capital
  })
  return [...stroke, ...scraps.flat()]
}

/** The islands of ink that reach over so many rows, but for pictures. */
function findTallIslands(picture: Picture, below: number, rows: number): number[][] {
  const { width, data } = picture
  const beside = stepsAround(1, width)
  const seen = new Uint8Array(data.length)
  const buffer = new Int32Array(data.length)
  const tall = findIslands(picture, below).filter(({ y0, y1 }) => y1 - y0 + 1 >= rows)
  return tall.flatMap(({ x0, x1, y0 }) => {
    // of the ink in its topmost row some may be another island's
    const found: number[][] = []
    for (let from = y0 * width + x0; from <= y0 * width + x1; from++) {
      if (seen[from] === 1 || data[from]! >= below) continue
      const count = growIsland(data, below, from, beside, seen, buffer)
      if (count > mostOfPage * data.length) continue
      const island = [...buffer.subarray(0, count)]
      if (extentOf(island, width).down >= rows) found.push(island)
    }
    return found
  })
}

function capitalOf(glyphs: readonly Glyph[]): number {
  const heights = glyphs.map(({ y0, y1 }) => y1 - y0 + 1).sort((a, b) => a - b)
  return heights[Math.floor(lowShare * (heights.length - 1))]!
}

/** The grey of most glyphs' darkest pixels, or a paler one. */
function darknessOf(glyphs: readonly Glyph[], { width, data }: Picture): number {
  const darkest = glyphs.map(({ x0, x1, y0, y1 }) => {
    let least = 255
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) least = Math.min(least, data[y * width + x]!)
    return least
  })
  return darkest.sort((a, b) => a - b)[Math.floor(printShare * (darkest.length - 1))]!
}
