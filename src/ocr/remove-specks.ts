import type { Picture } from './picture.js'
import { growIsland, stepsAround } from './pixel-sets.js'

/** Pixels at 200 dots to the inch: what has a letter's ink this near is part of a letter that came apart. */
const lonelyWithin = 3
/** An island of so many times a speck's pixels is ink of a letter: the specks of a screened shade are no letters. */
const letterSpecks = 4

/** The picture without the islands of ink of at most so many pixels that have no letter's ink near. */
export function removeSpecks(picture: Picture, inkBelow: number, paper: number, mostPixels: number): Picture {
  const { width, height, data, dpi } = picture
  const reach = Math.max(2, Math.round((lonelyWithin * dpi) / 200))
  const { specks, letters } = findSpecks(picture, inkBelow, mostPixels)
  const out = data.slice()
  const around = stepsAround(1, width)
  for (const speck of specks) {
    if (hasInkNear(letters, width, height, speck, reach)) continue
    for (const i of speck) {
      for (const offset of around) {
        const near = i + offset
        if (near >= 0 && near < out.length && data[near]! >= inkBelow) out[near] = Math.max(out[near]!, paper)
      }
      out[i] = paper
    }
  }
  return { ...picture, data: out }
}

/** The specks of a picture, and 1 for each pixel of islands that are large enough for a letter's. */
function findSpecks(
  { width, height, data }: Picture,
  inkBelow: number,
  mostPixels: number,
): { specks: number[][]; letters: Uint8Array } {
  const seen = new Uint8Array(data.length)
  const letters = new Uint8Array(data.length)
  const specks: number[][] = []
  const around = stepsAround(1, width)
  const island = new Int32Array(data.length)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const start = y * width + x
      if (seen[start] === 1 || data[start]! >= inkBelow) continue
      const count = growIsland(data, inkBelow, start, around, seen, island)
      if (count <= mostPixels) specks.push([...island.subarray(0, count)])
      else if (count > letterSpecks * mostPixels) for (let i = 0; i < count; i++) letters[island[i]!] = 1
    }
  }
  return { specks, letters }
}

/** Whether there is ink within so many pixels of a speck's edges. */
function hasInkNear(ink: Uint8Array, width: number, height: number, speck: number[], reach: number): boolean {
  const columns = speck.map((i) => i % width)
  const rows = speck.map((i) => Math.floor(i / width))
  const [x0, x1] = [Math.max(0, Math.min(...columns) - reach), Math.min(width - 1, Math.max(...columns) + reach)]
  const [y0, y1] = [Math.max(0, Math.min(...rows) - reach), Math.min(height - 1, Math.max(...rows) + reach)]
  for (let y = y0; y <= y1; y++) {
    for (let i = y * width + x0; i <= y * width + x1; i++) if (ink[i] === 1) return true
  }
  return false
}
