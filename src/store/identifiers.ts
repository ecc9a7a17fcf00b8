import { createHash } from 'node:crypto'
import type { CellRef, Check } from '../model/check.js'

/** SHA-256 of bytes or text, 64 hex digits. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A report's id: from its document's content, first page and place among the document's reports. */
export function reportIdOf(content: string, firstPage: number, ordinal: number): string {
  return idOf(content, firstPage, ordinal)
}

/** A fact's id: from its report and its place in it. */
export function factIdOf(reportId: string, cell: CellRef): string {
  return idOf(reportId, 'fact', cell.table, cell.row, cell.column)
}

/** Ids of a report's checks, in their order: from what is checked, and the how-manieth of the same it is. */
export function checkIdsOf(reportId: string, checks: readonly Check[]): string[] {
  const met = new Map<string, number>()
  return checks.map((check) => {
    const { rule, subject, statement, note, periodEnd, scenario, subjectCell: cell } = check
    const place = cell === null ? '' : `${cell.table}.${cell.row}.${cell.column}`
    const key = JSON.stringify([rule, subject, statement, note, periodEnd, scenario, place])
    const times = met.get(key) ?? 0
    met.set(key, times + 1)
    return idOf(reportId, 'check', key, times)
  })
}

/** A repair's id: from the fact that is changed and what it is changed to. */
export function repairIdOf(factId: string, after: number): string {
  return idOf(factId, 'repair', after)
}

function idOf(...parts: readonly (string | number)[]): string {
  return sha256Of(parts.join('\n')).slice(0, 16)
}
