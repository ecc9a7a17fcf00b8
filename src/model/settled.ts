import type { CellRef, Check, Repair, Status } from './check.js'
import type { Report } from './report.js'

/** A report with the id that its checks and facts refer to. */
export interface IdentifiedReport {
  readonly id: string
  readonly report: Report
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
}
