import type { Picture } from './picture.js'

/** Pixels at 200 dots to the inch: what has other ink this near is part of a letter that came apart. */
const lonelyWithin = 3

/** The picture without the islands of ink of at most so many pixels that have no other ink near. */
export function removeSpecks(picture: Picture, inkBelow: number, paper: number, mostPixels: number): Picture {
  const { width, height, data, dpi } = picture
  const reach = Math.max(2, Math.round((lonelyWithin * dpi) / 200))
  const out = data.slice()
  const seen = new Uint8Array(data.length)
  const island: number[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const start = y * width + x
      if (seen[start] === 1 || data[start]! >= inkBelow) continue
      growIsland(data, seen, start, width, inkBelow, island)
      if (island.length > mostPixels || hasInkNear(picture, inkBelow, island, reach)) continue
      for (const i of island) {
        for (const near of neighbours(i, width))
          if (near >= 0 && near < out.length && data[near]! >= inkBelow) out[near] = Math.max(out[near]!, paper)
        out[i] = paper
      }
    }
  }
  return { ...picture, data: out }
}

/** Whether there is ink of something else within so many pixels of an island's edges. */
function hasInkNear({ width, height, data }: Picture, inkBelow: number, island: number[], reach: number): boolean {
  const columns = island.map((i) => i % width)
  const rows = island.map((i) => Math.floor(i / width))
  const [x0, x1] = [Math.max(0, Math.min(...columns) - reach), Math.min(width - 1, Math.max(...columns) + reach)]
  const [y0, y1] = [Math.max(0, Math.min(...rows) - reach), Math.min(height - 1, Math.max(...rows) + reach)]
  let ink = 0
  for (let y = y0; y <= y1; y++) {
    for (let i = y * width + x0; i <= y * width + x1; i++) if (data[i]! < inkBelow) ink++
  }
  return ink > island.length
}

function growIsland(
  data: Uint8Array,
  seen: Uint8Array,
  start: number,
  width: number,
  inkBelow: number,
  island: number[],
): void {
  island.length = 0
  island.push(start)
  seen[start] = 1
  for (let at = 0; at < island.length; at++) {
    for (const near of neighbours(island[at]!, width)) {
      if (near < 0 || near >= data.length || seen[near] === 1 || data[near]! >= inkBelow) continue
      seen[near] = 1
      island.push(near)
    }
  }
}

function neighbours(i: number, width: number): number[] {
  return [i - 1, i + 1, i - width, i + width, i - width - 1, i - width + 1, i + width - 1, i + width + 1]
}
