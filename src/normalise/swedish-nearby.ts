import type { Lexicon } from './build-lexicon.js'
import { knownStart } from './compound.js'
import type { ConfusionRule } from './reading-distance.js'
import { type Candidate, neededFrom } from './word-index.js'

/** In shorter words one letter makes another word. */
const shortest = 6
const mostMisread = 3
/** So many misreadings, the likeliest, are followed further, and looked up. */
const mostFollowed = 200
const mostLookedUp = 160

const letters = /^\p{L}+$/u

/**
 * The one Swedish word that a lower-case word, which is none, may have been before its letters were taken for others:
 * "felavhjalpning" → "felavhjälpning". Only by what readers are known to confuse, and within `limit` in letters;
 * undefined where no word or several may be meant.
 */
export function swedishNearby(word: string, lexicon: Lexicon, limit: number): Candidate | undefined {
  if (word.length < shortest || !letters.test(word) || lexicon.isSwedish(word)) return undefined
  const found: Candidate[] = []
  for (const candidate of meantBy(word, lexicon, limit)) {
    if (found[0] && candidate.cost > neededFrom(found[0].cost)) break
    if (lexicon.isSwedish(candidate.key)) found.push(candidate)
  }
  return found.length > 1 ? bestKnown(found, lexicon) : found[0]
}

/** The one of equals that reports are known to print more of than of any other: "vårdtagare", not "värdtagare". */
function bestKnown(equals: readonly Candidate[], lexicon: Lexicon): Candidate | undefined {
  const [first, second] = equals
    .map((candidate) => ({ candidate, known: knownStart(candidate.key, lexicon) }))
    .toSorted((a, b) => b.known - a.known)
  return first!.known > second!.known ? first!.candidate : undefined
}

interface Partly extends Candidate {
  /** Up to this place of the text nothing is taken for something else again. */
  readonly from: number
}

/** What may have been printed, likeliest first. */
function meantBy(word: string, { confusions }: Lexicon, limit: number): readonly Candidate[] {
  const rules = [...confusions.values()].flat().filter(({ read, meant }) => word.includes(read) && letters.test(meant))
  const nearest = new Map<string, Candidate>([[word, { text: word, key: word, cost: 0 }]])
  let open: readonly Partly[] = [{ text: word, key: word, cost: 0, from: 0 }]
  for (let misread = 0; misread < mostMisread; misread++) {
    const next = open
      .flatMap((partly) => rules.flatMap((rule) => (partly.cost + rule.cost > limit ? [] : meantOnce(partly, rule))))
      .filter(({ key, cost }) => {
        const isNearer = cost < (nearest.get(key)?.cost ?? Number.POSITIVE_INFINITY)
        if (isNearer) nearest.set(key, { text: key, key, cost })
        return isNearer
      })
    open = next.sort((a, b) => a.cost - b.cost).slice(0, mostFollowed)
  }
  nearest.delete(word)
  return [...nearest.values()].sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1)).slice(0, mostLookedUp)
}

/** A reading with one confusion put right, at each place where it may have happened. */
function meantOnce({ text, cost, from }: Partly, { read, meant, cost: more }: ConfusionRule): Partly[] {
  const found: Partly[] = []
  for (let at = text.indexOf(read, from); at >= 0; at = text.indexOf(read, at + 1)) {
    const key = text.slice(0, at) + meant + text.slice(at + read.length)
    found.push({ text: key, key, cost: cost + more, from: at + meant.length })
  }
  return found
}
