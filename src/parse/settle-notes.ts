import { labelLikeness } from '../arithmetic/row-kind.js'
import { type Table, UNTOLD_NOTE } from '../model/report.js'
import { agreementOf, blocksOf, findPointers, isToldByRow, type Pointer, splitNote } from './notes-by-rows.js'

/** Titles and labels this alike are one name. */
const ALIKE = 0.8

function numberOf({ note }: { readonly note: string | null }): number | null {
  const digits = /^\d+/.exec(note ?? '')?.[0]
  return digits ? Number(digits) : null
}

/** A table whose figures from one row on may be another note's. */
function doubtedFrom(table: Table, first: number): Table {
  return {
    ...table,
    rows: table.rows.map((row, index) =>
      index < first
        ? row
        : { ...row, cells: row.cells.map((cell) => cell && { ...cell, doubts: [...cell.doubts, UNTOLD_NOTE] }) },
    ),
  }
}

/** The only note that a table's rows or, where `byName`, its title tell, by the rows of statements that point to notes. */
function statedNote(table: Table, pointers: readonly Pointer[], byName: boolean): number | null {
  const notesWhere = (holds: (pointer: Pointer) => boolean) => [
    ...new Set(pointers.filter(holds).flatMap((pointer) => numberOf(pointer) ?? [])),
  ]
  const agrees = (pointer: Pointer, how: string) => table.rows.some((row) => agreementOf(table, row, pointer) === how)
  const ways = [
    notesWhere((pointer) => agrees(pointer, 'whole')),
    ...(byName
      ? [
          notesWhere((pointer) => agrees(pointer, 'part')),
          notesWhere(({ row }) => labelLikeness(table.title ?? '', row.label ?? '') >= ALIKE),
        ]
      : []),
  ]
  const told = ways.find((notes) => notes.length > 0) ?? []
  return told.length === 1 ? told[0]! : null
}

/**
 * Puts numbers of notes right that were not read or that break the row in which notes are printed: between notes 4 and
 * 6 stands note 5, whatever was read, and between 2 and 5 the one of 3 and 4 that a statement points to, or whose
 * figures it has. Only where a row of a statement points to the number and has the figures of all years is it sure; else
 * the figures of a note whose number was told so are doubted, and no sum can speak for them.
 */
export function settleNotes(read: readonly Table[]): Table[] {
  const wanted = new Set(read.flatMap((table) => table.rows.flatMap((row) => row.noteRef?.split(/\D+/) ?? [])))
  const pointers = findPointers(read)
  const printed = new Set(read.flatMap((table) => (table.kind === 'note' ? (numberOf(table) ?? []) : [])))
  const lacking = pointers.filter((pointer) => numberOf(pointer) !== null && !printed.has(numberOf(pointer)!))
  const tables = read.flatMap((table) => (table.kind === 'note' ? splitNote(table, lacking) : [table]))
  const settled: Table[] = []
  const renumbered = (table: Table, note: number | null): Table => {
    const told = { ...table, note: note === null ? null : String(note) }
    return note !== null && isToldByRow(table, String(note), pointers) ? told : doubtedFrom(told, 0)
  }
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
      const unread = lacking.filter((pointer) => numberOf(pointer)! > low && numberOf(pointer)! < (high ?? Infinity))
      const stated = statedNote(table, unread, false)
      if (own === null && stated !== null) told = renumbered(table, stated)
      else if (goesOn(place)) told = renumbered(table, numberOf(settled.at(-1)!))
      else if (own === null && fits) told = renumbered(table, missing)
      // no number is wanting here: the table goes on with the note before it
      else if (own === null && low > 0 && (high === null || high === next))
        told = unread.length > 0 ? renumbered(table, low) : { ...table, note: String(low) }
      else if (own === null) told = renumbered(table, statedNote(table, unread, true))
      else if (own !== next) {
        const outOfRow = own < low || (high !== null ? own >= high && own > low : own > next)
        // one digit too many or another one: 35 for 5, where a note of that number is wanting
        const misread = high !== null ? true : !wanted.has(String(own)) && String(own).includes(String(next))
        if (outOfRow && fits && misread) told = renumbered(table, missing)
        // a number that was there before is not this note's, though whose it is cannot be told
        else if (own < low && high !== null && high > next) told = renumbered(table, own)
      }
      // the rows that point to notes say another number than was read
      const isDenied = wanted.has(String(own)) || own !== next
      if (told === table && stated !== null && isDenied && !isToldByRow(table, String(own), pointers))
        told = doubtedFrom({ ...table, note: String(stated) }, 0)
      // whose heading was not read stands behind what it is taken for
      const [, second] = blocksOf(table)
      const isLost = unread.some((pointer) => numberOf(pointer)! > (own ?? low))
      if (told === table && second !== undefined && isLost && numberOf(tables[place + 1] ?? table) !== null)
        told = doubtedFrom(told, second)
      low = numberOf(told) ?? low
    }
    settled.push(told)
  })
  return settled
}
