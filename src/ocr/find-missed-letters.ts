import type { Glyph, TextLine } from './find-text-lines.js'
import type { ReadWord } from './reader.js'

/** Fewer glyphs in a row are specks, holes, initials and the edges of a scan. */
const leastInLine = 3

/** Letters of a page that no word of a reading covers. */
export interface MissedLetters {
  /** Of all letters: 0 where everything was read, more where the page analysis dropped a column. */
  readonly share: number
  /** The row of pixels from which the missed letters stand closest. */
  readonly densestFrom: number
}

/**
 * What a reading left out of the lines of a page, and where most of it stands within so many pixels. Only what stands in
 * lines counts as letters, so no edges of a scan and few pictures.
 */
export function findMissedLetters(found: readonly TextLine[], words: readonly ReadWord[], tall: number): MissedLetters {
  const lines = found.filter(({ glyphs }) => glyphs.length >= leastInLine)
  const missed = lines.flatMap(({ glyphs, y0, y1 }) => {
    const near = words.filter(({ box }) => box.y0 <= y1 && box.y1 >= y0)
    return glyphs.filter((glyph) => !near.some((word) => covers(word, glyph)))
  })
  const all = lines.reduce((sum, { glyphs }) => sum + glyphs.length, 0)
  return { share: all === 0 ? 0 : missed.length / all, densestFrom: densestFrom(missed, tall) }
}

function densestFrom(glyphs: readonly Glyph[], tall: number): number {
  const sorted = [...glyphs].sort((a, b) => a.y0 - b.y0)
  let best = { from: 0, count: 0 }
  let end = 0
  for (const [start, { y0 }] of sorted.entries()) {
    while (end < sorted.length && sorted[end]!.y0 < y0 + tall) end++
    if (end - start > best.count) best = { from: y0, count: end - start }
  }
  return best.from
}

function covers({ box }: ReadWord, { x0, x1, y0, y1 }: Glyph): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return box.x0 <= x && box.x1 >= x && box.y0 <= y && box.y1 >= y
}
