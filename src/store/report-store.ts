import type { Database } from 'better-sqlite3'
import { Report } from '../model/report.js'
import { reportIdOf, sha256Of } from './identifiers.js'
import { packJson, unpackJson } from './packed-json.js'

/** A stored report as it was parsed, before any repair. */
export interface StoredReport {
  readonly id: string
  readonly content: string
  readonly report: Report
  /** SHA-256 of the report as JSON. */
  readonly hash: string
  /** Digest of what the stored facts and checks were made from; null where none were made. */
  readonly settled: string | null
  readonly outcome: string
}

interface ReportRow {
  readonly report_id: string
  readonly content: string
  readonly tree: Buffer
  readonly tree_hash: string
  readonly settled: string | null
  readonly outcome: string
}

/** Stores the reports found in a content; those found there before and now no more are dropped with their facts. */
export function storeReports(database: Database, content: string, reports: readonly Report[]): void {
  const ids = reports.map((report, ordinal) => reportIdOf(content, report.firstPage, ordinal))
  const known = database
    .prepare<[string], string>('select report_id from report where content = ?')
    .pluck()
    .all(content)
  const drop = database.prepare('delete from report where report_id = ?')
  for (const id of known) if (!ids.includes(id)) drop.run(id)
  const keep = database.prepare(`
    insert into report (report_id, content, ordinal, tree, tree_hash, organisation, org_number, kind, period_start,
      period_end, first_page, last_page)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (report_id) do update set ordinal = excluded.ordinal, tree = excluded.tree,
      tree_hash = excluded.tree_hash, kind = excluded.kind, period_start = excluded.period_start,
      period_end = excluded.period_end, first_page = excluded.first_page, last_page = excluded.last_page
    where tree_hash <> excluded.tree_hash`)
  reports.forEach((report, ordinal) => {
    const { organisation, orgNumber, kind, periodStart, periodEnd, firstPage, lastPage } = report
    const hash = sha256Of(JSON.stringify(report))
    const values = [organisation, orgNumber, kind, periodStart, periodEnd, firstPage, lastPage]
    keep.run(ids[ordinal], content, ordinal, packJson(report), hash, ...values)
  })
}

const stored = 'select report_id, content, tree, tree_hash, settled, outcome from report'

/** All stored reports, by document and in their order in it. */
export function loadReports(database: Database): StoredReport[] {
  return database.prepare<[], ReportRow>(`${stored} order by content, ordinal`).all().map(toStored)
}

/** The reports of one document, in their order in it. */
export function loadReportsOf(database: Database, content: string): StoredReport[] {
  return database
    .prepare<[string], ReportRow>(`${stored} where content = ? order by ordinal`)
    .all(content)
    .map(toStored)
}

/** All reports of a document, and of the documents that hold one that was settled together with one of them. */
export function loadReportsAround(database: Database, content: string): StoredReport[] {
  return database
    .prepare<[string, string], ReportRow>(
      `${stored} where content = ? or content in
         (select content from report where settled in (select settled from report where content = ?))
       order by content, ordinal`,
    )
    .all(content, content)
    .map(toStored)
}

function toStored(row: ReportRow): StoredReport {
  return {
    id: row.report_id,
    content: row.content,
    report: Report.parse(unpackJson(row.tree)),
    hash: row.tree_hash,
    settled: row.settled,
    outcome: row.outcome,
  }
}

/** Whether every report of a document was settled since it was last parsed. */
export function isSettled(database: Database, content: string): boolean {
  const unsettled = database
    .prepare<[string], number>('select count(*) from report where content = ? and settled is null')
    .pluck()
    .get(content)
  return unsettled === 0
}

/** Whether every stored report was settled. */
export function areAllSettled(database: Database): boolean {
  return database.prepare('select 1 from report where settled is null limit 1').get() === undefined
}

/** How each stored report came out, by its id. */
export function loadOutcomes(database: Database): Map<string, string> {
  const rows = database
    .prepare<[], { report_id: string; outcome: string }>('select report_id, outcome from report')
    .all()
  return new Map(rows.map((row) => [row.report_id, row.outcome]))
}
