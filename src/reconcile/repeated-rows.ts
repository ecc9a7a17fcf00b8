import { ACCOUNTS, isMoney, type Report } from '../model/report.js'
import { printedAt } from './printed.js'

/** Smaller amounts are alike by chance. */
const LEAST_TELLING = 100

/** How often a column's rows are printed in other tables too: there with the same dates and unit, or with others. */
export interface Repeats {
  readonly alike: number
  readonly otherwise: number
}

/** Two amounts of one row, the smaller first, with the columns that they stand in. */
interface Pair {
  readonly table: number
  readonly columns: readonly [number, number]
  readonly says: string
}

/**
 * Rows that stand in two tables of the accounts with the same two amounts: a statement's line and its note's sum, the
 * result in all statements. They tell the dates and units of their columns, which sums within a table do not: where they
 * are said otherwise, one of the two is read or taken wrongly.
 */
export function repeatedRows(report: Report): (table: number, column: number) => Repeats {
  const pairs = new Map<string, Pair[]>()
  for (const [key, pair] of report.tables.flatMap((_, table) => pairsOf(report, table)))
    pairs.set(key, [...(pairs.get(key) ?? []), pair])
  const counts = new Map<string, { alike: number; otherwise: number }>()
  for (const alike of pairs.values())
    for (const own of alike)
      for (const other of alike) {
        if (other.table === own.table) continue
        for (const column of own.columns) {
          const key = `${own.table}/${column}`
          const count = counts.get(key) ?? { alike: 0, otherwise: 0 }
          count[own.says === other.says ? 'alike' : 'otherwise']++
          counts.set(key, count)
        }
      }
  return (table, column) => counts.get(`${table}/${column}`) ?? { alike: 0, otherwise: 0 }
}

function pairsOf(report: Report, index: number): [string, Pair][] {
  const table = report.tables[index]!
  if (!ACCOUNTS.has(table.kind)) return []
  return table.rows.flatMap((row, at): [string, Pair][] => {
    const printed = row.cells.flatMap((_, column) => printedAt(report, { table: index, row: at, column }) ?? [])
    const told = printed.filter(
      ({ column, unit, amount }) =>
        column.scenario === 'actual' && column.periodEnd !== null && isMoney(unit) && isTelling(amount.value),
    )
    return told.slice(1).flatMap((second, place): [string, Pair][] => {
      const both = [told[place]!, second].toSorted((a, b) => Math.abs(a.amount.value) - Math.abs(b.amount.value))
      const sizes = both.map(({ amount }) => Math.abs(amount.value))
      if (sizes[0] === sizes[1]) return []
      const [one, two] = both.map(({ cell }) => cell.column)
      const says = both.map(({ column, unit }) => `${column.periodEnd} ${unit}`).join()
      return [[sizes.join(), { table: index, columns: [one!, two!], says }]]
    })
  })
}

function isTelling(value: number): boolean {
  return Math.abs(value) >= LEAST_TELLING
}
