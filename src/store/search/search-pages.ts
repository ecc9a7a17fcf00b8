import type { Database } from 'better-sqlite3'
import type { Box, Page } from '../../model/page.js'
import { findMatches } from './find-matches.js'
import { wordsOfText } from './page-words.js'
import { readSearchQuery, type SearchQuery, toMatchExpression } from './search-query.js'
import { widenQuery } from './similar-spellings.js'

/** A piece of a page's text; `hit` where it is what was looked for. */
export interface TextPart {
  readonly text: string
  readonly hit: boolean
}

/** A page on which something was found. */
export interface PageFound {
  readonly document: string
  readonly sha256: string
  readonly page: number
  readonly organisation: string | null
  readonly period_end: string | null
  /** Whether it holds the words as they were typed, and not only spellings like them. */
  readonly exact: boolean
  /** The lines around the first hit. */
  readonly excerpt: readonly TextPart[]
}

/** One screen of what a search found. */
export interface SearchResult {
  readonly pages: readonly PageFound[]
  /** How many pages hold the words as typed, and how many more hold spellings like them. */
  readonly exactPages: number
  readonly similarPages: number
  /** What was looked for beyond what was typed. */
  readonly spellings: readonly string[]
}

/** Which screen of the result is wanted. */
export interface SearchWindow {
  readonly limit: number
  readonly offset: number
}

const nothing: SearchResult = { pages: [], exactPages: 0, similarPages: 0, spellings: [] }
const linesAround = 1

/** Finds pages by their text, those with the words as typed first; whatever is typed, it does not throw. */
export function searchPages(database: Database, typed: string, window: SearchWindow): SearchResult {
  const query = readSearchQuery(typed)
  if (query.wishes.length === 0) return nothing
  const wide = widenQuery(database, query)
  const exact = toMatchExpression(query)
  const similar = `(${toMatchExpression(wide)}) NOT (${exact})`
  const exactPages = countPages(database, exact)
  const similarPages = countPages(database, similar)
  const found = [
    ...findPages(database, exact, window),
    ...findPages(database, similar, {
      limit: Math.max(0, window.limit - Math.max(0, exactPages - window.offset)),
      offset: Math.max(0, window.offset - exactPages),
    }),
  ]
  return {
    pages: found.slice(0, window.limit).map(({ text, ...row }, index) => {
      const isExact = window.offset + index < exactPages
      return { ...row, exact: isExact, excerpt: excerptOf(text, isExact ? query : wide) }
    }),
    exactPages,
    similarPages,
    spellings: addedSpellings(query, wide),
  }
}

/** Where on a page the words of a search stand, spellings like them included where the words as typed are not there. */
export function findHitBoxes(database: Database, typed: string, page: Page): Box[] {
  if (page.kind === 'plain') return []
  const words = (page.readings[0]?.words ?? []).flatMap(({ text, box }) =>
    wordsOfText(text.normalize('NFC')).map(({ word }) => ({ word, box })),
  )
  const spelled = words.map(({ word }) => word)
  const query = readSearchQuery(typed)
  const ranges = findMatches(spelled, query)
  const hits = ranges.length > 0 ? ranges : findMatches(spelled, widenQuery(database, query))
  return hits.flatMap(({ from, to }) => words.slice(from, to).map(({ box }) => box))
}

/** A text cut into what was looked for and the rest. */
export function markHits(text: string, query: SearchQuery): TextPart[] {
  const words = wordsOfText(text)
  const parts: TextPart[] = []
  let done = 0
  for (const { from, to } of findMatches(
    words.map(({ word }) => word),
    query,
  )) {
    const start = words[from]!.start
    const end = words[to - 1]!.end
    if (start < done) continue
    if (start > done) parts.push({ text: text.slice(done, start), hit: false })
    parts.push({ text: text.slice(start, end), hit: true })
    done = end
  }
  return done < text.length ? [...parts, { text: text.slice(done), hit: false }] : parts
}

interface FoundRow {
  readonly document: string
  readonly sha256: string
  readonly page: number
  readonly organisation: string | null
  readonly period_end: string | null
  readonly text: string
}

function findPages(database: Database, expression: string, { limit, offset }: SearchWindow): FoundRow[] {
  if (limit === 0) return []
  return database
    .prepare<[string, number, number], FoundRow>(
      `with hit as materialized (
         select rowid as page_text_id, rank as place from page_words where page_words match ?
         order by rank, rowid limit ? offset ?
       )
       select (select min(name) from file where file.content = t.content) as document, t.content as sha256, t.page,
         r.organisation, r.period_end, t.text
       from hit join page_text t using (page_text_id)
       left join report r on r.report_id = (select report_id from report o
         where o.content = t.content and t.page between o.first_page and o.last_page order by o.ordinal limit 1)
       order by hit.place, hit.page_text_id`,
    )
    .all(expression, limit, offset)
}

function countPages(database: Database, expression: string): number {
  return (
    database
      .prepare<[string], number>('select count(*) from page_words where page_words match ?')
      .pluck()
      .get(expression) ?? 0
  )
}

function excerptOf(text: string, query: SearchQuery): TextPart[] {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => markHits(line, query).some(({ hit }) => hit))
  const from = Math.max(0, first - linesAround)
  return markHits(lines.slice(from, first + linesAround + 1).join('\n'), query)
}

function addedSpellings(query: SearchQuery, wide: SearchQuery): string[] {
  const typed = new Set(query.wishes.flat().flatMap(({ words }) => words))
  return [...new Set(wide.wishes.flat().flatMap(({ words }) => words))].filter((word) => !typed.has(word))
}
