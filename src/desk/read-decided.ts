import type { Decided } from '../decide/apply-decisions.js'
import type { FigurePlace } from '../decide/figure-place.js'
import { anchorOf, findAnchor } from '../decide/find-anchor.js'
import { type EmptyCell, findEmptyCells } from '../decide/find-empty.js'
import type { FigureAnchor } from '../model/decision.js'
import type { Column, Report, Table } from '../model/report.js'
import { loadDecisions } from '../store/decision-store.js'
import { factIdOf, sha256Of } from '../store/identifiers.js'
import type { FigureRow } from '../store/read-desk.js'
import { loadReportsOf } from '../store/report-store.js'
import type { DeskParts } from './desk-parts.js'

/** A document's reports as they were parsed, and as a person has settled them. */
export interface DecidedDocument {
  /** Ids of the reports, in their order. */
  readonly ids: readonly string[]
  readonly parsed: readonly Report[]
  readonly decided: Decided
}

/** A cell in which a figure may have been missed, under the id that a figure there would have. */
export interface MissedCell extends EmptyCell {
  readonly factId: string
  readonly reportId: string
  readonly table: Table
  readonly column: Column
  /** What tells that it is still as someone saw it. */
  readonly version: string
}

/** Loads what was parsed of a document, and lays the decisions about it over that. */
export function readDecided({ reading, applyDecisions }: DeskParts, sha256: string): DecidedDocument {
  const stored = loadReportsOf(reading, sha256)
  const parsed = stored.map(({ report }) => report)
  return {
    ids: stored.map(({ id }) => id),
    parsed,
    decided: applyDecisions(parsed, loadDecisions(reading, sha256)),
  }
}

/** The cells of a document in which no figure stands, in reading order. */
export function missedCellsOf({ ids, decided: { reports } }: DecidedDocument): MissedCell[] {
  return findEmptyCells(reports).map((empty) => {
    const { report, cell, row } = empty
    const table = reports[report]!.tables[cell.table]!
    const factId = factIdOf(ids[report]!, cell)
    const seen = [factId, row.label, row.cells.map((one) => one?.raw ?? null)]
    const version = sha256Of(JSON.stringify(seen)).slice(0, 12)
    return { ...empty, factId, reportId: ids[report]!, table, column: table.columns[cell.column]!, version }
  })
}

/** Where a stored figure stood when its document was parsed. */
export function parsedPlaceOf({ ids, decided }: DecidedDocument, figure: FigureRow): FigurePlace {
  const { report_id, table_no, row_no, column_no } = figure
  const cell = { table: table_no - 1, row: row_no - 1, column: column_no - 1 }
  return decided.cameFrom({ report: ids.indexOf(report_id), cell })
}

/** The anchor by which a place is found again as itself; undefined where it cannot be told from others. */
export function anchorAt({ parsed }: DecidedDocument, place: FigurePlace): FigureAnchor | undefined {
  const anchor = anchorOf(parsed, place)
  const found = anchor && findAnchor(parsed, anchor)
  return JSON.stringify(found) === JSON.stringify(place) ? anchor : undefined
}
