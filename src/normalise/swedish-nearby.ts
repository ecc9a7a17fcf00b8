import type { Lexicon } from './build-lexicon.js'
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
  let found: Candidate | undefined
  for (const candidate of meantBy(word, lexicon, limit)) {
    if (found && candidate.cost > neededFrom(found.cost)) break
    if (!lexicon.isSwedish(candidate.key)) continue
    if (found) return undefined
    found = candidate
  }
  return found
}

interface Partly extends Candidate {
  /** Up to this place of the text nothing is taken for something else again. */
  readonly from: number
}

/** What may have been printed, likeliest first. */
function meantBy(word: string, { confusions }: Lexicon, limit: number): readonly Candidate[] {
  const rules = [...confusions.values()].flat().filter(({ read, meant }) => word.includes(read) && letters.test(meant))
  const costs = new Map([[word, 0]])
  let open: readonly Partly[] = [{ text: word, key: word, cost: 0, from: 0 }]
  for (let misread = 0; misread < mostMisread; misread++) {
    const next: Partly[] = []
    for (const partly of open) {
      for (const { read, meant, cost: more } of rules) {
        const cost = partly.cost + more
        if (cost > limit) continue
        for (let at = partly.text.indexOf(read, partly.from); at >= 0; at = partly.text.indexOf(read, at + 1)) {
          const text = partly.text.slice(0, at) + meant + partly.text.slice(at + read.length)
          if (cost >= (costs.get(text) ?? Number.POSITIVE_INFINITY)) continue
          costs.set(text, cost)
          next.push({ text, key: text, cost, from: at + meant.length })
        }
      }
    }
    open = next.sort((a, b) => a.cost - b.cost).slice(0, mostFollowed)
  }
  costs.delete(word)
  return [...costs]
    .map(([text, cost]) => ({ text, key: text, cost }))
    .sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1))
    .slice(0, mostLookedUp)
}
