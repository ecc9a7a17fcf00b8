import type { Amount, Row, Table } from '../model/report.js'

/** A row of a statement that points to one note. */
export interface Pointer {
  readonly note: string
  readonly table: Table
  readonly row: Row
}

/** A row of the note and one that points to it have the same figures: in two years or more, in some, or in none. */
type Agreement = 'whole' | 'part' | 'none'

/** Figures of fewer digits are alike by chance. */
const LEAST_TELLING = 100

/** The rows of the statements that point to a single note. */
export function findPointers(tables: readonly Table[]): Pointer[] {
  return tables
    .filter(({ kind }) => kind === 'income_statement' || kind === 'balance_sheet')
    .flatMap((table) =>
      table.rows.flatMap((row) =>
        row.noteRef && /^\w+$/.test(row.noteRef) ? [{ note: row.noteRef, table, row }] : [],
      ),
    )
}

/** An amount in its unit, without its sign. */
export function sizeOf({ value, decimals }: Amount): number {
  return Math.abs(value) / 10 ** decimals
}

/** Whether a row of a note has the figures of one that points to it, whatever their signs. */
export function agreementOf(note: Table, row: Row, pointer: Pointer): Agreement {
  if ((row.unit ?? note.unit) !== (pointer.row.unit ?? pointer.table.unit)) return 'none'
  const met = note.columns.flatMap(({ periodEnd, scenario }, place): boolean[] => {
    const own = row.cells[place]
    // a group's figures stand beside its parent's, under the same dates
    const stated = pointer.row.cells.filter((cell, beside) => {
      const column = pointer.table.columns[beside]!
      return cell !== null && periodEnd !== null && column.periodEnd === periodEnd && column.scenario === scenario
    })
    const isAlike = (cell: Amount | null) => sizeOf(own!) === sizeOf(cell!) && sizeOf(own!) >= LEAST_TELLING
    return own && stated.length > 0 ? [stated.some(isAlike)] : []
  })
  if (!met.includes(true)) return 'none'
  return met.length > 1 && !met.includes(false) ? 'whole' : 'part'
}

/** Whether a row of a statement tells the number of a note, in all its years. */
export function isToldByRow(note: Table, number: string, pointers: readonly Pointer[]): boolean {
  return pointers.some((one) => one.note === number && note.rows.some((row) => agreementOf(note, row, one) === 'whole'))
}

/** Rows that are sums and go into no other, in order. */
export function outerSums({ sums }: Table): number[] {
  const inner = new Set(sums.flatMap(({ terms }) => terms.map(({ row }) => row)))
  return [...new Set(sums.map(({ row }) => row))].filter((row) => !inner.has(row)).sort((a, b) => a - b)
}

function rowsOf(table: Table, from: number, to: number): Table {
  const isWithin = (row: number) => row >= from && row < to
  return {
    ...table,
    rows: table.rows.slice(from, to),
    sums: table.sums
      .filter(({ row, terms }) => isWithin(row) && terms.every((term) => isWithin(term.row)))
      .map((sum) => ({
        ...sum,
        row: sum.row - from,
        terms: sum.terms.map((term) => ({ ...term, row: term.row - from })),
      })),
  }
}

/** Where a heading was lost, so many heights of a row lie between the rows at least. */
const LEAST_ROOM = 2

/** Where a row stands: the top of its first figure, on its page; undefined in plain text, and where no word is unread. */
function topOf({ cells }: Row): { page: number; y: number } | undefined {
  const cell = cells.find((one) => one !== null)
  return cell?.box && !cell.typed ? { page: cell.page, y: cell.box.y0 } : undefined
}

/** Whether there is room for a heading over a row: it stands far below the last, on another page or in another column. */
function hasRoom({ rows }: Table, row: number): boolean {
  const tops = rows.map(topOf)
  const stepTo = (index: number) => {
    const [before, own] = [tops[index - 1], tops[index]]
    if (!before || !own) return 0
    return own.page === before.page && own.y > before.y ? own.y - before.y : Number.POSITIVE_INFINITY
  }
  const steps = rows.flatMap((_, index) => stepTo(index) || []).sort((a, b) => a - b)
  return stepTo(row) >= LEAST_ROOM * (steps[Math.floor(steps.length / 2)] ?? Number.NaN)
}

/** The first of the rows that a sum comes from, through the sums among its terms. */
export function firstOf(sums: Table['sums'], row: number): number {
  const terms = sums.filter((sum) => sum.row === row).flatMap((sum) => sum.terms.map((term) => term.row))
  return Math.min(row, ...terms.filter((term) => term < row).map((term) => firstOf(sums, term)))
}

/** The last of the rows that a sum comes from, or the sum itself. */
export function lastOf(sums: Table['sums'], row: number): number {
  const terms = sums.filter((sum) => sum.row === row).flatMap((sum) => sum.terms.map((term) => term.row))
  return Math.max(row, ...terms.filter((term) => term > row).map((term) => lastOf(sums, term)))
}

/** The first rows of the parts of a table that add up each by itself and may each have had a heading. */
export function blocksOf(table: Table): number[] {
  const outer = outerSums(table)
  const starts = outer.flatMap((row, index) => {
    // rows of no sum before those of the first one are another part
    const start = index === 0 ? firstOf(table.sums, row) : lastOf(table.sums, outer[index - 1]!) + 1
    const terms = table.sums.filter((sum) => sum.row === row).flatMap((sum) => sum.terms)
    const isApart = terms.every((term) => term.row >= start)
    return start > 0 && isApart && hasRoom(table, start) ? [start] : []
  })
  return [0, ...starts]
}

/**
 * A note's table in as many parts as it holds notes: where rows behind one sum have the figures of a row that points to
 * a note without table, the heading between them was not read. The parts that so begin have no number and no title.
 */
export function splitNote(table: Table, lacking: readonly Pointer[]): Table[] {
  const blocks = blocksOf(table)
  const starts = blocks.filter((start, index) => {
    const rows = table.rows.slice(start, blocks[index + 1] ?? table.rows.length)
    return index === 0 || lacking.some((one) => rows.some((row) => agreementOf(table, row, one) !== 'none'))
  })
  return starts.map((start, index) => {
    const part = rowsOf(table, start, starts[index + 1] ?? table.rows.length)
    return index === 0 ? part : { ...part, note: null, title: null }
  })
}
