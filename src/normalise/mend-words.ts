import type { Lexicon } from './build-lexicon.js'
import { joinWords } from './join-words.js'
import { mendWord } from './mend-word.js'

/** Words of a line that are looked at; a longer line is no label or sentence. */
const mostWords = 150
const rounds = 4

/** A cleaned line with each damaged word mended; mending twice is mending once. */
export function mendWords(line: string, lexicon: Lexicon): string {
  let text = line
  for (let round = 0; round < rounds; round++) {
    const mended = mendOnce(text, lexicon)
    if (mended === text) return text
    text = mended
  }
  // What does not come to rest is not understood.
  return line
}

function mendOnce(line: string, lexicon: Lexicon): string {
  const words = line.split(' ')
  if (words.length > mostWords) return line
  const shouted = !/\p{Ll}/u.test(line)
  const hasSwedishLetters = /[åäöÅÄÖ]/.test(line)
  const mended: string[] = []
  const joined = joinWords(words, lexicon)
  for (const [at, word] of joined.entries()) {
    const before = (mended[at - 1] ?? '').toLowerCase()
    const figureFollows = /^\d/.test(joined[at + 1] ?? '')
    mended.push(mendWord(word, lexicon, { opensLine: at === 0, before, figureFollows, shouted, hasSwedishLetters }))
  }
  return mended.join(' ')
}
