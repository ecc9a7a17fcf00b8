import type { LineWord } from './line.js'

/** A scrap of leaders is at least this long, and at least this share of it is letters that dots are read as. */
const SCRAP = { length: 7, share: 0.8, doubled: 3 }
/** A scrap as long as no word is needs less of them. */
const LONG_SCRAP = { length: 24, share: 0.72 }

/** Whether a word is what a reader makes of dotted leaders: "ssessesssssn", "s...seesesserrrnnrss". */
export function isLeaderScrap(text: string): boolean {
  if (text.length < SCRAP.length) return false
  const dotlike = text.match(/[srneoam.,0+:]/g)?.length ?? 0
  const doubled = text.match(/([srn.])\1/g)?.length ?? 0
  if (text.length >= LONG_SCRAP.length && doubled > SCRAP.doubled && dotlike / text.length >= LONG_SCRAP.share)
    return true
  return dotlike / text.length >= SCRAP.share && doubled >= SCRAP.doubled && !/[åäö]|tt|ll|kk|pp/.test(text)
}

/** The words of a label up to where its leaders begin. */
export function withoutLeaderScraps(words: readonly LineWord[]): readonly LineWord[] {
  const start = words.findIndex((word, index) => index > 0 && isLeaderScrap(word.text))
  return start === -1 ? words : words.slice(0, start)
}
