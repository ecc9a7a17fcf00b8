import type { Box, Reading, Word } from '../model/page.js'
import { alignWords } from './align-words.js'

/** Share of two words' whole width and height that is common to both where they stand for the same print. */
const SAME_WIDTH = 0.7
const SAME_HEIGHT = 0.4
/** Share of the figures on which a reading must agree before it is heard on the others. */
const CREDIBLE = 0.85
// "14", "-1", "12,5", "(41)", "59%"
const FIGURE = /^[-(]?\d[\d.,]*[)%]?$/

/** What another reading gave in the place of a word; `apart` where another engine read it. */
interface Witness {
  readonly word: Word
  readonly apart: boolean
}

/**
 * The words of one reading, weighed against other readings of the same page: where two that are independent agree on a
 * figure, theirs is taken; what else was seen in its place is among its alternatives, and the other digits of a text
 * layer are told. A figure that another reading cut otherwise has no witness in it.
 */
export function withWitnesses(reading: Reading, others: readonly Reading[]): Word[] {
  const witnesses = others.map((other) => hearReading(reading, other))
  return reading.words.map((word) => {
    const said = witnesses.flatMap((heard) => heard.get(word) ?? [])
    return said.length === 0 ? word : tellLayer(weigh(word, said), word, said)
  })
}

/** What another reading says of this one's figures; nothing where it agrees on too few of them. */
function hearReading(reading: Reading, other: Reading): Map<Word, Witness> {
  const heard = new Map<Word, Witness>()
  const apart = engineOf(reading) !== engineOf(other)
  const words = (alignWords(reading.words, other.words) ?? []).filter(({ text }) => FIGURE.test(text))
  for (const own of reading.words) {
    if (!FIGURE.test(own.text)) continue
    const word = words.find((one) => isSamePlace(one.box, own.box))
    if (word) heard.set(own, { word, apart })
  }
  const agreed = [...heard].filter(([own, { word }]) => own.text === word.text).length
  return agreed >= CREDIBLE * heard.size ? heard : new Map()
}

/** A reader's name begins with its engine. */
function engineOf({ reader }: Reading): string {
  return reader.split(' ')[0]!
}

function weigh(word: Word, said: readonly Witness[]): Word {
  const { text, second } = word
  const seconded = said.find((witness) => second !== undefined && second !== text && witness.word.text === second)
  if (second !== undefined && seconded && FIGURE.test(second)) {
    return {
      ...word,
      text: second,
      raw: seconded.word.raw,
      alternatives: without(second, [text, ...word.alternatives]),
    }
  }
  const seen = said.filter((witness) => !witness.apart || mayDiffer(word, witness)).map((witness) => witness.word.text)
  const isBacked = said.some((witness) => witness.apart && witness.word.text === text)
  const alternatives = without(text, [...seen, ...(second === undefined ? [] : [second]), ...word.alternatives])
  if (isBacked) return { ...word, second: text, alternatives }
  const dissent = seen.find((other) => other !== text)
  return { ...word, alternatives, ...(second === undefined && dissent !== undefined ? { second: dissent } : {}) }
}

/** The word with what a layer says against both looks at the picture: a layer is no better than whoever wrote it. */
function tellLayer(weighed: Word, { text, second }: Word, said: readonly Witness[]): Word {
  if (second !== text) return weighed
  const own = digitsOf(text)
  const other = said
    .map((witness) => (witness.apart ? witness.word.text : text))
    .find((one) => differs(digitsOf(one), own))
  return other === undefined ? weighed : { ...weighed, layer: other }
}

/** Digits that a reader lost or doubled are no other figure. */
function differs(digits: string, own: string): boolean {
  return digits.length === own.length && digits !== own
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

/**
 * Whether what another engine saw, which may not have been this picture, can be right. Two looks at the picture that
 * agree on the digits are right about them; a minus they may have lost together.
 */
function mayDiffer({ text, second }: Word, { word }: Witness): boolean {
  return second !== text || word.text === `-${text}`
}

function without(text: string, others: readonly string[]): string[] {
  return [...new Set(others)].filter((other) => other !== text && FIGURE.test(other))
}

function isSamePlace(a: Box, b: Box): boolean {
  return share(a.x0, a.x1, b.x0, b.x1) >= SAME_WIDTH && share(a.y0, a.y1, b.y0, b.y1) >= SAME_HEIGHT
}

function share(a0: number, a1: number, b0: number, b1: number): number {
  return (Math.min(a1, b1) - Math.max(a0, b0)) / (Math.max(a1, b1) - Math.min(a0, b0))
}
