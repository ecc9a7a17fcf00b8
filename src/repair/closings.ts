import { areExclusive, type Change, movedBy } from './candidates.js'
import type { Constraint } from './constraints.js'

/** A choice of changes under which an identity holds; `residual` is what rounding then leaves open. */
export type Closing = { changes: readonly Change[]; residual: number }

/** With more ways than this to choose, fewer are tried together. */
const MOST_TRIED = 20_000
/** With more choices than these in one identity, fewer changes are tried together. */
const MOST_CLOSINGS = 60
/** The most amounts of one identity that are taken to be misread at once. */
const MOST_TOGETHER = 3

/** Every choice of up to three of the changes that touch an identity under which it holds, the empty one first. */
export function closingsOf(constraint: Constraint, changes: readonly Change[]): Closing[] {
  const moved = changes.map((change) => movedBy(constraint, change))
  const found: Closing[] = []
  let grown: { chosen: readonly number[]; residual: number }[] = [{ chosen: [], residual: constraint.residual }]
  for (let size = 0; size <= MOST_TOGETHER; size++) {
    const closing = grown.filter(({ residual }) => Math.abs(residual) <= constraint.tolerance)
    if (size > 1 && found.length + closing.length > MOST_CLOSINGS) break
    found.push(...closing.map(({ chosen, residual }) => ({ changes: chosen.map((at) => changes[at]!), residual })))
    if (grown.length * changes.length > MOST_TRIED) break
    grown = grown.flatMap(({ chosen, residual }) =>
      changes.flatMap((next, at) =>
        at <= (chosen.at(-1) ?? -1) || chosen.some((one) => areExclusive(changes[one]!, next))
          ? []
          : [{ chosen: [...chosen, at], residual: residual + moved[at]! }],
      ),
    )
  }
  return found
}
