import type { CellRef, Check } from '../model/check.js'
import type { Amount, Report } from '../model/report.js'

/** A report whose identities were tried. */
export type TriedReport = { id: string; report: Report; checks: readonly Check[] }

/** One amount of one report, by a key that names both. */
export type Variable = {
  key: string
  id: string
  cell: CellRef
  amount: Amount
  /** The other amounts of its row. */
  neighbours: readonly number[]
}

/** An identity as arithmetic sees it: `residual` is what is open, each amount moves it by its factor. */
export type Constraint = {
  check: Check
  residual: number
  tolerance: number
  /** Factors by the key of the amount. */
  factors: ReadonlyMap<string, number>
}

/** Rules whose breach tells of a misread figure; the others are about law, habit or wording. */
const TELLING = new Set<Check['rule']>([
  'statement_sum',
  'balance',
  'result_in_equity',
  'opening_equity',
  'note_sum',
  'note_to_statement',
  'cash_flow',
  'cash_to_balance',
  'cross_year',
  'variance',
])

/** The identities of some reports over their amounts. Those in mixed units or with a decimal are left out. */
export function constraintsOf(reports: readonly TriedReport[]): {
  constraints: Constraint[]
  variables: Map<string, Variable>
} {
  const variables = new Map<string, Variable>()
  const constraints = reports.flatMap((one) =>
    one.checks.flatMap((check): Constraint[] => {
      if (!TELLING.has(check.rule) || check.difference === null) return []
      const members = [
        ...(check.subjectCell ? [{ id: one.id, cell: check.subjectCell, factor: 1 }] : []),
        ...check.terms.map(({ cell, sign }) => ({ id: one.id, cell, factor: -sign })),
        ...(check.other ? [{ id: check.other.reportId, cell: check.other.cell, factor: 1 }] : []),
      ]
      const found = members.flatMap(({ id, cell, factor }) => {
        const amount = amountAt(reports, id, cell)
        const neighbours = neighboursOf(reports, id, cell)
        return amount ? [{ variable: { key: keyOf(id, cell), id, cell, amount, neighbours }, factor }] : []
      })
      const residual = found.reduce((sum, { variable, factor }) => sum + factor * variable.amount.value, 0)
      if (residual !== check.difference) return []
      for (const { variable } of found) variables.set(variable.key, variable)
      const factors = new Map<string, number>()
      for (const { variable, factor } of found) factors.set(variable.key, (factors.get(variable.key) ?? 0) + factor)
      return [{ check, residual, tolerance: check.tolerance, factors }]
    }),
  )
  return { constraints, variables }
}

/** Whether an identity is broken beyond rounding. */
export function isBroken(constraint: Constraint): boolean {
  return Math.abs(constraint.residual) > constraint.tolerance
}

/** Names one amount among all reports. */
export function keyOf(id: string, { table, row, column }: CellRef): string {
  return `${id}/${table}/${row}/${column}`
}

function amountAt(reports: readonly TriedReport[], id: string, cell: CellRef): Amount | undefined {
  const report = reports.find((one) => one.id === id)?.report
  return report?.tables[cell.table]?.rows[cell.row]?.cells[cell.column] ?? undefined
}

function neighboursOf(reports: readonly TriedReport[], id: string, { table, row, column }: CellRef): number[] {
  const cells = reports.find((one) => one.id === id)?.report.tables[table]?.rows[row]?.cells ?? []
  return cells.flatMap((cell, index) => (cell && cell.value !== 0 && index !== column ? [cell.value] : []))
}
