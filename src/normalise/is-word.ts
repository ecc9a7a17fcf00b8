import type { Lexicon } from './build-lexicon.js'
import { isKnownWord } from './compound.js'

const parts = /\p{L}{2,}/gu

/** Whether there are letters in a printed word, and all parts of it are Swedish or stand in the lexicon: "och/eller". */
export function isWord(printed: string, lexicon: Lexicon): boolean {
  const found = printed.match(parts) ?? []
  return found.length > 0 && found.every((part) => isSwedishWord(part, lexicon))
}

function isSwedishWord(part: string, lexicon: Lexicon): boolean {
  const word = part.toLowerCase()
  return isKnownWord(word, lexicon) || lexicon.isSwedish(word)
}
