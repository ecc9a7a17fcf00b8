import type { Scenario, StatementKind } from '../../src/model/report.js'
import { crossYear, type GoldCheck, linkChecks, noteToStatement, proseChecks, sumChecks } from './gold-checks.js'
import type { MadeReport, MadeTable } from './made-report.js'
import { partTable } from './part-entities.js'
import type { SheetClass } from './rasterise.js'

export type GoldTable = {
  kind: StatementKind
  note: string | null
  title: string
  unit: string
  columns: { period_end: string | null; scenario: Scenario }[]
  rows: { role: string; label: string | null; note_ref: string | null; cells: { value: number | null }[] }[]
  label_order_lost: boolean
  /** Figures that may be found in the table and need not be. */
  tolerated?: number[]
}

/** The truth about one made document, in the form that the score reads. */
export type Gold = {
  file: string
  style: string
  level: string
  complete: boolean
  /** What each page of the file holds. */
  pages: SheetClass[]
  reports: {
    organisation: string
    org_number: string
    kind: 'annual'
    period_start: string
    period_end: string
    planted: MadeReport['planted']
    prose: string[]
    tables: GoldTable[]
    checks: GoldCheck[]
  }[]
}

/** Everything about a document that a reader should find; `earlier` is the report of the year before, if it is made too. */
export function makeGold(
  file: string,
  made: { style: string; level: string; pages: SheetClass[] },
  report: MadeReport,
  earlier: MadeReport | undefined,
): Gold {
  return {
    file,
    style: made.style,
    level: made.level,
    complete: true,
    pages: made.pages,
    reports: [
      {
        organisation: report.organisation,
        org_number: report.orgNumber,
        kind: 'annual',
        period_start: report.period.start,
        period_end: report.period.end,
        planted: report.planted,
        prose: report.prose,
        tables: report.tables.flatMap((table) =>
          table.loose ? [looseToGold(table, report)] : partTable(table).flatMap(tableToGold),
        ),
        checks: [
          ...report.tables.flatMap(sumChecks),
          ...linkChecks(report),
          ...report.tables.flatMap((table) => noteToStatement(report, table)),
          ...proseChecks(report),
          ...(earlier === undefined ? [] : crossYear(report, earlier)),
        ],
      },
    ],
  }
}

/** Rows in another unit than the table's stand in a table of their own: the form knows units of tables only. */
function tableToGold(table: MadeTable): GoldTable[] {
  const units = [...new Set(table.rows.map((row) => row.unit ?? table.unit))]
  return units.map((unit) => ({
    kind: table.kind,
    note: table.note,
    title: table.title,
    unit,
    columns: table.columns.map(({ period, scenario }) => ({ period_end: period.end, scenario })),
    rows: table.rows
      .filter((row) => (row.unit ?? table.unit) === unit)
      .map(({ role, label, noteRef, cells }) => ({
        role,
        label,
        note_ref: noteRef,
        cells: cells.map((value) => ({ value })),
      })),
    label_order_lost: false,
  }))
}

/** A table whose columns the form cannot tell: its figures may be told for any of the report's years, or for none. */
function looseToGold(table: MadeTable, report: MadeReport): GoldTable {
  const ends = report.tables.flatMap(({ columns }) => columns.map(({ period }) => period.end))
  return {
    kind: table.kind,
    note: table.note,
    title: table.title,
    unit: table.unit,
    columns: [...new Set(ends), null].map((period_end) => ({ period_end, scenario: 'actual' as const })),
    rows: [],
    label_order_lost: false,
    tolerated: table.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null)),
  }
}
