import { toKronor } from '../arithmetic/interval.js'
import { foldLabel, isTherein, labelLikeness } from '../arithmetic/row-kind.js'
import type { CellRef, Check } from '../model/check.js'
import { ACCOUNTS, type Report, type Row, type Table } from '../model/report.js'
import type { IdentifiedReport } from '../model/settled.js'
import { mayBeOneBody } from './body-views.js'
import { explainYears } from './explain-years.js'
import { makeCheck, money } from './make-check.js'
import { nameOf, type Printed, printedAt, printedNumber, roundingOf } from './printed.js'

/** Labels this alike, in the same order, are the same row of two years' statements. */
const SAME_ROW = 0.85

/**
 * The later report's comparative column against the earlier report's own figures: totals and lines of statements and
 * notes, with the reason where they differ.
 */
export function checkYears(earlier: IdentifiedReport, later: IdentifiedReport): Check[] {
  const date = earlier.report.periodEnd
  if (date === null || later.report.periodEnd === null || later.report.periodEnd <= date) return []
  const checks = later.report.tables.flatMap((table, index) => {
    if (!ACCOUNTS.has(table.kind)) return []
    return columnsOf(table, date).flatMap((column, place) =>
      earlierTables(earlier.report, table).flatMap(({ table: own, index: ownIndex }) => {
        const ownColumn = columnsOf(own, date)[place]
        if (ownColumn === undefined) return []
        return matchRows(table, own).flatMap(([row, ownRow]) => {
          const at = printedAt(later.report, { table: index, row, column })
          const cell = { table: ownIndex, row: ownRow, column: ownColumn }
          const before = printedAt(earlier.report, cell)
          return at && before ? compare(at, before, earlier.id, cell) : []
        })
      }),
    )
  })
  return explainYears(earlier.report, later.report, checks)
}

function compare(at: Printed, before: Printed, reportId: string, cell: CellRef): Check[] {
  const mixed = at.unit !== before.unit
  const [now, then] = [
    toKronor(at.amount.value, at.amount.decimals, at.unit),
    toKronor(before.amount.value, before.amount.decimals, before.unit),
  ]
  if (mixed && (!now || !then)) return []
  const expected = mixed ? then!.value : printedNumber(before.amount)
  const actual = mixed ? now!.value : printedNumber(at.amount)
  const tolerance = mixed ? now!.half + then!.half : roundingOf([at, before])
  const unit = mixed ? 'kr' : at.unit
  const name = nameOf(at.row, at.table)
  return [
    makeCheck({
      rule: 'cross_year',
      subject: name,
      at,
      note: null,
      expected,
      actual,
      tolerance,
      unit,
      subjectCell: null,
      terms: [{ cell: at.cell, sign: 1 }],
      other: { reportId, cell },
      holds: `${name}: the report of ${at.column.periodEnd} prints the same ${money(expected, unit)}.`,
      fails: (difference) =>
        `${name} for ${at.column.periodEnd} is ${money(expected, unit)} in that year's own report, ${money(actual, unit)} as comparative here: they differ by ${money(Math.abs(difference), unit)}.`,
    }),
  ]
}

/** The columns of a year's own figures: more than one where a group prints its figures beside its parent's. */
function columnsOf({ columns }: Table, date: string): number[] {
  return columns.flatMap(({ periodEnd, scenario }, index) =>
    periodEnd === date && scenario === 'actual' ? [index] : [],
  )
}

/** The earlier report's tables that are the same statement; a note is known by its title, its number may have moved. */
function earlierTables(report: Report, table: Table): { table: Table; index: number }[] {
  const all = report.tables
    .map((own, index) => ({ table: own, index }))
    .filter(({ table: own }) => own.kind === table.kind && mayBeOneBody(own, table))
  if (table.kind !== 'note') return all
  const likeness = (own: Table) => labelLikeness(own.title ?? '', table.title ?? '')
  const named = all.filter(({ table: own }) => likeness(own) >= SAME_ROW)
  // Prepaid costs and accrued revenue are other notes than accrued costs and prepaid revenue.
  return named.toSorted((a, b) => likeness(b.table) - likeness(a.table) || a.index - b.index).slice(0, 1)
}

/** Rows that are the same in both years: equal concept or name, in the same order, each used once. */
function matchRows(later: Table, earlier: Table): [number, number][] {
  const used = new Set<number>()
  return later.rows.flatMap((row, index): [number, number][] => {
    if (row.label === null || isTherein(foldLabel(row.label))) return []
    const scored = earlier.rows
      .map((other, at) => ({ at, likeness: used.has(at) ? 0 : rowLikeness(row, other) }))
      .filter(({ likeness }) => likeness >= SAME_ROW)
      .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
    const [bestRow] = scored
    if (!bestRow) return []
    used.add(bestRow.at)
    return [[index, bestRow.at]]
  })
}

function rowLikeness(a: Row, b: Row): number {
  if (b.label === null) return 0
  if (foldLabel(a.section) !== foldLabel(b.section) && a.section !== null && b.section !== null) {
    return foldLabel(a.label) === foldLabel(b.label) && a.concept !== null && a.concept === b.concept ? 0.9 : 0
  }
  if (a.concept !== null && a.concept === b.concept && a.role === b.role) return 1
  return labelLikeness(a.label ?? '', b.label)
}
