import { type Change, usefulChanges } from './candidates.js'
import { type Constraint, isBroken, keyOf, type Variable } from './constraints.js'
import type { Part } from './explanations.js'
import { noteCutsOf, recutsOf } from './recuts.js'
import { turnedSigns } from './turned-signs.js'

/** A part with more broken identities than this was read or parsed wrong as a whole: no arithmetic mends it. */
const MOST_BROKEN = 40

/** The broken identities in parts that share no amount, each with the changes that may mend it. */
export function brokenParts(constraints: readonly Constraint[], variables: ReadonlyMap<string, Variable>): Part[] {
  const around = new Map<string, Constraint[]>()
  for (const constraint of constraints) {
    for (const key of constraint.factors.keys()) around.set(key, [...(around.get(key) ?? []), constraint])
  }
  const left = new Set(constraints.filter(isBroken))
  const parts: Part[] = []
  for (const start of left) {
    const members = new Set([start])
    for (const member of members) {
      for (const key of member.factors.keys())
        for (const next of around.get(key)!) if (left.has(next)) members.add(next)
    }
    for (const member of members) left.delete(member)
    if (members.size > MOST_BROKEN) continue
    const keys = [...new Set([...members].flatMap((member) => [...member.factors.keys()]))].sort()
    const touched = [...new Set(keys.flatMap((key) => around.get(key)!))]
    const recuts = keys.flatMap((key) => recutsAround(variables.get(key)!, variables))
    const turned = [...members].flatMap((member) => turnedSigns(member, variables))
    parts.push({ constraints: touched, changes: usefulChanges(variables, [...members], [...recuts, ...turned]) })
  }
  return parts
}

/** Other cuts between an amount and the next of its row, and before the row's first. */
function recutsAround(variable: Variable, variables: ReadonlyMap<string, Variable>): Change[] {
  const { id, cell } = variable
  const right = variables.get(keyOf(id, { ...cell, column: cell.column + 1 }))
  const left = variables.get(keyOf(id, { ...cell, column: cell.column - 1 }))
  const cuts = [
    ...(right ? recutsOf(variable, right) : []),
    ...(left ? recutsOf(left, variable) : []),
    ...(cell.column === 0 ? noteCutsOf(variable) : []),
  ]
  return cuts.filter(({ moves }) => !moves.some((move) => move.variable.amount.reviewed))
}
