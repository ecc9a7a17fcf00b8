import type { Box, PicturePage, Word } from '../model/page.js'

/** A sheet this much wider than it is high may hold two pages side by side. */
const LANDSCAPE = 1.2
/** All as shares of the sheet's width: where the fold may lie, and the empty space that two inner margins make. */
const FOLD = { from: 0.44, to: 0.56 }
const LEAST_GUTTER = 0.045
/** Lines begin this near to a page's left edge of print. */
const FLUSH = 0.012
/** Of the lines on either page so many must begin there, and so many with a word: rows of a wide table do neither. */
const LEAST_SHARE = 0.4
/** So many begin at one of two edges where a page has two columns. */
const LEAST_OF_TWO = 0.6
const LEAST_LINES = 5
/** Words on one line are at most this far apart, as a share of the sheet's height. */
const LINE_REACH = 0.004

/**
 * Where a sheet of printed words that holds two pages side by side is folded, as a fraction of its width; undefined
 * where it is one page. Between the pages nothing is printed, and on each the lines begin at a left edge of their own.
 */
export function foldOfWords({ width, height }: PicturePage, words: readonly Word[]): number | undefined {
  if (width < LANDSCAPE * height || words.length === 0) return undefined
  const gutter = widestGap(words.map(({ box }) => box))
  if (gutter === undefined || gutter.to - gutter.from < LEAST_GUTTER) return undefined
  const fold = Math.max(gutter.from, Math.min(gutter.to, 0.5))
  const pages = [words.filter(({ box }) => box.x1 <= fold), words.filter(({ box }) => box.x0 >= fold)]
  // a cover or the last lines of a report are too few to tell by; the page beside them does
  const full = pages.map(firstWords).filter((first) => first.length >= LEAST_LINES)
  return full.length > 0 && full.every(isPage) ? fold : undefined
}

/** The widest stretch across which no word lies, as far as a fold may be there. */
function widestGap(boxes: readonly Box[]): { from: number; to: number } | undefined {
  let best: { from: number; to: number } | undefined
  let printed = 0
  for (const { x0, x1 } of [...boxes.toSorted((a, b) => a.x0 - b.x0), { x0: 1, x1: 1 }]) {
    const gap = { from: Math.max(printed, FOLD.from), to: Math.min(x0, FOLD.to) }
    if (gap.to > gap.from && (!best || gap.to - gap.from > best.to - best.from)) best = gap
    printed = Math.max(printed, x1)
  }
  return best
}

// "6" before "Byggnader och mark": the number of a note, left of where labels begin
const REFERENCE = /^\d{1,2}[a-z]?\)?$/i

/** The word with which each line begins, behind the number of a note. */
function firstWords(words: readonly Word[]): Word[] {
  const lines: Word[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const word of words.toSorted((a, b) => middleOf(a.box) - middleOf(b.box))) {
    const middle = middleOf(word.box)
    if (middle - last > LINE_REACH) lines.push([])
    lines.at(-1)!.push(word)
    last = middle
  }
  return lines.map((line) => {
    const [first, second] = line.toSorted((a, b) => a.box.x0 - b.box.x0)
    return second && REFERENCE.test(first!.text) && isWorded(second) ? second : first!
  })
}

function isWorded({ text }: Word): boolean {
  return /\p{L}{2}/u.test(text)
}

function isPage(first: readonly Word[]): boolean {
  const isNear = (one: Word, other: Word) => Math.abs(one.box.x0 - other.box.x0) <= FLUSH
  const flushOf = (some: readonly Word[]) =>
    some.map((edge) => some.filter((one) => isNear(one, edge))).reduce((a, b) => (b.length > a.length ? b : a), [])
  const flush = flushOf(first)
  const second = flushOf(first.filter((one) => !flush.includes(one)))
  const isFlush =
    flush.length >= LEAST_SHARE * first.length || flush.length + second.length >= LEAST_OF_TWO * first.length
  return isFlush && first.filter(isWorded).length >= LEAST_SHARE * first.length
}

function middleOf({ y0, y1 }: Box): number {
  return (y0 + y1) / 2
}
