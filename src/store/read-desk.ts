import type { Database } from 'better-sqlite3'
import { Page } from '../model/page.js'
import { sha256Of } from './identifiers.js'
import { unpackList } from './packed-json.js'
import type { CheckRow, DocumentRow, FactRow, RepairRow, ReportRow } from './read-views.js'

/** A figure as the desk needs it: where it stands, what is known of it, and what was decided about it. */
export interface FigureRow extends FactRow {
  readonly sha256: string
  readonly label_raw: string | null
  readonly x0: number | null
  readonly y0: number | null
  readonly x1: number | null
  readonly y1: number | null
  readonly confirmations: number
  readonly confidence: number
  /** The last decision about it that holds. */
  readonly decision_id: string | null
}

/** A check with the figures that took part: `+id`, `-id` for those of `actual`, `=id` for one of another report. */
export interface DeskCheckRow extends CheckRow {
  readonly terms: string
  readonly confirms: number
}

/** A figure that waits for a person. */
export interface DoubtRow {
  readonly fact_id: string
  readonly wanted: number | null
  /** Ids of the checks that it would settle. */
  readonly checks: string
  readonly settles: number
  readonly gap: number
  readonly sha256: string
  readonly document: string
  readonly organisation: string | null
  readonly report_period_end: string | null
  readonly statement: FactRow['statement']
  readonly note: string | null
  readonly page: number
  readonly label: string | null
  readonly period_end: string | null
  readonly amount: number
  readonly decimals: number
  readonly unit: FactRow['unit']
  readonly raw_text: string
}

const figures = `
select v.*, (select p.decision_id from decision_place p join decision d using (decision_id)
  where p.fact_id = v.fact_id and p.state = 'applied' order by d.at desc limit 1) as decision_id
from facts v`

/** A document by its hash; undefined where none is stored. */
export function findDocument(database: Database, sha256: string): DocumentRow | undefined {
  return database
    .prepare<[string], DocumentRow>("select * from documents where sha256 = ? and state <> 'duplicate'")
    .get(sha256)
}

/** A document's reports, in its order. */
export function readReportsOf(database: Database, sha256: string): ReportRow[] {
  return database
    .prepare<[string], ReportRow>(
      `select v.* from report r join reports v using (report_id) where r.content = ? order by r.ordinal`,
    )
    .all(sha256)
}

/** The figures of some reports that stand on a page, in reading order. */
export function readFiguresOn(database: Database, reportIds: readonly string[], page: number): FigureRow[] {
  const read = database.prepare<[string, number], FigureRow>(
    `${figures} where v.report_id = ? and v.page = ? order by v.table_no, v.row_no, v.column_no`,
  )
  return reportIds.flatMap((id) => read.all(id, page))
}

/** One figure; undefined where there is none. */
export function findFigure(database: Database, factId: string): FigureRow | undefined {
  return database.prepare<[string], FigureRow>(`${figures} where v.fact_id = ?`).get(factId)
}

/** What tells that a figure is still as someone saw it: it changes with its amount, its place and what is decided. */
export function versionOf(figure: FigureRow): string {
  const { raw_text, amount, decimals, label, role, period_end, scenario, table_no, row_no, column_no, decision_id } =
    figure
  const place = [table_no, row_no, column_no, period_end, scenario]
  const seen = [raw_text, amount, decimals, label, role, ...place, decision_id]
  return sha256Of(JSON.stringify(seen)).slice(0, 12)
}

/** The same of a report's organisation and period. */
export function versionOfReport({ organisation, org_number, period_start, period_end }: ReportRow): string {
  return sha256Of(JSON.stringify([organisation, org_number, period_start, period_end])).slice(0, 12)
}

/** All checks of a report, in the order in which they were made. */
export function readDeskChecks(database: Database, reportId: string): DeskCheckRow[] {
  return database
    .prepare<[string], DeskCheckRow>(
      `select v.*, m.terms, m.confirms from check_made m join checks v using (check_id)
       where m.report_id = ? order by m.position`,
    )
    .all(reportId)
}

/** What was changed or offered for change about a figure. */
export function readRepairsOf(database: Database, factId: string): RepairRow[] {
  return database.prepare<[string], RepairRow>('select * from repairs where fact_id = ? order by cost').all(factId)
}

/** How many figures each page of a document holds, and how many of them wait for a person. */
export function readPageCounts(
  database: Database,
  sha256: string,
): { readonly page: number; readonly figures: number; readonly doubts: number }[] {
  return database
    .prepare<[string], { page: number; figures: number; doubts: number }>(
      `select f.page, count(*) as figures, count(d.fact_id) as doubts
       from report r join fact f using (report_id) left join doubt d using (fact_id)
       where r.content = ? group by f.page order by f.page`,
    )
    .all(sha256)
}

const doubts = `
select d.fact_id, d.wanted, d.checks, d.settles, d.gap, f.sha256, f.document, f.organisation, f.report_period_end,
  f.statement, f.note, f.page, f.label, f.period_end, f.amount, f.decimals, f.unit, f.raw_text
from doubt d join facts f using (fact_id)`

/** What waits for a person anywhere, what settles most first, then the largest gap. */
export function readDoubts(database: Database, most: number, from = 0): DoubtRow[] {
  return database
    .prepare<[number, number], DoubtRow>(`${doubts} order by d.settles desc, d.gap desc, d.fact_id limit ? offset ?`)
    .all(most, from)
}

/** How many figures wait for a person. */
export function countDoubts(database: Database): number {
  return database.prepare<[], number>('select count(*) from doubt').pluck().get() ?? 0
}

/** What waits for a person in one document, in the same order. */
export function readDoubtsOf(database: Database, sha256: string): DoubtRow[] {
  return database
    .prepare<[string], DoubtRow>(
      `${doubts} where f.report_id in (select report_id from report where content = ?)
       order by d.settles desc, d.gap desc, d.fact_id`,
    )
    .all(sha256)
}

/** One page of a document as it was read; undefined where it was not. */
export function findPage(database: Database, sha256: string, number: number): Page | undefined {
  const packed = database
    .prepare<[string], Buffer>(
      'select page_reading.pages from content join page_reading using (content, reading) where content.content = ?',
    )
    .pluck()
    .get(sha256)
  for (const one of packed === undefined ? [] : unpackList(packed)) {
    if (typeof one === 'object' && one !== null && 'number' in one && one.number === number) return Page.parse(one)
  }
  return undefined
}

/** One report; undefined where there is none. */
export function findReport(database: Database, reportId: string): ReportRow | undefined {
  return database.prepare<[string], ReportRow>('select * from reports where report_id = ?').get(reportId)
}

/** The hash of the document that a decision is about; undefined where there is no such decision. */
export function findDocumentOfDecision(database: Database, decision: string): string | undefined {
  return database.prepare<[string], string>('select sha256 from decision where decision_id = ?').pluck().get(decision)
}
