import { findTextLines, type Glyph } from './find-text-lines.js'
import type { Picture } from './picture.js'
import type { ReadWord } from './reader.js'

/** Fewer glyphs in a row are specks, holes, initials and the edges of a scan. */
const leastInLine = 3

/**
 * The share of a page's letters that no word of a reading covers: 0 where everything was read, more where the page
 * analysis dropped a column. Only what stands in lines counts as letters, so no edges of a scan and no pictures.
 */
export function findMissedLetters(picture: Picture, inkBelow: number, words: readonly ReadWord[]): number {
  const lines = findTextLines(picture, inkBelow).filter(({ glyphs }) => glyphs.length >= leastInLine)
  let all = 0
  let missed = 0
  for (const { glyphs, y0, y1 } of lines) {
    const near = words.filter(({ box }) => box.y0 <= y1 && box.y1 >= y0)
    all += glyphs.length
    missed += glyphs.filter((glyph) => !near.some((word) => covers(word, glyph))).length
  }
  return all === 0 ? 0 : missed / all
}

function covers({ box }: ReadWord, { x0, x1, y0, y1 }: Glyph): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return box.x0 <= x && box.x1 >= x && box.y0 <= y && box.y1 >= y
}
