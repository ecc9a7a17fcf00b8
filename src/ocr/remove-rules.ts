import type { Picture } from './picture.js'

/** Lengths and thicknesses in inches. */
const leastAcross = 0.55
const leastDown = 0.4
/** A piece of a rule down the page, in line with a longer one: in tables of one row the rule is as long as its cell. */
const leastPiece = 0.13
/** How far to the side a piece of a rule may stand. */
const inLine = 0.025
const thickest = 0.03
const gap = 0.012
/** In pixels, how far the grey beside a rule reaches. */
const fringe = 2
/** Shares of a run that must be ink, and thin across. */
const mostlyInk = 0.85
const mostlyThin = 0.7

/**
 * The picture with its ruling lines painted over with paper: long thin runs of ink, across and down, and of the grey
 * between ink and paper, in which hairlines come out of a scanner. Strokes that only cross a rule stay. The page should
 * be level.
 */
export function removeRules(picture: Picture, inkBelow: number, paper: number): Picture {
  const { width, height, data, dpi } = picture
  const rule = new Uint8Array(data.length)
  for (const below of [inkBelow, (inkBelow + paper) / 2]) markRules(rule, { data, below }, width, dpi)
  return rule.includes(1) ? { ...picture, data: paintOver(data, rule, width, height, paper, inkBelow) } : picture
}

/** The pixels of a picture that are darker than `below`. */
interface Ink {
  readonly data: Uint8Array
  readonly below: number
}

/** Whether a pixel is ink; none is outside the picture. */
function isInk({ data, below }: Ink, i: number): boolean {
  return data[i]! < below
}

/** Marks the pixels of all rules in the ink, with the knots where two cross. */
function markRules(rule: Uint8Array, ink: Ink, width: number, dpi: number): void {
  const height = rule.length / width
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
  const marked = [findRules(ink, across), downward, pieces]
  for (const pixels of marked) for (const i of pixels) rule[i] = 1
  markCrossings(ink, rule, marked, width, limits.thick + 2)
}

/** Rows or columns of pixels: `step` to the next pixel of a line, `stride` to the next line; and what a rule is, in pixels. */
interface Lines {
  readonly count: number
  readonly length: number
  readonly step: number
  readonly stride: number
  readonly least: number
  readonly gap: number
  readonly thick: number
  /** 1 for each line that is looked at; all are where it is left out. */
  readonly only?: Uint8Array
}

/** 1 for each column of pixels that holds one of those given, or stands close by one. */
function columnsNear(marked: readonly number[], width: number, reach: number): Uint8Array {
  const columns = new Uint8Array(width)
  for (const i of marked) columns.fill(1, Math.max(0, (i % width) - reach), (i % width) + reach + 1)
  return columns
}

/** The pixels of all rules that run along the lines. */
function findRules(ink: Ink, lines: Lines): number[] {
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
      while (!hasInk(ink, row + from * lines.step, over, under)) from++
      let last = from
      for (let at = from; at < lines.length && at - last <= lines.gap; at++) {
        if (hasInk(ink, row + at * lines.step, over, under)) last = at
      }
      if (last - from + 1 >= lines.least) markThin(ink, lines, row, from, last, marked)
      from = last + 1
    }
  }
  return marked
}

/** Whether there is ink at a pixel or beside it: with what lies beside it a rule that steps from row to row stays one run. */
function hasInk(ink: Ink, i: number, over: number, under: number): boolean {
  return isInk(ink, i) || isInk(ink, i - over) || isInk(ink, i + under)
}

/**
 * Where the last gap ends that no rule bridges, among as many pixels as the shortest rule has; -1 where there is none.
 * Looked for from behind, so that on empty paper few pixels are looked at.
 */
function findGap(
  ink: Ink,
  row: number,
  from: number,
  over: number,
  under: number,
  { least, gap, step }: Lines,
): number {
  let empty = 0
  for (let at = from + least - 1, i = row + at * step; at >= from; at--, i -= step) {
    empty = hasInk(ink, i, over, under) ? 0 : empty + 1
    if (empty > gap) return at + gap
  }
  return -1
}

/**
 * Marks of a run what is thin across it: where a letter stands on the rule the ink goes on, and is left.
 * A run that is mostly not thin is no rule but a line of text.
 */
function markThin(ink: Ink, lines: Lines, row: number, from: number, to: number, marked: number[]): void {
  const { step, stride, thick } = lines
  const found: number[] = []
  let inked = 0
  let thin = 0
  for (let at = from, i = row + from * step; at <= to; at++, i += step) {
    const on = isInk(ink, i) ? i : isInk(ink, i - stride) ? i - stride : i + stride
    if (!isInk(ink, on)) continue
    inked++
    const before = countInk(ink, on, -stride, thick)
    const after = countInk(ink, on, stride, thick)
    if (before + after + 1 > thick) continue
    thin++
    for (let k = -before; k <= after; k++) found.push(on + k * stride)
  }
  if (inked < mostlyInk * (to - from + 1) || thin === 0 || thin < mostlyThin * inked) return
  for (const i of found) marked.push(i)
}

function countInk(ink: Ink, from: number, step: number, most: number): number {
  let count = 0
  while (count < most && isInk(ink, from + (count + 1) * step)) count++
  return count
}

/** Marks the small knots that are left where two rules crossed. */
function markCrossings(ink: Ink, rule: Uint8Array, marked: readonly number[][], width: number, reach: number): void {
  const height = rule.length / width
  const isLeft = (i: number): boolean => isInk(ink, i) && rule[i] !== 1
  const touched = new Set<number>()
  const beside = [-1, 1, -width, width]
  for (const pixels of marked) {
    for (const i of pixels) for (const offset of beside) if (isLeft(i + offset)) touched.add(i + offset)
  }
  for (const start of touched) {
    if (!isLeft(start)) continue
    const knot = new Set([start])
    const [x0, y0] = [start % width, Math.floor(start / width)]
    let small = true
    for (const i of knot) {
      const [x, y] = [i % width, Math.floor(i / width)]
      if (Math.abs(x - x0) > reach || Math.abs(y - y0) > reach || y === 0 || y === height - 1) {
        small = false
        break
      }
      for (const offset of beside) if (isLeft(i + offset)) knot.add(i + offset)
    }
    if (small) for (const i of knot) rule[i] = 1
  }
}

/** Paints the marked pixels and their grey fringe. */
function paintOver(
  data: Uint8Array,
  rule: Uint8Array,
  width: number,
  height: number,
  paper: number,
  inkBelow: number,
): Uint8Array {
  const out = data.slice()
  for (let mark = rule.indexOf(1); mark >= 0; mark = rule.indexOf(1, mark + 1)) {
    const [x, y] = [mark % width, Math.floor(mark / width)]
    for (let ny = Math.max(0, y - fringe); ny <= Math.min(height - 1, y + fringe); ny++) {
      for (let nx = Math.max(0, x - fringe); nx <= Math.min(width - 1, x + fringe); nx++) {
        const i = ny * width + nx
        if (rule[i] === 1 || data[i]! >= inkBelow) out[i] = paper
      }
    }
  }
  return out
}
