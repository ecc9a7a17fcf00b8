import { isUnitText } from './column-heads.js'
import { isHeadLine } from './head-lines.js'
import type { Line } from './line.js'

/** A title stands beside the last line of such heads where it is no farther below the line before, in heights of a line. */
const BESIDE = 0.6
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
    if (line === undefined || !below.placed || line.page !== below.page || below.gap >= BESIDE) break
    const mended = mend(line.text)
    if (!isHeadLine(line, mended) && !isUnitText(mended)) break
    below = line
  }
  return count
}
