import levenshtein from 'fast-levenshtein'
import { isSamePlace } from '../model/in-box.js'
import type { Page, SecondLook, Word } from '../model/page.js'
import type { ParseWords } from './parse-words.js'

/** So many looks at a word must give the same for it to be heard instead of what was read first. */
const MOST = 2
// "Budaet", "och/eller", "Kundfordringar.": one word, with the marks around it
const FRAMED = /^([^\p{L}\d]*)(\p{L}[^\s\d]*\p{L})([^\p{L}\d]*)$/u

/**
 * The page with what further looks say where a word of its first reading is none: the word that most of them give; or, of
 * names, which nobody can know, what most of all looks at it give. Figures are left as they were read.
 */
export function hearWords(page: Page, words: ParseWords): Page {
  if (page.kind === 'plain') return page
  const [first, ...others] = page.readings
  const looks = page.again ?? []
  if (!first || looks.length === 0) return page
  const heard = first.words.map((word) => {
    const look = FRAMED.test(word.text) && looks.find(({ box }) => isSamePlace(box, word.box))
    return look ? hear(word, look, words) : word
  })
  return { ...page, readings: [{ ...first, words: heard }, ...others] }
}

function hear(word: Word, { said }: SecondLook, words: ParseWords): Word {
  const [, opening, read, closing] = FRAMED.exec(word.text)!
  const seen = said.flatMap(({ text }) => FRAMED.exec(text)?.[2] ?? [])
  const mended = seen.map((one) => words.mendLabel(one).text).filter((one) => words.isWord(one))
  const told = mostOften(mended, read!) ?? nameAmong([read!, ...seen])
  if (told === undefined || told.text === read || told.times < MOST) return word
  const text = `${opening}${told.text}${closing}`
  return { ...word, text, raw: text, confidence: told.times / said.length }
}

interface Told {
  readonly text: string
  readonly times: number
}

function countTimes(texts: readonly string[]): Told[] {
  return [...new Set(texts)].map((text) => ({ text, times: texts.filter((one) => one === text).length }))
}

/** What stands most often in a list, of equals the one nearest to what was read; undefined of an empty one. */
function mostOften(texts: readonly string[], read: string): Told | undefined {
  const far = ({ text }: Told) => levenshtein.get(text, read)
  return countTimes(texts).toSorted((a, b) => b.times - a.times || far(a) - far(b))[0]
}

const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
const marksIn = (text: string) => text.normalize('NFD').length - text.length

/** What most looks give; of spellings that differ in dots and rings alone, which readers lose, the one that has most. */
function nameAmong(seen: readonly string[]): Told | undefined {
  const most = mostOften(seen, seen[0]!)!
  const marked = countTimes(seen).filter(
    ({ text, times }) => times >= MOST && withoutMarks(text) === withoutMarks(most.text),
  )
  return marked.toSorted((a, b) => marksIn(b.text) - marksIn(a.text))[0] ?? most
}
