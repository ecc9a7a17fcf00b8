import type { Database } from 'better-sqlite3'
import type { Status, Verdict } from '../model/check.js'
import type { Role, Scenario, StatementKind, Unit } from '../model/report.js'
import { prepared } from './prepared.js'

/** A row of the view `documents`. */
export interface DocumentRow {
  readonly document: string
  readonly sha256: string | null
  readonly state: string
  readonly reason: string | null
  readonly media_type: string | null
  readonly pages: number | null
  readonly first_seen: string
  readonly finished: string | null
}

/** A row of the view `reports`. */
export interface ReportRow {
  readonly report_id: string
  readonly document: string
  readonly sha256: string
  readonly organisation: string | null
  readonly org_number: string | null
  readonly kind: string
  readonly period_start: string | null
  readonly period_end: string | null
  readonly first_page: number
  readonly last_page: number
  readonly pages: number
  readonly outcome: string
  readonly checks_ok: number
  readonly checks_rounding: number
  readonly checks_repaired: number
  readonly checks_mismatch: number
  readonly checks_incomplete: number
  /** The first of the reports of the same organisation, kind and period in other files; null for the first itself. */
  readonly probable_duplicate_of: string | null
}

/** A row of the view `facts`. */
export interface FactRow {
  readonly fact_id: string
  readonly report_id: string
  readonly table_no: number
  readonly document: string
  readonly page: number
  readonly statement: StatementKind
  readonly note: string | null
  readonly table_title: string | null
  readonly section: string | null
  readonly row_no: number
  readonly role: Role
  readonly label: string | null
  readonly note_ref: string | null
  readonly column_no: number
  readonly column_label: string | null
  readonly period_end: string | null
  readonly scenario: Scenario
  readonly amount: number
  readonly decimals: number
  readonly unit: Unit
  readonly raw_text: string
  readonly status: Status
  /** JSON: reasons to doubt the reading itself. */
  readonly doubts: string
}

/** A row of the view `checks`. */
export interface CheckRow {
  readonly check_id: string
  readonly report_id: string
  readonly document: string
  readonly organisation: string | null
  readonly report_period_end: string | null
  readonly rule: string
  readonly subject: string
  readonly statement: string | null
  readonly note: string | null
  readonly period_end: string | null
  readonly scenario: Scenario
  readonly expected: number | null
  readonly actual: number | null
  readonly difference: number | null
  readonly tolerance: number
  readonly unit: Unit
  readonly verdict: Verdict
  readonly explanation: string
  readonly fact_id: string | null
}

/** A row of the view `repairs`. */
export interface RepairRow {
  readonly repair_id: string
  readonly fact_id: string
  readonly raw_text: string
  readonly amount_before: number
  readonly amount_after: number
  readonly evidence: string
  readonly cost: number
  readonly margin: number
  readonly decision: string
  readonly decided_at: string | null
}

/** All rows of `documents`, by name. */
export function readDocuments(database: Database): DocumentRow[] {
  return prepared<[], DocumentRow>(database, 'select * from documents order by document, sha256').all()
}

/** All rows of `reports`, by document and page. */
export function readReports(database: Database): ReportRow[] {
  return prepared<[], ReportRow>(
    database,
    'select * from reports order by document, sha256, first_page, report_id',
  ).all()
}

/** The facts of one report, in reading order. */
export function readFacts(database: Database, reportId: string): FactRow[] {
  return prepared<[string], FactRow>(
    database,
    'select * from facts where report_id = ? order by table_no, row_no, column_no',
  ).all(reportId)
}

/** The checks of one report, in the order in which they were made. */
export function readChecks(database: Database, reportId: string): CheckRow[] {
  return prepared<[string], CheckRow>(
    database,
    `select v.* from checks v join check_made m using (check_id) where v.report_id = ? order by m.position`,
  ).all(reportId)
}

/** The repairs of one report, in reading order. */
export function readRepairs(database: Database, reportId: string): RepairRow[] {
  return prepared<[string], RepairRow>(
    database,
    `select v.* from repairs v join fact f using (fact_id) where f.report_id = ?
       order by f.table_no, f.row_no, f.column_no, v.repair_id`,
  ).all(reportId)
}
