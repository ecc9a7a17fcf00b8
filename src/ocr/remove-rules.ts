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
  const limits = { gap: Math.max(1, Math.round(gap * dpi)), thick: Math.max(3, Math.round(thickest * dpi)) }
  const rule = findRules(ink, width, { ...limits, least: leastAcross * dpi })
  const down = findRules(transpose(ink, width), height, { ...limits, least: leastDown * dpi })
  for (let i = 0; i < down.length; i++) if (down[i] === 1) rule[(i % height) * width + Math.floor(i / height)] = 1
  markCrossings(ink, rule, width, limits.thick + 2)
  return { ...picture, data: paintOver(data, rule, width, height, paper, inkBelow) }
}

interface RunLimits {
  readonly least: number
  readonly gap: number
  readonly thick: number
}

/** Rows become columns: what goes down is then looked at in the order in which it lies. */
function transpose(ink: Uint8Array, width: number): Uint8Array {
  const height = ink.length / width
  const out = new Uint8Array(ink.length)
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) out[x * height + y] = ink[i]!
  return out
}

/** 1 for each pixel of a rule that goes across. */
function findRules(ink: Uint8Array, width: number, limits: RunLimits): Uint8Array {
  const height = ink.length / width
  const rule = new Uint8Array(ink.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    // with what lies a pixel beside it a rule that steps from row to row stays one run
    const [over, under] = [y > 0 ? row - width : row, y + 1 < height ? row + width : row]
    let from = -1
    let last = -1
    for (let x = 0; x < width; x++) {
      if ((ink[row + x]! | ink[over + x]! | ink[under + x]!) === 1) {
        if (from < 0) from = x
        last = x
      } else if (from >= 0 && x - last > limits.gap) {
        if (last - from + 1 >= limits.least) markThin(ink, rule, width, limits.thick, row, from, last)
        from = -1
      }
    }
    if (from >= 0 && last - from + 1 >= limits.least) markThin(ink, rule, width, limits.thick, row, from, last)
  }
  return rule
}

/**
 * Marks of a run what is thin across it: where a letter stands on the rule the ink goes on, and is left.
 * A run that is mostly not thin is no rule but a line of text.
 */
function markThin(
  ink: Uint8Array,
  rule: Uint8Array,
  width: number,
  thick: number,
  row: number,
  from: number,
  to: number,
): void {
  const marked: number[] = []
  let inked = 0
  let thin = 0
  for (let i = row + from; i <= row + to; i++) {
    const at = ink[i] === 1 ? i : ink[i - width] === 1 ? i - width : i + width
    if (ink[at] !== 1) continue
    inked++
    const before = countInk(ink, at, -width, thick)
    const after = countInk(ink, at, width, thick)
    if (before + after + 1 > thick) continue
    thin++
    for (let k = -before; k <= after; k++) marked.push(at + k * width)
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
