import { expect, test } from 'vitest'
import { findLowIslands } from '../../src/ocr/find-low-islands.js'
import type { Picture } from '../../src/ocr/picture.js'

/** White paper with black patches: left, top, width, height. */
function paperWith(patches: readonly (readonly [number, number, number, number])[]): Picture {
  const [width, height] = [600, 400]
  const data = new Uint8Array(width * height).fill(255)
  for (const [left, top, wide, tall] of patches) {
    for (let y = top; y < top + tall; y++) data.fill(0, y * width + left, y * width + left + wide)
  }
  return { width, height, data, dpi: 200 }
}

const letters = Array.from({ length: 30 }, (_, at) => [20 + 18 * at, 100, 10, 20] as const)

test.each([
  ['the upper left', 0, 0],
  ['the upper right', 560, 0],
  ['the lower left', 0, 340],
  ['the lower right', 560, 340],
] as const)('a page that is black in %s corner has the islands that stand on it', (_, left, top) => {
  const dot = [300, 200, 4, 4] as const
  const { letterHeight, low, high } = findLowIslands(paperWith([...letters, dot, [left, top, 40, 60]]), 128, 0.4)
  expect(letterHeight).toBe(20)
  expect(low).toContainEqual({ x0: 300, y0: 200, x1: 303, y1: 203 })
  expect(high[(top + 30) * 600 + left + 20]).toBe(1)
})
