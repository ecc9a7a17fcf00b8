import levenshtein from 'fast-levenshtein'
import { editDistanceFrom } from './edit-distance.js'
import { type ConfusionTable, readingDistance } from './reading-distance.js'

interface Entry {
  /** As printed where it is right. */
  readonly text: string
  /** What readings are compared with: lower case. */
  readonly key: string
  /** The key without what readers confuse most. */
  readonly shape: string
  /** One bit for each letter of the shape, a second for each that stands there twice. */
  readonly letters: number
  readonly doubles: number
}

/** Known words or labels, findable from damaged readings of them. */
export interface WordIndex {
  readonly byKey: ReadonlyMap<string, Entry>
  readonly byShape: ReadonlyMap<string, readonly Entry[]>
  readonly byLength: readonly (readonly Entry[])[]
}

/** A known word near a reading, with the cost of believing it. */
export interface Candidate {
  readonly text: string
  readonly key: string
  readonly cost: number
}

/** How much nearer than the runner-up the best candidate must be, and more so the farther it is itself. */
const margin = 0.1
const marginShare = 0.3

/** The cost from which on a runner-up leaves the best candidate alone. */
export function neededFrom(cost: number): number {
  return cost + margin + marginShare * cost
}

const likenesses: readonly (readonly [RegExp, string])[] = [
  // intiikter, biträfltts
  [/ii|fl/g, 'a'],
  // fti, ftir, fijr
  [/ft|ij/g, 'o'],
  // fornetag, forrnedla
  [/rn|nm|nn/g, 'm'],
  // årets, 4rets, &r
  [/[åäáàâãæ4&@#]/g, 'a'],
  // f"r, where a font has lost its ö
  [/(?<=\p{L})"(?=\p{L})/gu, 'o'],
  // f6r, fér, fØr
  [/[öóòôõøéèê60¢°]/g, 'o'],
  // 1än, |än, till
  [/[1l|!íìîj]/g, 'i'],
  // 5umma
  [/[5$§]/g, 's'],
]

/** What is left of a lower-case word when all that readers often confuse is made equal. */
export function toShape(key: string): string {
  let shape = key
  for (const [pattern, letter] of likenesses) shape = shape.replace(pattern, letter)
  return shape.replace(/[^\p{L}\p{N}]/gu, '')
}

function lettersOf(shape: string): { letters: number; doubles: number } {
  let [letters, doubles] = [0, 0]
  for (let i = 0; i < shape.length; i++) {
    const bit = 1 << (shape.charCodeAt(i) & 31)
    doubles |= letters & bit
    letters |= bit
  }
  return { letters, doubles }
}

function countBits(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Builds the index over words, or over labels folded to one word each; the first text of a key stands. */
export function buildWordIndex(items: Iterable<readonly [key: string, text: string]>): WordIndex {
  const byKey = new Map<string, Entry>()
  const byShape = new Map<string, Entry[]>()
  const byLength: Entry[][] = []
  for (const [key, text] of items) {
    if (byKey.has(key)) continue
    const shape = toShape(key)
    const entry = { text, key, shape, ...lettersOf(shape) }
    byKey.set(key, entry)
    const alike = byShape.get(shape)
    if (alike) alike.push(entry)
    else byShape.set(shape, [entry])
    for (let length = byLength.length; length <= shape.length; length++) byLength.push([])
    byLength[shape.length]!.push(entry)
  }
  return { byKey, byShape, byLength }
}

/** Below this limit shapes differ by one letter at most. */
const littleDamage = 0.3

/** Letters by which shapes may differ and still be worth weighing. */
function reachOf(length: number): number {
  if (length <= 4) return 1
  if (length <= 7) return 2
  if (length <= 12) return 3
  return Math.min(8, Math.floor(length / 5) + 2)
}

/** Known words within `limit` of a reading, nearest first; ties in order of the alphabet. */
export function findNearest(
  read: string,
  index: WordIndex,
  confusions: ConfusionTable,
  limit: number,
): readonly Candidate[] {
  const shape = toShape(read)
  const { letters, doubles } = lettersOf(shape)
  const reach = limit < littleDamage ? 1 : reachOf(shape.length)
  const editsTo = editDistanceFrom(shape) ?? ((other: string) => levenshtein.get(shape, other))
  const found: Candidate[] = []
  for (let length = Math.max(1, shape.length - reach); length <= shape.length + reach; length++) {
    for (const entry of index.byLength[length] ?? []) {
      if (countBits(entry.letters ^ letters) + countBits(entry.doubles ^ doubles) > 2 * reach) continue
      if (entry.shape !== shape && editsTo(entry.shape) > reach) continue
      const cost = readingDistance(read, entry.key, confusions, limit)
      if (cost <= limit) found.push({ text: entry.text, key: entry.key, cost })
    }
  }
  return inOrder(found)
}

/** Known words within `limit` that differ only by what readers confuse most: `findNearest` at a look-up's price. */
export function findAlike(
  read: string,
  index: WordIndex,
  confusions: ConfusionTable,
  limit: number,
): readonly Candidate[] {
  const alike = index.byShape.get(toShape(read)) ?? []
  const weighed = alike.map(({ text, key }) => ({ text, key, cost: readingDistance(read, key, confusions, limit) }))
  return inOrder(weighed.filter((candidate) => candidate.cost <= limit))
}

function inOrder(found: Candidate[]): readonly Candidate[] {
  return found.sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1))
}
