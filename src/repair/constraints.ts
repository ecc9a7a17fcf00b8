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
  /** The other amounts of its row, by column, and the note that the row points to. */
  beside: readonly { readonly column: number; readonly value: number }[]
  noteRef: string | null
}

/**
 * An identity as arithmetic sees it, in steps of its finest figure: `residual` is what is open, each amount moves it by
 * its factor.
 */
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

/** Every amount of some reports, by key. */
export function variablesOf(reports: readonly TriedReport[]): Map<string, Variable> {
  const all = reports.flatMap(({ id, report }) =>
    report.tables.flatMap(({ rows }, table) =>
      rows.flatMap(({ cells, noteRef }, row) =>
        cells.flatMap((amount, column): Variable[] => {
          if (!amount) return []
          const cell = { table, row, column }
          const beside = cells.flatMap((one, index) =>
            one && one.value !== 0 && index !== column ? [{ column: index, value: one.value }] : [],
          )
          return [{ key: keyOf(id, cell), id, cell, amount, beside, noteRef }]
        }),
      ),
    ),
  )
  return new Map(all.map((variable) => [variable.key, variable]))
}

/** The identities of some reports over their amounts, in steps of the finest. Those in mixed units are left out. */
export function constraintsOf(reports: readonly TriedReport[], variables: ReadonlyMap<string, Variable>): Constraint[] {
  return reports.flatMap(({ id, checks }) => {
    const isSignOpen = openSigns(checks)
    return checks.flatMap((check): Constraint[] => {
      if (!TELLING.has(check.rule) || check.difference === null) return []
      const members: [key: string, factor: number][] = [
        ...(check.subjectCell ? [[keyOf(id, check.subjectCell), 1] as [string, number]] : []),
        ...check.terms.map(({ cell, sign }): [string, number] => [keyOf(id, cell), -sign]),
        ...(check.other ? [[keyOf(check.other.reportId, check.other.cell), 1] as [string, number]] : []),
      ]
      if (check.rule === 'note_to_statement' && isSignOpen(check)) return []
      if (check.verdict === 'mismatch' && members.some(([key]) => isOwnFault(variables.get(key)))) return []
      const known = members.flatMap(([key, sign]) => {
        const variable = variables.get(key)
        return variable ? [{ key, sign, amount: variable.amount }] : []
      })
      const finest = Math.max(0, ...known.map(({ amount }) => amount.decimals))
      const factors = new Map<string, number>()
      let residual = 0
      for (const { key, sign, amount } of known) {
        const factor = sign * 10 ** (finest - amount.decimals)
        residual += factor * amount.value
        factors.set(key, (factors.get(key) ?? 0) + factor)
      }
      const tolerance = Math.round(check.tolerance * 10 ** finest * 1e3) / 1e3
      const isInOneUnit = residual === Math.round(check.difference * 10 ** finest)
      return isInOneUnit ? [{ check, residual, tolerance, factors }] : []
    })
  })
}

/** Whether a line meets its note as it stands in one column and with its sign turned in another: then some sign is misread. */
function openSigns(checks: readonly Check[]): (check: Check) => boolean {
  const rowOf = ({ subjectCell: cell }: Check) => `${cell?.table}/${cell?.row}`
  const isTurned = ({ expected, actual }: Check) => expected !== 0 && actual !== null && expected === -actual
  const rows = new Set(checks.filter((check) => check.rule === 'note_to_statement' && isTurned(check)).map(rowOf))
  return (check) => rows.has(rowOf(check)) && (isTurned(check) || check.difference === 0)
}

/** A figure that a person found printed so: what it breaks is the document's own fault, and tells of no misreading. */
function isOwnFault(variable: Variable | undefined): boolean {
  return variable?.amount.reviewed === 'printed so'
}

/** Whether an identity is broken beyond rounding. */
export function isBroken(constraint: Constraint): boolean {
  return Math.abs(constraint.residual) > constraint.tolerance
}

/** Names one amount among all reports. */
export function keyOf(id: string, { table, row, column }: CellRef): string {
  return `${id}/${table}/${row}/${column}`
}
