import type { Lexicon } from './build-lexicon.js'
import { cleanLine, longestLine } from './clean-line.js'
import { isKnownWord } from './compound.js'
import { mendToRest, mendWords } from './mend-words.js'

// "| bérjan av 2009", "l samband med": a capital I that stands alone before a small letter
const loneStroke = /^[|l!1] (?=\p{Ll}\S)/u

/** A heading, an organisation's name or a line of running text back in correct Swedish; figures stay as read. */
export function mendText(line: string, lexicon: Lexicon): string {
  const cleaned = cleanLine(line)
  if (cleaned.length > longestLine) return cleaned
  return mendToRest(cleaned, (text) => mendWords(cleanLine(text).replace(loneStroke, 'I '), lexicon, 'words'))
}

const wordPattern = /\p{L}{3,}/gu

/** Share of a text's words of three letters or more that the lexicon knows, 0..1; 0 where there are none. */
export function shareOfKnownWords(text: string, lexicon: Lexicon): number {
  const words = text.match(wordPattern) ?? []
  const known = words.filter((word) => isKnownWord(word.toLowerCase(), lexicon))
  return words.length === 0 ? 0 : known.length / words.length
}
