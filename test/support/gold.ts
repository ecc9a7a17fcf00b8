import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Amount, Report, Role, Row, Scenario, StatementKind, Table, Unit } from '../../src/model/report.js'

/** One check as a gold file states it. */
export type GoldCheck = {
  rule: string
  subject: string
  period_end: string | null
  scenario: string
  expected: number
  actual: number
  verdict: string | string[]
}
type GoldCell = { value: number | null; raw?: string | null }
type GoldTable = {
  kind: StatementKind
  note: string | null
  title: string | null
  unit: string
  columns: { period_end: string | null; scenario: Scenario }[]
  rows: { label: string | null; role: Role; note_ref: string | null; cells: GoldCell[] }[]
}
type GoldReport = {
  organisation: string | null
  org_number: string | null
  kind: Report['kind']
  period_start: string | null
  period_end: string | null
  tables: GoldTable[]
  checks: GoldCheck[]
  planted?: { note: string; label: string; period_end: string; printed: number; meant: number }[]
}
export type GoldDocument = { file: string; reports: GoldReport[] }

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** Whether the shared truth lies beside the project. */
export const hasGold = existsSync(`${shared}/seeds/gold`)

/** The gold documents of one of the shared sets; empty where they do not lie beside the project. */
export function goldDocuments(set: 'seeds/gold' | 'scans' | 'real'): GoldDocument[] {
  if (!hasGold) return []
  return readdirSync(`${shared}/${set}`)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(`${shared}/${set}/${name}`, 'utf8')) as GoldDocument)
}

/** How a gold report is turned into what a parser would deliver. */
export type GoldOptions = { roles: 'given' | 'withheld'; damage: boolean }

/** A gold report as the parser would deliver it, with no sums found yet. */
export function goldReport(gold: GoldReport, options: GoldOptions): Report {
  return {
    organisation: gold.organisation,
    orgNumber: gold.org_number,
    kind: gold.kind,
    periodStart: gold.period_start,
    periodEnd: gold.period_end,
    firstPage: 1,
    lastPage: 1,
    tables: gold.tables.map((table) => goldTable(table, options)),
    prose: [],
    issues: [],
  }
}

function goldTable(table: GoldTable, options: GoldOptions): Table {
  return {
    kind: table.kind,
    note: table.note,
    title: table.title,
    unit: unitOf(table.unit),
    page: 1,
    columns: table.columns.map((column) => ({
      label: null,
      periodEnd: column.period_end,
      scenario: column.scenario,
      unit: null,
    })),
    rows: table.rows.map(
      (row): Row => ({
        label: row.label,
        labelRaw: row.label,
        section: null,
        role: options.roles === 'given' ? row.role : 'line',
        concept: null,
        noteRef: row.note_ref,
        unit: null,
        cells: row.cells.map((cell) => goldAmount(cell, options)),
      }),
    ),
    sums: [],
  }
}

function goldAmount(cell: GoldCell, options: GoldOptions): Amount | null {
  if (cell.value === null) return null
  const damaged = options.damage && cell.raw ? cell.raw : undefined
  const digits = damaged?.replace(/[^\d-]/g, '')
  const value = digits === undefined ? cell.value : Number(digits === '4' ? '4' : digits)
  return {
    value,
    decimals: 0,
    raw: damaged ?? String(cell.value),
    page: 1,
    box: null,
    confidence: 0.9,
    alternatives: [],
    second: null,
    typed: false,
    doubts: [],
  }
}

function unitOf(printed: string): Unit {
  const folded = printed.toLowerCase()
  return folded === 'kkr' || folded === 'tkr' ? 'tkr' : folded === '%' ? '%' : folded === 'mkr' ? 'mkr' : 'kr'
}
