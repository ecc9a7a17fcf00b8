import type { Lexicon } from './build-lexicon.js'
import { joinWords } from './join-words.js'
import { mendWord, type Surroundings } from './mend-word.js'

/** A line of more words is no label or sentence, and is left as it is. */
const mostWords = 400
/** In a line of more words only lost dots are mended, so that no line takes long. */
const mostSearched = 24
const rounds = 5
// 2009, 2010-06-02, 2018/2019
const year = /^(?:19|20)\d\d(?!\d)/
// "Askmossens kommun", "Hjortängens kommuns andel"
const placeNoun = /^(?:kommuns?|församlings?|landstings?|socken)\P{L}*$/iu

/**
 * Mends a line over and over until nothing changes, so that mending twice is mending once. What does not come to rest
 * is not understood, and stays as it was.
 */
export function mendToRest(line: string, mend: (text: string) => string): string {
  let text = line
  for (let round = 0; round < rounds; round++) {
    const mended = mend(text)
    if (mended === text) return text
    text = mended
  }
  return line
}

/** A cleaned line with each damaged word mended. */
export function mendWords(line: string, lexicon: Lexicon, wish: 'words' | 'compounds' | 'dictionary'): string {
  const words = line.split(' ')
  if (words.length > mostWords) return line
  const search: Surroundings['search'] = words.length > mostSearched ? 'dots' : wish
  const shouted = !/\p{Ll}/u.test(line)
  const hasSwedishLetters = /[åäöÅÄÖ]/.test(line)
  const mended: string[] = []
  const joined = search === 'dots' ? words : joinWords(words, lexicon)
  for (const [at, word] of joined.entries()) {
    const before = (mended[at - 1] ?? '').toLowerCase()
    const yearFollows = year.test(joined[at + 1] ?? '')
    const around = {
      opensLine: at === 0,
      before,
      yearFollows,
      isPlace: placeNoun.test(joined[at + 1] ?? ''),
      shouted,
      hasSwedishLetters,
      search,
    }
    mended.push(mendWord(word, lexicon, around))
  }
  return mended.join(' ')
}
