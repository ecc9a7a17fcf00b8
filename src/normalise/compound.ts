import type { Lexicon } from './build-lexicon.js'
import { readingDistance } from './reading-distance.js'
import { findNearest, toShape } from './word-index.js'

const longestWord = 40
const shortestPart = 4
/** Damage that is believed in a compound whose parts alone are known, in letters. */
const compoundLimit = 0.45
/** Damage that is believed in one part, in letters. */
const partLimit = 0.32
/** How much nearer than the next the best part must be. */
const partMargin = 0.15

/** A word that compounds are made of: no name and no abbreviation. */
function isPart(word: string, lexicon: Lexicon): boolean {
  return word.length >= shortestPart && lexicon.words.byKey.has(word) && !lexicon.unbound.has(word)
}

function isBoundPart(word: string, lexicon: Lexicon): boolean {
  return isPart(word, lexicon) || lexicon.doubtful.has(word)
}

/** Whether a lower-case word is put together of two known ones, with or without a linking s. */
export function isCompound(word: string, lexicon: Lexicon): boolean {
  if (word.length > longestWord) return false
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    if (!isBoundPart(word.slice(cut), lexicon)) continue
    const first = word.slice(0, cut)
    if (isBoundPart(first, lexicon) || (first.endsWith('s') && isBoundPart(first.slice(0, -1), lexicon))) return true
  }
  return false
}

/**
 * How known a lower-case word is that the lexicon may not hold: the letters that it begins with which are a word there, and
 * half a letter more where that is one of the commonest.
 */
export function knownStart(word: string, lexicon: Lexicon): number {
  for (let end = word.length; end >= shortestPart; end--) {
    const start = word.slice(0, end)
    if (isPart(start, lexicon)) return lexicon.common.has(start) ? end + 0.5 : end
  }
  return 0
}

/** Whether a lower-case word stands in the lexicon, or is put together of words that do. */
export function isKnownWord(word: string, lexicon: Lexicon): boolean {
  return lexicon.words.byKey.has(word) || isCompound(word, lexicon)
}

/** Whether a lower-case word is known and no part of a name, nor of one without its dots: "varmland". */
export function isPlainWord(word: string, lexicon: Lexicon): boolean {
  const alike = lexicon.words.byShape.get(toShape(word)) ?? []
  return isKnownWord(word, lexicon) && (lexicon.words.byKey.has(word) || alike.length === 0) && !lexicon.names.has(word)
}

/** The one way to put a damaged lower-case word together of two known ones; undefined if there is none or several. */
export function mendCompound(word: string, lexicon: Lexicon): string | undefined {
  if (word.length > longestWord) return undefined
  const ways = new Set<string>()
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    const tail = word.slice(cut)
    const last = lastParts(partsLike(tail, lexicon), tail, lexicon)
    if (last.length === 0) continue
    for (const start of firstPartsLike(word.slice(0, cut), lexicon)) for (const end of last) ways.add(start + end)
  }
  return onlyNear(word, ways, lexicon)
}

/**
 * The one way to put a damaged lower-case word together of two known ones, one of which may be damaged beyond
 * lost dots: `parkeringsintikter` → `parkeringsintäkter`. Dearer than `mendCompound`, for labels.
 */
export function mendCompoundDeeply(word: string, lexicon: Lexicon): string | undefined {
  if (word.length > longestWord) return undefined
  const ways = new Set<string>()
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
    const [head, tail] = [word.slice(0, cut), word.slice(cut)]
    const starts = firstPartsLike(head, lexicon)
    const ends = lastParts(partsLike(tail, lexicon), tail, lexicon)
    if (starts.length === 1) {
      for (const end of lastParts(nearParts(tail, lexicon), tail, lexicon)) ways.add(starts[0]! + end)
    }
    if (ends.length === 1) for (const start of nearParts(head, lexicon)) ways.add(start + ends[0])
  }
  return onlyNear(word, ways, lexicon)
}

/** Last parts; a short one in other letters makes another word as often as it mends one (`handling`, `handlång`). */
function lastParts(parts: readonly string[], read: string, lexicon: Lexicon): readonly string[] {
  return parts.filter((part) => !lexicon.common.has(part) && (part.length > shortestPart || part === read))
}

function onlyNear(word: string, ways: ReadonlySet<string>, lexicon: Lexicon): string | undefined {
  const near = [...ways].filter((way) => readingDistance(word, way, lexicon.confusions, compoundLimit) <= compoundLimit)
  return near.length === 1 ? near[0] : undefined
}

function partsLike(word: string, lexicon: Lexicon): readonly string[] {
  const alike = lexicon.words.byShape.get(toShape(word)) ?? []
  return alike.filter((entry) => isPart(entry.key, lexicon)).map((entry) => entry.key)
}

/** First parts, with or without a linking s. */
function firstPartsLike(word: string, lexicon: Lexicon): readonly string[] {
  const unlinked = word.endsWith('s') ? partsLike(word.slice(0, -1), lexicon).map((part) => `${part}s`) : []
  return [...new Set([...partsLike(word, lexicon), ...unlinked])]
}

/** The part nearest to a damaged one, with or without a linking s, where no other is as near. */
function nearParts(word: string, lexicon: Lexicon): readonly string[] {
  const found = new Set<string>()
  for (const [bare, link] of word.endsWith('s')
    ? ([
        [word, ''],
        [word.slice(0, -1), 's'],
      ] as const)
    : ([[word, '']] as const)) {
    if (bare.length < shortestPart) continue
    const near = findNearest(bare, lexicon.words, lexicon.confusions, partLimit).filter(({ key }) =>
      isPart(key, lexicon),
    )
    const [best, next] = near
    if (best && (!next || next.cost >= best.cost + partMargin)) found.add(best.key + link)
  }
  return [...found]
}
