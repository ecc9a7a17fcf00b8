import type { CellRef, Check } from '../model/check.js'
import type { Report } from '../model/report.js'
import { keyOfRow } from './printed.js'

/**
 * Rows that enter their sum with a sign which the columns do not agree on: with another in another column, or printed
 * with another where the sum is broken. How a row enters its sum is told by what closes, so that it closes in one column
 * does not show that the sign there was read rightly.
 */
export function turnedRows(report: Report, checks: readonly Check[]): (cell: CellRef) => boolean {
  const uses = new Map<string, Use[]>()
  for (const { subjectCell: sum, terms, verdict, rule } of checks) {
    if (!sum || terms.length < 2 || rule === 'variance') continue
    for (const { cell, sign } of terms) {
      const value = report.tables[cell.table]?.rows[cell.row]?.cells[cell.column]?.value ?? 0
      if (value === 0 || cell.table !== sum.table) continue
      const key = `${sum.table}/${sum.row}/${cell.row}`
      const use = { row: keyOfRow(cell), sign, printed: Math.sign(value), broken: verdict === 'mismatch' }
      uses.set(key, [...(uses.get(key) ?? []), use])
    }
  }
  const turned = new Set([...uses.values()].filter(disagree).map(([first]) => first!.row))
  return (cell) => turned.has(keyOfRow(cell))
}

/**
 * Sums of a statement that would close as well with the other sign: made with a minus before their first row, and taken
 * off in the next sum, as a net cost is. Turned about in both they are a net income with its minus lost.
 */
export function mirroredRows(checks: readonly Check[]): (cell: CellRef) => boolean {
  const backwards = new Set<string>()
  const takenOff = new Set<string>()
  for (const { subjectCell, terms, rule } of checks) {
    if (!subjectCell || terms.length < 2 || rule === 'variance') continue
    if (terms[0]!.sign < 0 && terms.some(({ sign }) => sign > 0)) backwards.add(keyOfRow(subjectCell))
    for (const { cell, sign } of terms) if (sign < 0) takenOff.add(keyOfRow(cell))
  }
  return (cell) => backwards.has(keyOfRow(cell)) && takenOff.has(keyOfRow(cell))
}

type Use = { row: string; sign: 1 | -1; printed: number; broken: boolean }

function disagree(uses: readonly Use[]): boolean {
  const differ = (values: readonly number[]) => new Set(values).size > 1
  const isAnyBroken = uses.some(({ broken }) => broken)
  return differ(uses.map(({ sign }) => sign)) || (isAnyBroken && differ(uses.map(({ printed }) => printed)))
}
