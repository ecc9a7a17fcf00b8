import type { Word } from '../model/page.js'

/** So many words of two digits, and of three, tell how wide a digit is on a page. */
const FEWEST = 4
/** A word is as wide as so many digits to within this share of one. */
const WITHIN = 0.25

/** How wide words of digits are on a page, in shares of its width: a digit more makes them wider by `digit`. */
interface DigitWidths {
  readonly three: number
  readonly digit: number
}

function widthOf({ box }: Word): number {
  return box.x1 - box.x0
}

function measureDigits(words: readonly Word[]): DigitWidths | undefined {
  const [two, three] = [/^\d\d$/, /^\d{3}$/].map((form) => {
    const widths = words.filter(({ text }) => form.test(text)).map(widthOf)
    return widths.length < FEWEST ? undefined : widths.sort((a, b) => a - b)[widths.length >> 1]
  })
  return two !== undefined && three !== undefined && two < three ? { three, digit: three - two } : undefined
}

/** Whether taking one digit out of a word leaves the other. */
function isOneDigitMore(word: string, other: string): boolean {
  return [...word].some((_, at) => word.slice(0, at) + word.slice(at + 1) === other)
}

/**
 * The words of a page without the digits that the reader saw twice, "9290" for 990: another look has the word without
 * one of its digits, and it is no wider than that is on this page. What was read first stays among its alternatives.
 */
export function withoutDoubledDigits(words: readonly Word[]): readonly Word[] {
  const widths = measureDigits(words)
  if (widths === undefined) return words
  const isAsWideAs = (word: Word, digits: number) =>
    Math.abs(widthOf(word) - widths.three - (digits - 3) * widths.digit) <= WITHIN * widths.digit
  return words.map((word) => {
    const { text, second } = word
    if (second === undefined || !/^\d+$/.test(text) || second === '' || !isOneDigitMore(text, second)) return word
    return isAsWideAs(word, second.length)
      ? { ...word, text: second, alternatives: [text, ...word.alternatives] }
      : word
  })
}
