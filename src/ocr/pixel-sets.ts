/** The steps to a pixel's neighbours within so many pixels, itself included, in a picture so wide. */
export function stepsAround(pixels: number, width: number): number[] {
  const steps = Array.from({ length: 2 * pixels + 1 }, (_, at) => at - pixels)
  return steps.flatMap((down) => steps.map((right) => down * width + right))
}

/** The pixels that hang together, cornerwise too, of some of a picture so wide. */
export function partsOf(pixels: readonly number[], width: number): number[][] {
  const left = new Set(pixels)
  const beside = stepsAround(1, width)
  return pixels.flatMap((from) => {
    if (!left.delete(from)) return []
    const part = [from]
    for (const at of part) for (const step of beside) if (left.delete(at + step)) part.push(at + step)
    return [part]
  })
}

/**
 * The pixels of the island of ink, of what is darker than `inkBelow`, that a first one belongs to: written to the front of
 * `island`, which has room for a whole page, and marked in `seen`. Returns how many they are.
 */
export function growIsland(
  data: Uint8Array,
  inkBelow: number,
  start: number,
  around: readonly number[],
  seen: Uint8Array,
  island: Int32Array,
): number {
  let count = 0
  island[count++] = start
  seen[start] = 1
  for (let at = 0; at < count; at++) {
    for (const offset of around) {
      const near = island[at]! + offset
      if (near < 0 || near >= data.length || seen[near] === 1 || data[near]! >= inkBelow) continue
      seen[near] = 1
      island[count++] = near
    }
  }
  return count
}

/** How many columns and rows pixels of a picture so wide lie in. */
export function extentOf(pixels: readonly number[], width: number): { across: number; down: number } {
  let [left, right, top, bottom] = [width, 0, Number.POSITIVE_INFINITY, 0]
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { across: right - left + 1, down: bottom - top + 1 }
}
