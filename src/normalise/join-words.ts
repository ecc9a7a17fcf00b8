import type { Lexicon } from './build-lexicon.js'
import { alone, isKnownWord, mendWord } from './mend-word.js'

const mostJoined = 4
const shortestJoined = 6
const longestJoined = 40
// Fi, nsa, mtea, Tings.ry: a piece of a word; a comma or stop after it ends the word
const piece = /^[\p{L}&]+(?:[.:'’]\p{L}+)*$/u
// i, å
const wordOfOneLetter = /^[iåIÅ]$/

/**
 * Closes the gaps that readers tear into words: `Fi nsa mtea met` → `Finsamteamet`, `kort- fristiga` →
 * `kortfristiga`. Pieces are joined only where one of them is no word and the whole is one.
 */
export function joinWords(words: readonly string[], lexicon: Lexicon): readonly string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = findJoin(words, at, lexicon)
    joined.push(found?.word ?? words[at]!)
    at += found?.count ?? 1
  }
  return joined
}

function findJoin(words: readonly string[], at: number, lexicon: Lexicon): { word: string; count: number } | undefined {
  const broken = joinBroken(words[at]!, words[at + 1], lexicon)
  if (broken) return { word: broken, count: 2 }
  for (let count = Math.min(mostJoined, words.length - at); count > 1; count--) {
    const pieces = words.slice(at, at + count)
    if (!pieces.every((word) => piece.test(word)) || pieces.every((word) => isWord(word, lexicon))) continue
    // A capital opens a word: it does not stand inside one, unless all are capitals.
    const shouted = pieces.join('') === pieces.join('').toUpperCase()
    if (!shouted && pieces.slice(1).some((word) => /^\p{Lu}/u.test(word))) continue
    const whole = pieces.join('')
    if (whole.length < shortestJoined || whole.length > longestJoined) continue
    const mended = mendWord(whole, lexicon, { ...alone, opensLine: false })
    if (isKnownWord(mended.toLowerCase(), lexicon) && !mendsAlone(pieces, lexicon)) return { word: mended, count }
  }
  return undefined
}

/** `kort- fristiga`, broken at a line's end; `Avgifts- och hyresbortfall` stays. */
function joinBroken(first: string, second: string | undefined, lexicon: Lexicon): string | undefined {
  if (!second || first.length < 3 || !first.endsWith('-') || !/^\p{Ll}/u.test(second)) return undefined
  const whole = mendWord(first.slice(0, -1) + second, lexicon, { ...alone, opensLine: false })
  return isKnownWord(whole.toLowerCase(), lexicon) ? whole : undefined
}

function isWord(word: string, lexicon: Lexicon): boolean {
  return wordOfOneLetter.test(word) || isKnownWord(word.toLowerCase(), lexicon)
}

/** Whether every piece is, or mends to, a word of its own. */
function mendsAlone(pieces: readonly string[], lexicon: Lexicon): boolean {
  return pieces.every((word) => isWord(mendWord(word, lexicon, { ...alone, opensLine: false }), lexicon))
}
