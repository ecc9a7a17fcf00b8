import levenshtein from 'fast-levenshtein'
import { isSamePlace } from '../model/in-box.js'
import type { Page, SecondLook, Word } from '../model/page.js'
import type { ParseWords } from './parse-words.js'

/** A word of so few letters that was read with less confidence than this may be dust or a stroke of a pen. */
const SCRAP = { letters: 4, confidence: 0.75 }
/** A longer one that was read with less than this, if what is seen in its place has fewer of its letters than this share. */
const UNLIKE = { confidence: 0.3, share: 0.4 }

/**
 * The page with what further looks say where a word of its first reading is none, and without the scraps in whose place
 * they see something else each time, or nothing. Figures are left as they were read.
 */
export function hearWords(page: Page, words: ParseWords): Page {
  if (page.kind === 'plain') return page
  const [first, ...others] = page.readings
  const looks = page.again ?? []
  if (!first || looks.length === 0) return page
  const heard = first.words.flatMap((word) => {
    const look = looks.find(({ box }) => isSamePlace(box, word.box))
    return look ? hear(word, look, words) : word
  })
  return { ...page, readings: [{ ...first, words: heard }, ...others] }
}

function hear(word: Word, { said }: SecondLook, words: ParseWords): Word | [] {
  const texts = said.map(({ text }) => text)
  const heard = words.hearWord(word.text, texts)
  if (heard) return { ...word, text: heard.text, raw: heard.text, confidence: heard.share }
  return isScrap(word, texts) && !words.isWord(word.text) ? [] : word
}

// "Yo", "vo": a percent sign, which the Swedish reader does not know
const PERCENT = /^[vy]o$/i

function isScrap({ text, confidence }: Word, texts: readonly string[]): boolean {
  if (PERCENT.test(text) || /\d/.test(text) || texts.some((one) => /\d/.test(one))) return false
  const isShort = (text.match(/\p{L}/gu) ?? []).length <= SCRAP.letters
  if (!isShort) return confidence < UNLIKE.confidence && texts.every((one) => isUnlike(one, text))
  const lettered = texts.filter((one) => /\p{L}{2}/u.test(one))
  const isSeen = lettered.some((one) => 2 * lettered.filter((other) => other === one).length > texts.length)
  return confidence < SCRAP.confidence && !isSeen
}

function isUnlike(one: string, text: string): boolean {
  return levenshtein.get(one, text) > (1 - UNLIKE.share) * Math.max(one.length, text.length)
}
