import type { CellRef } from '../model/check.js'

/** A cell of one of a document's reports. */
export interface FigurePlace {
  /** Which of the document's reports. */
  readonly report: number
  readonly cell: CellRef
}

/** Whether two are the same cell of one report. */
export function isSameCell(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}
