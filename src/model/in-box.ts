import type { Box, Word } from './page.js'

/** Whether a word stands in a box: its middle is on the box's line, and it reaches into its width. */
export function isInBox({ box }: Pick<Word, 'box'>, { x0, y0, x1, y1 }: Box): boolean {
  const middle = (box.y0 + box.y1) / 2
  return middle > y0 && middle < y1 && box.x0 < x1 && box.x1 > x0
}

// "7", "ög)", "-", no "." and "|": a speck is nothing that was read
const PRINTED = /[\p{L}\d–—−=~«%-]/u

/** Whether nothing but specks was read in a box. */
export function isUnread(box: Box, words: readonly Word[]): boolean {
  return !words.some((word) => isInBox(word, box) && PRINTED.test(word.text))
}
