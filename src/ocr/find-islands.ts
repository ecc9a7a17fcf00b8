import { inkSeeker } from './ink-seeker.js'
import type { Picture } from './picture.js'

/** A patch of ink that hangs together; edges in pixels, the last row and column included. */
export interface Island {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The ink of a page, and the islands of it that are as small as was asked for. */
export interface Islands {
  /** Height of the page's lower-case letters, in pixels; 0 where there are too few to tell. */
  readonly letterHeight: number
  /** Islands no higher than the given share of a letter, in reading order of their topmost pixels. */
  readonly low: readonly Island[]
  /** For each pixel 1 where there is ink of a higher island. */
  readonly high: Uint8Array
}

/** Inches between which the height of a letter must be, and letters that it takes to tell it. */
const [leastLetter, mostLetter] = [0.03, 0.2]
const leastLetters = 20

/** Finds the islands of ink that are lower than a share of the page's letters, and marks all others. */
export function findLowIslands({ width, height, data, dpi }: Picture, inkBelow: number, share: number): Islands {
  const seen = new Uint8Array(data.length)
  const high = new Uint8Array(data.length)
  const pixels: number[] = []
  const islands: Island[] = []
  const heights = new Uint32Array(Math.ceil(mostLetter * dpi) + 1)
  const lowest = Math.floor(mostLetter * dpi * share)
  const seek = inkSeeker(data, inkBelow)
  const end = data.length - width
  for (let start = seek(width, end); start < end; start = seek(start + 1, end)) {
    if (seen[start] === 1) continue
    let count = 0
    pixels[count++] = start
    seen[start] = 1
    let [x0, x1, y1] = [width, 0, 0]
    for (let at = 0; at < count; at++) {
      const i = pixels[at]!
      const y = (i / width) | 0
      const x = i - y * width
      if (x < x0) x0 = x
      if (x > x1) x1 = x
      if (y > y1) y1 = y
      // at an edge some of what lies around a pixel is no pixel of the picture
      if (y === 0 || y === height - 1 || x === 0 || x === width - 1) continue
      for (let row = i - width; row <= i + width; row += width) {
        for (let near = row - 1; near <= row + 1; near++) {
          if (data[near]! >= inkBelow || seen[near] === 1) continue
          seen[near] = 1
          pixels[count++] = near
        }
      }
    }
    const y0 = (start / width) | 0
    const tall = y1 - y0 + 1
    if (tall >= leastLetter * dpi && tall < heights.length) heights[tall]!++
    if (tall <= lowest) islands.push({ x0, y0, x1, y1 })
    else for (let at = 0; at < count; at++) high[pixels[at]!] = 1
  }
  const letterHeight = median(heights)
  const low: Island[] = []
  for (const island of islands) {
    if (island.y1 - island.y0 + 1 <= letterHeight * share) low.push(island)
    else markInk(high, data, inkBelow, width, island)
  }
  return { letterHeight, low, high }
}

/** The median of values counted by their size; 0 where there are too few. */
function median(counts: Uint32Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < leastLetters) return 0
  let sum = 0
  return counts.findIndex((count) => {
    sum += count
    return sum * 2 >= total
  })
}

function markInk(high: Uint8Array, data: Uint8Array, inkBelow: number, width: number, island: Island): void {
  for (let y = island.y0; y <= island.y1; y++) {
    for (let i = y * width + island.x0; i <= y * width + island.x1; i++) if (data[i]! < inkBelow) high[i] = 1
  }
}
