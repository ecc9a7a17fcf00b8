import { foldLabel } from '../arithmetic/row-kind.js'
import type { Table } from '../model/report.js'
import { doubtedRows } from './lost-notes.js'
import { agreementOf, findPointers, firstOf, lastOf, outerSums, type Pointer } from './notes-by-rows.js'

/** What stands behind the sum of a note as a part of it, by its folded label or the heading over it. */
const BELONGS = /^(?:\w )?(?:var ?av|dar ?av)\b|taxeringsvarde|marknadsvarde/

/** Rows of a note up to one of its outermost sums, or behind the last of them: from, and up to but without. */
interface Block {
  readonly from: number
  readonly to: number
  readonly isSummed: boolean
}

/** Whether words stand over a row that are not those over the row before it. */
function isUnderOwnWords({ rows }: Table, row: number): boolean {
  const { section } = rows[row]!
  return section !== null && section !== (rows[row - 1]?.section ?? null)
}

/** `lacking` are the rows of statements that point to notes of which no heading was read. */
function blocksOf(table: Table, lacking: readonly Pointer[]): Block[] {
  const sums = outerSums(table)
  const ends = sums.map((row) => lastOf(table.sums, row) + 1)
  const isLacking = (sum: number) => lacking.some((one) => agreementOf(table, table.rows[sum]!, one) === 'whole')
  // rows of no sum before those of one that stand under words of their own, or come to another note's figures, are another part
  const starts = sums.flatMap((sum) => {
    const start = firstOf(table.sums, sum)
    return isUnderOwnWords(table, start) || isLacking(sum) ? [start] : []
  })
  const cuts = [...new Set([0, ...starts, ...ends, table.rows.length])].sort((a, b) => a - b)
  return cuts.slice(1).flatMap((to, index) => {
    const from = cuts[index]!
    return to > from ? [{ from, to, isSummed: ends.includes(to) }] : []
  })
}

/** Whether a block is a part of what stands before it. */
function belongsToLast(table: Table, { from }: Block): boolean {
  const { section, label } = table.rows[from]!
  // words over rows before it that still stand over it say nothing of it
  return [isUnderOwnWords(table, from) ? section : null, label].some((words) => BELONGS.test(foldLabel(words)))
}

/** Whether a block begins under words of its own, or adds up by itself, as a note under a heading does. */
function standsAlone(table: Table, { from, isSummed }: Block): boolean {
  return isSummed || isUnderOwnWords(table, from)
}

/** The last row with figures of a row of a statement that points to the table's note; -1 where none has. */
function lastTold(table: Table, pointers: readonly Pointer[]): number {
  const own = pointers.filter(({ note }) => note === table.note)
  return table.rows.findLastIndex((row) => own.some((pointer) => agreementOf(table, row, pointer) !== 'none'))
}

/**
 * The tables, with rows of notes in doubt that may be another note's, whose heading was not known: they stand behind the
 * sum under the heading that was read, alone by themselves, and from there on no row has the figures of a statement's that
 * points to the note.
 */
export function doubtUntoldBlocks(tables: readonly Table[]): Table[] {
  const pointers = findPointers(tables)
  const lacking = pointers.filter(({ note }) => tables.every((one) => one.note !== note))
  return tables.map((table, place) => {
    if (table.kind !== 'note' || table.note === null) return table
    const before = tables[place - 1]
    const goesOn = before?.kind === 'note' && before.note === table.note
    const told = lastTold(table, pointers)
    const doubted: Block[] = []
    blocksOf(table, lacking).forEach((block, index, all) => {
      const isOther = belongsToLast(table, block) ? doubted.includes(all[index - 1]!) : standsAlone(table, block)
      if ((goesOn || index > 0) && block.from > told && isOther) doubted.push(block)
    })
    return doubtedRows(table, (row) => doubted.some(({ from, to }) => row >= from && row < to))
  })
}
