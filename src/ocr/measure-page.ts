import { inkSeeker, quadsFrom } from './ink-seeker.js'
import type { Picture } from './picture.js'

/** What a page's picture measures as; the preparation is chosen by it. */
export interface PageMeasure {
  /** Grey of the paper, 0..255. */
  readonly paper: number
  /** Grey below which a pixel is ink. */
  readonly inkBelow: number
  /** Share of the page that is ink, 0..1. */
  readonly ink: number
  /** Nothing but black and white. */
  readonly bilevel: boolean
  /** Standard deviation of the paper's grain, in grey levels. */
  readonly grain: number
  /** Lone pixels for each thousand of ink. */
  readonly specks: number
}

/** What tells ink from paper, by the greys of every pixel. */
export function measureInk({ data }: Picture): Pick<PageMeasure, 'paper' | 'inkBelow' | 'bilevel'> {
  const histogram = countGreys(data)
  const paper = findQuantile(histogram, data.length, 0.5)
  let extremes = 0
  for (let value = 0; value < 256; value++) if (value < 24 || value > 231) extremes += histogram[value]!
  const bilevel = extremes / data.length > 0.99
  return { paper, bilevel, inkBelow: bilevel ? 128 : Math.max(20, otsu(histogram, data.length, paper)) }
}

/** Measures paper, ink and noise, from every pixel; a page on black paper should be inverted first. */
export function measurePage(picture: Picture): PageMeasure {
  const { width, height, data } = picture
  const { paper, bilevel, inkBelow } = measureInk(picture)
  let ink = 0
  let lone = 0
  let grainSum = 0
  let grainCount = 0
  const seek = inkSeeker(data, inkBelow)
  for (let y = 1; y < height - 1; y++) {
    const [from, to] = [y * width + 1, (y + 1) * width - 1]
    for (let i = seek(from, to); i < to; i = seek(i + 1, to)) {
      ink++
      if (isLone(data, i, width, inkBelow)) lone++
    }
    for (let i = (from + 7) & ~7; i < to; i += 8) {
      if (data[i]! < inkBelow || !isPaper(data, i, width, paper - 60)) continue
      grainSum += Math.abs(laplacian(data, i, width))
      grainCount++
    }
  }
  // Immerkær, Fast noise variance estimation, 1996.
  const grain = grainCount === 0 ? 0 : (Math.sqrt(Math.PI / 2) * grainSum) / (6 * grainCount)
  return { paper, inkBelow, ink: ink / data.length, bilevel, grain, specks: ink === 0 ? 0 : (1000 * lone) / ink }
}

/**
 * How many pixels have each grey. Four counts go side by side: where pixels are alike each would wait for the last. Fours
 * of white are most of an even page.
 */
function countGreys(data: Uint8Array): Uint32Array {
  const counts = [0, 1, 2, 3].map(() => new Uint32Array(256)) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  const [a, b, c, d] = counts
  const quads = quadsFrom(data)
  let white = 0
  for (let at = 0; at < quads.length; at++) {
    const quad = quads[at]!
    if (quad === -1) {
      white++
      continue
    }
    a[quad & 255]!++
    b[(quad >> 8) & 255]!++
    c[(quad >> 16) & 255]!++
    d[quad >>> 24]!++
  }
  for (let i = quads.length << 2; i < data.length; i++) a[data[i]!]!++
  a[255]! += 4 * white
  return a.map((count, grey) => count + b[grey]! + c[grey]! + d[grey]!)
}

function findQuantile(histogram: Uint32Array, total: number, share: number): number {
  let sum = 0
  for (let value = 0; value < 256; value++) {
    sum += histogram[value]!
    if (sum >= total * share) return value
  }
  return 255
}

/** Otsu's threshold, never nearer to the paper than a stroke's contrast. */
function otsu(histogram: Uint32Array, total: number, paper: number): number {
  let sum = 0
  for (let value = 0; value < 256; value++) sum += value * histogram[value]!
  let below = 0
  let belowSum = 0
  let best = 0
  let threshold = 128
  for (let value = 0; value < 256; value++) {
    below += histogram[value]!
    belowSum += value * histogram[value]!
    if (below === 0 || below === total) continue
    const difference = belowSum / below - (sum - belowSum) / (total - below)
    const between = below * (total - below) * difference * difference
    if (between > best) {
      best = between
      threshold = value + 1
    }
  }
  return Math.min(threshold, paper - 50)
}

function isLone(d: Uint8Array, i: number, w: number, inkBelow: number): boolean {
  const beside = d[i - 1]! >= inkBelow && d[i + 1]! >= inkBelow
  return beside && isPaperRow(d, i - w, inkBelow) && isPaperRow(d, i + w, inkBelow)
}

function isPaperRow(d: Uint8Array, i: number, inkBelow: number): boolean {
  return d[i - 1]! >= inkBelow && d[i]! >= inkBelow && d[i + 1]! >= inkBelow
}

function isPaper(data: Uint8Array, i: number, width: number, above: number): boolean {
  return data[i - 1]! > above && data[i + 1]! > above && data[i - width]! > above && data[i + width]! > above
}

function laplacian(d: Uint8Array, i: number, w: number): number {
  return (
    d[i - w - 1]! +
    d[i - w + 1]! +
    d[i + w - 1]! +
    d[i + w + 1]! +
    4 * d[i]! -
    2 * (d[i - 1]! + d[i + 1]! + d[i - w]! + d[i + w]!)
  )
}
