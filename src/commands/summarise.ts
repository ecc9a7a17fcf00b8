import type { Database } from 'better-sqlite3'
import type { Verdict } from '../model/check.js'
import type { DocumentRow, ReportRow } from '../store/read-views.js'
import {
  countStatuses,
  countVerdicts,
  type Difference,
  differenceRows,
  documentRows,
  type PlacedRepair,
  type Rows,
  repairRows,
  reportRows,
} from '../store/summary-rows.js'
import { type LostDecision, lostDecisions } from './lost-decision.js'

/** What a run or a check came to, for the documents that it was asked about; its rows are read when they are told. */
export interface Summary {
  readonly documents: Rows<DocumentRow>
  readonly reports: Rows<ReportRow>
  readonly checks: Readonly<Record<Verdict, number>>
  /** Mismatches, the largest in kronor first. */
  readonly differences: Rows<Difference>
  readonly repairs: Rows<PlacedRepair>
  readonly decisions_not_found: readonly LostDecision[]
  readonly amounts: Readonly<Record<string, number>>
}

/** Gathers what the views say of the contents. */
export function summarise(database: Database, contents: ReadonlySet<string>): Summary {
  const amounts: Record<string, number> = { verified: 0, repaired: 0, reviewed: 0, unverified: 0, suspect: 0 }
  for (const { status, count } of countStatuses(database, contents)) amounts[status] = count
  return {
    documents: documentRows(database, contents),
    reports: reportRows(database, contents),
    checks: countVerdicts(database, contents),
    differences: differenceRows(database, contents),
    repairs: repairRows(database, contents),
    decisions_not_found: lostDecisions(database, (sha256) => contents.has(sha256)),
    amounts,
  }
}

/** Whether everything was read, reconciles, and nothing waits for a person. */
export function isAllWell({ documents, reports, repairs, decisions_not_found: lost }: Summary): boolean {
  for (const { state } of documents) if (state !== 'done' && state !== 'duplicate') return false
  for (const { outcome } of reports) if (outcome !== 'reconciled') return false
  for (const { decision } of repairs) if (decision === 'proposed') return false
  return lost.length === 0
}

/** The first few of the rows that are wanted, and how many there are of them. */
export interface FirstRows<Row> {
  readonly first: readonly Row[]
  readonly count: number
}

/** Goes through rows, and holds the first few of those that are wanted. */
export function firstRows<Row>(
  rows: Iterable<Row>,
  most: number,
  isWanted: (row: Row) => boolean = () => true,
): FirstRows<Row> {
  const first: Row[] = []
  let count = 0
  for (const row of rows) {
    if (!isWanted(row)) continue
    count++
    if (first.length < most) first.push(row)
  }
  return { first, count }
}
