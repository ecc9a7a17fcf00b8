import type { Lexicon } from './build-lexicon.js'
import { isCompound, isKnownWord } from './compound.js'
import { withCaseOf } from './letter-case.js'
import { readingDistance } from './reading-distance.js'
import { toShape } from './word-index.js'

const mostJoined = 5
const shortestJoined = 6
const longestJoined = 40
/** A piece of more letters is a word of its own, known or not. */
const longestScrap = 4
/** Damage besides the gap that is believed in a torn word, in letters. */
const tornLimit = 0.35
// Fi, nsa, mtea, Tings.ry: a piece of a word; a comma or stop after it ends the word
const piece = /^[\p{L}&]+(?:[.:'’"!]\p{L}+)*$/u
/** What fonts and readers leave out, so that a gap stands in its place: `fas ghet`, `bostadsr tt`. */
const lost = ['ti', 'tt', 'ft', 'fl', 'ffi', 'ä', 'å', 'ö']
/** What a stroke that stands apart is read as: an L or a T without its bar. */
const misreadCapital = 'I'
// i, å
const wordOfOneLetter = /^[iå]$/

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
  const pieces: string[] = []
  let found: { word: string; count: number } | undefined
  for (let next = at; next < words.length && pieces.length < mostJoined; next++) {
    const [, bare = '', closing = ''] = /^(.*?)([.,:;)]*)$/su.exec(words[next]!) ?? []
    if (!piece.test(bare)) break
    // A capital opens a word: it does not stand inside one, unless all are capitals.
    const isShouted = bare === bare.toUpperCase() && (bare.length === 1 || words[at] === words[at]!.toUpperCase())
    if (next > at && /^\p{Lu}/u.test(bare) && !isShouted) break
    pieces.push(bare)
    const whole = pieces.length > 1 ? joinTorn(pieces, lexicon) : undefined
    if (whole) found = { word: whole + closing, count: pieces.length }
    if (closing !== '') break
  }
  return found
}

function joinTorn(pieces: readonly string[], lexicon: Lexicon): string | undefined {
  const printed = pieces.join('')
  if (printed.length < shortestJoined || printed.length > longestJoined) return undefined
  const isUnknown = (word: string) => !isWord(word.toLowerCase(), lexicon)
  // "I everantörsskulder": the first letter, misread and torn off
  const rest = pieces.slice(1)
  const isOff = pieces[0] === misreadCapital && rest.length === 1 && rest.every(isUnknown)
  const scraps = pieces.filter((word, at) => isUnknown(word) || (isOff && at === 0)).map((word) => word.toLowerCase())
  if (scraps.length === 0) return undefined
  // "i riktning", "till studier": a function word beside an unknown word is no scrap of it.
  const whole = pieces.length === 2 && pieces.some((word) => lexicon.common.has(word.toLowerCase()))
  if (whole && !scraps.some((word) => word.length < longestScrap)) return undefined
  const word = printed.toLowerCase()
  if (lexicon.words.byKey.has(word)) return printed
  const filled = pieces.length === 2 ? fillGap(pieces[0]!, pieces[1]!, scraps.length, lexicon) : undefined
  if (filled) return filled
  const small = scraps.some((scrap) => scrap.length <= longestScrap)
  if (isCompound(word, lexicon)) return small ? printed : undefined
  const alike = (lexicon.words.byShape.get(toShape(word)) ?? []).filter(
    (entry) => readingDistance(word, entry.key, lexicon.confusions, tornLimit) <= tornLimit,
  )
  const only = alike.length === 1 ? alike[0] : undefined
  return only && scraps.length === pieces.length ? withCaseOf(printed, only.key, isOff) : undefined
}

/** The only word that lost letters between two pieces make; at least one piece is none by itself. */
function fillGap(first: string, second: string, scraps: number, lexicon: Lexicon): string | undefined {
  if (scraps < 2 && second.length <= longestScrap) return undefined
  const wholes = lost.map((letters) => first + letters + second)
  const known = wholes.filter((whole) => lexicon.words.byKey.has(whole.toLowerCase()))
  if (known.length === 1) return known[0]
  if (known.length > 0 || scraps < 2) return undefined
  const [head, tail] = [toShape(first.toLowerCase()), toShape(second.toLowerCase())]
  const alike = lost.flatMap((letters) => lexicon.words.byShape.get(head + toShape(letters) + tail) ?? [])
  return alike.length === 1 ? withCaseOf(first, alike[0]!.key, false) : undefined
}

/** `kort- fristiga`, broken at a line's end; `Avgifts- och hyresbortfall` and `januari- augusti` stay. */
function joinBroken(first: string, second: string | undefined, lexicon: Lexicon): string | undefined {
  if (!second || first.length < 3 || !first.endsWith('-') || !/^\p{Ll}+$/u.test(second)) return undefined
  const whole = first.slice(0, -1) + second
  const word = whole.toLowerCase()
  if (lexicon.words.byKey.has(word)) return whole
  return isCompound(word, lexicon) && !isWord(second, lexicon) ? whole : undefined
}

function isWord(word: string, lexicon: Lexicon): boolean {
  return wordOfOneLetter.test(word) || lexicon.doubtful.has(word) || isKnownWord(word, lexicon)
}
