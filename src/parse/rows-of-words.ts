import type { Word } from '../model/page.js'

/** Words on one line are at most this far apart, as a share of the page's height. */
const LINE_REACH = 0.004

/** Words of a page that stand at one height. */
export interface WordRow {
  /** From left to right. */
  readonly words: Word[]
  readonly middle: number
}

/** The words of a page by the lines on which they stand, from the top. */
export function rowsOfWords(words: readonly Word[]): WordRow[] {
  const rows: WordRow[] = []
  for (const word of [...words].sort((a, b) => a.box.y0 + a.box.y1 - b.box.y0 - b.box.y1)) {
    const middle = (word.box.y0 + word.box.y1) / 2
    const last = rows.at(-1)
    if (last && middle - last.middle <= LINE_REACH) last.words.push(word)
    else rows.push({ words: [word], middle })
  }
  return rows.map((row) => ({ ...row, words: row.words.sort((a, b) => a.box.x0 - b.box.x0) }))
}
