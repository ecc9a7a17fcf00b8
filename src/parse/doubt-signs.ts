import { type Amount, type Column, DASH_BEFORE, type Row } from '../model/report.js'
import { isNil } from './amount.js'

/**
 * Rows in which a dash stands in a column that has no head and holds nothing else, right before a figure: the figures
 * are in doubt, since the dashes may be their signs, set at the edge of the cell.
 */
export function doubtSigns<Read extends Pick<Row, 'cells'>>(rows: readonly Read[], columns: readonly Column[]): Read[] {
  const dashes = columns.map(({ periodEnd, scenario }, column) => {
    const printed = rows.flatMap(({ cells }) => cells[column] ?? [])
    const isUntold = periodEnd === null && scenario === 'actual'
    return isUntold && printed.length > 0 && printed.every(({ raw }) => isNil(raw))
  })
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const isBehindDash = dashes[column - 1] === true && row.cells[column - 1] !== null
      return cell && isBehindDash && cell.value > 0 ? inDoubt(cell) : cell
    }),
  }))
}

function inDoubt(cell: Amount): Amount {
  return { ...cell, doubts: [...cell.doubts, DASH_BEFORE] }
}
