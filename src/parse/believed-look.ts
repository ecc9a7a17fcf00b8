import type { Word } from '../model/page.js'

/**
 * A reader's second look at a figure, with nothing but figures to choose from, is the better one where the first look was
 * unsure: on made and real scans with truth it was right in 67 of 94 cases where one of the two was, against 1 of 21
 * where the first look was surer than this.
 */
const SURE = 0.9
// "14", "-1", "12,5"
const FIRST = /^[-(]?\d[\d.,]*[)%]?$/
// "14", "-1", "12,5", "(41)"
const SECOND = /^(-)?(\(?\d[\d.,]*[)%]?)$/

/** The word with that of its two looks as its text which is likelier right; the other stays beside it, and the doubt with it. */
export function believedLook(word: Word): Word {
  const { text, second, confidence } = word
  if (second === undefined || confidence >= SURE || !FIRST.test(text)) return word
  const [, , figure] = SECOND.exec(second) ?? []
  // A minus is the first look's to see: the second is at the figure alone, and may cut a digit off.
  if (figure === undefined || digitsOf(figure).length !== digitsOf(text).length) return word
  if (digitsOf(figure) === digitsOf(text)) return word
  const believed = `${text.startsWith('-') || second.startsWith('-') ? '-' : ''}${figure}`
  return { ...word, text: believed, raw: believed, second: text, alternatives: [text, ...word.alternatives] }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
