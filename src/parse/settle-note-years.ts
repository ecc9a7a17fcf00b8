import type { Table } from '../model/report.js'
import { doubtCells } from './doubt-cells.js'
import { findPointers, sizeOf } from './notes-by-rows.js'
import { actualPlaces } from './periods-by-rows.js'

const DOUBT = 'the period of its column is told by the row that points to its note'

/** Figures of fewer digits are alike in two years by chance. */
const LEAST_TELLING = 1000

/**
 * Puts the year of notes right of which one column alone was read, and may have got the head of the other: where the row
 * that points to the note has its sum in another year and another figure in this one. Such figures are doubted.
 */
export function settleNoteYears(tables: readonly Table[]): Table[] {
  const pointers = findPointers(tables)
  return tables.map((table) => {
    const [place, ...more] = actualPlaces(table)
    const own = place === undefined ? null : table.columns[place]!.periodEnd
    if (table.kind !== 'note' || own === null || more.length > 0) return table
    const sums = table.rows.filter((_, row) => table.rows.length === 1 || table.sums.some((sum) => sum.row === row))
    const sizes = sums.flatMap((row) => (row.cells[place!] ? [sizeOf(row.cells[place!]!)] : []))
    const stated = pointers.flatMap((one) =>
      one.note === table.note && one.table.unit === table.unit
        ? actualPlaces(one.table).flatMap((column) => {
            const [cell, date] = [one.row.cells[column], one.table.columns[column]!.periodEnd]
            return cell && date !== null ? [{ size: sizeOf(cell), date }] : []
          })
        : [],
    )
    const met = stated.filter(({ size }) => size >= LEAST_TELLING && sizes.includes(size)).map(({ date }) => date)
    const isOwnOther = stated.some(({ date }) => date === own) && !met.includes(own)
    if (!isOwnOther || new Set(met).size !== 1) return table
    const columns = table.columns.with(place!, { ...table.columns[place!]!, periodEnd: met[0]! })
    return doubtCells({ ...table, columns }, DOUBT, (_cell, _row, column) => column === place)
  })
}
