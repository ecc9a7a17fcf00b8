import { findIslands, type Island } from './find-islands.js'
import { inkOf } from './ink-seeker.js'
import type { Picture } from './picture.js'
import { stepsAround } from './pixel-sets.js'

/** The ink of a page, and the islands of it that are as small as was asked for. */
export interface LowIslands {
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
export function findLowIslands(picture: Picture, inkBelow: number, share: number): LowIslands {
  const { width, data, dpi } = picture
  const islands = findIslands(picture, inkBelow)
  const heights = islands.map(heightOf).filter((tall) => tall >= leastLetter * dpi && tall <= mostLetter * dpi)
  const letterHeight = heights.length < leastLetters ? 0 : heights.sort((a, b) => a - b)[(heights.length - 1) >> 1]!
  const low = islands.filter((island) => heightOf(island) <= letterHeight * share)
  const high = inkOf(data, inkBelow)
  for (const island of low) eraseIsland(high, width, island)
  return { letterHeight, low, high }
}

function heightOf({ y0, y1 }: Island): number {
  return y1 - y0 + 1
}

/** Takes the ink away that hangs together with that in an island's topmost row, as far as it lies in the island's box. */
function eraseIsland(ink: Uint8Array, width: number, { x0, x1, y0, y1 }: Island): void {
  const beside = stepsAround(1, width)
  const isIn = (at: number): boolean => {
    const [x, y] = [at % width, Math.floor(at / width)]
    return x >= x0 && x <= x1 && y >= y0 && y <= y1
  }
  const left: number[] = []
  const take = (at: number): void => {
    if (ink[at] !== 1 || !isIn(at)) return
    ink[at] = 0
    left.push(at)
  }
  for (let at = y0 * width + x0; at <= y0 * width + x1; at++) take(at)
  for (const at of left) for (const step of beside) take(at + step)
}
