import type { Database } from 'better-sqlite3'
import type { Verdict } from '../model/check.js'
import {
  type CheckRow,
  countFacts,
  type DocumentRow,
  type RepairRow,
  type ReportRow,
  readChecks,
  readDocuments,
  readFacts,
  readRepairs,
  readReports,
} from '../store/read-views.js'
import { toWholeKronor } from '../store/whole-kronor.js'
import { type LostDecision, lostDecisions } from './lost-decision.js'

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

/** What a run or a check came to, for the documents that it was asked about. */
export interface Summary {
  readonly documents: readonly DocumentRow[]
  readonly reports: readonly ReportRow[]
  readonly checks: Readonly<Record<Verdict, number>>
  /** Mismatches, the largest in kronor first. */
  readonly differences: readonly Difference[]
  readonly repairs: readonly PlacedRepair[]
  readonly decisions_not_found: readonly LostDecision[]
  readonly amounts: Readonly<Record<string, number>>
}

/** Gathers what the views say of the contents; all of them where none are named. */
export function summarise(database: Database, contents?: ReadonlySet<string>): Summary {
  const wanted = (row: DocumentRow | ReportRow) =>
    contents === undefined || contents.has(row.sha256 ?? `unread:${row.document}`)
  const documents = readDocuments(database).filter(wanted)
  const reports = readReports(database).filter(wanted)
  const checks = { ok: 0, rounding: 0, repaired: 0, mismatch: 0, incomplete: 0 }
  const amounts: Record<string, number> = { verified: 0, repaired: 0, reviewed: 0, unverified: 0, suspect: 0 }
  const differences: Difference[] = []
  const repairs: PlacedRepair[] = []
  for (const report of reports) {
    checks.ok += report.checks_ok
    checks.rounding += report.checks_rounding
    checks.repaired += report.checks_repaired
    checks.mismatch += report.checks_mismatch
    checks.incomplete += report.checks_incomplete
    for (const { status, count } of countFacts(database, report.report_id)) amounts[status]! += count
    const changes = readRepairs(database, report.report_id)
    // most reports hold: of those nothing more is told, and their figures need not be read
    if (report.checks_mismatch + changes.length === 0) continue
    const facts = new Map(readFacts(database, report.report_id).map((fact) => [fact.fact_id, fact]))
    for (const check of readChecks(database, report.report_id)) {
      if (check.verdict !== 'mismatch') continue
      differences.push({ ...check, page: facts.get(check.fact_id ?? '')?.page ?? report.first_page })
    }
    for (const repair of changes) {
      const { document, page, label, period_end } = facts.get(repair.fact_id)!
      repairs.push({ ...repair, document, page, label, period_end })
    }
  }
  differences.sort((one, other) => sizeOf(other) - sizeOf(one))
  const lost = lostDecisions(database, (sha256) => contents === undefined || contents.has(sha256))
  return { documents, reports, checks, differences, repairs, decisions_not_found: lost, amounts }
}

/** Whether everything was read, reconciles, and nothing waits for a person. */
export function isAllWell({ documents, reports, repairs, decisions_not_found: lost }: Summary): boolean {
  return (
    documents.every(({ state }) => state === 'done' || state === 'duplicate') &&
    reports.every(({ outcome }) => outcome === 'reconciled') &&
    repairs.every(({ decision }) => decision !== 'proposed') &&
    lost.length === 0
  )
}

/** A difference in kronor, so that tables in kr and tkr compare; what is not money counts as it is. */
function sizeOf({ difference, unit }: Difference): number {
  const size = Math.abs(difference ?? 0)
  return toWholeKronor(Math.round(size), 0, unit) ?? size
}
