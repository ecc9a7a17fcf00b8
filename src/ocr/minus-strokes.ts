import type { Picture } from './picture.js'
import type { PixelBox } from './reader.js'

/** In heights of the figure that a minus is of. */
const dash = { leastWidth: 0.25, mostWidth: 0.95, mostHeight: 0.24, from: 0.3, to: 0.75 }
const leastFull = 0.6

/** Whether a stroke is a minus of a figure as high as `line`, so many times as long as it is thick at least. */
export function isMinus(stroke: Stroke, line: Pick<PixelBox, 'y0' | 'y1'>, length: number): boolean {
  if (!isLevel(stroke, line)) return false
  const height = line.y1 - line.y0
  const [width, thickness] = [stroke.x1 - stroke.x0 + 1, stroke.y1 - stroke.y0 + 1]
  return (
    width >= dash.leastWidth * height &&
    width <= dash.mostWidth * height &&
    width >= length * thickness &&
    stroke.ink >= leastFull * width * thickness
  )
}

/** Whether a stroke is no thicker than a minus, and as high up. */
export function isLevel(stroke: Stroke, { y0, y1 }: Pick<PixelBox, 'y0' | 'y1'>): boolean {
  const height = y1 - y0
  const middle = ((stroke.y0 + stroke.y1) / 2 - y0) / height
  const thickness = stroke.y1 - stroke.y0 + 1
  return thickness <= Math.max(3, dash.mostHeight * height) && middle >= dash.from && middle <= dash.to
}

/** Ink that hangs together: its edges, the last row and column included, and how many pixels it has. */
export interface Stroke extends PixelBox {
  readonly ink: number
}

/** The strokes of ink within a window of the picture, as far as they lie in it. */
export function findStrokes({ data, width }: Picture, { x0, x1, y0, y1 }: PixelBox, inkBelow: number): Stroke[] {
  const seen = new Set<number>()
  const isInk = (x: number, y: number): boolean =>
    x >= x0 && x < x1 && y >= y0 && y < y1 && data[y * width + x]! < inkBelow && !seen.has(y * width + x)
  const strokes: Stroke[] = []
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (!isInk(x, y)) continue
      const found: number[] = []
      const add = (i: number): void => {
        seen.add(i)
        found.push(i)
      }
      add(y * width + x)
      for (const i of found) {
        const [atX, atY] = [i % width, Math.floor(i / width)]
        for (const dy of [-1, 0, 1])
          for (const dx of [-1, 0, 1]) if (isInk(atX + dx, atY + dy)) add((atY + dy) * width + atX + dx)
      }
      const columns = found.map((i) => i % width)
      strokes.push({
        x0: Math.min(...columns),
        x1: Math.max(...columns),
        y0: y,
        y1: Math.floor(Math.max(...found) / width),
        ink: found.length,
      })
    }
  }
  return strokes
}
