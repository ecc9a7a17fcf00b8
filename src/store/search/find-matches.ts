import type { Phrase, SearchQuery } from './search-query.js'

/** Words `from` up to but not including `to`. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** Where among the words of a page the phrases of a query stand, in their order. */
export function findMatches(words: readonly string[], query: SearchQuery): WordRange[] {
  const phrases = query.wishes.flat()
  return words.flatMap((_, from) => {
    const lengths = phrases.filter((phrase) => standsAt(words, from, phrase)).map((phrase) => phrase.words.length)
    return lengths.length === 0 ? [] : [{ from, to: from + Math.max(...lengths) }]
  })
}

function standsAt(words: readonly string[], from: number, { words: wanted, prefix }: Phrase): boolean {
  return wanted.every((want, index) => {
    const word = words[from + index]
    const isLast = index === wanted.length - 1
    return word !== undefined && (prefix && isLast ? word.startsWith(want) : word === want)
  })
}
