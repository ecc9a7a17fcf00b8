import type { Amount, Row } from '../model/report.js'

/** Of so many figures at least the printer's way with decimals can be told. */
const FEWEST = 8
/** Where at most this share of figures has decimals, none was printed with them. */
const STRAY = 0.12

/** A column with a larger share of them has them from the printer. */
const MOST_IN_COLUMN = 0.25

function isMoney(row: Row, cell: Amount): boolean {
  return row.unit === null && !/%/.test(cell.raw) && cell.value !== 0
}

/** The figure without what stands behind its comma, doubted unless a second reading saw none either. */
function whole(cell: Amount): Amount {
  const value = Math.trunc(cell.value / 10 ** cell.decimals)
  const doubts =
    cell.second === value
      ? cell.doubts
      : [...cell.doubts, `what stands behind the comma of "${cell.raw}" is a stray mark`]
  return { ...cell, value, decimals: 0, doubts }
}

/** Whether a column is printed with decimals: interest, prices. */
function isDecimal(rows: readonly Row[], column: number): boolean {
  const printed = rows.flatMap((row) => row.cells[column] ?? [])
  return printed.filter((cell) => cell.decimals > 0).length > printed.length * MOST_IN_COLUMN
}

/** The rows without decimals that only a stray mark gave a figure: "7 394 129,4" among whole kronor. */
export function withoutStrayDecimals(rows: readonly Row[]): Row[] {
  const money = rows.flatMap((row) => row.cells.flatMap((cell) => (cell && isMoney(row, cell) ? [cell] : [])))
  const odd = money.filter((cell) => cell.decimals > 0)
  if (odd.length === 0 || money.length < FEWEST || odd.length > STRAY * money.length) return [...rows]
  const decimal = new Set(rows[0]?.cells.flatMap((_, column) => (isDecimal(rows, column) ? [column] : [])))
  const isStray = (row: Row, cell: Amount, column: number) =>
    cell.decimals > 0 && isMoney(row, cell) && !decimal.has(column)
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => (cell && isStray(row, cell, column) ? whole(cell) : cell)),
  }))
}
