import { anchorOf } from '../../src/decide/find-anchor.js'
import type { CellRef } from '../../src/model/check.js'
import type { Decision, Ruling } from '../../src/model/decision.js'
import type { Report } from '../../src/model/report.js'
import { withId } from '../../src/store/decision-store.js'

/** A document's hash for tests that have no document. */
export const someDocument = 'd'.repeat(64)

/** A ruling about the figure at a cell of the first report. */
export function about(reports: readonly Report[], [table, row, column]: readonly [number, number, number]) {
  const cell: CellRef = { table, row, column }
  return { anchor: anchorOf(reports, { report: 0, cell })! }
}

/** The log of some rulings, a second apart. */
export function logOf(rulings: readonly Ruling[], sha256 = someDocument): Decision[] {
  return rulings.map((ruling, index) => {
    const at = new Date(Date.UTC(2026, 0, 31, 8, 0, index)).toISOString()
    return withId({ at, by: 'eva', sha256, ruling })
  })
}
