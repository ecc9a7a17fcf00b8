import { kronorPerUnit } from '../arithmetic/interval.js'
import { slipBetween } from '../arithmetic/misreadings.js'
import type { CellRef, Check, Repair } from '../model/check.js'
import type { Report } from '../model/report.js'
import type { Doubt, Judgement } from '../model/settled.js'
import { type Printed, printedAt } from './printed.js'

/** What a report came to, as far as it tells what a person should look at. */
interface Outcome {
  readonly report: Report
  readonly checks: readonly Check[]
  readonly repairs: readonly Repair[]
  readonly judgements: readonly (readonly (readonly Judgement[])[])[]
}

/** A figure, the value by which it would settle some checks, and which. */
interface Lead {
  readonly at: Printed
  readonly wanted: number
  readonly checks: number[]
}

/**
 * What a person should look at in a report: for its broken checks the fewest figures that by one other value each would
 * settle them all, the one that settles most first; and then what is in doubt by itself.
 */
export function findDoubts(outcome: Outcome): Doubt[] {
  const { checks, report } = outcome
  const left = new Set(checks.flatMap((check, index) => (waits(report, check) ? [index] : [])))
  const leads = leadsOf(outcome, left)
  const doubts: Doubt[] = []
  while (left.size > 0) {
    const ranked = leads
      .map((lead) => ({ lead, rank: rankOf(lead, outcome, left) }))
      .filter(({ rank }) => rank[0]! < 0)
      .sort((a, b) => compare(a.rank, b.rank))
    const best = ranked[0]?.lead
    if (best === undefined) break
    const settled = best.checks.filter((index) => left.has(index))
    for (const index of settled) left.delete(index)
    const gap = Math.max(...settled.map((index) => gapOf(checks[index]!)))
    doubts.push({ cell: best.at.cell, wanted: best.wanted, checks: settled, gap })
  }
  return [...doubts, ...suspectsBeside(outcome, doubts)]
}

/** Whether a broken check is not yet known to be the document's own fault. */
function waits(report: Report, check: Check): boolean {
  if (check.verdict !== 'mismatch' || check.difference === null) return false
  const figures = cellsOf(check).flatMap(({ cell }) => printedAt(report, cell) ?? [])
  const isOwn = figures.some(({ amount }) => amount.reviewed === 'printed so')
  return !isOwn && figures.some(({ amount }) => !amount.reviewed)
}

function leadsOf({ report, checks }: Outcome, broken: ReadonlySet<number>): Lead[] {
  const leads = new Map<string, Lead>()
  for (const index of broken) {
    const check = checks[index]!
    for (const { cell, factor } of cellsOf(check)) {
      const at = printedAt(report, cell)
      if (!at || at.amount.reviewed) continue
      const wanted =
        at.unit === check.unit
          ? Math.round(at.amount.value + factor * check.difference! * 10 ** at.amount.decimals)
          : Number.NaN
      const key = [cell.table, cell.row, cell.column, wanted].join()
      const lead = leads.get(key)
      if (lead) lead.checks.push(index)
      else leads.set(key, { at, wanted, checks: [index] })
    }
  }
  return [...leads.values()]
}

/** Smaller for what settles more, is offered, is another reading, is a likely slip, stands in doubt already. */
function rankOf(lead: Lead, { repairs, judgements }: Outcome, left: ReadonlySet<number>): number[] {
  const { at, wanted, checks } = lead
  const { table, row, column } = at.cell
  const { amount } = at
  const isOffered = repairs.some(({ cell, after }) => isSameCell(cell, at.cell) && after === wanted)
  const isRead = amount.second === wanted || amount.alternatives.includes(wanted)
  const status = judgements[table]?.[row]?.[column]?.status
  return [
    -checks.filter((index) => left.has(index)).length,
    isOffered ? 0 : 1,
    isRead ? 0 : 1,
    slipBetween(wanted, amount.value)?.cost ?? 9,
    status === 'suspect' ? 0 : status === 'unverified' ? 1 : 2,
    table,
    row,
    column,
  ]
}

/** What is suspect and stands in no check that waits already. */
function suspectsBeside({ report, checks, judgements }: Outcome, doubts: readonly Doubt[]): Doubt[] {
  const met = new Set(doubts.flatMap((doubt) => doubt.checks).flatMap((index) => cellsOf(checks[index]!).map(keyOf)))
  return judgements.flatMap((rows, table) =>
    rows.flatMap((cells, row) =>
      cells.flatMap(({ status }, column) => {
        const cell = { table, row, column }
        const isAlone = status === 'suspect' && !met.has(keyOf({ cell })) && printedAt(report, cell) !== undefined
        return isAlone ? [{ cell, wanted: null, checks: [], gap: 0 }] : []
      }),
    ),
  )
}

function gapOf({ difference, unit }: Check): number {
  return Math.round(Math.abs(difference ?? 0) * (kronorPerUnit(unit) ?? 1))
}

/** The figures of a check, each with the way its value must go to close the gap. */
function cellsOf({ subjectCell, terms }: Check): { cell: CellRef; factor: number }[] {
  return [
    ...(subjectCell ? [{ cell: subjectCell, factor: -1 }] : []),
    ...terms.map(({ cell, sign }) => ({ cell, factor: sign })),
  ]
}

function keyOf({ cell: { table, row, column } }: { readonly cell: CellRef }): string {
  return `${table}/${row}/${column}`
}

function isSameCell(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}
