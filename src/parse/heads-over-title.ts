import { isUnitText } from './column-heads.js'
import { isHeadLine } from './head-lines.js'
import { namesBodies } from './heading-to-region.js'
import type { Line } from './line.js'

/** A title stands beside the last line of such heads where it is no farther below the line before, in heights of a line. */
const BESIDE = 0.6
/** Bodies stand over their years without more space than between rows, in heights of a line. */
const NEXT = 1.2
/** Heads of columns stand on so many lines over it at most. */
const MOST_LINES = 3

/**
 * How many of the lines right before a title are heads of its own columns: a title in the row of heads that take
 * several lines stands as low as the last of them.
 */
export function countHeadsOver(title: Line, before: readonly Line[], mend: (text: string) => string): number {
  let count = 0
  for (let below = title; count < MOST_LINES; count++) {
    const line = before.at(-1 - count)
    if (line === undefined || !below.placed || line.page !== below.page) break
    const mended = mend(line.text)
    // "Koncernen Moderbolaget", over the years of each
    const isOver = namesBodies(mended)
      ? below.gap < NEXT
      : (below.gap < BESIDE && (isHeadLine(line, mended) || isUnitText(mended))) ||
        // "Belopp i kronor" far below another table and near the title
        (isUnitText(mended) && below.gap < line.gap)
    if (!isOver) break
    below = line
  }
  return count
}
