import {
  foldLabel,
  isCashLike,
  isTotalAssets,
  isTotalEquityAndLiabilities,
  isYearCashFlow,
  labelLikeness,
} from '../arithmetic/row-kind.js'
import type { Table } from '../model/report.js'
import { doubtedFrom, withoutLostNotes, withoutLostTable } from './lost-notes.js'
import { agreementOf, blocksOf, findPointers, isToldByRow, type Pointer, splitNote } from './notes-by-rows.js'

/** Titles and labels this alike are one name. */
const ALIKE = 0.8

function numberOf({ note }: { readonly note: string | null }): number | null {
  const digits = /^\d+/.exec(note ?? '')?.[0]
  return digits ? Number(digits) : null
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

/** What is known of the numbers around a table of notes. */
interface Gap {
  /** The number of the note before it; 0 where none stands before. */
  readonly low: number
  /** The next number that was read behind it; null where none was. */
  readonly high: number | null
  /** The one number that is wanting between the two; null where none is, or which is not told. */
  readonly missing: number | null
  /** Rows of statements that point to a number between the two which no note has. */
  readonly unread: readonly Pointer[]
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
  let low = 0
  tables.forEach((table, place) => {
    if (table.kind !== 'note') {
      settled.push(withoutLostTable(withoutLostNotes(table), tables.slice(0, place)))
      return
    }
    const gap = gapAt(tables, place, low, wanted, lacking)
    const own = numberOf(table)
    const before = goesOn(tables, place) ? settled.at(-1) : undefined
    const isBehindRead = numberOf(tables[place + 1] ?? table) !== null
    const told =
      own === null
        ? withNumber(table, before, gap, pointers)
        : (inRow(table, own, gap, wanted, pointers) ??
          asPointed(table, own, gap, wanted, pointers) ??
          (isBehindRead ? withoutLostNote(table, own, gap) : table))
    const isFallen = isBehindItsPlace(tables, place, low) && !isToldByRow(told, told.note ?? '', pointers)
    low = numberOf(told) ?? low
    const isRepeated = comesAgain(tables, place) || isFallen
    const isOther = isBalanceSheet(table) || (own === null && isCashFlow(table)) || isRepeated
    settled.push(isOther ? doubtedFrom(told, 0) : told)
  })
  return settled
}

/** Whether the rows of a note come to all assets, and to all that is owed: a balance sheet whose title was not known. */
function isBalanceSheet({ rows }: Table): boolean {
  const has = (isTotal: (folded: string) => boolean) => rows.some(({ label }) => isTotal(foldLabel(label)))
  return has(isTotalAssets) && has(isTotalEquityAndLiabilities)
}

/** Whether the number of a note stands again behind other notes: one of the two is a row of a statement that points to it. */
function comesAgain(tables: readonly Table[], place: number): boolean {
  const own = numberOf(tables[place]!)
  const numbers = tables.slice(place + 1).flatMap((table) => (table.kind === 'note' ? (numberOf(table) ?? []) : []))
  const other = numbers.findIndex((number) => number !== own)
  return own !== null && other >= 0 && numbers.slice(other).includes(own)
}

/** Whether the number of a note is lower than the one before it, or stood before other notes already: a digit may be misread. */
function isBehindItsPlace(tables: readonly Table[], place: number, low: number): boolean {
  const own = numberOf(tables[place]!)
  const before = tables.slice(0, place).flatMap((table) => (table.kind === 'note' ? (numberOf(table) ?? []) : []))
  return own !== null && (own < low || (before.includes(own) && before.at(-1) !== own))
}

/** Whether rows go from the year's cash flow to cash at its end: a cash flow whose title was not known. */
function isCashFlow({ rows }: Table): boolean {
  const flow = rows.findIndex(({ label }) => isYearCashFlow(foldLabel(label)))
  return flow >= 0 && rows.slice(flow + 1).some(({ label }) => isCashLike(foldLabel(label)))
}

function gapAt(
  tables: readonly Table[],
  place: number,
  low: number,
  wanted: ReadonlySet<string>,
  lacking: readonly Pointer[],
): Gap {
  const behind = tables.slice(place + 1).find((table) => table.kind === 'note' && numberOf(table) !== null)
  const high = behind ? numberOf(behind) : null
  const next = low + 1
  const between = Array.from({ length: Math.max(0, (high ?? next + 1) - next) }, (_, step) => next + step)
  const pointed = between.filter((number) => wanted.has(String(number)))
  const end = tables.findIndex((one, at) => at >= place && one.kind === 'note' && numberOf(one) === high)
  const untold = high === null ? 1 : tables.filter((_, at) => at >= place && at < end && !goesOn(tables, at)).length
  // where a number stands again behind and none is pointed to before it, it is that number
  const told = pointed.length === untold ? (pointed[0] ?? high) : null
  const missing = high !== null && between.length === 1 ? next : told
  const unread = lacking.filter((pointer) => numberOf(pointer)! > low && numberOf(pointer)! < (high ?? Infinity))
  return { low, high, missing, unread }
}

/** Whether a table is another one under the same heading, whose number was not read. */
function goesOn(tables: readonly Table[], place: number): boolean {
  const [before, table] = [tables[place - 1], tables[place]!]
  const isUntold = (one: Table | undefined) => one?.kind === 'note' && numberOf(one) === null
  return isUntold(before) && isUntold(table) && table.title !== null && before!.title === table.title
}

/** A note under a number that was told and not read: in doubt unless a row of a statement bears it out. */
function renumbered(table: Table, note: number | null, pointers: readonly Pointer[]): Table {
  const told = { ...table, note: note === null ? null : String(note) }
  return note !== null && isToldByRow(table, String(note), pointers) ? told : doubtedFrom(told, 0)
}

/** A note of which no number was read, with the one that is told; `before` is the note whose heading it shares, if any. */
function withNumber(table: Table, before: Table | undefined, gap: Gap, pointers: readonly Pointer[]): Table {
  const { low, high, missing, unread } = gap
  const stated = statedNote(table, unread, false)
  if (stated !== null) return renumbered(table, stated, pointers)
  if (before) return renumbered(table, numberOf(before), pointers)
  if (missing !== null) return renumbered(table, missing, pointers)
  // no number is wanting here: the table goes on with the note before it
  if (low > 0 && (high === null || high === low + 1))
    return unread.length > 0 || isHeldAgainstBudget(table)
      ? renumbered(table, low, pointers)
      : { ...table, note: String(low) }
  return renumbered(table, statedNote(table, unread, true), pointers)
}

/** Whether a table compares with a budget: behind the rows of a note it is one whose title was not known. */
function isHeldAgainstBudget({ columns }: Table): boolean {
  return columns.some(({ scenario }) => scenario === 'variance')
}

/** A note whose number breaks the row of numbers; undefined where it does not, or which number is wanting is not told. */
function inRow(
  table: Table,
  own: number,
  { low, high, missing }: Gap,
  wanted: ReadonlySet<string>,
  pointers: readonly Pointer[],
): Table | undefined {
  const next = low + 1
  if (own === next) return undefined
  const isOutOfRow = own < low || (high !== null ? own >= high && own > low : own > next)
  // one digit too many or another one: 35 for 5, where a note of that number is wanting
  const isMisread = high !== null || (!wanted.has(String(own)) && String(own).includes(String(next)))
  if (isOutOfRow && missing !== null && isMisread) return renumbered(table, missing, pointers)
  // a number that was there before is not this note's, though whose it is cannot be told
  return own < low && high !== null && high > next ? renumbered(table, own, pointers) : undefined
}

/**
 * A note under the number that rows point to it by, where they say another than was read; undefined else. It is in doubt,
 * unless the number is the one that is wanting and no row points to the other: that was a note of text alone before it.
 */
function asPointed(
  table: Table,
  own: number,
  { low, unread, missing }: Gap,
  wanted: ReadonlySet<string>,
  pointers: readonly Pointer[],
): Table | undefined {
  const stated = statedNote(table, unread, false)
  if (stated === null || isToldByRow(table, String(own), pointers)) return undefined
  if (stated === missing && !wanted.has(String(own))) return renumbered(table, stated, pointers)
  const isDenied = wanted.has(String(own)) || own !== low + 1
  return isDenied ? doubtedFrom({ ...table, note: String(stated) }, 0) : undefined
}

/** A note with its second block of rows in doubt where they may be a note's whose heading was not read, behind it. */
function withoutLostNote(table: Table, own: number, { unread }: Gap): Table {
  const [, second] = blocksOf(table)
  const isLost = unread.some((pointer) => numberOf(pointer)! > own)
  return second !== undefined && isLost ? doubtedFrom(table, second) : table
}
