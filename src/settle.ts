import type { Check, Repair } from './model/check.js'
import type { Report } from './model/report.js'
import { type Judgement, judge } from './reconcile/judge.js'
import { reconcileReport } from './reconcile/reconcile-report.js'
import { checkYears, type IdentifiedReport } from './reconcile/years.js'

/** A report whose figures are proven, mended or in doubt; `raw` of each amount is untouched. */
export type SettledReport = {
  id: string
  report: Report
  checks: Check[]
  repairs: Repair[]
  /** By [table][row][column] of the report. */
  judgements: Judgement[][][]
}

/** Reconciles all reports of one organisation with themselves and with each other; their order does not matter. */
export function settleOrganisation(reports: readonly IdentifiedReport[]): SettledReport[] {
  const checks = reconcileAll(reports)
  const judgements = judge(reports.map((one, index) => ({ ...one, checks: checks[index]!, repaired: [] })))
  return reports.map(({ id, report }, index) => ({
    id,
    report,
    checks: checks[index]!,
    repairs: [],
    judgements: judgements[index]!,
  }))
}

function reconcileAll(reports: readonly IdentifiedReport[]): Check[][] {
  const byId = reports.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return reports.map((one) => [
    ...reconcileReport(one.report),
    ...byId.flatMap((earlier) => (earlier.id === one.id ? [] : checkYears(earlier, one))),
  ])
}
