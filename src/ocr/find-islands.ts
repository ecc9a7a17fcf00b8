import { inkSeeker } from './ink-seeker.js'
import type { Picture } from './picture.js'

/** A patch of ink that hangs together; edges in pixels, the last row and column included. */
export interface Island {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A run of ink within one row of pixels, and the island it belongs to. */
interface Run {
  readonly from: number
  readonly to: number
  readonly island: number
}

/** What was found in a picture: from one step to the next most pictures are the same, and several ask for their islands. */
const known = new WeakMap<Picture, { inkBelow: number; islands: readonly Island[] }>()

/** The boxes of all islands of ink: those that touch, cornerwise too, are one. */
export function findIslands(picture: Picture, inkBelow: number): readonly Island[] {
  const before = known.get(picture)
  if (before?.inkBelow === inkBelow) return before.islands
  const islands = joinRuns(picture, inkBelow)
  known.set(picture, { inkBelow, islands })
  return islands
}

function joinRuns({ width, height, data }: Picture, inkBelow: number): Island[] {
  const parents: number[] = []
  const boxes: { x0: number; y0: number; x1: number; y1: number }[] = []
  const rootOf = (island: number): number => {
    let root = island
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!
      root = parents[root]!
    }
    return root
  }
  const join = (a: number, b: number): number => {
    const [first, second] = [rootOf(a), rootOf(b)]
    if (first === second) return first
    parents[second] = first
    const [into, from] = [boxes[first]!, boxes[second]!]
    into.x0 = Math.min(into.x0, from.x0)
    into.x1 = Math.max(into.x1, from.x1)
    into.y0 = Math.min(into.y0, from.y0)
    into.y1 = Math.max(into.y1, from.y1)
    return first
  }
  const seek = inkSeeker(data, inkBelow)
  let above: Run[] = []
  for (let y = 0; y < height; y++) {
    const runs: Run[] = []
    let next = 0
    const [row, end] = [y * width, (y + 1) * width]
    for (let at = seek(row, end); at < end; at = seek(at + 1, end)) {
      let x = at - row
      const from = x
      while (x + 1 < width && data[row + x + 1]! < inkBelow) x++
      at = row + x
      while (next < above.length && above[next]!.to < from - 1) next++
      let island = -1
      for (let at = next; at < above.length && above[at]!.from <= x + 1; at++) {
        island = island < 0 ? rootOf(above[at]!.island) : join(island, above[at]!.island)
      }
      if (island < 0) {
        island = parents.length
        parents.push(island)
        boxes.push({ x0: from, y0: y, x1: x, y1: y })
      } else {
        const box = boxes[island]!
        box.x0 = Math.min(box.x0, from)
        box.x1 = Math.max(box.x1, x)
        box.y1 = y
      }
      runs.push({ from, to: x, island })
    }
    above = runs
  }
  return boxes.filter((_, island) => parents[island] === island)
}
