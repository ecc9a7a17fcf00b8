import type { Amount, Row } from '../model/report.js'

/** A column holds shares if so many of its figures have a per cent sign, and more of them than not. */
const FEWEST = 3
// "2,26%", "0,4 %": a share as it is printed
const SHARE = /^\d{1,2}[.,](?<fraction>\d{1,2}) ?%$/
// "2,7086", "2,26986" for 2,70 % and 2,26 %
const LONG = /^(?<whole>\d{1,2}),(?<digits>\d{2,6})$/

/** How many decimals the shares of a column are printed with; undefined where it holds none, or they differ. */
function decimalsOf(cells: readonly Amount[]): number | undefined {
  const shares = cells.flatMap(({ raw }) => SHARE.exec(raw)?.groups?.fraction?.length ?? [])
  const isColumn = shares.length >= FEWEST && shares.length > cells.length / 2
  return isColumn && new Set(shares).size === 1 ? shares[0] : undefined
}

/** The share that digits begin with which go on in place of its sign, in doubt; the cell itself where it is none. */
function asShare(cell: Amount, decimals: number): Amount {
  const { whole, digits } = LONG.exec(cell.raw)?.groups ?? {}
  if (whole === undefined || digits === undefined || digits.length <= decimals) return cell
  const doubt = `the last digits of "${cell.raw}" stand where the others of its column have a per cent sign`
  const value = Number(whole + digits.slice(0, decimals))
  return { ...cell, value, decimals, alternatives: [], second: null, doubts: [...cell.doubts, doubt] }
}

/** The rows with shares whose sign the reader took for digits cut as long as the others of their column. */
export function withLostPercent(rows: readonly Row[]): Row[] {
  const columns = rows[0]?.cells.map((_, column) => decimalsOf(rows.flatMap(({ cells }) => cells[column] ?? []))) ?? []
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const decimals = columns[column]
      return cell && decimals !== undefined ? asShare(cell, decimals) : cell
    }),
  }))
}
