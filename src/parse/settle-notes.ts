import type { Table } from '../model/report.js'

const DOUBT = 'the number of its note was not read: it is told by the notes around it'

function numberOf(table: Table): number | null {
  const digits = /^\d+/.exec(table.note ?? '')?.[0]
  return digits ? Number(digits) : null
}

function renumbered(table: Table, note: number | null): Table {
  return {
    ...table,
    note: note === null ? null : String(note),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => cell && { ...cell, doubts: [...cell.doubts, DOUBT] }),
    })),
  }
}

/**
 * Puts numbers of notes right that were not read or that break the row in which notes are printed: between notes 4 and
 * 6 stands note 5, whatever was read, and between 2 and 5 the one of 3 and 4 that a statement points to. Figures of a
 * note whose number was told so are doubted, so that more than one sum must speak for them.
 */
export function settleNotes(tables: readonly Table[]): Table[] {
  const wanted = new Set(tables.flatMap((table) => table.rows.flatMap((row) => row.noteRef?.split(/\D+/) ?? [])))
  const settled: Table[] = []
  const after = (place: number) => {
    for (const table of tables.slice(place + 1))
      if (table.kind === 'note' && numberOf(table) !== null) return numberOf(table)
    return null
  }
  // another table under the same heading, whose number was not read
  const goesOn = (place: number) => {
    const [before, table] = [tables[place - 1], tables[place]!]
    const isUntold = (one: Table | undefined) => one?.kind === 'note' && numberOf(one) === null
    return isUntold(before) && isUntold(table) && table.title !== null && before!.title === table.title
  }
  let low = 0
  tables.forEach((table, place) => {
    const next = low + 1
    const high = after(place)
    const own = numberOf(table)
    let told = table
    if (table.kind === 'note') {
      const between = Array.from({ length: Math.max(0, (high ?? next + 1) - next) }, (_, step) => next + step)
      const pointed = between.filter((number) => wanted.has(String(number)))
      const end = tables.findIndex((one, at) => at >= place && one.kind === 'note' && numberOf(one) === high)
      const untold = high === null ? 1 : tables.filter((_, at) => at >= place && at < end && !goesOn(at)).length
      const missing = high !== null && between.length === 1 ? next : pointed.length === untold ? pointed[0]! : null
      const fits = missing !== null
      if (goesOn(place)) told = renumbered(table, numberOf(settled.at(-1)!))
      else if (own === null && fits) told = renumbered(table, missing)
      // no number is wanting here: the table goes on with the note before it
      else if (own === null && low > 0 && (high === null || high === next)) told = { ...table, note: String(low) }
      else if (own === null) told = renumbered(table, null)
      else if (own !== next) {
        const outOfRow = own < low || (high !== null ? own >= high && own > low : own > next)
        // one digit too many or another one: 35 for 5, where a note of that number is wanting
        const misread = high !== null ? true : !wanted.has(String(own)) && String(own).includes(String(next))
        if (outOfRow && fits && misread) told = renumbered(table, missing)
        // a number that was there before is not this note's, though whose it is cannot be told
        else if (own < low && high !== null && high > next) told = renumbered(table, own)
      }
      low = numberOf(told) ?? low
    }
    settled.push(told)
  })
  return settled
}
