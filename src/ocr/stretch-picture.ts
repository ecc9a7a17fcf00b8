import { cubicWeights, halfWeight, weightBits, weightsAt } from './bicubic.js'
import type { Picture } from './picture.js'

/** Before the first pixel, so that places are not below 0. */
const before = 2

/** A larger picture that is made row by row. */
export interface StretchedRows {
  /** Writes the row `y` of the larger picture to `row`, which is as long as it is wide. */
  write(y: number, row: Uint8Array): void
}

/** The picture made larger by bicubic interpolation, at `dpi`: bit for bit what libvips makes of it. */
export function stretchPicture(picture: Picture, width: number, height: number, dpi: number): Picture {
  const rows = stretchRows(picture, width, height)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) rows.write(y, data.subarray(y * width, (y + 1) * width))
  return { width, height, data, dpi }
}

/** The rows of the picture made larger: so wide, so high. */
export function stretchRows(picture: Picture, width: number, height: number): StretchedRows {
  const wide = stretchAcross(picture, width)
  const { around, weights } = placesAlong(picture.height, height)
  return {
    write(y, row) {
      blendRows(wide, around, weights, 4 * y, row)
    },
  }
}

/** For each of `most` places along so many pixels the four that it is made of, and their weights, by fours. */
function placesAlong(length: number, most: number): { around: Int32Array; weights: Int32Array } {
  const [around, weights] = [new Int32Array(4 * most), new Int32Array(4 * most)]
  for (let i = 0; i < around.length; i++) {
    const place = (i >> 2) * (length / most) - 0.5 + before
    around[i] = Math.max(0, Math.min(length - 1, Math.floor(place) - before - 1 + (i & 3)))
    weights[i] = cubicWeights[weightsAt(place) + (i & 3)]!
  }
  return { around, weights }
}

/** Each row of a picture made so wide; greys may lie beyond black and white. */
function stretchAcross({ width, height, data }: Picture, wide: number): Int16Array {
  const rows = new Int16Array(wide * height)
  const { around, weights } = placesAlong(width, wide)
  for (let y = 0, out = 0; y < height; y++) {
    const row = y * width
    for (let i = 0; i < around.length; i += 4, out++) {
      const first =
        Math.imul(weights[i]!, data[row + around[i]!]!) + Math.imul(weights[i + 1]!, data[row + around[i + 1]!]!)
      const second =
        Math.imul(weights[i + 2]!, data[row + around[i + 2]!]!) +
        Math.imul(weights[i + 3]!, data[row + around[i + 3]!]!)
      rows[out] = (first + second + halfWeight) >> weightBits
    }
  }
  return rows
}

/** The sum of four rows of `wide`, with a weight each, from one place on in the lists of both. */
function blendRows(wide: Int16Array, around: Int32Array, weights: Int32Array, at: number, out: Uint8Array): void {
  const [a, b, c, d] = [weights[at]!, weights[at + 1]!, weights[at + 2]!, weights[at + 3]!]
  const width = out.length
  const [first, second] = [around[at]! * width, around[at + 1]! * width]
  const [third, fourth] = [around[at + 2]! * width, around[at + 3]! * width]
  for (let x = 0; x < width; x++) {
    const before = Math.imul(a, wide[first + x]!) + Math.imul(b, wide[second + x]!)
    const after = Math.imul(c, wide[third + x]!) + Math.imul(d, wide[fourth + x]!)
    out[x] = Math.max(0, Math.min(255, (before + after + halfWeight) >> weightBits))
  }
}
