import type { StatementKind } from '../../src/model/report.js'
import { findSums } from '../../src/parse/find-sums.js'
import { type RowSketch, rows, years } from './build-report.js'

/** Sums as `row = terms`, a term with its sign turned marked by a minus. */
export function sumsOf(kind: StatementKind, sketches: readonly RowSketch[]): string[] {
  const columns = years(Math.max(...sketches.map((sketch) => sketch.length - 1)))
  return findSums({ kind, columns, rows: rows(sketches) }).sums.map(
    ({ row, terms, column }) =>
      `${row}${column === undefined ? '' : `@${column}`} = ${terms.map((term) => `${term.sign < 0 ? '-' : ''}${term.row}`).join(' ')}`,
  )
}
