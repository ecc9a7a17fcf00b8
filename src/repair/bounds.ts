import type { Bound } from '../model/settled.js'
import { type Constraint, isBroken, type Variable } from './constraints.js'
import type { Explanation, Part } from './explanations.js'

/** Where an amount of one report lies, whichever of the near explanations is true. */
export type FoundBound = Bound & { reportId: string }

/**
 * For every amount in the broken identities of a part, the least and the greatest value that explanations give it which
 * are not told apart, and what was read: while nothing is repaired, it may stand so on paper. Nothing is bound where to
 * believe in a misprint is all there is.
 */
export function boundsOf(
  part: Part,
  near: readonly Explanation[],
  variables: ReadonlyMap<string, Variable>,
): FoundBound[] {
  if (near.every(({ changes }) => changes.length === 0)) return []
  const keys = new Set(part.constraints.filter(isBroken).flatMap(({ factors }) => [...factors.keys()]))
  for (const { variable } of part.changes.flatMap(({ moves }) => moves)) keys.add(variable.key)
  return [...keys].map((key) => {
    const variable = variables.get(key)!
    const values = near.map(({ changes }) => {
      const move = changes.flatMap(({ moves }) => moves).find((one) => one.variable.key === key)
      return move?.after ?? variable.amount.value
    })
    return toBound(variable, [variable.amount.value, ...values])
  })
}

/** For every amount whose readings differ outside broken identities: those of them that break none. */
export function readingBounds(
  variables: ReadonlyMap<string, Variable>,
  constraints: readonly Constraint[],
): FoundBound[] {
  return [...variables.values()].flatMap((variable) => {
    const { value, second, alternatives } = variable.amount
    const others = [...(second === null ? [] : [second]), ...alternatives].filter((other) => other !== value)
    if (others.length === 0) return []
    const around = constraints.filter(({ factors }) => factors.has(variable.key))
    if (around.some(isBroken)) return []
    const possible = others.filter((other) =>
      around.every(
        ({ factors, residual, tolerance }) =>
          Math.abs(residual + factors.get(variable.key)! * (other - value)) <= tolerance,
      ),
    )
    return [toBound(variable, [value, ...possible])]
  })
}

function toBound({ id, cell }: Variable, values: readonly number[]): FoundBound {
  return { reportId: id, cell, low: Math.min(...values), high: Math.max(...values) }
}
