import type { Status } from '../model/check.js'
import { foldLabel } from '../model/taxonomy.js'
import type { PivotRow, SeriesRow } from '../store/overview/organisation-figures.js'

/** A column of statements side by side: a report's own year, or one of which only the next report tells. */
export interface YearColumn {
  readonly reportId: string
  readonly periodEnd: string
  readonly sha256: string
  /** `last_year` where the year has no report of its own. */
  readonly place: 'this_year' | 'last_year'
}

/** A figure of one line and year. */
export interface AlignedCell {
  readonly amount: number
  readonly status: Status
  readonly sha256: string
  readonly page: number
  readonly factId: string
  /** What the next report prints for the same year, where that is another figure. */
  readonly later: LaterPrint | null
}

/** Another figure that the next report prints for a year. */
export interface LaterPrint {
  readonly how: 'restated' | 'regrouped' | 'unsure'
  readonly amount: number
  readonly sha256: string
  readonly page: number
  readonly factId: string
}

/** One line through the years. */
export interface AlignedRow {
  readonly key: string
  readonly label: string
  readonly section: string | null
  readonly role: string
  readonly cells: readonly (AlignedCell | null)[]
}

/**
 * Puts one kind of statement of several years side by side, in the order of the latest print; lines of earlier years
 * that are no more printed stand where they stood. A line is known by its concept, else by its words and heading.
 */
export function alignStatements(
  rows: readonly PivotRow[],
  columns: readonly YearColumn[],
  series: readonly SeriesRow[],
): AlignedRow[] {
  const keyed = new Map(
    [...new Set(columns.map(({ reportId }) => reportId))].map((reportId) => [
      reportId,
      withKeys(rows.filter((row) => row.report_id === reportId)),
    ]),
  )
  return mergeOrders([...keyed.values()].reverse().map((one) => [...one.keys()])).flatMap((key): AlignedRow[] => {
    const prints = [...keyed.values()].flatMap((one) => one.get(key) ?? [])
    const latest = prints.at(-1)!
    const cells = columns.map((column, index) => {
      const own = keyed.get(column.reportId)?.get(key)
      const next = columns[index + 1]
      const later = next && next.place === 'this_year' ? keyed.get(next.reportId)?.get(key) : undefined
      return toCell(own, column, later, series)
    })
    if (cells.every((cell) => cell === null)) return []
    return [{ key, label: latest.label ?? '', section: latest.section, role: latest.role, cells }]
  })
}

function toCell(
  own: PivotRow | undefined,
  { place, periodEnd }: YearColumn,
  next: PivotRow | undefined,
  series: readonly SeriesRow[],
): AlignedCell | null {
  const amount = own?.[place] ?? null
  if (own === undefined || amount === null) return null
  const status = own[`${place}_status`] ?? 'unverified'
  const isOther =
    next !== undefined &&
    next.last_year !== null &&
    Math.abs(next.last_year - amount) > accuracyOf(own) + accuracyOf(next)
  const later = isOther && place === 'this_year' ? toLater(own, next, periodEnd, series) : null
  return { amount, status, sha256: own.sha256, page: own.page, factId: own[`${place}_fact_id`]!, later }
}

function toLater(own: PivotRow, next: PivotRow, periodEnd: string, series: readonly SeriesRow[]): LaterPrint {
  const told = series.find(
    (row) => row.statement === own.statement && row.concept === own.concept && row.period_end === periodEnd,
  )?.later_print
  const how = told === 'restated' || told === 'regrouped' ? told : 'unsure'
  return { how, amount: next.last_year!, sha256: next.sha256, page: next.page, factId: next.last_year_fact_id! }
}

/** Half the printed unit, in kronor: a figure is known to this much. */
function accuracyOf({ unit }: PivotRow): number {
  return unit === 'mkr' ? 500_000 : unit === 'tkr' ? 500 : 0.5
}

/** Rows by a key that other years' rows of the same line have too; a line that comes twice is told apart by its turn. */
function withKeys(rows: readonly PivotRow[]): Map<string, PivotRow> {
  const keyed = new Map<string, PivotRow>()
  for (const row of rows) {
    const key = row.concept ?? `${foldLabel(row.section ?? '')}/${foldLabel(row.label ?? '')}`
    let turn = 1
    while (keyed.has(`${key}#${turn}`)) turn++
    keyed.set(`${key}#${turn}`, row)
  }
  return keyed
}

/** All keys in one order: the first list's, each other key after the one that it follows in its own list. */
function mergeOrders(lists: readonly (readonly string[])[]): string[] {
  const merged: string[] = []
  for (const list of lists) {
    for (const [index, key] of list.entries()) {
      if (merged.includes(key)) continue
      const before = list[index - 1]
      merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, key)
    }
  }
  return merged
}
