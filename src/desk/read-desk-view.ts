import type { Database } from 'better-sqlite3'
import type { Box, Page } from '../model/page.js'
import {
  type DeskCheckRow,
  type DoubtRow,
  type FigureRow,
  findDocument,
  findFigure,
  findPage,
  readDeskChecks,
  readDoubtsOf,
  readFiguresOn,
  readPageCounts,
  readRepairsOf,
  readReportsOf,
} from '../store/read-desk.js'
import type { DocumentRow, RepairRow, ReportRow } from '../store/read-views.js'
import { findHitBoxes } from '../store/search/search-pages.js'

/** One check as the desk explains it: `terms` in their order, each with its sign, and what stands against them. */
export interface DeskCheck extends DeskCheckRow {
  readonly parts: readonly { readonly figure: FigureRow; readonly sign: 1 | -1 }[]
  readonly subjectFigure: FigureRow | undefined
}

/** A figure under the hand, with all that speaks for and against it. */
export interface ChosenFigure {
  readonly figure: FigureRow
  readonly repairs: readonly RepairRow[]
  readonly broken: readonly DeskCheck[]
  readonly holding: readonly DeskCheckRow[]
  readonly doubt: DoubtRow | undefined
}

/** Which page of a document: of a figure, of a number, or where the first thing waits. */
export interface AskedPage {
  readonly page?: number | undefined
  /** A figure's id. */
  readonly fact?: string | undefined
  /** Words that were searched for. */
  readonly q?: string | undefined
}

/** What the desk shows of one page of a document. */
export interface DeskView {
  readonly document: DocumentRow
  readonly reports: readonly ReportRow[]
  readonly number: number
  readonly page: Page | undefined
  readonly pageCounts: ReturnType<typeof readPageCounts>
  readonly figures: readonly FigureRow[]
  /** What waits for a person in the document, most telling first. */
  readonly doubts: readonly DoubtRow[]
  readonly chosen: ChosenFigure | undefined
  /** Where words that were searched for stand. */
  readonly hits: readonly Box[]
}

/** Gathers what the desk shows; undefined where there is no such document, page or figure. */
export function readDeskView(database: Database, sha256: string, asked: AskedPage): DeskView | undefined {
  const document = findDocument(database, sha256)
  if (document === undefined) return undefined
  const reports = readReportsOf(database, sha256)
  const doubts = readDoubtsOf(database, sha256)
  const wanted = asked.fact ?? (asked.page === undefined ? doubts[0]?.fact_id : undefined)
  const known = wanted === undefined ? undefined : findFigure(database, wanted)
  const figure = known?.sha256 === sha256 ? known : undefined
  if (asked.fact !== undefined && asked.page === undefined && figure === undefined) return undefined
  const pageCounts = readPageCounts(database, sha256)
  const number = figure?.page ?? asked.page ?? pageCounts[0]?.page ?? 1
  const page = findPage(database, sha256, number)
  if (page === undefined && number !== 1) return undefined
  const figures = readFiguresOn(
    database,
    reports.map(({ report_id }) => report_id),
    number,
  )
  const chosen = figure && choose(database, figure, doubts)
  const hits = page && asked.q !== undefined ? findHitBoxes(database, asked.q, page) : []
  return { document, reports, number, page, pageCounts, figures, doubts, chosen, hits }
}

function choose(database: Database, figure: FigureRow, doubts: readonly DoubtRow[]): ChosenFigure {
  const id = figure.fact_id
  const own = readDeskChecks(database, figure.report_id).filter(
    (check) => check.fact_id === id || idsOf(check).includes(id),
  )
  return {
    figure,
    repairs: readRepairsOf(database, id),
    broken: own.filter(({ verdict }) => verdict === 'mismatch').map((check) => withParts(database, check)),
    holding: own.filter(
      ({ verdict, confirms }) => verdict !== 'mismatch' && verdict !== 'incomplete' && confirms === 1,
    ),
    doubt: doubts.find(({ fact_id }) => fact_id === id),
  }
}

function withParts(database: Database, check: DeskCheckRow): DeskCheck {
  const parts = check.terms.split(' ').flatMap((term) => {
    const figure = term === '' ? undefined : findFigure(database, term.slice(1))
    return figure === undefined || term.startsWith('=')
      ? []
      : [{ figure, sign: term[0] === '-' ? (-1 as const) : (1 as const) }]
  })
  const counterpart = check.terms.split(' ').find((term) => term.startsWith('='))
  const subject = check.fact_id ?? counterpart?.slice(1)
  return { ...check, parts, subjectFigure: subject === undefined ? undefined : findFigure(database, subject) }
}

function idsOf({ terms }: DeskCheckRow): string[] {
  return terms.split(' ').map((term) => term.slice(1))
}
