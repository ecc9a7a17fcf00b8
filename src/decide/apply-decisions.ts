import type { CellRef, Repair } from '../model/check.js'
import type { Decision, DecisionPlace, Ruling } from '../model/decision.js'
import type { Amount, Report, StatementKind } from '../model/report.js'
import { changeCells, changeTable } from './change-report.js'
import { type ColumnSwap, followSwaps, swapColumns } from './column-swaps.js'
import type { FigurePlace } from './figure-place.js'
import { findAnchor } from './find-anchor.js'
import { withRole } from './with-role.js'

/** The reports of one document as a person has settled them. */
export interface Decided {
  readonly reports: readonly Report[]
  /** Where each decision belongs, in the order of the log. */
  readonly places: readonly (DecisionPlace & { readonly report: number | null })[]
  /** Changes to figures that a person made, accepted or rejected, by the index of the report. */
  readonly repairs: readonly (Repair & { readonly report: number })[]
  /** Where a figure stood before any was moved. */
  readonly cameFrom: (place: FigurePlace) => FigurePlace
}

type FindConcept = (label: string, kind: StatementKind) => string | null

interface Found {
  readonly decision: Decision
  readonly ruling: Exclude<Ruling, { kind: 'undo' }>
  readonly place: { readonly report: number; readonly cell: CellRef | null }
}

/**
 * The reports of one document with what a person decided: each decision is found by its anchor in the reports as they
 * were parsed, and the last one about a thing holds. One whose anchor finds nothing is told, and changes nothing.
 */
export function applyDecisions(
  parsed: readonly Report[],
  decisions: readonly Decision[],
  findConcept: FindConcept,
): Decided {
  const log = decisions.toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
  const undone = new Set(log.flatMap(({ ruling }) => (ruling.kind === 'undo' ? [ruling.decision] : [])))
  const found = new Map(log.flatMap((decision) => (undone.has(decision.id) ? [] : locate(parsed, decision))))
  const last = new Map([...found.values()].map((one) => [subjectOf(one), one]))
  const holding = [...last.values()]
  let reports = parsed
  // moves come last: until then every figure stands where its anchor found it
  for (const one of holding) {
    reports = reports.map((report, index) => (index === one.place.report ? applyOne(report, one, findConcept) : report))
  }
  const swaps = swapsOf(holding)
  for (const swap of swaps) {
    reports = reports.map((report, index) => (index === swap.report ? swapColumns(report, swap) : report))
  }
  return {
    reports,
    places: log.map(({ id, ruling }) => {
      const one = found.get(id)
      const state = undone.has(id) || ruling.kind === 'undo' ? 'undone' : one === undefined ? 'not found' : 'applied'
      const isHeld = one === undefined || last.get(subjectOf(one)) === one
      const cell = one?.place.cell ?? null
      return {
        decision: id,
        state: isHeld ? state : 'superseded',
        reportId: null,
        report: one?.place.report ?? null,
        cell: cell && one ? followSwaps({ report: one.place.report, cell }, swaps).cell : null,
      }
    }),
    repairs: holding.flatMap((one) => repairsOf(one, parsed, swaps)),
    cameFrom: (place) => followSwaps(place, swaps.toReversed()),
  }
}

function locate(parsed: readonly Report[], decision: Decision): [string, Found][] {
  const { ruling } = decision
  if (ruling.kind === 'undo') return []
  if ('anchor' in ruling) {
    const place = findAnchor(parsed, ruling.anchor)
    return place ? [[decision.id, { decision, ruling, place }]] : []
  }
  const report = parsed.findIndex(({ firstPage, lastPage }) => firstPage <= ruling.page && ruling.page <= lastPage)
  return report < 0 ? [] : [[decision.id, { decision, ruling, place: { report, cell: null } }]]
}

/** What a decision is about: two with the same subject cannot both hold. */
function subjectOf({ decision, ruling, place: { report, cell } }: Found): string {
  const row = cell && [report, cell.table, cell.row]
  switch (ruling.kind) {
    case 'accept':
    case 'correct':
    case 'printed_so':
      return ['amount', row, cell?.column].join()
    // each begins where the one before it ended
    case 'move_column':
      return decision.id
    case 'set_column':
      return ['column', report, cell?.table, cell?.column].join()
    default:
      return [ruling.kind, row ?? report].join()
  }
}

function applyOne(report: Report, { ruling, place: { cell } }: Found, findConcept: FindConcept): Report {
  if (ruling.kind === 'set_organisation') {
    return { ...report, organisation: ruling.organisation, orgNumber: ruling.orgNumber ?? report.orgNumber }
  }
  if (ruling.kind === 'set_period') return { ...report, periodStart: ruling.periodStart, periodEnd: ruling.periodEnd }
  if (cell === null) return report
  switch (ruling.kind) {
    case 'relabel':
      return changeTable(report, cell.table, (table) => ({
        ...table,
        rows: table.rows.with(cell.row, {
          ...table.rows[cell.row]!,
          label: ruling.label,
          concept: findConcept(ruling.label, table.kind),
        }),
      }))
    case 'rerole':
      return changeTable(report, cell.table, (table) => withRole(table, cell.row, ruling.role))
    case 'set_column':
      return changeTable(report, cell.table, (table) => {
        const { periodEnd, scenario } = ruling
        return {
          ...table,
          columns: table.columns.with(cell.column, { ...table.columns[cell.column]!, periodEnd, scenario }),
        }
      })
    case 'move_column':
      return report
    default:
      return changeCells(report, cell, (cells) =>
        cells.with(cell.column, settledAmount(cells[cell.column] ?? missed(ruling), ruling)),
      )
  }
}

type AmountRuling = Extract<Ruling, { kind: 'accept' | 'correct' | 'printed_so' }>

/** What the reader doubted is settled: no other reading of it counts any more. */
function settledAmount(amount: Amount, { kind, amount: value, decimals }: AmountRuling): Amount {
  const reviewed = kind === 'printed_so' ? 'printed so' : 'settled'
  return { ...amount, value, decimals, alternatives: [], second: null, doubts: [], reviewed }
}

/** A figure that nobody read, as far as its place is known. */
function missed({ anchor: { page, box } }: AmountRuling): Amount {
  const unread = { raw: '', confidence: 0, alternatives: [], second: null, typed: false, doubts: [] }
  return { ...unread, value: 0, decimals: 0, page, box }
}

function repairsOf(
  one: Found,
  parsed: readonly Report[],
  swaps: readonly ColumnSwap[],
): (Repair & { report: number })[] {
  const { ruling, place, decision } = one
  if (place.cell === null || !('offers' in ruling)) return []
  const { table, row, column } = place.cell
  const read = parsed[place.report]!.tables[table]!.rows[row]!.cells[column]
  if (!read) return []
  const isNew = ruling.amount !== read.value && !ruling.offers.some(({ after }) => after === ruling.amount)
  const own = { before: read.value, after: ruling.amount, fault: 'read by a person', cost: 0, margin: 0 }
  return [...ruling.offers, ...(isNew ? [own] : [])].map((offer) => ({
    ...offer,
    report: place.report,
    cell: followSwaps({ report: place.report, cell: { table, row, column } }, swaps).cell,
    evidence: [],
    decision: offer.after === ruling.amount ? 'accepted' : 'rejected',
    decidedAt: decision.at,
  }))
}

/** What changes places, in the order of the log. */
function swapsOf(holding: readonly Found[]): ColumnSwap[] {
  const swaps: ColumnSwap[] = []
  for (const {
    ruling,
    place: { report, cell },
  } of holding) {
    if (ruling.kind !== 'move_column' || cell === null) continue
    const from = followSwaps({ report, cell }, swaps).cell.column
    const row = ruling.whole === true ? null : cell.row
    swaps.push({ report, table: cell.table, row, columns: [from, ruling.to.column] })
  }
  return swaps
}
