import type { Glyph, TextLine } from './find-text-lines.js'

/** In heights of a line's capitals: the height of a digit, how far its top or foot may be off its neighbours', its width. */
const digitHeight = { least: 0.85, most: 1.15 }
const uneven = 0.14
const digitWidth = { usual: 0.62, most: 0.85 }
const leastDigits = 3
/** In heights of a line's capitals: wider than this, a typewriter's digits and all, is a line of running text. */
const widestFigure = 16
/** Signs and specks among the digits of a figure are lower than this. */
const lowGlyph = 0.55
const evenShare = 0.8
const leastSingle = 0.5
/** Of a line's glyphs in order of height, the one that is taken for a capital. */
const tallerShare = 0.85

/** Cuts a line where nothing stands for so many heights of its capitals. */
export function splitAt(line: TextLine, heights: number): Glyph[][] {
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
export function capitalHeight({ glyphs }: TextLine): number {
  const heights = glyphs.map(heightOf).sort((a, b) => a - b)
  return heights[Math.floor(tallerShare * (heights.length - 1))] ?? 0
}

/** Whether glyphs may be three digits or more: as high as capitals, and even at top and foot, where words have high letters and low. */
export function isFigure(glyphs: readonly Glyph[], line: TextLine): boolean {
  const tall = capitalHeight(line)
  if (rightOf(glyphs) - glyphs[0]!.x0 > widestFigure * tall) return false
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

/** Whether glyphs may be one digit, or two. */
export function isShortFigure(glyphs: readonly Glyph[], line: TextLine): boolean {
  const tall = capitalHeight(line)
  return (
    glyphs.length < leastDigits &&
    glyphs.every((glyph) => {
      const [high, wide] = [heightOf(glyph), glyph.x1 - glyph.x0 + 1]
      return high >= digitHeight.least * tall && high <= digitHeight.most * tall && wide <= digitWidth.most * tall
    })
  )
}

/** The rightmost pixel of glyphs. */
export function rightOf(glyphs: readonly Glyph[]): number {
  return Math.max(...glyphs.map(({ x1 }) => x1))
}

/** The middle one of values, 0 where there are none; they are sorted in place. */
export function middleValue(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}

export function heightOf({ y0, y1 }: Glyph): number {
  return y1 - y0 + 1
}
