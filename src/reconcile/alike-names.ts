import { foldLabel, labelLikeness, letterPairs } from '../arithmetic/row-kind.js'

/** Names this alike are one organisation's. */
const ONE_NAME = 0.82
/** What one of two such names shares with the other, of its own letter pairs, at least: the other may be shorter. */
const LEAST_SHARED = ONE_NAME / (2 - ONE_NAME)
/** Against fractions that floats do not hold. */
const HAIR = 1e-9

/** Whether two names are one organisation's: alike as a whole, or sharing a rare word of their own such as SOFINT. */
export function areOneName(a: string, b: string): boolean {
  if (labelLikeness(a, b) >= ONE_NAME) return true
  const shares = (one: string, other: string) =>
    acronyms(one).some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(other))
  return shares(a, b) || shares(b, a)
}

/**
 * Pairs of indexes among which are all pairs of names that `areOneName` takes for one, and few others, so that many
 * names need not be held against each other.
 */
export function* likelyOneName(names: readonly string[]): Generator<readonly [number, number]> {
  yield* pairsAlike(names)
  yield* pairsWithWord(names)
}

/**
 * Pairs that share as many letter pairs as alike names do. With the letter pairs of every name in one order, the rare
 * ones first, two such names meet within the first few of both (prefix filtering: Chaudhuri, Ganti and Kaushik, 2006).
 */
function* pairsAlike(names: readonly string[]): Generator<readonly [number, number]> {
  const marks = rareFirst(names.map(marksOf))
  const holders = new Map<number, { readonly name: number; readonly left: number }[]>()
  for (const [name, own] of marks.entries()) {
    const met = new Set<number>()
    for (const [at, mark] of own.slice(0, own.length - shareOf(own.length, LEAST_SHARED) + 1).entries()) {
      const left = own.length - at
      const others = holders.get(mark) ?? []
      for (const other of others) {
        const wanted = shareOf(own.length + marks[other.name]!.length, ONE_NAME / 2)
        if (left < wanted || other.left < wanted || met.has(other.name)) continue
        met.add(other.name)
        if (shareAtLeast(wanted, own, marks[other.name]!)) yield [other.name, name]
      }
      others.push({ name, left })
      holders.set(mark, others)
    }
  }
}

/** A name's letter pairs, each with the how-manieth of its kind it is; of a name with none, the whole of it. */
function marksOf(name: string): string[] {
  const folded = foldLabel(name)
  const pairs = letterPairs(folded)
  if (pairs.length === 0) return [folded]
  const met = new Map<string, number>()
  return pairs.map((pair) => {
    const times = met.get(pair) ?? 0
    met.set(pair, times + 1)
    return `${pair}${times}`
  })
}

/** Marks as numbers, the rarest of all the lowest, each name's from the lowest. */
function rareFirst(marks: readonly (readonly string[])[]): number[][] {
  const counts = new Map<string, number>()
  for (const mark of marks.flat()) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const ranks = new Map([...counts].sort(([, a], [, b]) => a - b).map(([mark], rank) => [mark, rank]))
  return marks.map((own) => own.map((mark) => ranks.get(mark)!).sort((a, b) => a - b))
}

function shareOf(count: number, share: number): number {
  return Math.ceil(count * share - HAIR)
}

/** Whether two lists in order have so many numbers in common. */
function shareAtLeast(wanted: number, one: readonly number[], other: readonly number[]): boolean {
  let [shared, at, otherAt] = [0, 0, 0]
  while (shared < wanted) {
    if (shared + Math.min(one.length - at, other.length - otherAt) < wanted) return false
    const step = one[at]! - other[otherAt]!
    if (step === 0) shared++
    if (step <= 0) at++
    if (step >= 0) otherAt++
  }
  return true
}

/** Pairs of which one has a word in capitals that the other has in any letters. */
function* pairsWithWord(names: readonly string[]): Generator<readonly [number, number]> {
  const holders = new Map<string, number[]>()
  for (const [index, name] of names.entries()) {
    for (const word of new Set(name.match(/\p{L}+/gu)?.map(inOneCase))) {
      const others = holders.get(word)
      if (others) others.push(index)
      else holders.set(word, [index])
    }
  }
  for (const [index, name] of names.entries()) {
    for (const word of new Set(acronyms(name).map(inOneCase))) {
      for (const other of holders.get(word) ?? []) if (other !== index) yield [other, index]
    }
  }
}

/** Letters that a pattern without regard to case takes for the same, made the same: ſ, S and s. */
function inOneCase(word: string): string {
  return word.toUpperCase().toLowerCase()
}

/** Words in capitals of five letters or more: a name of its own, not a form of company. */
function acronyms(name: string): string[] {
  return name.match(/\b[A-ZÅÄÖ]{5,}\b/g)?.filter((word) => !/^(FINSAM|SAMORDNING)/.test(word)) ?? []
}
