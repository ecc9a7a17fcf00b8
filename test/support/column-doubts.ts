import type { Column, Report, Table } from '../../src/model/report.js'
import { doubtColumns } from '../../src/reconcile/doubtful-columns.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { type RowSketch, report } from './build-report.js'
import { withSums } from './with-sums.js'

/** Costs of two years that add up. */
export const COSTS: readonly (readonly [string, number, number])[] = [
  ['Lokalhyra', 812_450, 790_120],
  ['Löner', 1_250_300, 1_198_750],
  ['Övrigt', 61_222, 48_301],
  ['Summa', 2_123_972, 2_037_171],
]

/** Doubts of the columns of the second table, as settled after all sums hold. */
export function doubts(tables: readonly Table[], more: Partial<Report> = {}): (string | undefined)[] {
  const whole = withSums(report(tables, more))
  const doubt = doubtColumns(whole, reconcileReport(whole))
  return whole.tables.at(-1)!.columns.map((_, column) => doubt(whole.tables.length - 1, column))
}

/** Columns of outcomes, one for each date. */
export const dated = (...dates: (string | null)[]): Column[] =>
  dates.map((periodEnd) => ({ label: null, periodEnd, scenario: 'actual', unit: null }))

/** The costs, each year so many times as large. */
export const scaled = (factors: readonly [number, number]): RowSketch[] =>
  COSTS.map(([label, ...values]) => [label, ...values.map((value, at) => Math.trunc(value * factors[at]!))])
