import type { Lexicon } from './build-lexicon.js'
import { isPlainWord } from './compound.js'
import { bareWord, LABEL_END, LABEL_START } from './label-language.js'
import { withCaseOf } from './letter-case.js'
import { looksSound } from './letter-runs.js'
import { readingDistance } from './reading-distance.js'

/** Longer words tell by themselves what they are. */
const longestTold = 4
const shortestTold = 2
/** Damage that neighbours bear out in a short word, in letters. */
const toldLimit = 0.45
/** The same of a word that no Swedish one is made as, and that may be a function word. */
const oddLimit = 0.25
/** How much nearer than another that neighbours bear out as well. */
const toldMargin = 0.1
/** Labels that must end or begin with a word before that speaks for it. */
const fewestEnds = 3
/** The same where it stands at an end for a word that is sound besides. */
const manyEnds = 10
/** On so many sides labels must hold a word that is put for a sound one. */
const bothSides = 2

// "är", "är,", "Lan": the word and what stands behind it
const shortWord = /^(?<word>\p{L}+)(?<closing>[,:;)]*)$/u

/**
 * The words of a label with the short ones that another word is meant by: "Amortering av län" → "av lån". Only where the
 * words beside it never stand beside the read word in labels, and do stand beside one that it is easily misread from.
 */
export function tellByNeighbours(words: readonly string[], lexicon: Lexicon): readonly string[] {
  return words.map((printed, at) => {
    const { word = '', closing = '' } = shortWord.exec(printed)?.groups ?? {}
    const isCapital = word !== word.toLowerCase()
    if (words.length === 1 || word.length < shortestTold || word.length > longestTold || (isCapital && at > 0))
      return printed
    const before = at === 0 ? LABEL_START : bareWord(words[at - 1]!)
    const after = at === words.length - 1 ? LABEL_END : bareWord(words[at + 1]!)
    const told = wordBetween(word.toLowerCase(), before, after, lexicon)
    return told === undefined ? printed : withCaseOf(word, told, at === 0) + closing
  })
}

function wordBetween(word: string, before: string, after: string, lexicon: Lexicon): string | undefined {
  const witnesses = (other: string) => witnessesOf(other, before, after, lexicon)
  if (witnesses(word).words > 0) return undefined
  const near = lexicon.shortWords.flatMap((key) => {
    const cost = key === word ? toldLimit + 1 : readingDistance(word, key, lexicon.confusions, toldLimit)
    return cost <= toldLimit ? [{ key, cost }] : []
  })
  const isKnown = lexicon.words.byKey.has(word)
  const isBesideName = before !== LABEL_START && !isPlainWord(before, lexicon)
  const isBorneOut = (key: string, { words, ends }: Witnesses) =>
    words + ends > witnesses(word).ends &&
    (words > 0 || !isBesideName) &&
    (!isKnown || words + ends >= bothSides || (after === LABEL_END && neverEnds(word, key, lexicon)))
  const told = near
    .map(({ key, cost }) => ({ key, cost, ...witnesses(key) }))
    .filter((one) => isBorneOut(one.key, one))
    .sort((a, b) => b.words + b.ends - a.words - a.ends || a.cost - b.cost)
  const [best, next] = told
  if (best) {
    const isAlone = !next || next.words + next.ends < best.words + best.ends || next.cost >= best.cost + toldMargin
    return isAlone ? best.key : undefined
  }
  const isOdd = !isKnown && !looksSound(word, lexicon.runs)
  if (!isOdd || before === LABEL_START || after === LABEL_END) return undefined
  const common = near.filter(({ key, cost }) => cost <= oddLimit && lexicon.common.has(key))
  return common.length === 1 ? common[0]!.key : undefined
}

/** Whether no label ends in a function word, and many in the other: "kommande är". */
function neverEnds(word: string, other: string, { common, language }: Lexicon): boolean {
  const endsIn = (one: string) => language.pairs.get(`${one} ${LABEL_END}`) ?? 0
  return common.has(word) && endsIn(word) === 0 && endsIn(other) >= manyEnds
}

/** On how many sides of it labels hold a word as here: beside another word, and at an end of theirs. */
interface Witnesses {
  readonly words: number
  readonly ends: number
}

function witnessesOf(word: string, before: string, after: string, { language }: Lexicon): Witnesses {
  const seen = (pair: string, isEnd: boolean) => (language.pairs.get(pair) ?? 0) >= (isEnd ? fewestEnds : 1)
  const first = seen(`${before} ${word}`, before === LABEL_START)
  const last = seen(`${word} ${after}`, after === LABEL_END)
  const ends = Number(first && before === LABEL_START) + Number(last && after === LABEL_END)
  return { words: Number(first) + Number(last) - ends, ends }
}
