import type { Glyph } from './find-text-lines.js'
import type { Picture } from './picture.js'

/** Share of the glyphs whose darkest pixel tells how dark print is: the others may be of pens and stamps. */
const printShare = 0.75
/** Greys by which a stroke is paler than print, and by which its own ink varies. */
const palerBy = 15
/** Share of a stroke's pixels that are no paler than its own grey: the others are its edge. */
const strokeShare = 0.25
/** Share of the glyphs that are lower than capitals. */
const lowShare = 0.85
/** In heights of a capital: a stroke is taller than any letter, and what is left of it is smaller. */
const size = { stroke: 1.6, scrap: 0.25 }
/** Pixels at 200 dots to the inch that the grey edge of ink is wide: of a letter under a stroke, and of the stroke. */
const edge = { letter: 1, stroke: 2 }
/** Fewer glyphs do not tell how dark print is. */
const leastGlyphs = 40

/**
 * The strokes of pens and stamps that run through print and are paler than it: 1 for each pixel that may be painted over,
 * undefined where a page has none. Letters under them keep what is darker than the stroke, and the grey edge around it.
 * Pale ink that touches no print stays: it may be a heading in colour.
 */
export function findPaleStrokes(
  { width, data, dpi }: Picture,
  glyphs: readonly Glyph[],
  inkBelow: number,
): Uint8Array | undefined {
  if (glyphs.length < leastGlyphs) return undefined
  const print = darknessOf(glyphs, { width, data }) + palerBy
  const heights = glyphs.map(({ y0, y1 }) => y1 - y0 + 1).sort((a, b) => a - b)
  const capital = heights[Math.floor(lowShare * (heights.length - 1))]!
  const around = (pixels: number): number[] => squareAround(Math.max(1, Math.round((pixels * dpi) / 200)), width)
  const [beside, letterEdge, strokeEdge] = [squareAround(1, width), around(edge.letter), around(edge.stroke)]
  const isInk = (at: number): boolean => data[at]! < inkBelow
  const isPaler = (at: number, than: number): boolean => !letterEdge.some((step) => data[at + step]! < than)
  const flood = (from: number, isIn: (at: number) => boolean, seen: Uint8Array): number[] => {
    const all = [from]
    seen[from] = 1
    for (const at of all)
      for (const step of beside) {
        const next = at + step
        if (seen[next] !== 0 || !isIn(next)) continue
        seen[next] = 1
        all.push(next)
      }
    return all
  }
  const partsOf = (pixels: readonly number[]): number[][] => {
    const own = new Set(pixels)
    const seen = new Uint8Array(data.length)
    return pixels.flatMap((at) => (seen[at] === 1 ? [] : [flood(at, (one) => own.has(one), seen)]))
  }
  const isScrap = (part: readonly number[]): boolean => {
    const { across, down } = extentOf(part, width)
    return Math.max(across, down) < size.scrap * capital
  }
  const seen = new Uint8Array(data.length)
  let mask: Uint8Array | undefined
  for (let at = 0; at < data.length; at++) {
    if (seen[at] === 1 || !isInk(at)) continue
    const island = flood(at, isInk, seen)
    if (extentOf(island, width).down < size.stroke * capital) continue
    const holdsPrint = island.some((one) => data[one]! < print)
    const strokes = partsOf(island.filter((one) => isPaler(one, print))).filter(
      (part) => extentOf(part, width).down >= size.stroke * capital,
    )
    if (!holdsPrint || strokes.length === 0) continue
    const greys = strokes.flatMap((part) => part.map((one) => data[one]!)).sort((a, b) => a - b)
    const own = greys[Math.floor(strokeShare * greys.length)]! - palerBy
    const pale = new Set(island.filter((one) => isPaler(one, own)))
    const left = island.filter((one) => !pale.has(one))
    const scraps = partsOf(left).filter(isScrap)
    mask ??= new Uint8Array(data.length)
    for (const one of [...pale, ...scraps.flat()]) {
      mask[one] = 1
      for (const step of strokeEdge) if (!isInk(one + step)) mask[one + step] = 1
    }
  }
  return mask
}

/** The grey of most glyphs' darkest pixels, or a paler one. */
function darknessOf(glyphs: readonly Glyph[], { width, data }: Pick<Picture, 'width' | 'data'>): number {
  const darkest = glyphs.map(({ x0, x1, y0, y1 }) => {
    let least = 255
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) least = Math.min(least, data[y * width + x]!)
    return least
  })
  return darkest.sort((a, b) => a - b)[Math.floor(printShare * (darkest.length - 1))]!
}

function squareAround(pixels: number, width: number): number[] {
  const steps = Array.from({ length: 2 * pixels + 1 }, (_, at) => at - pixels)
  return steps.flatMap((down) => steps.map((right) => down * width + right))
}

/** How many columns and rows pixels lie in. */
function extentOf(pixels: readonly number[], width: number): { across: number; down: number } {
  let [left, right, top, bottom] = [width, 0, Number.POSITIVE_INFINITY, 0]
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { across: right - left + 1, down: bottom - top + 1 }
}
