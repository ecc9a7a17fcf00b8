import type { Picture } from './picture.js'

/** Lengths and thicknesses in inches. */
const leastAcross = 0.55
const leastDown = 0.4
const thickest = 0.03
const gap = 0.012
/** Shares of a run that must be ink, and thin across. */
const mostlyInk = 0.85
const mostlyThin = 0.7

/**
 * The picture with its ruling lines painted over with paper: long thin runs of ink, across and down.
 * Strokes that only cross a rule stay. The page should be level.
 */
export function removeRules(picture: Picture, inkBelow: number, paper: number): Picture {
  const { width, height, data, dpi } = picture
  const ink = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) ink[i] = data[i]! < inkBelow ? 1 : 0
  const rule = new Uint8Array(data.length)
  const limits = { gap: Math.max(1, Math.round(gap * dpi)), thick: Math.max(3, Math.round(thickest * dpi)) }
  const lines = { count: height, length: width, step: 1, stride: width }
  markRuns(ink, rule, lines, { ...limits, least: leastAcross * dpi })
  markRuns(ink, rule, { count: width, length: height, step: width, stride: 1 }, { ...limits, least: leastDown * dpi })
  markCrossings(ink, rule, width, limits.thick + 2)
  return { ...picture, data: paintOver(data, rule, width, height, paper, inkBelow) }
}

/** The pixels of a picture taken line by line: `step` to the next pixel of a line, `stride` to the next line. */
interface Lines {
  readonly count: number
  readonly length: number
  readonly step: number
  readonly stride: number
}

interface RunLimits {
  readonly least: number
  readonly gap: number
  readonly thick: number
}

function markRuns(ink: Uint8Array, rule: Uint8Array, lines: Lines, limits: RunLimits): void {
  const thickened = thicken(ink, lines)
  for (let line = 0; line < lines.count; line++) {
    const start = line * lines.stride
    let from = -1
    let last = -1
    for (let at = 0; at <= lines.length; at++) {
      if (at < lines.length && thickened[start + at * lines.step] === 1) {
        if (from < 0) from = at
        last = at
      } else if (from >= 0 && (at - last > limits.gap || at === lines.length)) {
        if (last - from + 1 >= limits.least) markThin(ink, rule, lines, limits.thick, line, from, last)
        from = -1
      }
    }
  }
}

/** The ink and what lies a pixel beside it, so that a rule that steps from line to line stays one run. */
function thicken(ink: Uint8Array, { count, length, step, stride }: Lines): Uint8Array {
  const out = ink.slice()
  for (let line = 0; line < count; line++) {
    for (let at = 0; at < length; at++) {
      const i = line * stride + at * step
      if (ink[i] !== 1) continue
      if (line > 0) out[i - stride] = 1
      if (line + 1 < count) out[i + stride] = 1
    }
  }
  return out
}

/**
 * Marks of a run what is thin across it: where a letter stands on the rule the ink goes on, and is left.
 * A run that is mostly not thin is no rule but a line of text.
 */
function markThin(
  ink: Uint8Array,
  rule: Uint8Array,
  lines: Lines,
  thick: number,
  line: number,
  from: number,
  to: number,
): void {
  const marked: number[] = []
  let inked = 0
  let thin = 0
  for (let at = from; at <= to; at++) {
    const centre = line * lines.stride + at * lines.step
    const i = [0, -lines.stride, lines.stride].map((k) => centre + k).find((k) => ink[k] === 1)
    if (i === undefined) continue
    inked++
    const before = countInk(ink, i, -lines.stride, thick)
    const after = countInk(ink, i, lines.stride, thick)
    if (before + after + 1 > thick) continue
    thin++
    for (let k = -before; k <= after; k++) marked.push(i + k * lines.stride)
  }
  if (inked < mostlyInk * (to - from + 1)) return
  if (thin === 0 || thin < mostlyThin * inked) return
  for (const i of marked) rule[i] = 1
}

function countInk(ink: Uint8Array, from: number, step: number, most: number): number {
  let count = 0
  while (count < most && ink[from + (count + 1) * step] === 1) count++
  return count
}

/** Marks the small knots that are left where two rules crossed. */
function markCrossings(ink: Uint8Array, rule: Uint8Array, width: number, reach: number): void {
  const height = ink.length / width
  const isLeft = (i: number): boolean => ink[i] === 1 && rule[i] !== 1
  const touched = new Set<number>()
  for (let i = width; i < ink.length - width; i++) {
    if (rule[i] !== 1) continue
    for (const near of [i - 1, i + 1, i - width, i + width]) if (isLeft(near)) touched.add(near)
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
      for (const near of [i - 1, i + 1, i - width, i + width]) if (isLeft(near)) knot.add(near)
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
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rule[y * width + x] !== 1) continue
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          const [nx, ny] = [x + dx, y + dy]
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
          const i = ny * width + nx
          if (rule[i] === 1 || data[i]! >= inkBelow) out[i] = paper
        }
      }
    }
  }
  return out
}
