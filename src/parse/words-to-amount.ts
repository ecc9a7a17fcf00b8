import type { Amount } from '../model/report.js'
import { isNil, isWellGrouped, readAmount } from './amount.js'
import { boxOfWords, type LineWord } from './line.js'
import { isFigureWord, isUnitBehind } from './phrases.js'

// "3,81%", "381%", "20,0%": a share as the second reader has it, its comma perhaps lost
const SHARE = /^(?<figure>\d[\d.,]*)%$/

/**
 * A share whose sign the first reader took for digits: "3,8120" and "381%" are 3,81 %. The first digits are the same, but
 * for one that the first reader took for a letter ("3,8i20"); the comma is whose reader saw one.
 */
function asShare(word: LineWord): LineWord | undefined {
  const figure = SHARE.exec(word.second ?? '')?.groups?.figure
  if (figure === undefined || !/^\d[\d.,]*\p{L}?[\d.,]*$/u.test(word.text)) return undefined
  const digits = figure.replace(/\D/g, '')
  const read = word.text.replace(/[.,]/g, '')
  const isSame = [...digits].every((digit, place) => read[place] === digit || /\p{L}/u.test(read[place] ?? ''))
  if (digits.length < 2 || !isSame) return undefined
  const comma = /\D/.test(figure) ? '' : (/^\d{1,2}(?=[.,])/.exec(word.text)?.[0] ?? '')
  const text = comma === '' ? `${figure}%` : `${comma},${digits.slice(comma.length)}%`
  return { ...word, text, second: text }
}

/** A word of which only the second reader made a figure, or saw that it is a share, as that reader has it. */
export function asFigure(word: LineWord): LineWord {
  const { second } = word
  const share = asShare(word)
  if (share) return share
  // "kr", which a reader that knows nothing but figures takes for "8"
  if (
    isFigureWord(word.text) ||
    isUnitBehind(word.text) ||
    second === undefined ||
    !/^[-–(]?\d[\d.,]*\)?$/.test(second)
  )
    return word
  // "F311372" is one misread digit; "4504-3757" may be figures of two columns
  const digits = word.text.match(/\d/g)?.length ?? 0
  if (digits > 1 && (/\d\D+\d/.test(word.text) || word.text.length !== second.length)) return word
  return { ...word, text: second, second: undefined, confidence: Math.min(word.confidence, 0.3) }
}

// "165": a group of thousands
const GROUP = /^\d{3}$/
// "7", "577": what may stand before one
const FIRST_GROUP = /^\d{1,3}$/

/**
 * Words of one figure with the groups of which only the second reader saw no more than three digits, if that makes the
 * figure whole: "7 570 1654" beside a stroke of a pen is "7 570 165".
 */
function asGrouped(words: readonly LineWord[]): readonly LineWord[] {
  if (isWellGrouped(textOf(words))) return words
  const grouped = words.map((word, place) => {
    const { text, second } = word
    const isGroup = place === 0 ? FIRST_GROUP : GROUP
    if (second === undefined || !/^\d{4,}$/.test(text) || !isGroup.test(second)) return word
    return { ...word, text: second, raw: second, second: text, alternatives: [] }
  })
  return isWellGrouped(textOf(grouped)) ? grouped : words
}

function textOf(words: readonly LineWord[]): string {
  return words.map(({ text }) => text).join(' ')
}

// "802000-5149": an organisation's number, as the head of a page prints it
const ORGANISATION_NUMBER = /^\d{6}[-–]\d{4}$/
// "0123-456 78", "08-123 45 67", "0123/456 78": a telephone's, as the foot of a page prints it
const TELEPHONE = /^0\d{1,3}[-–/]\d{2,3}(?: \d{2,3}){0,2}$/

/** The amount that words in one cell print, with what other readings of it say; null where they print none. */
export function wordsToAmount(printed: readonly LineWord[], page: number): Amount | null {
  // "= -7 000 004": a stray mark before a figure that has its sign
  const stray = printed.length > 1 && isNil(printed[0]!.text) && /^[-–—−(]/.test(printed[1]!.text)
  const words = asGrouped(stray ? printed.slice(1) : printed)
  const text = textOf(words)
  // the first reader does not know the per cent sign that another saw: "2,0090" for "2,00%"
  const raw = words.map((word) => (word.text.endsWith('%') ? word.text : word.raw)).join(' ')
  const read = readAmount(text)
  const digits = text.replace(/\D/g, '')
  if (!read && (digits === '' || ORGANISATION_NUMBER.test(text) || TELEPHONE.test(text))) return null
  const doubts: string[] = []
  if (!read) doubts.push(`"${raw}" is not a figure that can be read`)
  else if (read.guessed) doubts.push(`letters in "${raw}" were taken for digits`)
  else if (words.some((word) => !isFigureWord(word.raw) && word.text !== word.raw && !/\d/.test(word.raw)))
    doubts.push(`only a second reading made a figure of "${raw}"`)
  else if (!isNil(text) && !isWellGrouped(text)) doubts.push(`the digits of "${raw}" do not stand in groups of three`)
  for (const { layer } of words) if (layer !== undefined) doubts.push(`the text under the picture says "${layer}"`)
  const second = secondReading(words)
  return {
    value: read ? read.value : Number(digits.slice(0, 15)),
    decimals: read?.decimals ?? 0,
    raw,
    page,
    box: boxOfWords(words),
    confidence: Math.min(...words.map((word) => word.confidence)),
    alternatives: otherValues(printed, words, read?.value),
    second,
    typed: words.every((word) => word.typed),
    doubts,
  }
}

function secondReading(words: readonly LineWord[]): number | null {
  if (words.every((word) => word.second === undefined)) return null
  const read = readAmount(words.map((word) => word.second ?? word.text).join(' '))
  return read ? read.value : null
}

/** Marks that a rule over a sum leaves behind look like a minus. */
export const UNSURE_SIGN = /^[=~«_—]|^[-–—=]{2}/

function otherValues(printed: readonly LineWord[], words: readonly LineWord[], value: number | undefined): number[] {
  const values: number[] = []
  const unsure =
    printed.length > words.length ||
    UNSURE_SIGN.test(words[0]?.raw ?? '') ||
    (words[0]?.second !== undefined && /^\d/.test(words[0].second))
  if (value !== undefined && value < 0 && unsure) values.push(-value)
  words.forEach((word, index) => {
    for (const alternative of word.alternatives) {
      const read = readAmount(words.map((other, place) => (place === index ? alternative : other.text)).join(' '))
      if (read && read.value !== value && !values.includes(read.value)) values.push(read.value)
    }
  })
  return values.slice(0, 8)
}
