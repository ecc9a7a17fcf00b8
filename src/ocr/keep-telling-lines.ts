import type { TextLine } from './find-text-lines.js'
import { judgePage } from './judge-page.js'
import type { Picture } from './picture.js'

/** Fewer letters than this are read sooner than they are sorted out. */
const leastPlain = 500
/** In heights of a line: what reaches over and under its letters, and beside them. */
const margin = { up: 0.35, down: 0.35, side: 0.5 }
const paper = 255

/**
 * A page of running text with nothing on it but its headings and the lines that may hold figures, each in its place;
 * undefined where a page is to be read in full: it may hold tables, or little is to be saved.
 */
export function keepTellingLines(picture: Picture, inkBelow: number): Picture | undefined {
  const { holds, lines, telling } = judgePage(picture, inkBelow)
  if (holds !== 'prose' || countGlyphs(lines) - countGlyphs(telling) < leastPlain) return undefined
  const { width, height } = picture
  const data = new Uint8Array(picture.data.length).fill(paper)
  for (const { glyphs, y0, y1 } of telling) {
    const tall = y1 - y0 + 1
    const from = Math.max(0, Math.floor(glyphs[0]!.x0 - margin.side * tall))
    const to = Math.min(width, Math.ceil(Math.max(...glyphs.map(({ x1 }) => x1)) + margin.side * tall))
    const last = Math.min(height - 1, Math.ceil(y1 + margin.down * tall))
    for (let y = Math.max(0, Math.floor(y0 - margin.up * tall)); y <= last; y++) {
      data.set(picture.data.subarray(y * width + from, y * width + to), y * width + from)
    }
  }
  return { ...picture, data }
}

function countGlyphs(lines: readonly TextLine[]): number {
  return lines.reduce((sum, { glyphs }) => sum + glyphs.length, 0)
}
