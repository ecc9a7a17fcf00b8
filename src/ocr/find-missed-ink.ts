import type { Picture } from './picture.js'
import type { ReadWord } from './reader.js'

/** Inches: larger islands of ink are pictures, stamps and signatures, smaller ones specks. */
const letterHeight = { least: 0.03, most: 0.3 }
const margin = 0.02

/**
 * The share of a page's letters, by ink, that no word of a reading covers: 0 where everything was read, more where the
 * page analysis dropped a column.
 */
export function findMissedInk(picture: Picture, inkBelow: number, words: readonly ReadWord[]): number {
  const { width, height, data, dpi } = picture
  const covered = new Uint8Array(data.length)
  const extra = Math.round(margin * dpi)
  for (const { box } of words) {
    const from = Math.max(0, box.x0 - extra)
    const to = Math.min(width, box.x1 + extra)
    for (let y = Math.max(0, box.y0 - extra); y < Math.min(height, box.y1 + extra); y++) {
      covered.fill(1, y * width + from, y * width + to)
    }
  }
  let all = 0
  let missed = 0
  for (const column of inkColumns(picture, inkBelow)) {
    all += column.ink
    if (covered[column.middle] !== 1) missed += column.ink
  }
  return all === 0 ? 0 : missed / all
}

/** Upright runs of ink with nothing over or under them for a letter's height: what letters consist of, and rules do not. */
function* inkColumns(
  { width, height, data, dpi }: Picture,
  inkBelow: number,
): Generator<{ ink: number; middle: number }> {
  const [least, most] = [letterHeight.least * dpi, letterHeight.most * dpi]
  for (let x = 0; x < width; x += 2) {
    let start = -1
    for (let y = 0; y <= height; y++) {
      const isInk = y < height && data[y * width + x]! < inkBelow
      if (isInk && start < 0) start = y
      if (isInk || start < 0) continue
      const tall = y - start
      if (tall >= least && tall <= most) yield { ink: tall, middle: ((start + y) >> 1) * width + x }
      start = -1
    }
  }
}
