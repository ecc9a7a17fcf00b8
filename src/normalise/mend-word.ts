import type { Lexicon } from './build-lexicon.js'
import { withCaseOf } from './letter-case.js'
import { readingDistance } from './reading-distance.js'
import { type Candidate, findNearest, toShape } from './word-index.js'

/** What the line around a word tells about it. */
export interface Surroundings {
  readonly opensLine: boolean
  /** The word before, mended, in lower case. */
  readonly before: string
  readonly figureFollows: boolean
  /** The line is printed in capitals throughout. */
  readonly shouted: boolean
  /** The reader gave å, ä or ö somewhere in the line, so it knows them. */
  readonly hasSwedishLetters: boolean
}

/** A word that stands alone. */
export const alone: Surroundings = {
  opensLine: true,
  before: '',
  figureFollows: false,
  shouted: false,
  hasSwedishLetters: false,
}

const longestWord = 40
const shortestPart = 4
const contextLimit = 0.36
const mostRemembered = 20_000
/** How much nearer than the runner-up the best candidate must be, and more so the farther it is itself. */
const margin = 0.1
const marginShare = 0.3

/** The damage that is believed in a word of this length, in letters. */
function limitFor(length: number): number {
  if (length <= 3) return 0.15
  if (length === 4) return 0.36
  if (length === 5) return 0.46
  if (length <= 7) return 0.7
  if (length <= 9) return 1.05
  return length <= 12 ? 1.3 : 1.6
}

/** Whether a lower-case word stands in the lexicon, or is put together of words that do. */
export function isKnownWord(word: string, lexicon: Lexicon): boolean {
  return lexicon.words.byKey.has(word) || isCompound(word, lexicon)
}

function isPart(word: string, lexicon: Lexicon): boolean {
  return word.length >= shortestPart && lexicon.words.byKey.has(word) && !lexicon.names.has(word)
}

function isCompound(word: string, lexicon: Lexicon): boolean {
  if (word.length > longestWord) return false
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    if (!isPart(word.slice(cut), lexicon)) continue
    const first = word.slice(0, cut)
    if (isPart(first, lexicon) || (first.endsWith('s') && isPart(first.slice(0, -1), lexicon))) return true
  }
  return false
}

/** The one way to put a reading together of two known words that differ from it only by what readers often confuse. */
function mendCompound(word: string, lexicon: Lexicon): string | undefined {
  const ways = new Set<string>()
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    const last = partsLike(word.slice(cut), lexicon)
    if (last.length === 0) continue
    const head = word.slice(0, cut)
    const first = [
      ...partsLike(head, lexicon),
      ...(head.endsWith('s') ? partsLike(head.slice(0, -1), lexicon).map((part) => `${part}s`) : []),
    ]
    for (const start of first) for (const end of last) ways.add(start + end)
  }
  return ways.size === 1 ? [...ways][0] : undefined
}

function partsLike(word: string, lexicon: Lexicon): readonly string[] {
  if (isPart(word, lexicon)) return [word]
  const alike = lexicon.words.byShape.get(toShape(word)) ?? []
  return alike.filter((entry) => isPart(entry.key, lexicon)).map((entry) => entry.key)
}

/** The candidate that stands alone by the margin; among equals the only function word. */
function decide(candidates: readonly Candidate[], lexicon: Lexicon): Candidate | undefined {
  const best = candidates[0]
  if (!best) return undefined
  const needed = best.cost + margin + marginShare * best.cost
  const rivals = candidates.filter((candidate) => candidate.cost < needed)
  if (rivals.length === 1) return best
  const common = rivals.filter((candidate) => lexicon.common.has(candidate.key))
  return common.length === 1 ? common[0] : undefined
}

function mendUnknown(word: string, lexicon: Lexicon): string {
  const remembered = lexicon.remembered.get(word)
  if (remembered !== undefined) return remembered
  const candidates = findNearest(word, lexicon.words, lexicon.confusions, limitFor(word.length))
  const mended =
    decide(candidates, lexicon)?.key ?? (candidates.length === 0 ? mendCompound(word, lexicon) : undefined) ?? word
  if (lexicon.remembered.size >= mostRemembered) lexicon.remembered.clear()
  lexicon.remembered.set(word, mended)
  return mended
}

// Örebro, f6r, 4rets, &r, 16neskatt: at least half letters, and no more than two figures
function mayBeWord(core: string): boolean {
  const letters = core.match(/\p{L}/gu)?.length ?? 0
  const figures = core.match(/\d/g)?.length ?? 0
  return letters >= 1 && letters * 2 >= core.length && figures <= 2 && core.length <= longestWord
}

/** Lower-case form of a damaged word, or the word itself if there is no damage that is sure. */
function mendCore(core: string, around: Surroundings, lexicon: Lexicon): string {
  const word = core.toLowerCase()
  const told = lexicon.contexts.find(
    (context) =>
      (context.after.has(around.before) || (context.beforeFigure && around.figureFollows)) &&
      readingDistance(word, context.word, lexicon.confusions, contextLimit) <= contextLimit,
  )
  if (told && !lexicon.words.byKey.has(word)) return told.word
  const misread = lexicon.misreadings.get(word)
  if (misread !== undefined) return misread
  if (lexicon.doubtful.has(word) && around.hasSwedishLetters) return word
  if (lexicon.words.byKey.has(word)) return word
  if (word.length <= 3 && core !== word && !around.shouted && !around.opensLine) return word
  if (isCompound(word, lexicon)) return word
  return mendUnknown(word, lexicon)
}

// (Lokalhyra), "Summa", Tillgångar: the word without the marks around it
const framed = /^([^\p{L}\p{N}&@#¢|!°-]*)(.*?)([^\p{L}\p{N}&@#¢°]*)$/su

/** A word back in correct Swedish, with its capitals and the marks around it; as it was where nothing is sure. */
export function mendWord(word: string, lexicon: Lexicon, around: Surroundings = alone): string {
  const [, opening = '', core = '', closing = ''] = framed.exec(word) ?? []
  if (core === '' || word.length > longestWord * 2) return word
  const parts = core.split(/([/-])/)
  if (parts.length > 1) {
    const mended = parts.map((part) => (/^[/-]?$/.test(part) ? part : mendWord(part, lexicon, around)))
    return opening + mended.join('') + closing
  }
  if (!mayBeWord(core)) return word
  const mended = mendCore(core, around, lexicon)
  if (mended !== core.toLowerCase()) return opening + withCaseOf(core, mended, around.opensLine) + closing
  // "[.Ooner": the mark before the word may be its first letter.
  if (opening !== '' && !lexicon.words.byKey.has(mended) && mayBeWord(opening + core)) {
    const whole = mendCore(opening + core, around, lexicon)
    if (whole !== (opening + core).toLowerCase()) return withCaseOf(core, whole, around.opensLine) + closing
  }
  return word
}
