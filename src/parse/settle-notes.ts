import type { Table } from '../model/report.js'

const DOUBT = 'the number of its note was not read: it is told by the notes around it'

function numberOf(table: Table): number | null {
  const digits = /^\d+/.exec(table.note ?? '')?.[0]
  return digits ? Number(digits) : null
}

function renumbered(table: Table, note: number): Table {
  return {
    ...table,
    note: String(note),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => cell && { ...cell, doubts: [...cell.doubts, DOUBT] }),
    })),
  }
}

/**
 * Puts numbers of notes right that break the row in which notes are printed: between notes 4 and 6 stands note 5,
 * whatever was read. Their figures are doubted, so that more than one sum must speak for them.
 */
export function settleNotes(tables: readonly Table[]): Table[] {
  const notes = tables.filter((table) => table.kind === 'note')
  const wanted = new Set(tables.flatMap((table) => table.rows.flatMap((row) => row.noteRef?.split(/\D+/) ?? [])))
  return tables.map((table) => {
    if (table.kind !== 'note') return table
    const place = notes.indexOf(table)
    const own = numberOf(table)
    const before = notes.slice(0, place).findLast((other) => numberOf(other) !== null && numberOf(other) !== own)
    const after = notes.slice(place + 1).find((other) => numberOf(other) !== null && numberOf(other) !== own)
    const [low, high] = [before ? numberOf(before)! : 0, after ? numberOf(after)! : null]
    const next = String(low + 1)
    if (own === null) return high === low + 2 ? renumbered(table, low + 1) : table
    const outOfRow = own <= low || (high !== null ? own >= high : own > low + 1)
    // one digit too many or another one: 35 for 5, 8 for 3, where a note of that number is wanting
    const fits =
      high !== null ? high === low + 2 : wanted.has(next) && !wanted.has(String(own)) && String(own).includes(next)
    return outOfRow && fits && String(own) !== next ? renumbered(table, low + 1) : table
  })
}
