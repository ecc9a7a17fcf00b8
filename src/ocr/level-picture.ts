import { cubicWeights, halfWeight, weightBits, weightsAt } from './bicubic.js'
import type { Picture } from './picture.js'

/** Below this many degrees a turn costs more sharpness than it gains. */
const leastDegrees = 0.15
/** Pixels of paper on each side of a picture: those around its edges are looked at, and fours of pixels stay whole. */
const border = 4
/** Side of the squares that are turned together: most are bare and need only be found so. */
const side = 8

/**
 * The picture turned so that its lines lie level, by bicubic interpolation, as large as it was; corners are filled with
 * the paper's grey. What is centred on the page stays there, so that boxes stay fractions of the page's own size.
 */
export function levelPicture(picture: Picture, degrees: number, paper: number): Picture {
  if (Math.abs(degrees) < leastDegrees) return picture
  const { width, height } = picture
  const source = onPaper(picture, paper)
  const data = new Uint8Array(width * height).fill(paper)
  const turn = turnAbout(picture, degrees)
  for (let top = 0; top < height; top += side) {
    for (let left = 0; left < width; left += side) {
      const square = { left, top, right: Math.min(width, left + side), bottom: Math.min(height, top + side) }
      if (holdsInk(source, square, turn)) turnSquare(source, square, turn, data)
    }
  }
  return { ...picture, data }
}

/** A picture with a border of paper, and which of its squares are not bare. */
interface Source {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  /** Bytes from row to row of `data`, and squares from row to row of `busy`. */
  readonly stride: number
  readonly across: number
  readonly busy: Uint8Array
}

interface Square {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** From where in a picture with a border a pixel of the level one comes: `x` = x0 + cos·x + sin·y, `y` = y0 + cos·y - sin·x. */
interface Turn {
  readonly cos: number
  readonly sin: number
  readonly x0: number
  readonly y0: number
}

function turnAbout({ width, height }: Picture, degrees: number): Turn {
  const radians = (-degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const [xs, ys] = [
    [0, cos * width, -sin * height, cos * width - sin * height],
    [0, sin * width, cos * height, sin * width + cos * height],
  ]
  // whole pixels, so that the page is as sharp as if it had been turned on a larger sheet and cut from it
  const left = cutFrom(xs, width)
  const top = cutFrom(ys, height)
  return { cos, sin, x0: cos * left + sin * top + border, y0: cos * top - sin * left + border }
}

/** Where the page begins in the middle of a sheet that reaches over all corners. */
function cutFrom(corners: readonly number[], length: number): number {
  const [least, most] = [Math.min(...corners), Math.max(...corners)]
  return Math.round(least) + Math.round((Math.round(most - least) - length) / 2)
}

function onPaper({ width, height, data }: Picture, paper: number): Source {
  const across = Math.ceil((width + 2 * border) / side)
  const stride = across * side
  const rows = height + 2 * border
  const sheet = new Uint8Array(stride * rows).fill(paper)
  for (let y = 0; y < height; y++) sheet.set(data.subarray(y * width, (y + 1) * width), (y + border) * stride + border)
  const busy = new Uint8Array(across * Math.ceil(rows / side))
  const quads = new Int32Array(sheet.buffer)
  const bare = (paper * 0x01010101) | 0
  for (let y = border, quad = (y * stride) >> 2; y < height + border; y++) {
    const row = Math.floor(y / side) * across
    for (let x = 0; x < stride; x += 4, quad++) if (quads[quad] !== bare) busy[row + (x >> 3)] = 1
  }
  return { width, height, data: sheet, stride, across, busy }
}

/** Whether there is anything but paper among the pixels that a square is made of. */
function holdsInk(source: Source, { left, top, right, bottom }: Square, { cos, sin, x0, y0 }: Turn): boolean {
  const { across, busy } = source
  const rows = busy.length / across
  const [wide, tall] = [right - 1 - left, bottom - 1 - top]
  const [x, y] = [x0 + cos * left + sin * top, y0 + cos * top - sin * left]
  const [fromX, toX] = [x + Math.min(0, sin * tall) - 2, x + cos * wide + Math.max(0, sin * tall) + 3]
  const [fromY, toY] = [y + Math.min(0, -sin * wide) - 2, y + cos * tall + Math.max(0, -sin * wide) + 3]
  const last = Math.min(across - 1, Math.floor(toX / side))
  for (let row = Math.max(0, Math.floor(fromY / side)); row <= Math.min(rows - 1, Math.floor(toY / side)); row++) {
    for (let at = Math.max(0, Math.floor(fromX / side)); at <= last; at++)
      if (busy[row * across + at] === 1) return true
  }
  return false
}

function turnSquare(source: Source, square: Square, { cos, sin, x0, y0 }: Turn, out: Uint8Array): void {
  const { width, height, data: sheet, stride } = source
  const weights = cubicWeights
  for (let y = square.top; y < square.bottom; y++) {
    const [rowX, rowY] = [x0 + sin * y, y0 + cos * y]
    for (let x = square.left; x < square.right; x++) {
      const [fromX, fromY] = [rowX + cos * x, rowY - sin * x]
      // whole numbers that are known to be such: indices that might be fractions take twice as long
      const [column, row] = [fromX | 0, fromY | 0]
      if (column < border - 1 || row < border - 1 || column >= width + border || row >= height + border) continue
      const [across, down] = [weightsAt(fromX), weightsAt(fromY)]
      const i = (row - 1) * stride + column - 1
      const first = Math.imul(weights[down]!, blendFour(sheet, i, across))
      const second = Math.imul(weights[down + 1]!, blendFour(sheet, i + stride, across))
      const third = Math.imul(weights[down + 2]!, blendFour(sheet, i + 2 * stride, across))
      const fourth = Math.imul(weights[down + 3]!, blendFour(sheet, i + 3 * stride, across))
      const grey = (first + second + third + fourth + halfWeight) >> weightBits
      out[y * width + x] = Math.max(0, Math.min(255, grey))
    }
  }
}

/** Four pixels side by side, from one on, with the weights that begin at `at`. */
function blendFour(data: Uint8Array, i: number, at: number): number {
  const before = Math.imul(cubicWeights[at]!, data[i]!) + Math.imul(cubicWeights[at + 1]!, data[i + 1]!)
  const after = Math.imul(cubicWeights[at + 2]!, data[i + 2]!) + Math.imul(cubicWeights[at + 3]!, data[i + 3]!)
  return (before + after + halfWeight) >> weightBits
}
