import { type CellRef, type Check, cellsOf, type Repair } from './model/check.js'
import type { Amount, Report } from './model/report.js'
import type { IdentifiedReport, Judgement, SettledReport } from './model/settled.js'
import { findDoubts } from './reconcile/find-doubts.js'
import { judge } from './reconcile/judge.js'
import { reconcileReport } from './reconcile/reconcile-report.js'
import { checkYears } from './reconcile/years.js'
import type { SolveProgram } from './repair/binary-program.js'
import type { FoundBound } from './repair/bounds.js'
import { type FoundRepair, findRepairs } from './repair/find-repairs.js'

/** How often repairs may lead to further repairs. */
const ROUNDS = 3

/**
 * Reconciles all reports of one organisation with themselves and with each other, mends what leaves one explanation, and
 * reconciles again. The order of the reports does not matter.
 */
export function settleOrganisation(reports: readonly IdentifiedReport[], solve: SolveProgram): SettledReport[] {
  const start = reports.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const settled = mend(start, solve)
  const judgements = judgeProven(start, settled)
  return reports.map(({ id }) => {
    const index = settled.reports.findIndex((one) => one.id === id)
    const checks = settled.checks[index]!
    const own = [...settled.made, ...settled.offered].filter(({ reportId }) => reportId === id)
    const outcome = {
      report: settled.reports[index]!.report,
      checks: checks.map((check) => asRepaired(check, own)),
      repairs: own.map((repair) => toRepair(repair, checks)),
      judgements: judgements[index]!,
    }
    return {
      id,
      ...outcome,
      doubts: findDoubts(outcome),
      bounds: settled.bounds.flatMap(({ reportId, cell, low, high }) => (reportId === id ? [{ cell, low, high }] : [])),
    }
  })
}

/** The status of every amount by what is proven: what is no more than likely stays in doubt, and bears out no other. */
function judgeProven(start: readonly IdentifiedReport[], { reports, checks, made }: Settled): Judgement[][][][] {
  const proven = made.filter(({ isProven }) => isProven)
  const isAll = proven.length === made.length
  const known = isAll ? reports : start.map((one) => ({ ...one, report: apply(one, proven) }))
  const tried = isAll ? checks : reconcileAll(known)
  const judged = judge(
    known.map((one, index) => {
      const repaired = proven.filter(({ reportId }) => reportId === one.id).map(({ cell }) => cell)
      return { ...one, checks: tried[index]!, repaired }
    }),
  )
  for (const { reportId, cell } of isAll ? [] : made.filter(({ isProven }) => !isProven)) {
    const row = judged[known.findIndex(({ id }) => id === reportId)]![cell.table]![cell.row]!
    row[cell.column] = { ...row[cell.column]!, status: 'suspect' }
  }
  return judged
}

type Settled = {
  reports: IdentifiedReport[]
  checks: Check[][]
  made: FoundRepair[]
  offered: FoundRepair[]
  bounds: FoundBound[]
}

function mend(start: readonly IdentifiedReport[], solve: SolveProgram): Settled {
  let state: Settled = { reports: [...start], checks: reconcileAll(start), made: [], offered: [], bounds: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const tried = state.reports.map((one, index) => ({ ...one, checks: state.checks[index]! }))
    const isGuessed = state.made.some(({ isProven }) => !isProven)
    const { repairs: found, bounds } = findRepairs(tried, solve)
    const repairs = found.map((one) => ({ ...one, isProven: one.isProven && !isGuessed }))
    const fresh = repairs.filter(
      ({ decision, reportId, cell }) =>
        decision === 'auto' && !state.made.some((made) => made.reportId === reportId && isSameCell(made.cell, cell)),
    )
    const offered = repairs.filter(({ decision }) => decision === 'proposed')
    if (fresh.length === 0) return { ...state, offered, bounds }
    const reports = state.reports.map((one) => ({ ...one, report: apply(one, fresh) }))
    const checks = reconcileAll(reports)
    if (countBroken(checks) >= countBroken(state.checks)) {
      return {
        ...state,
        offered: [...fresh.map((repair) => ({ ...repair, decision: 'proposed' as const })), ...offered],
        bounds: bounds.filter(
          (bound) => !fresh.some((one) => one.reportId === bound.reportId && isSameCell(one.cell, bound.cell)),
        ),
      }
    }
    state = { reports, checks, made: [...state.made, ...fresh], offered, bounds }
  }
  return state
}

function countBroken(checks: readonly Check[][]): number {
  return checks.flat().filter(({ verdict }) => verdict === 'mismatch').length
}

function reconcileAll(reports: readonly IdentifiedReport[]): Check[][] {
  return reports.map((one) => [
    ...reconcileReport(one.report),
    ...reports.flatMap((earlier) => (earlier.id === one.id ? [] : checkYears(earlier, one))),
  ])
}

function apply({ id, report }: IdentifiedReport, repairs: readonly FoundRepair[]): Report {
  const own = repairs.filter(({ reportId }) => reportId === id)
  if (own.length === 0) return report
  const changed = (amount: Amount | null, cell: CellRef) => {
    const repair = own.find((one) => isSameCell(one.cell, cell))
    return amount && repair ? { ...amount, value: repair.after } : amount
  }
  const tables = report.tables.map((table, tableIndex) => ({
    ...table,
    rows: table.rows.map((row, rowIndex) => ({
      ...row,
      cells: row.cells.map((amount, column) => changed(amount, { table: tableIndex, row: rowIndex, column })),
    })),
  }))
  return { ...report, tables }
}

/** A check that holds to the unit because a digit was repaired says so; where another reading was chosen it is `ok`. */
function asRepaired(check: Check, repairs: readonly FoundRepair[]): Check {
  const made = repairs.find(
    (repair) =>
      repair.decision === 'auto' && !repair.isReading && cellsOf(check).some((cell) => isSameCell(cell, repair.cell)),
  )
  if (!made || check.verdict !== 'ok') return check
  return {
    ...check,
    verdict: 'repaired',
    explanation: `${check.explanation} It holds with ${made.before} read as ${made.after} (${made.fault}).`,
  }
}

function toRepair(found: FoundRepair, checks: readonly Check[]): Repair {
  const wanted: Check['verdict'] = found.decision === 'auto' ? 'ok' : 'mismatch'
  const evidence = checks.flatMap((check, index) =>
    check.verdict === wanted && cellsOf(check).some((cell) => isSameCell(cell, found.cell)) ? [index] : [],
  )
  const { cell, before, after, fault, cost, margin, decision } = found
  return { cell, before, after, fault, evidence, cost, margin, decision }
}

function isSameCell(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}
