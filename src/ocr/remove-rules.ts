import { inkOf } from './ink-seeker.js'
import { acrossPage, downPage, markKnots, paintRules } from './paint-rules.js'
import type { Picture } from './picture.js'
import { type Lines, markRule } from './rule-of-run.js'

/** Lengths and thicknesses in inches. */
const leastAcross = 0.55
const leastDown = 0.4
/** The line under a figure is as long as the figure, and bare where thousands are set apart. */
const leastUnder = 0.2
const leastBare = 0.035
/** Two lines under a sum may have run together. */
const thickestUnder = 0.045
const mostHeight = 0.3
/** At either end of a figure with a line under it is paper, so wide and so high over the line. */
const clearWidth = 0.025
const clearHeight = 0.05
/** A piece of a rule down the page, in line with a longer one: in tables of one row the rule is as long as its cell. */
const leastPiece = 0.13
/** How far to the side a piece of a rule may stand. */
const inLine = 0.025
const thickest = 0.03
const gap = 0.012

/**
 * The picture with its ruling lines painted over with paper: long thin runs of ink, across and down, lines under single
 * figures, and all of them too in the grey between ink and paper, in which hairlines come out of a scanner. Strokes that
 * cross a rule stay, what stands on it is cut off level. The page should be level.
 */
export function removeRules(picture: Picture, inkBelow: number, paper: number): Picture {
  const { width, dpi } = picture
  let { data } = picture
  // what is painted over first no longer ties in the grey what stands on it to its rule
  for (const below of [inkBelow, (inkBelow + paper) / 2]) {
    const ink = inkOf(data, below)
    const marked = markRules(ink, width, dpi)
    if (marked.length === 0) continue
    if (data === picture.data) data = data.slice()
    paintRules(data, ink, marked, width, paper, inkBelow)
  }
  return data === picture.data ? picture : { ...picture, data }
}

/** The pixels of all rules in the ink, with the knots where two cross; in the ink each is marked for what it is of. */
function markRules(ink: Uint8Array, width: number, dpi: number): number[] {
  const height = ink.length / width
  const limits = { gap: Math.max(1, Math.round(gap * dpi)), thick: Math.max(3, Math.round(thickest * dpi)) }
  const across = {
    count: height,
    length: width,
    step: 1,
    stride: width,
    least: Math.ceil(leastAcross * dpi),
    ...limits,
  }
  const down = { count: width, length: height, step: width, stride: 1, least: Math.ceil(leastDown * dpi), ...limits }
  const downward = findRules(ink, down)
  const only = columnsNear(downward, width, inLine * dpi)
  const pieces = findRules(ink, { ...down, least: Math.ceil(leastPiece * dpi), only })
  const under = findLinesUnder(ink, {
    ...across,
    least: Math.ceil(leastUnder * dpi),
    thick: Math.round(thickestUnder * dpi),
    under: {
      bare: Math.ceil(leastBare * dpi),
      clear: Math.ceil(clearWidth * dpi),
      above: Math.ceil(clearHeight * dpi),
      highest: Math.ceil(mostHeight * dpi),
    },
  })
  const marked = [findRules(ink, across), under, downward, pieces]
  for (const [which, pixels] of marked.entries()) {
    for (const i of pixels) ink[i]! |= which < 2 ? acrossPage : downPage
  }
  const pixels = ([] as number[]).concat(...marked)
  return pixels.concat(markKnots(ink, pixels, width, limits.thick + 2))
}

/** 1 for each column of pixels that holds one of those given, or stands close by one. */
function columnsNear(marked: readonly number[], width: number, reach: number): Uint8Array {
  const columns = new Uint8Array(width)
  for (const i of marked) columns.fill(1, Math.max(0, (i % width) - reach), (i % width) + reach + 1)
  return columns
}

/** The pixels of all rules that run along the lines. */
function findRules(ink: Uint8Array, lines: Lines): number[] {
  const marked: number[] = []
  for (let line = 0; line < lines.count; line++) {
    if (lines.only?.[line] === 0) continue
    const row = line * lines.stride
    const over = line > 0 ? lines.stride : 0
    const under = line + 1 < lines.count ? lines.stride : 0
    let from = 0
    while (from + lines.least <= lines.length) {
      const open = findGap(ink, row, from, over, under, lines)
      if (open >= 0) {
        from = open + 1
        continue
      }
      while (!isInk(ink, row + from * lines.step, over, under)) from++
      let last = from
      for (let at = from; at < lines.length && at - last <= lines.gap; at++) {
        if (isInk(ink, row + at * lines.step, over, under)) last = at
      }
      if (last - from + 1 >= lines.least) markRule(ink, lines, row, from, last, marked)
      from = last + 1
    }
  }
  return marked
}

/** Whether there is ink at a pixel or beside it: with what lies beside it a rule that steps from row to row stays one run. */
function isInk(ink: Uint8Array, i: number, over: number, under: number): boolean {
  return (ink[i]! | ink[i - over]! | ink[i + under]!) === 1
}

/** The pixels of the lines under single figures, which have no gap: so each is met by steps of its least length. */
function findLinesUnder(ink: Uint8Array, lines: Lines): number[] {
  const { length, stride, least } = lines
  const marked: number[] = []
  for (let row = stride; row < ink.length - stride; row += stride) {
    for (let met = least - 1; met < length; met += least) {
      if (!isInk(ink, row + met, stride, stride)) continue
      let [from, to] = [met, met]
      while (from > 0 && isInk(ink, row + from - 1, stride, stride)) from--
      while (to + 1 < length && isInk(ink, row + to + 1, stride, stride)) to++
      if (to - from + 1 >= least) markRule(ink, lines, row, from, to, marked)
      met += Math.floor((to - met) / least) * least
    }
  }
  return marked
}

/**
 * Where the last gap ends that no rule bridges, among as many pixels as the shortest rule has; -1 where there is none.
 * Looked for from behind, so that on empty paper few pixels are looked at.
 */
function findGap(
  ink: Uint8Array,
  row: number,
  from: number,
  over: number,
  under: number,
  { least, gap, step }: Lines,
): number {
  let empty = 0
  for (let at = from + least - 1, i = row + at * step; at >= from; at--, i -= step) {
    empty = isInk(ink, i, over, under) ? 0 : empty + 1
    if (empty > gap) return at + gap
  }
  return -1
}
