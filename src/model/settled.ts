import type { CellRef, Check, Repair, Status } from './check.js'
import type { Report } from './report.js'

/** A report with the id that its checks and facts refer to. */
export interface IdentifiedReport {
  readonly id: string
  readonly report: Report
}

/** Whose a report says it is, or a person said of it. */
export interface ReportIdentity {
  readonly id: string
  readonly organisation: string | null
  readonly orgNumber: string | null
}

/** Reports that are one organisation's, under its one canonical name. */
export interface OrganisationGroup {
  readonly name: string | null
  readonly orgNumber: string | null
  readonly reportIds: readonly string[]
}

/** What the checks say of one amount: its status, and how many independent checks confirm it. */
export interface Judgement {
  readonly status: Status
  readonly confirmations: number
}

/** The least and the greatest value that one amount in doubt may have on paper, in its printed unit. */
export interface Bound {
  readonly cell: CellRef
  readonly low: number
  readonly high: number
}

/**
 * A figure that a person should look at, and why: the figure of its broken checks which by one other value would settle
 * most of them, or one that is in doubt by itself.
 */
export interface Doubt {
  readonly cell: CellRef
  /** The value that would settle the checks, in printed units; null where none are broken. */
  readonly wanted: number | null
  /** Indexes into the report's checks. */
  readonly checks: readonly number[]
  /** The largest gap of the checks, in whole kronor; in printed units for what is not money. */
  readonly gap: number
}

/** A report after reconciliation: repairs are applied to its values, what was read is untouched. */
export interface SettledReport {
  readonly id: string
  readonly report: Report
  readonly checks: readonly Check[]
  readonly repairs: readonly Repair[]
  /** By table, row and column. */
  readonly judgements: readonly (readonly (readonly Judgement[])[])[]
  /** Of amounts in doubt, where all explanations that come near agree on an interval. */
  readonly bounds?: readonly Bound[]
  /** What waits for a person. */
  readonly doubts?: readonly Doubt[]
}
