import { foldLabel } from '../arithmetic/row-kind.js'
import { ACCOUNTS, isMoney, type Report, type Unit } from '../model/report.js'
import { printedAt } from './printed.js'

/** Smaller amounts are alike by chance, unless their rows have one name. */
const LEAST_TELLING = 100
const LEAST_NAMED = 10

/** How often a column's rows are printed in other tables too: there with the same dates and unit, or with others. */
export interface Repeats {
  readonly alike: number
  readonly otherwise: number
}

/** Two amounts of one row, the smaller first, with the columns that they stand in. */
interface Pair {
  readonly table: number
  readonly columns: readonly [number, number]
  readonly unit: Unit
  readonly dates: string
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
        const isAlike = own.unit === other.unit && own.dates === other.dates
        // all that a table holds is in its unit
        const columns = own.unit === other.unit ? own.columns : report.tables[own.table]!.columns.keys()
        for (const column of columns) {
          const key = `${own.table}/${column}`
          const count = counts.get(key) ?? { alike: 0, otherwise: 0 }
          count[isAlike ? 'alike' : 'otherwise']++
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
        column.scenario === 'actual' &&
        column.periodEnd !== null &&
        isMoney(unit) &&
        Math.abs(amount.value) >= LEAST_NAMED,
    )
    return told.slice(1).flatMap((second, place): [string, Pair][] => {
      const both = [told[place]!, second].toSorted((a, b) => Math.abs(a.amount.value) - Math.abs(b.amount.value))
      const sizes = both.map(({ amount }) => Math.abs(amount.value))
      if (sizes[0] === sizes[1]) return []
      const [one, two] = both.map(({ cell }) => cell.column)
      const name = sizes[0]! >= LEAST_TELLING ? '' : foldLabel(row.label)
      if (sizes[0]! < LEAST_TELLING && name === '') return []
      const dates = both.map(({ column }) => column.periodEnd).join()
      return [[`${name} ${sizes.join()}`, { table: index, columns: [one!, two!], unit: second.unit, dates }]]
    })
  })
}
