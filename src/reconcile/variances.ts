import { differenceOf } from '../arithmetic/interval.js'
import type { Check, Term } from '../model/check.js'
import type { Report, Table } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import { nameOf, printedAt, printedNumber, roundingOf } from './printed.js'

/** Budget less outcome, or outcome less budget as the table does, against the printed variance of each row. */
export function checkVariances(report: Report): Check[] {
  return report.tables.flatMap((table, index) => checkTable(report, table, index))
}

type Line = { row: number; variance: number; budget: number; actual: number; rounding: number }

function checkTable(report: Report, table: Table, index: number): Check[] {
  const variance = table.columns.findIndex((column) => column.scenario === 'variance' && column.unit !== '%')
  if (variance < 0) return []
  const date = table.columns[variance]!.periodEnd
  const budget = table.columns.findIndex((column) => column.scenario === 'budget' && column.periodEnd === date)
  const actual = table.columns.findIndex((column) => column.scenario === 'actual' && column.periodEnd === date)
  if (budget < 0 || actual < 0) return []
  const lines = table.rows.flatMap((row, at): Line[] => {
    const [v, b, a] = [row.cells[variance], row.cells[budget], row.cells[actual]]
    if (!v || (!b && !a) || row.unit === '%') return []
    // Neither budgeted nor compared: a balance that is printed for information.
    if (v.value === 0 && (b?.value ?? 0) === 0 && a?.value !== 0) return []
    const rounding = roundingOf([v, b, a].flatMap((amount) => (amount ? [{ amount }] : [])))
    const [budgeted, spent] = [b ? printedNumber(b) : 0, a ? printedNumber(a) : 0]
    return [{ row: at, variance: printedNumber(v), budget: budgeted, actual: spent, rounding }]
  })
  const sign = direction(lines)
  if (sign === undefined) return []
  return lines.flatMap((line) => {
    const at = printedAt(report, { table: index, row: line.row, column: variance })!
    const computed = sign * differenceOf(line.budget, line.actual)
    const parts = [
      { column: budget, sign },
      { column: actual, sign: -sign as 1 | -1 },
    ].filter(({ column }) => at.row.cells[column])
    const terms: Term[] = parts.map(({ column, sign: part }) => ({
      cell: { table: index, row: line.row, column },
      sign: part,
    }))
    const name = nameOf(at.row, table)
    const said = `budget ${money(line.budget, at.unit)} and outcome ${money(line.actual, at.unit)}`
    if (parts.length < 2 && line.variance !== computed) return []
    return [
      makeCheck({
        rule: 'variance',
        subject: name,
        at,
        expected: line.variance,
        actual: computed,
        tolerance: line.rounding,
        terms,
        holds: `${name}: ${said} leave the printed ${money(line.variance, at.unit)}.`,
        fails: (difference) =>
          `${name}: ${said} leave ${money(computed, at.unit)}, printed is ${money(line.variance, at.unit)}: ${money(Math.abs(difference), at.unit)} apart.`,
      }),
    ]
  })
}

/** Which way the table takes its differences: what most rows show; undefined if the columns are no such table. */
function direction(lines: readonly Line[]): 1 | -1 | undefined {
  const telling = lines.filter((line) => line.budget !== line.actual)
  const hits = (sign: 1 | -1) =>
    telling.filter((line) => Math.abs(differenceOf(line.variance, sign * (line.budget - line.actual))) <= line.rounding)
      .length
  const [forward, backward] = [hits(1), hits(-1)]
  if (Math.max(forward, backward) * 2 < telling.length || forward === backward) return undefined
  return forward >= backward ? 1 : -1
}
