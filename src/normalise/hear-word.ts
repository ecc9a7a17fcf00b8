import levenshtein from 'fast-levenshtein'
import type { Lexicon } from './build-lexicon.js'
import { isWord } from './is-word.js'
import { withCaseOf } from './letter-case.js'
import { mendLabel } from './mend-label.js'
import { findNearest } from './word-index.js'

/** So many looks at a word must give the same for it to be heard instead of what was read first. */
const least = 2
/** Damage believed in each reading where several unlike ones mean the same word, in letters for each of its letters. */
const damageShare = 0.25
/** By so much, in letters for each reading, another word must be farther from all of them. */
const margin = 0.35
/** Shorter words are too near each other, in letters. */
const shortest = 5
/** Letters by which a name may come out otherwise, for each of its letters. */
const changedShare = 0.25

// "LF", "GULF": letters of which the reader is as sure alone as among others
const abbreviation = /^\p{Lu}{2,4}$/u
// "Budaet", "och/eller", "> Kundfordringar.": one word, with the marks around it
const framed = /^([^\p{L}\d]*)(\p{L}[^\s\d]*\p{L})([^\p{L}\d]*)$/u

/** A word as it was heard, with its marks, and the share of the looks that gave it, 0..1. */
export interface Heard {
  readonly text: string
  readonly share: number
}

/**
 * What a printed word, which is none, is taken for when looks at it by itself gave `said`: the word that most of them give
 * when each is mended; the one that all together mean; or, of names, which nobody can know, what most of all give.
 * Undefined where they tell nothing, for figures and for abbreviations in capitals.
 */
export function hearWord(printed: string, said: readonly string[], lexicon: Lexicon): Heard | undefined {
  const [, opening, read, closing] = framed.exec(printed) ?? []
  if (read === undefined || abbreviation.test(read)) return undefined
  // "Förut betalda": a gap that nobody saw before
  const seen = said.flatMap(
    (text) => framed.exec(text)?.[2] ?? framed.exec(text.replace(/(?<=\p{L}) (?=\p{L})/gu, ''))?.[2] ?? [],
  )
  const mended = seen.map((one) => mendLabel(one, lexicon).text).filter((one) => isWord(one, lexicon))
  const told = [mostOften(mended, read), meantByAll(read, seen, lexicon), nameAmong(read, seen)].find(
    (one) => one !== undefined && one.times >= least,
  )
  if (told === undefined || told.text === read) return undefined
  return { text: `${opening}${told.text}${closing}`, share: Math.min(1, told.times / said.length) }
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

/** The one known word that is near to most readings of it, though each by itself is too damaged to tell. */
function meantByAll(read: string, seen: readonly string[], lexicon: Lexicon): Told | undefined {
  const readings = [...new Set([read, ...seen].map((one) => one.toLowerCase()))]
  const costs = readings.map((one) => {
    const limit = damageShare * one.length
    const near = one.length < shortest ? [] : findNearest(one, lexicon.words, lexicon.confusions, limit)
    return { limit, near: new Map(near.map(({ key, cost }) => [key, cost])) }
  })
  const weighed = [...new Set(costs.flatMap(({ near }) => [...near.keys()]))]
    .map((key) => {
      const cost = costs.reduce((sum, { near, limit }) => sum + (near.get(key) ?? limit + margin), 0)
      return { key, cost, times: costs.filter(({ near }) => near.has(key)).length }
    })
    .toSorted((a, b) => a.cost - b.cost)
  const [best, next] = weighed
  if (!best || best.key.length < shortest || 2 * best.times <= readings.length) return undefined
  if (next && next.cost - best.cost < margin * readings.length) return undefined
  return { text: withCaseOf(read, best.key, /^\p{Lu}/u.test(read)), times: best.times }
}

const withoutMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
const marksIn = (text: string) => text.normalize('NFD').length - text.length

/**
 * What most looks give, of equals what the second gave, which is of another preparation than the page was read in; of
 * spellings that differ in dots and rings alone, which readers lose, the one that has most.
 */
function nameAmong(read: string, seen: readonly string[]): Told | undefined {
  const alike = countTimes(seen.filter((one) => levenshtein.get(one, read) <= changedShare * read.length))
  const most = alike.toSorted((a, b) => b.times - a.times || Number(b.text === seen[1]) - Number(a.text === seen[1]))[0]
  if (!most) return undefined
  const marked = alike.filter(({ text, times }) => times >= least && withoutMarks(text) === withoutMarks(most.text))
  return marked.toSorted((a, b) => marksIn(b.text) - marksIn(a.text) || b.times - a.times)[0] ?? most
}
