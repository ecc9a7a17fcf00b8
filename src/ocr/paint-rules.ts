/** What a pixel of ink, which is 1, is of besides: a rule across the page, one down the page, or both. */
export const acrossPage = 2
export const downPage = 4

const bothWays = acrossPage | downPage

/** In pixels, how far the grey beside a rule reaches. */
const fringe = 2
/** Pixels from its middle that a crumb of a worn rule reaches. */
const crumb = 2

/**
 * Marks what is left of rules beside their pixels (`marked`): the small knots where two cross, reaching no further than
 * `reach` pixels, and crumbs. What touches one rule only is the foot of a letter. Gives the pixels of all knots.
 */
export function markKnots(ink: Uint8Array, marked: readonly number[], width: number, reach: number): number[] {
  const height = ink.length / width
  const isLeft = (i: number): boolean => ink[i] === 1
  const touched = new Set<number>()
  const knots: number[] = []
  const beside = [-1, 1, -width, width]
  for (const i of marked) for (const offset of beside) if (isLeft(i + offset)) touched.add(i + offset)
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
        else touches |= ink[i + offset]! & bothWays
      }
    }
    if (size > (touches === bothWays ? reach : crumb)) continue
    for (const i of knot) {
      ink[i]! |= touches
      knots.push(i)
    }
  }
  return knots
}

/**
 * Makes bare paper of the pixels of rules (`marked`, and in the ink), and of their grey fringe. What lies around the pixel
 * before, or over it, is not gone through again.
 */
export function paintRules(
  data: Uint8Array,
  ink: Uint8Array,
  marked: readonly number[],
  width: number,
  paper: number,
  inkBelow: number,
): void {
  const height = data.length / width
  const isDone = new Uint8Array(data.length)
  for (const mark of marked) {
    const [x, y] = [mark % width, Math.floor(mark / width)]
    const fromX = x > 0 && isDone[mark - 1] === 1 ? x + fringe : Math.max(0, x - fringe)
    const fromY = isDone[mark - width] === 1 ? y + fringe : Math.max(0, y - fringe)
    isDone[mark] = 1
    for (let ny = fromY; ny <= Math.min(height - 1, y + fringe); ny++) {
      for (let nx = fromX; nx <= Math.min(width - 1, x + fringe); nx++) {
        const i = ny * width + nx
        if (ink[i]! > 1 || data[i]! >= inkBelow) data[i] = paper
      }
    }
  }
}
