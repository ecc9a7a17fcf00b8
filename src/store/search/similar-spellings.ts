import type { Database } from 'better-sqlite3'
import { damageAllowed, foldedDistance, foldSpelling, isFoldable } from './fold-spelling.js'
import type { Phrase, SearchQuery } from './search-query.js'

const mostCandidates = 400
const mostSpellings = 24

/** Spellings on stored pages that a reader may have given for the word, the nearest first, the word itself left out. */
export function similarSpellings(database: Database, word: string): string[] {
  if (!isFoldable(word)) return []
  const folded = foldSpelling(word)
  const parts = new Set(Array.from({ length: folded.length - 2 }, (_, index) => folded.slice(index, index + 3)))
  const expression = [...parts].map((part) => `"${part}"`).join(' OR ')
  const candidates = database
    .prepare<[string, number], { spelling: string; folded: string }>(
      `select s.spelling, s.folded from spelling_parts p join spelling s on s.spelling_id = p.rowid
       where spelling_parts match ? order by p.rank limit ?`,
    )
    .all(expression, mostCandidates)
  const allowed = damageAllowed(folded)
  return candidates
    .map((candidate) => ({ spelling: candidate.spelling, distance: foldedDistance(candidate.folded, folded) }))
    .filter(({ spelling, distance }) => distance <= allowed && spelling !== word)
    .sort((left, right) => left.distance - right.distance || (left.spelling < right.spelling ? -1 : 1))
    .slice(0, mostSpellings)
    .map(({ spelling }) => spelling)
}

/** The query that also finds worn print: each word may stand as any spelling like it, and phrases fall into words. */
export function widenQuery(database: Database, query: SearchQuery): SearchQuery {
  return {
    wishes: query.wishes.flatMap((phrases): (readonly Phrase[])[] => {
      const [first, ...others] = phrases
      if (first === undefined || others.length > 0 || first.prefix) return [phrases]
      return first.words.map((word) =>
        [word, ...similarSpellings(database, word)].map((each) => ({ words: [each], prefix: false })),
      )
    }),
  }
}
