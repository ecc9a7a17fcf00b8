import type { Box, Word } from './page.js'

/** Whether a word stands in a box: its middle is on the box's line, and it reaches into its width. */
export function isInBox({ box }: Pick<Word, 'box'>, { x0, y0, x1, y1 }: Box): boolean {
  const middle = (box.y0 + box.y1) / 2
  return middle > y0 && middle < y1 && box.x0 < x1 && box.x1 > x0
}

/** A word that reaches so far into a box, as a share of its height, may be what is seen in it: lines of a page may bend. */
const REACH = 0.25

// "7", "ög)", "-", no "." and "|": a speck is nothing that was read
const PRINTED = /[\p{L}\d–—−=~«%-]/u

/** Whether nothing but specks was read in a box, nor in part of it. */
export function isUnread({ x0, y0, x1, y1 }: Box, words: readonly Word[]): boolean {
  return !words.some(({ box, text }) => {
    const within = Math.min(y1, box.y1) - Math.max(y0, box.y0)
    return within > REACH * (y1 - y0) && box.x0 < x1 && box.x1 > x0 && PRINTED.test(text)
  })
}

/** Share of two boxes' whole width and height that is common to both where they stand for the same thing. */
const SAME = 0.7

/** Whether two boxes are of the same thing, as two readings saw it. */
export function isSamePlace(a: Box, b: Box): boolean {
  return share(a.x0, a.x1, b.x0, b.x1) >= SAME && share(a.y0, a.y1, b.y0, b.y1) >= SAME
}

function share(a0: number, a1: number, b0: number, b1: number): number {
  return (Math.min(a1, b1) - Math.max(a0, b0)) / (Math.max(a1, b1) - Math.min(a0, b0))
}
