import { buildLexicon, type LexiconData } from '../../src/normalise/build-lexicon.js'
import { mendLabel } from '../../src/normalise/mend-label.js'
import type { LabelReading } from './count-confusions.js'
import { evaluateMending } from './evaluate-mending.js'
import { holdBack, wordsOf } from './hold-back.js'

/** What became of labels that hold a word which the tables had never met. */
interface Unlisted {
  /** Read labels that became right, wrong, or stayed wrong. */
  readonly mended: number
  readonly broken: number
  readonly left: number
  /** Labels of the tables themselves, never damaged, and how many of them were changed. */
  readonly sound: number
  readonly changed: number
}

const parts = 12
const shortest = 4

/** Whether a lower-case word is in one part of twelve, 0 to 11; shorter ones than four letters are in none. */
export function isInPart(word: string, part: number): boolean {
  const sum = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7)
  return word.length >= shortest && sum % parts === part
}

/** Strikes one word of twelve from the tables, in turn for all words of four letters or more, and mends what holds one. */
export function evaluateUnlisted(readings: readonly LabelReading[], data: LexiconData): Unlisted {
  const listed = [
    ...new Set(data.concepts.flatMap(({ labels }) => labels.map(({ text }) => text)).concat(data.vocabulary.labels)),
  ].filter((label) => !label.includes('*'))
  const sums = { mended: 0, broken: 0, left: 0, sound: 0, changed: 0 }
  for (let part = 0; part < parts; part++) {
    const isStruck = (word: string): boolean => isInPart(word, part)
    const holdsStruck = (label: string): boolean => wordsOf(label).some(isStruck)
    const lexicon = buildLexicon(holdBack(data, isStruck))
    const mending = evaluateMending(
      readings.filter(({ printed }) => holdsStruck(printed)),
      lexicon,
    )
    const sound = listed.filter(holdsStruck)
    sums.mended += mending.mended
    sums.broken += mending.broken
    sums.left += mending.left + mending.changed
    sums.sound += sound.length
    sums.changed += sound.filter((label) => mendLabel(label, lexicon).text !== label).length
  }
  return sums
}
