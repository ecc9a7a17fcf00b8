import { findIslands } from './find-islands.js'
import type { Picture } from './picture.js'

const longSideInches = 11.7
/** Pixels below which an island is a speck, and islands that it takes to tell how large a page's letters are. */
const leastPixels = 5
const leastLetters = 60
/** Inches between which the middling letter or digit of a report is high. */
const letterHeight = { least: 0.045, most: 0.15 }

/**
 * The picture with a density that its letters bear out: where they would be far too large or too small for print, the
 * page is taken for an A4, as far as that makes them better.
 */
export function believeDensity(picture: Picture, inkBelow: number): Picture {
  const heights = findIslands(picture, inkBelow)
    .map(({ y0, y1 }) => y1 - y0 + 1)
    .filter((height) => height >= leastPixels)
    .sort((a, b) => a - b)
  const middling = heights[heights.length >> 1]
  if (middling === undefined || heights.length < leastLetters || isLikely(middling / picture.dpi)) return picture
  const guessed = Math.max(picture.width, picture.height) / longSideInches
  return isLikely(middling / guessed) ? { ...picture, dpi: guessed } : picture
}

function isLikely(inches: number): boolean {
  return inches >= letterHeight.least && inches <= letterHeight.most
}
