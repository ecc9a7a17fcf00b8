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
  const { width, height } = picture
  const across = meanRun(picture, inkBelow, { count: height, length: width, step: 1, stride: width })
  const down = meanRun(picture, inkBelow, { count: width, length: height, step: width, stride: 1 })
  return down > longer * across
}

/** Pixels taken line by line: `step` to the next of a line, `stride` to the next line. */
interface Lines {
  readonly count: number
  readonly length: number
  readonly step: number
  readonly stride: number
}

function meanRun({ data, dpi }: Picture, inkBelow: number, { count, length, step, stride }: Lines): number {
  const gap = closedGap * dpi
  let runs = 0
  let total = 0
  for (let line = 0; line < count; line += 2) {
    let from = -1
    let last = -1
    for (let at = 0; at < length; at++) {
      if (data[line * stride + at * step]! >= inkBelow) continue
      if (from >= 0 && at - last > gap) {
        runs++
        total += last - from + 1
        from = at
      } else if (from < 0) from = at
      last = at
    }
    if (from >= 0) {
      runs++
      total += last - from + 1
    }
  }
  return runs === 0 ? 0 : total / runs
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
