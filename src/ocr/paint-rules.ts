/** What a pixel is of: a rule across the page, one down the page, or both. */
export const acrossPage = 1
export const downPage = 2

/** In pixels, how far the grey beside a rule reaches. */
const fringe = 2
/** Pixels from its middle that a crumb of a worn rule reaches. */
const crumb = 2

/**
 * Marks what is left of rules beside their pixels (`marked`): the small knots where two cross, reaching no further than
 * `reach` pixels, and crumbs. What touches one rule only is the foot of a letter.
 */
export function markKnots(
  ink: Uint8Array,
  rule: Uint8Array,
  marked: readonly (readonly number[])[],
  width: number,
  reach: number,
): void {
  const height = ink.length / width
  const isLeft = (i: number): boolean => ink[i] === 1 && rule[i] === 0
  const touched = new Set<number>()
  const beside = [-1, 1, -width, width]
  for (const pixels of marked) {
    for (const i of pixels) for (const offset of beside) if (isLeft(i + offset)) touched.add(i + offset)
  }
  for (const start of touched) {
    if (!isLeft(start)) continue
    const knot = new Set([start])
    const [x0, y0] = [start % width, Math.floor(start / width)]
    let [touches, size] = [0, 0]
    for (const i of knot) {
      const [x, y] = [i % width, Math.floor(i / width)]
      size = Math.max(size, Math.abs(x - x0), Math.abs(y - y0))
      if (size > reach || y === 0 || y === height - 1) break
      for (const offset of beside) {
        if (isLeft(i + offset)) knot.add(i + offset)
        else touches |= rule[i + offset]!
      }
    }
    const isKnot = size <= (touches === (acrossPage | downPage) ? reach : crumb)
    if (isKnot) for (const i of knot) rule[i] = touches
  }
}

/** The pixels with those of rules, and their grey fringe, as bare paper. */
export function paintRules(
  data: Uint8Array,
  rule: Uint8Array,
  width: number,
  paper: number,
  inkBelow: number,
): Uint8Array {
  const out = data.slice()
  const height = data.length / width
  for (let mark = 0; mark < rule.length; mark++) {
    if (rule[mark] === 0) continue
    const [x, y] = [mark % width, Math.floor(mark / width)]
    for (let ny = Math.max(0, y - fringe); ny <= Math.min(height - 1, y + fringe); ny++) {
      for (let nx = Math.max(0, x - fringe); nx <= Math.min(width - 1, x + fringe); nx++) {
        const i = ny * width + nx
        if (rule[i] !== 0 || data[i]! >= inkBelow) out[i] = paper
      }
    }
  }
  return out
}
