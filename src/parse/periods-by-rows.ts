import { type Amount, type Row, type Table, UNTOLD_PERIOD } from '../model/report.js'

/** Smaller amounts are alike by chance. */
const LEAST_TELLING = 100

/** What a row prints in the columns, without its sign; undefined where it cannot tell one column from another. */
function printOf(row: Row, places: readonly number[]): string | undefined {
  const sizes = places.map((place) => Math.abs(row.cells[place]?.value ?? 0))
  const differ = new Set(sizes).size === sizes.length
  return differ && sizes.every((size) => size >= LEAST_TELLING) && row.unit === null ? sizes.join(' ') : undefined
}

/** The columns of outcomes in money, by their places in the table. */
export function actualPlaces({ columns }: Table): number[] {
  return columns.flatMap((column, place) => (column.scenario === 'actual' && column.unit !== '%' ? [place] : []))
}

/**
 * The periods over the columns of a table that says none: those of a table of the report that prints a whole row of the
 * same amounts in the same order. Undefined where there is none, or where two such tables disagree.
 */
function periodsByRows(table: Table, others: readonly Table[]): readonly string[] | undefined {
  const own = actualPlaces(table)
  if (own.length < 2) return undefined
  const prints = new Set(table.rows.flatMap((row) => printOf(row, own) ?? []))
  const found = new Map<string, readonly string[]>()
  for (const other of others) {
    const places = actualPlaces(other)
    const periods = places.flatMap((place) => other.columns[place]!.periodEnd ?? [])
    if (other === table || places.length !== own.length || periods.length !== own.length) continue
    if (other.unit === table.unit && other.rows.some((row) => prints.has(printOf(row, places) ?? '')))
      found.set(periods.join(), periods)
  }
  return found.size === 1 ? [...found.values()][0] : undefined
}

/** The table with the periods that its rows tell, where its heads tell none at all. */
export function datedByRows(table: Table, others: readonly Table[]): Table {
  const places = actualPlaces(table)
  if (table.columns.some(({ periodEnd }) => periodEnd !== null)) return table
  const periods = periodsByRows(table, others)
  if (periods === undefined) return table
  const columns = table.columns.map((column, place) => ({
    ...column,
    periodEnd: periods[places.indexOf(place)] ?? null,
  }))
  const told = (cell: Amount | null, place: number) =>
    cell && columns[place]?.periodEnd != null
      ? { ...cell, doubts: cell.doubts.filter((doubt) => doubt !== UNTOLD_PERIOD) }
      : cell
  return { ...table, columns, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(told) })) }
}
