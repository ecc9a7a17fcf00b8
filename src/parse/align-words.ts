import type { Box, Word } from '../model/page.js'

/** Words that two readings must have in common before it can be told how one lies on the other. */
const LEAST_PAIRS = 8
/** Shorter words may stand anywhere. */
const SHORTEST = 3

/**
 * The words of another reading of a page, moved to where the first reading has them: a reader may have straightened the
 * page or cut its edges. Undefined where they have too little in common.
 */
export function alignWords(words: readonly Word[], others: readonly Word[]): Word[] | undefined {
  const own = onlyOnce(words)
  const pairs = [...onlyOnce(others)].flatMap(([text, other]) => {
    const match = own.get(text)
    return match ? [{ from: middleOf(other.box), to: middleOf(match.box) }] : []
  })
  if (pairs.length < LEAST_PAIRS) return undefined
  const down = fitLine(pairs.map(({ from, to }) => ({ at: from.x, off: to.y - from.y })))
  const across = fitLine(pairs.map(({ from, to }) => ({ at: from.y, off: to.x - from.x })))
  return others.map((word) => {
    const { x, y } = middleOf(word.box)
    const [dx, dy] = [across(y), down(x)]
    const { x0, y0, x1, y1 } = word.box
    return { ...word, box: { x0: x0 + dx, y0: y0 + dy, x1: x1 + dx, y1: y1 + dy } }
  })
}

function onlyOnce(words: readonly Word[]): Map<string, Word> {
  const found = new Map<string, Word | undefined>()
  for (const word of words) {
    if (word.text.length >= SHORTEST) found.set(word.text, found.has(word.text) ? undefined : word)
  }
  return new Map([...found].flatMap(([text, word]) => (word ? [[text, word]] : [])))
}

function middleOf({ x0, y0, x1, y1 }: Box): { x: number; y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }
}

/** The line through points by the median of slopes (Theil and Sen), which strays do not move. */
function fitLine(points: readonly { at: number; off: number }[]): (at: number) => number {
  const sorted = points.toSorted((a, b) => a.at - b.at)
  const half = sorted.length >> 1
  const slopes = sorted.slice(half).flatMap((right, index) => {
    const left = sorted[index]!
    return right.at - left.at > 0.05 ? [(right.off - left.off) / (right.at - left.at)] : []
  })
  const slope = slopes.length === 0 ? 0 : median(slopes)
  const base = median(sorted.map(({ at, off }) => off - slope * at))
  return (at) => base + slope * at
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
