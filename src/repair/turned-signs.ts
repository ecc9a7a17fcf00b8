import { isNoAccident } from '../arithmetic/chance.js'
import type { Change } from './candidates.js'
import { type Constraint, keyOf, type Variable } from './constraints.js'

/** What it costs that the minuses of several rows of one sum were lost, or specks before them read as such. */
const SIGNS_TURNED = 1.2

/**
 * The signs of several figures of one broken sum turned at once, as one fault: all rows with a minus, all without, or as
 * the same rows are printed in a column beside. Nothing is free to be chosen in these, so that a sum that closes so
 * hardly does by chance, unless it is a small one. That all rows have a minus is tried where some are read with one: else
 * the sum alone may have gained its own.
 */
export function turnedSigns(constraint: Constraint, variables: ReadonlyMap<string, Variable>): Change[] {
  const { check, tolerance, residual } = constraint
  const { subjectCell: sum, terms, other } = check
  if (!sum || other || terms.length < 2 || terms.some(({ cell, sign }) => cell.table !== sum.table || sign < 0))
    return []
  const id = [...constraint.factors.keys()].map((key) => variables.get(key)?.id).find(Boolean)
  if (id === undefined) return []
  const rows = terms
    .flatMap(({ cell }) => variables.get(keyOf(id, cell)) ?? [])
    .filter(({ amount }) => amount.value !== 0)
  const columns = new Set(rows.flatMap(({ beside }) => beside.map(({ column }) => column)))
  const isMinusSeen = rows.some(({ amount }) => amount.value < 0)
  const asBeside = [...columns].map((column) => (variable: Variable) => {
    const value = variable.beside.find((one) => one.column === column)?.value
    return value ? Math.sign(value) : Math.sign(variable.amount.value)
  })
  const found = [...(isMinusSeen ? [() => -1, () => 1] : []), ...asBeside].flatMap((signOf): Change[] => {
    const moves = rows
      .map((variable) => ({ variable, after: signOf(variable) * Math.abs(variable.amount.value) }))
      .filter(({ variable, after }) => after !== variable.amount.value && !variable.amount.reviewed)
    const open = moves.reduce(
      (all, { variable, after }) => all + constraint.factors.get(variable.key)! * (after - variable.amount.value),
      residual,
    )
    if (moves.length < 2 || Math.abs(open) > tolerance) return []
    const isTold = isNoAccident(2 + columns.size, check.expected ?? 0, open === 0 ? 0 : tolerance)
    const fault = moves.every(({ after }) => after < 0) ? 'minuses lost' : 'signs misread'
    return [{ moves, fault, cost: SIGNS_TURNED, isReading: false, isReaderOnly: true, isTold }]
  })
  return found.filter(({ moves }, at) => found.findIndex((one) => namesOf(one.moves) === namesOf(moves)) === at)
}

/** Whether a change is of signs alone, which readers lose oftener than anything else and printers hardly ever. */
export function isOfSigns({ moves }: Change): boolean {
  return moves.every(({ variable, after }) => after === -variable.amount.value)
}

function namesOf(moves: Change['moves']): string {
  return moves.map(({ variable }) => variable.key).join(' ')
}
