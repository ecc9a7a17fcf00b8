import type { Picture } from './picture.js'

/** The picture without the islands of ink of at most so many pixels that have no other ink near. */
export function removeSpecks(picture: Picture, inkBelow: number, paper: number, mostPixels: number): Picture {
  const { width, height, data } = picture
  const out = data.slice()
  const seen = new Uint8Array(data.length)
  const island: number[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const start = y * width + x
      if (seen[start] === 1 || data[start]! >= inkBelow) continue
      growIsland(data, seen, start, width, inkBelow, island)
      if (island.length <= mostPixels) {
        for (const i of island) {
          for (const near of neighbours(i, width))
            if (near >= 0 && near < out.length && data[near]! >= inkBelow) out[near] = Math.max(out[near]!, paper)
          out[i] = paper
        }
      }
    }
  }
  return { ...picture, data: out }
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
