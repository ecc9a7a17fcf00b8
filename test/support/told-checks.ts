import type { Check } from '../../src/model/check.js'
import type { Report } from '../../src/model/report.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { withSums } from './with-sums.js'

/** The checks of one rule as `subject period expected/actual verdict`. */
export function toldChecks(of: Report, rule: Check['rule']): string[] {
  return reconcileReport(withSums(of))
    .filter((check) => check.rule === rule)
    .map(
      ({ subject, periodEnd, expected, actual, verdict }) => `${subject} ${periodEnd} ${expected}/${actual} ${verdict}`,
    )
}
