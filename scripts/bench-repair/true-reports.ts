import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Amount, type Report, Scenario, StatementKind, type Table, type Unit } from '../../src/model/report.js'
import type { IdentifiedReport } from '../../src/model/settled.js'
import { groupOrganisations } from '../../src/reconcile/organisations.js'
import { FAMILIES } from '../synthesise/families.js'
import type { MadeReport, MadeTable } from '../synthesise/made-report.js'
import { makeSeries, type SeriesPlan } from '../synthesise/make-series.js'

/** One organisation's reports with every figure as it is printed. */
export type TrueSeries = {
  name: string
  reports: readonly IdentifiedReport[]
  /** Identities that the documents themselves break, as the truth tells them. */
  broken: readonly { expected: number; actual: number }[]
}

const golds = fileURLToPath(new URL('../../fixtures/text/gold', import.meta.url))

const GoldDocument = z.object({
  file: z.string(),
  reports: z.array(
    z.object({
      organisation: z.string().nullable(),
      org_number: z.string().nullable(),
      kind: z.enum(['annual', 'interim', 'appendix']),
      period_start: z.string().nullable(),
      period_end: z.string().nullable(),
      checks: z.array(z.object({ expected: z.number(), actual: z.number(), verdict: z.unknown() })),
      tables: z.array(
        z.object({
          kind: StatementKind,
          note: z.string().nullable(),
          title: z.string().nullable(),
          unit: z.string(),
          columns: z.array(z.object({ period_end: z.string().nullable(), scenario: Scenario })),
          rows: z.array(
            z.object({
              label: z.string().nullable(),
              note_ref: z.string().nullable(),
              cells: z.array(z.object({ value: z.number().nullable() })),
            }),
          ),
        }),
      ),
    }),
  ),
})

/** The reports of the texts in `fixtures`, from their truth. */
export function archivedSeries(): TrueSeries[] {
  const reports = readdirSync(golds)
    .sort()
    .flatMap((name) => {
      const { file, reports: own } = GoldDocument.parse(JSON.parse(readFileSync(`${golds}/${name}`, 'utf8')))
      return own.map((gold, index) => ({ id: `${file}#${index}`, report: goldToReport(gold), checks: gold.checks }))
    })
  return groupOrganisations(reports.map(({ id, report }) => ({ ...report, id }))).map(({ reportIds }) => ({
    name: reportIds.join(', '),
    reports: reports.filter(({ id }) => reportIds.includes(id)),
    broken: reports.flatMap(({ checks }) => checks.filter(({ verdict }) => [verdict].flat().includes('mismatch'))),
  }))
}

function goldToReport(gold: z.infer<typeof GoldDocument>['reports'][number]): Report {
  return {
    ...frame(gold.organisation, gold.org_number, gold.period_start, gold.period_end),
    kind: gold.kind,
    tables: gold.tables.map(
      (table): Table => ({
        ...{ kind: table.kind, note: table.note, title: table.title, unit: unitOf(table.unit), page: 1, sums: [] },
        columns: table.columns.map(({ period_end, scenario }) => column(period_end, scenario)),
        rows: table.rows.map(({ label, note_ref, cells }) => ({
          ...{
            label,
            labelRaw: label,
            section: null,
            role: 'line' as const,
            concept: null,
            noteRef: note_ref,
            unit: null,
          },
          cells: cells.map(({ value }) => (value === null ? null : amount(value, 0))),
        })),
      }),
    ),
  }
}

/** A made organisation's reports of consecutive years, without the tables whose columns their truth cannot tell. */
export function madeSeries(plan: Omit<SeriesPlan, 'plantedShare' | 'chapters'>): TrueSeries {
  const family = FAMILIES[plan.seed.length % FAMILIES.length]!
  const made = makeSeries({ ...plan, plantedShare: 0, chapters: false }, family)
  const reports = made.map((one) => ({ id: `${plan.seed} ${one.period.end}`, report: madeToReport(one) }))
  return { name: `${plan.seed} ${plan.kind}`, reports, broken: [] }
}

function madeToReport({ organisation, orgNumber, period, tables }: MadeReport): Report {
  return {
    ...frame(organisation, orgNumber, period.start, period.end),
    tables: tables.filter(({ loose }) => !loose).map(madeToTable),
  }
}

function madeToTable({ kind, note, title, unit, decimals = 0, columns, rows }: MadeTable): Table {
  const after = { '%': 1, count: 0 }
  return {
    ...{ kind, note, title, unit, page: 1 },
    sums: rows.flatMap(({ terms }, row) => (terms.length > 0 ? [{ row, terms, basis: 'form' as const }] : [])),
    columns: columns.map(({ period, scenario }) => column(period.end, scenario)),
    rows: rows.map((row) => ({
      ...{ label: row.label, labelRaw: row.label, section: row.section, role: 'line' as const, concept: null },
      ...{ noteRef: row.noteRef, unit: row.unit },
      cells: row.cells.map((value) =>
        value === null ? null : amount(value, row.unit === null ? decimals : after[row.unit]),
      ),
    })),
  }
}

function frame(organisation: string | null, orgNumber: string | null, start: string | null, end: string | null) {
  return {
    ...{ organisation, orgNumber, kind: 'annual' as const, periodStart: start, periodEnd: end },
    ...{ firstPage: 1, lastPage: 1, tables: [], prose: [], issues: [] },
  }
}

function column(periodEnd: string | null, scenario: Scenario): Table['columns'][number] {
  return { label: null, periodEnd, scenario, unit: null }
}

function amount(value: number, decimals: number): Amount {
  return {
    ...{ value, decimals, raw: grouped(value), page: 1, box: null, confidence: 0.9 },
    ...{ alternatives: [], second: null, typed: false, doubts: [] },
  }
}

/** "-1 234 567" */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ')
}

function unitOf(printed: string): Unit {
  const folded = printed.toLowerCase()
  return folded === 'tkr' || folded === 'kkr' ? 'tkr' : folded === 'mkr' || folded === '%' ? folded : 'kr'
}
