import { foldLabel } from '../arithmetic/row-kind.js'
import {
  ACCOUNTS,
  type Amount,
  ASSUMED_UNIT,
  isMoney,
  type ProseFigure,
  type Table,
  type Unit,
} from '../model/report.js'

/** A table, and whether its unit is printed over it or over one before it; else it is assumed. */
export interface UnitTable {
  readonly table: Table
  readonly told: boolean
}

/** Smaller amounts are alike by chance. */
const LEAST_TELLING = 100
/** So many amounts that stand in a table of a known unit too tell the unit of the other. */
const ENOUGH = 2

/**
 * The tables, with the unit of those that print none taken from the report's other tables: the unit in which the same
 * amounts stand there. Where no amounts tell, and statements or notes say another unit than was assumed for one of them,
 * its amounts are in doubt.
 */
export function settleUnits(tables: readonly UnitTable[]): Table[] {
  const told = tables.filter(({ table, told }) => told && isMoney(table.unit))
  const units = [...new Set(told.map(({ table }) => table.unit))]
  return tables.map(({ table, told: isTold }) => {
    if (isTold || !isMoney(table.unit) || units.every((unit) => unit === table.unit)) return table
    const own = amountsOf(table)
    const shared = units
      .map((unit) => ({
        unit,
        count: countShared(
          own,
          told.filter((one) => one.table.unit === unit),
        ),
      }))
      .sort((a, b) => b.count - a.count)
    const [best, next] = shared
    if (best && best.count >= ENOUGH && best.count > (next?.count ?? 0)) return { ...table, unit: best.unit }
    const accounts = ACCOUNTS.has(table.kind) ? told.filter((one) => ACCOUNTS.has(one.table.kind)) : []
    if (accounts.every((one) => one.table.unit === table.unit)) return table
    return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(inDoubt) })) }
  })
}

/** A shorter label may stand in a sentence by chance. */
const LEAST_LABEL = 8

/**
 * The tables, statements and notes with the unit of the running text where none prints one: that in which sentences quote
 * rows of theirs by label and amount, "Årets resultat uppgår till 483 tkr".
 */
export function withQuotedUnit(tables: readonly UnitTable[], prose: readonly ProseFigure[]): readonly UnitTable[] {
  const accounts = tables.filter(({ table }) => ACCOUNTS.has(table.kind) && isMoney(table.unit))
  if (accounts.some(({ told }) => told)) return tables
  const rows = accounts.flatMap(({ table: { rows } }) => rows.map((row) => ({ ...row, name: foldLabel(row.label) })))
  const units = new Set(
    prose.flatMap(({ value, unit, sentence }): Unit[] => {
      const [size, said] = [Math.abs(value), foldLabel(sentence)]
      const isQuoted = rows.some(
        ({ name, cells }) =>
          name.length >= LEAST_LABEL &&
          said.includes(name) &&
          cells.some((cell) => Math.abs(cell?.value ?? 0) === size),
      )
      return size >= LEAST_TELLING && isQuoted ? [unit] : []
    }),
  )
  const [unit, ...others] = units
  if (unit === undefined || others.length > 0) return tables
  return tables.map((one) => (accounts.includes(one) ? { table: { ...one.table, unit }, told: true } : one))
}

/** What is a million or more where no unit is printed is kronor. */
const LEAST_KRONOR = 1_000_000
/** Smaller sums of money in running text are alike by chance. */
const LEAST_QUOTED = 1000
// "12 345:-", "12 345,50", "12.345:50-"
const KRONOR = /:-|[,:]\d\d-?$/

/**
 * Whether nothing tells in what unit the accounts are: it is not printed, nor shown by the figures or by the text; or
 * the unit that the report says once for all of them, `declared`, is that of none.
 */
export function isUnitUntold(
  tables: readonly UnitTable[],
  declared: Unit | null,
  prose: readonly ProseFigure[],
): boolean {
  const accounts = tables.filter(({ table }) => ACCOUNTS.has(table.kind) && isMoney(table.unit))
  if (accounts.length === 0) return false
  if (declared !== null && accounts.every(({ table }) => table.unit !== declared)) return true
  if (accounts.some(({ told }) => told)) return false
  const amounts = accounts.flatMap(({ table: { rows } }) =>
    rows.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? [])),
  )
  const quoted = new Set(prose.flatMap(({ value, unit }) => (unit === 'kr' ? [Math.abs(value)] : [])))
  return !amounts.some(({ value, raw }) => {
    const size = Math.abs(value)
    return size >= LEAST_KRONOR || KRONOR.test(raw) || (size >= LEAST_QUOTED && quoted.has(size))
  })
}

function countShared(own: ReadonlySet<number>, others: readonly UnitTable[]): number {
  const printed = new Set(others.flatMap(({ table }) => [...amountsOf(table)]))
  return [...own].filter((value) => printed.has(value)).length
}

function amountsOf({ rows, columns }: Table): Set<number> {
  const values = rows.flatMap(({ cells, unit }) =>
    cells.flatMap((cell, index) =>
      cell && unit === null && columns[index]?.unit === null ? Math.abs(cell.value) : [],
    ),
  )
  return new Set(values.filter((value) => value >= LEAST_TELLING))
}

function inDoubt(cell: Amount | null): Amount | null {
  return cell && { ...cell, doubts: [...cell.doubts, ASSUMED_UNIT] }
}
