import type { Database } from 'better-sqlite3'
import type { Verdict } from '../model/check.js'
import type { CheckRow, DocumentRow, RepairRow, ReportRow } from './read-views.js'

/** Rows that are read anew each time they are gone through, so that none of them need be held. */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number
}

/** A check that does not hold, with the page to look at. */
export interface Difference extends CheckRow {
  readonly page: number
}

/** A repair with where it was made. */
export interface PlacedRepair extends RepairRow {
  readonly document: string
  readonly page: number
  readonly label: string | null
  readonly period_end: string | null
}

const asked = '(select value from json_each(?))'
const inReadingOrder = 'r.document, r.sha256, r.first_page, r.report_id'

/** Rows of the view `documents` about the contents, by name. */
export function documentRows(database: Database, contents: ReadonlySet<string>): Rows<DocumentRow> {
  const from = `from documents where coalesce(sha256, 'unread:' || document) in ${asked}`
  return rowsOf(database, contents, `select * ${from} order by document, sha256`)
}

/** Rows of the view `reports` about the contents, by document and page. */
export function reportRows(database: Database, contents: ReadonlySet<string>): Rows<ReportRow> {
  return rowsOf(database, contents, `select r.* from reports r where r.sha256 in ${asked} order by ${inReadingOrder}`)
}

/** Checks of the contents that do not hold, the largest difference in kronor first; what is not money counts as it is. */
export function differenceRows(database: Database, contents: ReadonlySet<string>): Rows<Difference> {
  return rowsOf(
    database,
    contents,
    `with differing as materialized (
       select report_id from report where checks_mismatch > 0 and content in ${asked}
     )
     select v.*, coalesce(f.page, r.first_page) as page
     from differing d cross join check_made m on m.report_id = d.report_id join checks v on v.check_id = m.check_id
       join reports r on r.report_id = d.report_id left join fact f on f.fact_id = m.fact_id
     where m.verdict = 'mismatch'
     order by case v.unit when 'kr' then 1 when 'tkr' then 1000 when 'mkr' then 1000000 else 1 end
       * abs(coalesce(v.difference, 0)) desc, ${inReadingOrder}, m.position`,
  )
}

/** Repairs of the contents, made and offered, in reading order. */
export function repairRows(database: Database, contents: ReadonlySet<string>): Rows<PlacedRepair> {
  return rowsOf(
    database,
    contents,
    `select v.*, r.document, f.page, f.label, f.period_end
     from repairs v join fact f on f.fact_id = v.fact_id join reports r on r.report_id = f.report_id
     where r.sha256 in ${asked}
     order by ${inReadingOrder}, f.table_no, f.row_no, f.column_no, v.repair_id`,
  )
}

/** How many checks of the contents came to each verdict. */
export function countVerdicts(database: Database, contents: ReadonlySet<string>): Record<Verdict, number> {
  const verdicts = ['ok', 'rounding', 'repaired', 'mismatch', 'incomplete'] as const
  const sums = verdicts.map((verdict) => `coalesce(sum(checks_${verdict}), 0) as ${verdict}`)
  return database
    .prepare<[string], Record<Verdict, number>>(`select ${sums.join(', ')} from report where content in ${asked}`)
    .get(inJson(contents))!
}

/** How many figures of the contents have each status that any has. */
export function countStatuses(
  database: Database,
  contents: ReadonlySet<string>,
): { readonly status: string; readonly count: number }[] {
  return database
    .prepare<[string], { status: string; count: number }>(
      `select status, count(*) as count from report join fact using (report_id) where content in ${asked} group by status`,
    )
    .all(inJson(contents))
}

function rowsOf<Row>(database: Database, contents: ReadonlySet<string>, sql: string): Rows<Row> {
  const given = inJson(contents)
  return {
    get length() {
      return database.prepare<[string], number>(`select count(*) from (${sql})`).pluck().get(given)!
    },
    [Symbol.iterator]: () => database.prepare<[string], Row>(sql).iterate(given),
  }
}

function inJson(contents: ReadonlySet<string>): string {
  return JSON.stringify([...contents])
}
