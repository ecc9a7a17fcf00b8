import { inkSeeker } from './ink-seeker.js'
import { cutStrip, type Picture } from './picture.js'

/** In inches: more than between two letters, less than between two lines. */
const closedGap = 0.04
/** How much longer the runs down the page must be before it counts as lying on its side. */
const longer = 1.15

/**
 * Whether the page's lines of text run down instead of across. Letters stand closer to one another than lines do, so
 * once small gaps are closed the runs of ink are long along the lines and a letter's height across them.
 * Rules should be gone.
 */
export function liesOnSide(picture: Picture, inkBelow: number): boolean {
  const { width, height, data, dpi } = picture
  const gap = closedGap * dpi
  const [across, down] = [createRuns(height, gap), createRuns(width, gap)]
  const seek = inkSeeker(data, inkBelow)
  for (let y = 0; y < height; y++) {
    const [row, end] = [y * width, (y + 1) * width]
    for (let at = seek(row, end); at < end; at = seek(at + 1, end)) {
      const x = at - row
      if ((y & 1) === 0) across.add(y, x)
      if ((x & 1) === 0) down.add(x, y)
    }
  }
  return down.mean() > longer * across.mean()
}

/** Runs of ink along lines of pixels, small gaps closed. */
interface Runs {
  /** Ink at a place on a line, further on than what was added to that line before. */
  add(line: number, at: number): void
  /** How long they are in the middle; 0 where there are none. */
  mean(): number
}

function createRuns(lines: number, gap: number): Runs {
  const [from, last] = [new Int32Array(lines).fill(-1), new Int32Array(lines)]
  let [runs, total] = [0, 0]
  return {
    add(line, at) {
      if (from[line]! < 0) {
        from[line] = at
        runs++
      } else if (at - last[line]! > gap) {
        total += last[line]! - from[line]! + 1
        from[line] = at
        runs++
      }
      last[line] = at
    },
    mean() {
      const open = from.reduce((sum, first, line) => (first < 0 ? sum : sum + last[line]! - first + 1), 0)
      return runs === 0 ? 0 : (total + open) / runs
    },
  }
}

/** The strip of a page, all its width and so many inches high, that holds the most ink. */
export function cutDensestStrip(picture: Picture, inkBelow: number, inches: number): Picture {
  const { width, height, data, dpi } = picture
  const tall = Math.min(height, Math.round(inches * dpi))
  const sums = new Float64Array(height + 1)
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x += 2) if (data[y * width + x]! < inkBelow) row++
    sums[y + 1] = sums[y]! + row
  }
  let top = 0
  for (let y = 0; y + tall <= height; y++) {
    if (sums[y + tall]! - sums[y]! > sums[top + tall]! - sums[top]!) top = y
  }
  return cutStrip(picture, top, tall)
}
