import type { LineWord } from './line.js'

/** The groups of a figure stand at most this many heights of a line apart. */
const WITHIN_FIGURE = 0.8

/**
 * The words of a line with the digits back that a second look at them alone took for a percent sign, "96" in "96 723":
 * behind a percent sign no group of thousands goes on.
 */
export function withoutFalsePercent(words: readonly LineWord[], height: number): LineWord[] {
  const isClose = (a: LineWord, b: LineWord) => b.x0 - a.x1 <= WITHIN_FIGURE * height
  return words.map((word, place) => {
    const [before, next] = [words[place - 1], words[place + 1]]
    if (word.text !== '%' || !/^\d{1,3}$/.test(word.raw)) return word
    if (!next || !/^\d{3}$/.test(next.text) || !isClose(word, next)) return word
    if (before && /\d$/.test(before.text) && isClose(before, word)) return word
    return { ...word, text: word.raw, second: undefined }
  })
}
