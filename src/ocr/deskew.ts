import type { Picture } from './picture.js'

const reducedWidth = 800
const maxDegrees = 8

/** The degrees, clockwise positive, by which the page's lines lean; by the sharpest row profile (Postl, 1986). */
export function findSkew(picture: Picture, inkBelow: number): number {
  const { xs, ys, height } = collectInk(picture, inkBelow)
  if (xs.length < 50) return 0
  const score = (degrees: number): number => profileSharpness(xs, ys, height, degrees)
  let best = searchAround(0, maxDegrees, 0.5, score)
  best = searchAround(best, 0.4, 0.1, score)
  return searchAround(best, 0.08, 0.02, score)
}

function searchAround(centre: number, reach: number, step: number, score: (degrees: number) => number): number {
  let best = centre
  let bestScore = score(centre)
  const steps = Math.round(reach / step)
  for (let i = -steps; i <= steps; i++) {
    const degrees = centre + i * step
    const value = score(degrees)
    if (value > bestScore) [best, bestScore] = [degrees, value]
  }
  return best
}

/** Ink pixels of a reduced picture, thinned so that the search costs the same on every page. */
function collectInk(
  { width, height, data }: Picture,
  inkBelow: number,
): { xs: number[]; ys: number[]; height: number } {
  const factor = Math.max(1, width / reducedWidth)
  const xs: number[] = []
  const ys: number[] = []
  const step = Math.max(1, Math.floor(factor))
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      // Only the underside of ink counts: base lines are sharper than bodies.
      if (data[y * width + x]! < inkBelow && (y + step >= height || data[(y + step) * width + x]! >= inkBelow)) {
        xs.push(x / step - width / step / 2)
        ys.push(y / step)
      }
    }
  }
  return { xs, ys, height: Math.ceil(height / step) }
}

function profileSharpness(xs: number[], ys: number[], height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil(reducedWidth * Math.abs(slope)) + 2
  const profile = new Uint32Array(height + 2 * margin)
  for (let i = 0; i < xs.length; i++) {
    const at = Math.round(ys[i]! - xs[i]! * slope) + margin
    if (at >= 0 && at < profile.length) profile[at]!++
  }
  let sum = 0
  for (let i = 0; i < profile.length; i++) sum += profile[i]! * profile[i]!
  return sum
}
