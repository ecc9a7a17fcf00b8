import type { Database } from 'better-sqlite3'
import { Report } from '../model/report.js'
import type { ReportIdentity } from '../model/settled.js'
import { reportIdOf, sha256Of } from './identifiers.js'
import { packText, unpackJson } from './packed-json.js'
import { prepared } from './prepared.js'

/** What is known of a stored report without its tree, which is long; name and number are those that it prints. */
export interface ReportHead extends ReportIdentity {
  readonly content: string
  /** SHA-256 of the report as JSON. */
  readonly hash: string
  /** Digest of what the stored facts and checks were made from; null where none were made. */
  readonly settled: string | null
  readonly outcome: string
}

/** A stored report as it was parsed, before any repair. */
export interface StoredReport {
  readonly id: string
  readonly report: Report
}

/** Stores the reports found in a content; those found there before and now no more are dropped with their facts. */
export function storeReports(database: Database, content: string, reports: readonly Report[]): void {
  const ids = reports.map((report, ordinal) => reportIdOf(content, report.firstPage, ordinal))
  const known = prepared<[string], string>(database, 'select report_id from report where content = ?')
    .pluck()
    .all(content)
  const drop = prepared(database, 'delete from report where report_id = ?')
  for (const id of known) if (!ids.includes(id)) drop.run(id)
  const keep = prepared(
    database,
    `
    insert into report (report_id, content, ordinal, tree_hash, organisation, org_number, printed_organisation,
      printed_org_number, kind, period_start, period_end, first_page, last_page)
    values (@id, @content, @ordinal, @hash, @organisation, @orgNumber, @organisation, @orgNumber, @kind, @periodStart,
      @periodEnd, @firstPage, @lastPage)
    on conflict (report_id) do update set ordinal = excluded.ordinal, tree_hash = excluded.tree_hash,
      printed_organisation = excluded.printed_organisation, printed_org_number = excluded.printed_org_number,
      kind = excluded.kind, period_start = excluded.period_start, period_end = excluded.period_end,
      first_page = excluded.first_page, last_page = excluded.last_page
    where tree_hash <> excluded.tree_hash`,
  )
  const keepTree = prepared(database, 'insert or replace into report_tree (report_id, tree) values (?, ?)')
  reports.forEach(({ tables: _, prose: __, issues: ___, ...head }, ordinal) => {
    const id = ids[ordinal]!
    const tree = JSON.stringify(reports[ordinal])
    const hash = sha256Of(tree)
    const { changes } = keep.run({ ...head, id, content, ordinal, hash })
    if (changes > 0) keepTree.run(id, packText(tree))
  })
}

const heads = `select report_id as id, content, printed_organisation as organisation, printed_org_number as orgNumber,
  tree_hash as hash, settled, outcome from report`

/** Who all stored reports say that they are of, by document and in their order in it. */
export function loadReportIdentities(database: Database): ReportIdentity[] {
  return prepared<[], ReportIdentity>(
    database,
    `select report_id as id, printed_organisation as organisation, printed_org_number as orgNumber
     from report order by content, ordinal`,
  ).all()
}

/** Of the reports of these ids, in their order. */
export function loadReportHeads(database: Database, ids: readonly string[]): ReportHead[] {
  const find = prepared<[string], ReportHead>(database, `${heads} where report_id = ?`)
  return ids.flatMap((id) => find.get(id) ?? [])
}

/** Of the reports that were settled together with one of a document. */
export function loadHeadsAround(database: Database, content: string): ReportHead[] {
  const settled = 'settled in (select settled from report where content = ?)'
  return prepared<[string], ReportHead>(database, `${heads} where ${settled} order by content, ordinal`).all(content)
}

interface TreeRow {
  readonly report_id: string
  readonly tree: Buffer
}

const trees = 'select report_id, tree from report join report_tree using (report_id)'

/** The reports of one document, in their order in it. */
export function loadReportsOf(database: Database, content: string): StoredReport[] {
  return prepared<[string], TreeRow>(database, `${trees} where content = ? order by ordinal`).all(content).map(toStored)
}

/** One stored report; throws where there is none. */
export function loadReport(database: Database, id: string): StoredReport {
  return toStored(prepared<[string], TreeRow>(database, `${trees} where report_id = ?`).get(id)!)
}

function toStored({ report_id, tree }: TreeRow): StoredReport {
  return { id: report_id, report: Report.parse(unpackJson(tree)) }
}

/** Whether every report of a document was settled since it was last parsed. */
export function isSettled(database: Database, content: string): boolean {
  const unsettled = prepared<[string], number>(
    database,
    'select count(*) from report where content = ? and settled is null',
  )
    .pluck()
    .get(content)
  return unsettled === 0
}

/** Whether every stored report was settled. */
export function areAllSettled(database: Database): boolean {
  return prepared(database, 'select 1 from report where settled is null limit 1').get() === undefined
}
