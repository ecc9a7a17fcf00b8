import type { CellRef } from '../model/check.js'
import type { Change } from './candidates.js'
import { type Constraint, constraintsOf, isBroken, type TriedReport } from './constraints.js'
import { brokenParts, type Explanation, explanationsOf, type Part } from './explanations.js'

/** A change to one amount that arithmetic calls for. */
export type FoundRepair = {
  reportId: string
  cell: CellRef
  before: number
  after: number
  fault: string
  cost: number
  margin: number
  decision: 'auto' | 'proposed'
  /** Whether a reading of the picture shows it, so that taking it is reading, not repair. */
  isReading: boolean
}

/** How far the next best explanation must lie behind before a repair is made by itself. */
const CLEAR_MARGIN = 1
/** How far a slip in another amount must lie behind where one identity is all the evidence. */
const FAR_MARGIN = 2
/** How many explanations of one fault are offered to a person. */
const MOST_OFFERED = 3

/**
 * Repairs for what does not close: for each part of the identities that hangs together, the cheapest account of its
 * faults. It is made by itself only if it stands alone by a margin, closes all, and could not be a misprint; else the
 * accounts that come near are offered.
 */
export function findRepairs(reports: readonly TriedReport[]): FoundRepair[] {
  const { constraints, variables } = constraintsOf(reports)
  return brokenParts(constraints, variables).flatMap((part) => {
    const [best, ...others] = explanationsOf(part)
    if (!best || best.changes.length === 0) return []
    const margin = (others.find((other) => differs(other, best))?.cost ?? Number.POSITIVE_INFINITY) - best.cost
    const isSure =
      best.open === 0 &&
      margin >= CLEAR_MARGIN &&
      best.changes.every((change) => isMisreading(change, best, part, others))
    if (isSure) return best.changes.map((change) => toRepair(change, margin, 'auto'))
    const nothing = others.find(({ changes }) => changes.length === 0)?.cost ?? Number.POSITIVE_INFINITY
    const near = [best, ...others].filter(
      ({ changes, cost }) => changes.length > 0 && cost < best.cost + CLEAR_MARGIN && cost < nothing,
    )
    return distinct(near.slice(0, MOST_OFFERED).flatMap(({ changes }) => changes)).map((change) =>
      toRepair(change, margin, 'proposed'),
    )
  })
}

/**
 * Whether a change can only be the reader's slip. Two identities that it closes and that are otherwise unlike prove it;
 * one does if a reading shows the value, or if the source is text alone and the count of digits is not that of the row's
 * other amounts, which printers do not get wrong. Two readings that agree on what is printed rule it out.
 */
function isMisreading(
  change: Change,
  { changes, cost }: Explanation,
  part: Part,
  others: readonly Explanation[],
): boolean {
  const { amount, key } = change.variable
  if (!change.isReading && amount.second !== null && amount.second === amount.value) return false
  const closed = part.constraints.filter((constraint) => isBroken(constraint) && constraint.factors.has(key))
  const exact = closed.filter((constraint) => residualAfter(constraint, changes) === 0)
  const independent = new Set(
    exact.map((constraint) =>
      [...constraint.factors.keys()]
        .filter((other) => other !== key)
        .sort()
        .join(' '),
    ),
  )
  if (independent.size >= 2) return true
  if (others.some((other) => isRival(change, cost, other))) return false
  const isUnprinted = amount.box === null || amount.doubts.length > 0
  return (
    independent.size === 1 && (change.isReading || (change.isReaderOnly && isUnprinted && hasNeighboursSize(change)))
  )
}

/**
 * Whether another explanation stands too near where one identity is all the evidence: the same slip ending in a
 * neighbouring value, which rounding would let pass, or a slip in another amount, likely or not.
 */
function isRival(change: Change, own: number, { changes, open, cost }: Explanation): boolean {
  if (changes.length === 0 || open > 0) return false
  if (changes.some(({ variable }) => variable.key !== change.variable.key)) return cost < own + FAR_MARGIN
  return changes.every((other) => other.after !== change.after && other.cost <= change.cost)
}

/** Whether the row's other amounts have as many digits as the change would give, and not as many as were read. */
function hasNeighboursSize({ variable, after }: Change): boolean {
  const length = (value: number) => String(Math.abs(value)).length
  const { neighbours, amount } = variable
  return (
    neighbours.some((value) => length(value) === length(after)) &&
    !neighbours.some((value) => length(value) === length(amount.value))
  )
}

function residualAfter(constraint: Constraint, changes: readonly Change[]): number {
  return changes.reduce(
    (sum, { variable, after }) => sum + (constraint.factors.get(variable.key) ?? 0) * (after - variable.amount.value),
    constraint.residual,
  )
}

function differs(a: Explanation, b: Explanation): boolean {
  const named = ({ changes }: Explanation) => new Set(changes.map(({ variable, after }) => `${variable.key}=${after}`))
  const [own, others] = [named(a), named(b)]
  return [...others].some((name) => !own.has(name))
}

function distinct(changes: readonly Change[]): Change[] {
  const byName = new Map(changes.map((change) => [`${change.variable.key}=${change.after}`, change]))
  return [...byName.values()]
}

function toRepair(change: Change, margin: number, decision: 'auto' | 'proposed'): FoundRepair {
  const { id, cell, amount } = change.variable
  return {
    reportId: id,
    cell,
    before: amount.value,
    after: change.after,
    fault: change.fault,
    cost: change.cost,
    margin: Number.isFinite(margin) ? margin : 99,
    decision,
    isReading: change.isReading,
  }
}
