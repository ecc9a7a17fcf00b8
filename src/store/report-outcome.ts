import type { Check, Verdict } from '../model/check.js'
import type { Report } from '../model/report.js'

/** How many checks of a report came to each verdict. */
export type Tally = Readonly<Record<Verdict, number>>

/** How a report came out of reconciliation. */
export type ReportOutcome = 'reconciled' | 'differs' | 'incomplete' | 'failed'

/** Counts a report's checks by verdict. */
export function tallyChecks(checks: readonly Check[]): Tally {
  const tally = { ok: 0, rounding: 0, repaired: 0, mismatch: 0, incomplete: 0 }
  for (const check of checks) tally[check.verdict]++
  return tally
}

/** A report is reconciled when checks were made and all hold, or when it prints no amounts that could be checked. */
export function outcomeOf(report: Report, tally: Tally): ReportOutcome {
  if (tally.mismatch > 0) return 'differs'
  if (tally.incomplete > 0) return 'incomplete'
  if (tally.ok + tally.rounding + tally.repaired > 0) return 'reconciled'
  const printsAmounts = report.tables.some((table) => table.rows.some((row) => row.cells.some((cell) => cell !== null)))
  return printsAmounts || report.kind !== 'appendix' ? 'incomplete' : 'reconciled'
}
