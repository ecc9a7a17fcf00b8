import type { Box } from '../model/page.js'
import type { Picture } from './picture.js'

/** Pixels of ink of two digits or so, in squares of their height. */
const LEAST_INK = 0.3

/** Whether there is less ink at a place of a picture than a figure has; ink is what is darker than `inkBelow`. */
export function isBlank({ x0, y0, x1, y1 }: Box, { width, height, data }: Picture, inkBelow: number): boolean {
  const [left, right] = [Math.floor(x0 * width), Math.ceil(x1 * width)]
  const [top, bottom] = [Math.floor(y0 * height), Math.ceil(y1 * height)]
  let ink = 0
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if (data[y * width + x]! < inkBelow) ink += 1
  }
  return ink < LEAST_INK * (bottom - top) ** 2
}
