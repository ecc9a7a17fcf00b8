import type { Database } from 'better-sqlite3'

/** Which documents: those whose name holds a text, and of them all, or those of which not all was read. */
export interface DocumentFilter {
  readonly q: string
  readonly show: 'all' | 'troubled'
}

/** One file ever met, what became of it, and what of it waits for a person. */
export interface ListedDocument {
  readonly document: string
  readonly sha256: string | null
  readonly state: string
  readonly reason: string | null
  readonly pages: number | null
  readonly waiting: number
}

/** What a document holds: a report of an organisation. */
export interface ListedReport {
  readonly sha256: string
  readonly organisation: string | null
  readonly periodEnd: string | null
  readonly outcome: string
}

const wanted = `from documents
  where document like ? escape '\\' and (? = 'all' or state not in ('done', 'duplicate'))`

/** A stretch of the documents, by name. */
export function readListedDocuments(
  database: Database,
  filter: DocumentFilter,
  most: number,
  from: number,
): ListedDocument[] {
  return database
    .prepare<[string, string, number, number], ListedDocument>(
      `with shown as (select document, sha256, state, reason, pages ${wanted}
         order by document, sha256 limit ? offset ?)
       select *, (select count(*) from report r join fact using (report_id) join doubt using (fact_id)
         where r.content = shown.sha256) as waiting
       from shown order by document, sha256`,
    )
    .all(patternOf(filter), filter.show, most, from)
}

/** How many documents a filter leaves. */
export function countListedDocuments(database: Database, filter: DocumentFilter): number {
  const count = database.prepare<[string, string], number>(`select count(*) ${wanted}`).pluck()
  return count.get(patternOf(filter), filter.show) ?? 0
}

/** The reports that documents hold, in their order in them. */
export function readListedReports(database: Database, sha256s: readonly string[]): ListedReport[] {
  return database
    .prepare<[string], ListedReport>(
      `select content as sha256, organisation, period_end as periodEnd, outcome
       from report where content in (select value from json_each(?)) order by content, ordinal`,
    )
    .all(JSON.stringify(sha256s))
}

/** For `like`: a text anywhere, its own `%` and `_` taken as they are. */
function patternOf({ q }: DocumentFilter): string {
  return `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
}
