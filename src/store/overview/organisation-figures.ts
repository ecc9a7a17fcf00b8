import type { Database } from 'better-sqlite3'
import type { Status } from '../../model/check.js'
import type { Unit } from '../../model/report.js'
import { readScopedView } from '../read-scoped-view.js'

/** A row of the view `series`, as far as charts need it. */
export interface SeriesRow {
  readonly kind: string
  readonly statement: string
  readonly concept: string
  readonly period_end: string
  readonly amount_sek: number
  readonly status: Status
  readonly breaks: string | null
  readonly later_print: string | null
  readonly later_sek: number | null
  readonly later_fact_id: string | null
  readonly report_id: string
  readonly fact_id: string
  readonly sha256: string
  readonly page: number
}

/** A row of the view `key_figures`, as far as charts need it. */
export interface KeyFigureRow {
  readonly kind: string
  readonly period_end: string
  readonly key_figure: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly status: Status
  readonly numerator_fact_id: string
}

/** A row of the view `statement_pivot`, as far as statements side by side need it. */
export interface PivotRow {
  readonly report_id: string
  readonly sha256: string
  readonly statement: string
  readonly table_no: number
  readonly row_no: number
  readonly page: number
  readonly section: string | null
  readonly role: string
  readonly label: string | null
  readonly concept: string | null
  readonly unit: Unit
  readonly this_year: number | null
  readonly this_year_status: Status | null
  readonly this_year_fact_id: string | null
  readonly last_year: number | null
  readonly last_year_status: Status | null
  readonly last_year_fact_id: string | null
}

/** A row of the view `quality`, as far as an organisation's page needs it. */
export interface QualityRow {
  readonly document: string
  readonly sha256: string
  readonly amounts: number
  readonly sure_share: number | null
  readonly suspect: number
  readonly unverified: number
}

/** What the views hold of some reports, all of one organisation. */
export interface OrganisationFigures {
  readonly series: readonly SeriesRow[]
  readonly keyFigures: readonly KeyFigureRow[]
  readonly pivot: readonly PivotRow[]
  readonly quality: readonly QualityRow[]
}

/** Reads the views for the reports of an organisation, in the order of periods and print. */
export function readOrganisationFigures(database: Database, reportIds: readonly string[]): OrganisationFigures {
  return {
    series: readSeriesRows(database, reportIds),
    keyFigures: readScopedView<KeyFigureRow>(database, 'key_figures', reportIds).sort(byPeriod),
    pivot: readStatementRows(database, reportIds),
    quality: readScopedView<QualityRow>(database, 'quality', reportIds),
  }
}

/** The series of an organisation's reports, by period. */
export function readSeriesRows(database: Database, reportIds: readonly string[]): SeriesRow[] {
  return readScopedView<SeriesRow>(database, 'series', reportIds).sort(byPeriod)
}

/** The rows of statements of some reports, in the order of print. */
export function readStatementRows(database: Database, reportIds: readonly string[]): PivotRow[] {
  return readScopedView<PivotRow>(database, 'statement_pivot', reportIds).sort(
    (left, right) => left.table_no - right.table_no || left.row_no - right.row_no,
  )
}

/** Where a figure stands: its document and page. */
export interface FigurePlace {
  readonly factId: string
  readonly sha256: string
  readonly page: number
}

/** The places of figures, by their ids. */
export function readFigurePlaces(database: Database, factIds: readonly string[]): ReadonlyMap<string, FigurePlace> {
  const rows = database
    .prepare<[string], FigurePlace>(
      `select f.fact_id as factId, r.content as sha256, f.page from fact f join report r using (report_id)
       where f.fact_id in (select value from json_each(?))`,
    )
    .all(JSON.stringify(factIds))
  return new Map(rows.map((row) => [row.factId, row]))
}

/** What later reports print otherwise than the reports of the year itself, in the words of the checks. */
export function readYearDifferences(database: Database, reportIds: readonly string[]) {
  return database
    .prepare<
      [string],
      { explanation: string; periodEnd: string | null; sha256: string; page: number | null; factId: string | null }
    >(
      `select c.explanation, c.period_end as periodEnd, r.content as sha256, f.page, c.fact_id as factId
       from json_each(?) wanted join check_made c on c.report_id = wanted.value join report r on r.report_id = c.report_id
       left join fact f on f.fact_id = c.fact_id
       where c.rule = 'cross_year' and c.verdict = 'mismatch' order by c.period_end, c.position`,
    )
    .all(JSON.stringify(reportIds))
}

function byPeriod(left: { readonly period_end: string }, right: { readonly period_end: string }): number {
  return left.period_end < right.period_end ? -1 : left.period_end > right.period_end ? 1 : 0
}
