import type { CellRef, Check } from '../../src/model/check.js'
import type { SettledReport } from '../../src/model/settled.js'
import type { Injury } from './injure.js'

/** What was done to one report. */
export type HurtReport = { id: string; injuries: readonly Injury[] }

/** An identity of the truth that faults break, and whose report it belongs to. */
export type Breach = { report: string; check: Check }

/** The identities of the truth that the faults, all together, break beyond rounding, and in which this one takes part. */
export function breachesOf(
  injury: Injury,
  id: string,
  clean: readonly SettledReport[],
  hurt: readonly HurtReport[],
): Breach[] {
  const moved = (report: string, cell: CellRef): number => {
    const cells = hurt.find((one) => one.id === report)?.injuries.flatMap((one) => one.cells) ?? []
    const hit = cells.find((one) => isSame(one.cell, cell))
    return hit ? hit.after - hit.before : 0
  }
  const now = (report: SettledReport, cell: CellRef) =>
    (report.report.tables[cell.table]?.rows[cell.row]?.cells[cell.column]?.value ?? 0) + moved(report.id, cell)
  const touches = (report: string, check: Check) =>
    injury.cells.some(
      ({ cell }) =>
        (report === id && cellsOf(check).some((one) => isSame(one, cell))) ||
        (check.other?.reportId === id && isSame(check.other.cell, cell)),
    )
  return clean.flatMap((report) =>
    report.checks.flatMap((check) => {
      if (check.difference === null || !check.confirms || !touches(report.id, check)) return []
      const { subjectCell, terms, other } = check
      const [part, whole] = terms.map(({ cell }) => now(report, cell))
      if (check.rule === 'key_figure' && terms.length === 2 && subjectCell) {
        const share = (100 * part!) / whole!
        const printed = check.expected! + moved(report.id, subjectCell) * check.tolerance
        return Math.abs(printed - share) > 1.5 * check.tolerance ? [{ report: report.id, check }] : []
      }
      const change =
        (subjectCell ? moved(report.id, subjectCell) : 0) +
        (other ? moved(other.reportId, other.cell) : 0) -
        terms.reduce((sum, { cell, sign }) => sum + sign * moved(report.id, cell), 0)
      return change !== 0 && Math.abs(check.difference + change) > check.tolerance ? [{ report: report.id, check }] : []
    }),
  )
}

/** What became of a broken identity once the figures were read with their faults: its verdict, or that it was not found. */
export function outcomeOf({ report, check }: Breach, settled: readonly SettledReport[]): string {
  const same = settled
    .find(({ id }) => id === report)
    ?.checks.find(
      (one) => one.rule === check.rule && cellsOf(one).map(keyOf).join() === cellsOf(check).map(keyOf).join(),
    )
  return `${check.rule} of ${check.subject} (${check.terms.length}) ${same ? `says ${same.verdict}` : 'is not found'}`
}

function cellsOf({ subjectCell, terms }: Check): CellRef[] {
  return [...(subjectCell ? [subjectCell] : []), ...terms.map(({ cell }) => cell)]
}

function keyOf({ table, row, column }: CellRef): string {
  return `${table}/${row}/${column}`
}

function isSame(a: CellRef, b: CellRef): boolean {
  return keyOf(a) === keyOf(b)
}
