import type { Lexicon } from './build-lexicon.js'
import { isCompound, isKnownWord, isPlainWord, mendCompound, mendCompoundDeeply } from './compound.js'
import { heardInstead } from './heard-words.js'
import { isOtherForm } from './inflection.js'
import { withCaseOf } from './letter-case.js'
import { looksSound } from './letter-runs.js'
import { readingDistance } from './reading-distance.js'
import { swedishNearby } from './swedish-nearby.js'
import { type Candidate, findAlike, findNearest, neededFrom } from './word-index.js'

/** What the line around a word tells about it. */
export interface Surroundings {
  readonly opensLine: boolean
  /** The word before, mended, in lower case. */
  readonly before: string
  readonly yearFollows: boolean
  /** The word behind tells that it is a name: "Askmossens kommun". */
  readonly isPlace: boolean
  /** The line is printed in capitals throughout. */
  readonly shouted: boolean
  /** The reader gave å, ä or ö somewhere in the line, so it knows them. */
  readonly hasSwedishLetters: boolean
  /** How hard to search: only for lost dots, among all words, among compounds of damaged words, or all of Swedish too. */
  readonly search: 'dots' | 'words' | 'compounds' | 'dictionary'
}

/** A word that stands alone. */
export const alone: Surroundings = {
  opensLine: true,
  before: '',
  yearFollows: false,
  isPlace: false,
  shouted: false,
  hasSwedishLetters: false,
  search: 'words',
}

const longestWord = 40
const mostRemembered = 20_000
const contextLimit = 0.36
/** A short word that is no function word is believed damaged only by lost dots. */
const shortLimit = 0.22
const shortWord = 4
/** A name, or a word with a capital within the line, is believed damaged only this much. */
const nameLimit = 0.5

/** The damage that is believed in a word of this length, in letters; only long words bear one that nothing explains. */
function limitFor(length: number): number {
  if (length <= 3) return 0.15
  if (length <= 5) return 0.38
  if (length <= 7) return 0.6
  if (length <= 9) return 0.8
  return length <= 12 ? 0.95 : 1.3
}

/** A word that looks sound is as likely one that nobody listed as a damaged one: only slight damage is believed. */
const soundLimit = 0.32
/** A word that is Swedish as it stands is believed damaged less than a likely confusion: "tester" is no "fester". */
const swedishLimitOfKnown = 0.28
/** Shorter words that are not Swedish may be abbreviations. */
const shortestForeign = 6
/** The same where a whole label of the vocabulary tells what it is. */
const soundLimitInLabel = 0.7
const oddLimitInLabel = 2.3

// f6r, l.oner, uppl!tna: a mark that no word holds proves damage
const foreign = /[^a-zåäöéü]/
const provenDamage = 0.2

/** The damage that is believed in an unknown lower-case word, in letters. */
function believedDamage(word: string, lexicon: Lexicon): number {
  const limit = limitFor(word.length)
  if (foreign.test(word)) return limit + provenDamage
  if (word.length >= shortestForeign && lexicon.isSwedish(word)) return swedishLimitOfKnown
  return maySound(word, lexicon) ? Math.min(limit, soundLimit) : limit
}

/** Whether an unknown word may be one that nobody listed. */
function maySound(word: string, { runs, isSwedish }: Lexicon): boolean {
  return looksSound(word, runs) && (isSwedish(word) || word.length < shortestForeign)
}

/** Whether a lower-case word may be a damaged reading of the one that stands in its place in a known label. */
export function mayMean(word: string, other: string, lexicon: Lexicon): boolean {
  if (word === other) return true
  if (lexicon.words.byKey.has(word)) return false
  // "anskaffningsvården": words may be put together that nobody would
  if (isCompound(word, lexicon)) return readingDistance(word, other, lexicon.confusions, soundLimit) <= soundLimit
  const sound = looksSound(word, lexicon.runs) || isOtherForm(word, other)
  const limit = sound ? soundLimitInLabel : oddLimitInLabel
  return readingDistance(word, other, lexicon.confusions, limit) <= limit
}

/** Of equals, the one that so many times more labels hold than all others is meant. */
const commonest = 8

/** The candidate that stands alone by the margin; among equals the only function word, or by far the commonest in labels. */
function decide(candidates: readonly Candidate[], isBesideName: boolean, lexicon: Lexicon): Candidate | undefined {
  const best = candidates[0]
  if (!best) return undefined
  const rivals = candidates.filter((candidate) => candidate.cost < neededFrom(best.cost))
  if (rivals.length === 1) return best
  const common = rivals.filter((candidate) => lexicon.common.has(candidate.key))
  if (common.length > 0 || isBesideName) return common.length === 1 ? common[0] : undefined
  const countOf = ({ key }: Candidate) => lexicon.language.counts.get(key) ?? 0
  const [first, second] = rivals.toSorted((a, b) => countOf(b) - countOf(a))
  return first && second && countOf(first) >= commonest * Math.max(1, countOf(second)) ? first : undefined
}

/** Capitals tell what a damaged word may be: a small letter opens no name, a capital within a line mostly does. */
type Standing = 'small' | 'opening' | 'name'

function mendUnknown(word: string, standing: Standing, around: Surroundings, lexicon: Lexicon): string {
  const { search, hasSwedishLetters } = around
  const isBesideName = around.before !== '' && !isPlainWord(around.before, lexicon)
  const memory = `${search} ${standing} ${hasSwedishLetters} ${isBesideName} ${word}`
  const remembered = lexicon.remembered.get(memory)
  if (remembered !== undefined) return remembered
  const proven = foreign.test(word)
  const believed = believedDamage(word, lexicon)
  const limit = standing === 'name' ? Math.min(nameLimit, believed) : believed
  const find = search === 'dots' ? findAlike : findNearest
  const candidates = find(word, lexicon.words, lexicon.confusions, limit).filter(
    ({ key, cost }) =>
      (!lexicon.names.has(key) || (standing !== 'small' && cost <= nameLimit)) &&
      (proven || key.length > shortWord || cost <= shortLimit || lexicon.common.has(key)),
  )
  // A reader that knows å, ä and ö seldom loses them in words that nobody has listed.
  const compounds = candidates.length === 0 && (proven || !hasSwedishLetters)
  const known = decide(candidates, isBesideName, lexicon)
  const best =
    (compounds ? mendParts(word, search, lexicon) : undefined) ??
    (search === 'dictionary' ? tellSwedish(word, standing, candidates, known, lexicon) : undefined) ??
    known?.key
  const mended = best === undefined || isOtherForm(word, best) ? word : best
  if (lexicon.remembered.size >= mostRemembered) lexicon.remembered.clear()
  lexicon.remembered.set(memory, mended)
  return mended
}

/** Damage that is believed where the general dictionary alone has the word, in letters. */
const swedishLimit = 0.6
/** The same of a word that opens the line, and may be a name unless it has so many letters. */
const openingLimit = 0.25
const noName = 12
/** So much farther a known word may be and still be as likely, in letters. */
const worthOfKnown = 0.9

/** A word that the general dictionary alone has, where no known one is about as near. */
function tellSwedish(
  word: string,
  standing: Standing,
  candidates: readonly Candidate[],
  known: Candidate | undefined,
  lexicon: Lexicon,
): string | undefined {
  if (standing === 'name' || (candidates.length > 0 && known === undefined)) return undefined
  const limit = standing === 'opening' && word.length < noName ? openingLimit : swedishLimit
  const near = swedishNearby(word, lexicon, Math.min(limit, known?.cost ?? limit))
  if (near === undefined) return undefined
  if (known === undefined) return hasKnownNear(word, near.cost + worthOfKnown, lexicon) ? undefined : near.key
  return neededFrom(near.cost) < known.cost ? near.key : undefined
}

function hasKnownNear(word: string, limit: number, lexicon: Lexicon): boolean {
  return findNearest(word, lexicon.words, lexicon.confusions, limit).length > 0
}

function mendParts(word: string, search: Surroundings['search'], lexicon: Lexicon): string | undefined {
  return (
    mendCompound(word, lexicon) ??
    (search === 'compounds' || search === 'dictionary' ? mendCompoundDeeply(word, lexicon) : undefined)
  )
}

// Örebro, f6r, 4rets, &r, 16neskatt: at least half letters, and no more than two figures
function mayBeWord(core: string): boolean {
  const letters = core.match(/\p{L}/gu)?.length ?? 0
  const figures = core.match(/\d/g)?.length ?? 0
  return letters >= 1 && letters * 2 >= core.length && figures <= 2 && core.length <= longestWord
}

// EU:s, HSB:s, m.m, bl.a
const initials = /^(?:\p{Lu}{2,}[:’']\p{Ll}{1,3}|\p{L}{1,2}(?:\.\p{L}{1,2})+)$/u

/** Lower-case form of a damaged word, or the word itself if there is no damage that is sure. */
function mendCore(core: string, around: Surroundings, lexicon: Lexicon): string {
  const word = core.toLowerCase()
  if (lexicon.words.byKey.has(word) || initials.test(core)) return word
  // Org.nr, tillg.konto
  if (word.includes('.') && word.split('.').every((part) => lexicon.words.byKey.has(part))) return word
  const told = lexicon.contexts.find(
    (context) =>
      (context.after.has(around.before) || (context.beforeYear && around.yearFollows)) &&
      readingDistance(word, context.word, lexicon.confusions, contextLimit) <= contextLimit,
  )
  if (told) return told.word
  const misread = lexicon.misreadings.get(word)
  if (misread !== undefined && (core === word || around.shouted || word.length > 3)) return misread
  if (lexicon.doubtful.has(word) && around.hasSwedishLetters) return word
  const capital = core !== word && !around.shouted
  if (word.length <= 3 && capital && !around.opensLine) return word
  if (isCompound(word, lexicon)) return withLostDots(word, around, lexicon)
  const standing =
    !capital && !around.shouted ? 'small' : !around.isPlace && (around.opensLine || around.shouted) ? 'opening' : 'name'
  const mended = mendUnknown(word, standing, around, lexicon)
  return mended === word ? (heardInstead(word, lexicon) ?? word) : mended
}

/** Lost dots and rings, in letters: of a compound that nobody would make, "underhall", no more is believed. */
const dotsLimit = 0.2

function withLostDots(word: string, { search }: Surroundings, lexicon: Lexicon): string {
  return (search === 'dictionary' ? swedishNearby(word, lexicon, dotsLimit)?.key : undefined) ?? word
}

function mendWhole(core: string, around: Surroundings, lexicon: Lexicon): string | undefined {
  if (!core.includes('/') || !mayBeWord(core)) return undefined
  if (core.split('/').some((part) => isKnownWord(part.toLowerCase(), lexicon))) return undefined
  const mended = mendCore(core, around, lexicon)
  return mended === core.toLowerCase() ? undefined : withCaseOf(core, mended, around.opensLine)
}

// (Lokalhyra), "Summa", Tillgångar: the word without the marks around it
const framed = /^([^\p{L}\p{N}&@#¢|!°-]*)(.*?)([^\p{L}\p{N}&@#¢°]*)$/su
// "OCh", "REServfOnd", no "IT", "AB": capitals after the first letter among small ones
const oddCapitals = /^(?=.*\p{Ll}).+\p{Lu}/u
// "[.Ooner", "[bnsamhet": the mark before the word is its first letter
const letterlike = /^[[\]|!]\.?$/

/** A word back in correct Swedish, with its capitals and the marks around it; as it was where nothing is sure. */
export function mendWord(word: string, lexicon: Lexicon, around: Surroundings = alone): string {
  if (word.length > longestWord * 2) return word
  const [, opening = '', core = '', closing = ''] = framed.exec(word) ?? []
  if (core === '') return word
  const parts = core.split(/([/-])/)
  if (parts.length > 1) {
    // REYISIONSBER/iTTELSE: the stroke is part of a letter where the whole is a word and the parts are none.
    const whole = mendWhole(core, around, lexicon)
    if (whole) return opening + whole + closing
    const mended = parts.map((part, at) =>
      /^[/-]?$/.test(part) ? part : mendWord(part, lexicon, { ...around, opensLine: around.opensLine && at === 0 }),
    )
    return opening + mended.join('') + closing
  }
  if (!mayBeWord(core)) return word
  const mended = mendCore(core, around, lexicon)
  if (mended !== core.toLowerCase()) return opening + withCaseOf(core, mended, around.opensLine) + closing
  if (oddCapitals.test(core) && isPlainWord(mended, lexicon)) {
    return (
      opening +
      (around.opensLine && /^\p{Lu}/u.test(core) ? mended[0]!.toUpperCase() + mended.slice(1) : mended) +
      closing
    )
  }
  if (letterlike.test(opening) && !isKnownWord(mended, lexicon) && mayBeWord(opening + core)) {
    const whole = mendCore(opening + core, around, lexicon)
    if (whole !== (opening + core).toLowerCase()) return withCaseOf(core, whole, around.opensLine) + closing
  }
  return word
}
