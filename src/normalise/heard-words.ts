import type { HeardWords, Lexicon } from './build-lexicon.js'
import { isKnownWord } from './compound.js'
import { isOtherForm, withoutMarks } from './inflection.js'
import { bareWord } from './label-language.js'
import { buildWordIndex, findNearest } from './word-index.js'

/** A word as it was read somewhere in a document, with the reader's confidence, 0..1. */
export interface HeardWord {
  readonly text: string
  readonly confidence: number
}

/** Of shorter words others are too near, in letters. */
const shortest = 5
/** A word read with less confidence is no witness. */
const leastConfidence = 0.3
/** Damage believed where more of the document says another word, in letters. */
const heardLimit = 0.6
/** So many times more must speak for another word; of words that differ in dots and rings alone, which readers lose. */
const moreForOther = 3
const moreForDots = 0.5
const moreForOtherDots = 1.6
const moreForNoDots = 4

/** Gathers what speaks for each word that the lexicon does not know; the order of the words does not matter. */
export function gatherHeard(words: Iterable<HeardWord>, lexicon: Lexicon): HeardWords {
  const weights = new Map<string, number>()
  for (const { text, confidence } of words) {
    const word = bareWord(text)
    if (confidence < leastConfidence || word.length < shortest || /[^\p{L}]/u.test(word)) continue
    weights.set(word, (weights.get(word) ?? 0) + confidence ** 2)
  }
  for (const word of [...weights.keys()]) if (isKnownWord(word, lexicon)) weights.delete(word)
  return { index: buildWordIndex([...weights.keys()].sort().map((word) => [word, word])), weights }
}

/** The word that the rest of the document says instead of a lower-case one that the lexicon does not know. */
export function heardInstead(word: string, { heard, confusions }: Lexicon): string | undefined {
  if (heard === undefined || word.length < shortest) return undefined
  const own = heard.weights.get(word)
  if (own === undefined) return undefined
  const told = findNearest(word, heard.index, confusions, heardLimit)
    .filter(({ key }) => key !== word && !isOtherForm(word, key))
    .map(({ key }) => ({ key, surplus: heard.weights.get(key)! / (neededShare(word, key) * own) }))
    .filter(({ surplus }) => surplus >= 1)
    .sort((a, b) => heard.weights.get(b.key)! - heard.weights.get(a.key)! || (a.key < b.key ? -1 : 1))
  return told[0]?.key
}

const dotsIn = (word: string) => word.normalize('NFD').length - word.length

function neededShare(word: string, other: string): number {
  if (withoutMarks(word) !== withoutMarks(other)) return moreForOther
  if (dotsIn(other) === dotsIn(word)) return moreForOtherDots
  return dotsIn(other) > dotsIn(word) ? moreForDots : moreForNoDots
}
