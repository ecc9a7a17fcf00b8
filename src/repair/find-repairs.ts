import type { CellRef } from '../model/check.js'
import type { SolveProgram } from './binary-program.js'
import { boundsOf, type FoundBound, readingBounds } from './bounds.js'
import { brokenParts } from './broken-parts.js'
import { type Change, movedBy } from './candidates.js'
import {
  type Constraint,
  constraintsOf,
  isBroken,
  type TriedReport,
  type Variable,
  variablesOf,
} from './constraints.js'
import { type Explained, type Explanation, explanationsOf, type Part } from './explanations.js'
import { isOfSigns } from './turned-signs.js'

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
  /** Whether what was made of the amount may be taken for sure; signs are turned on less, and stay in doubt. */
  isProven: boolean
}

/** How far the next best explanation must lie behind before a repair is made by itself. */
const CLEAR_MARGIN = 1
/** How far a slip in another amount must lie behind where one identity is all the evidence, and what bounds leave out. */
const FAR_MARGIN = 2
/** What stands for the margin where there is no other explanation. */
const NO_OTHER = 99

/** Changes that arithmetic calls for, and where it says that amounts lie. */
export type Findings = { repairs: FoundRepair[]; bounds: FoundBound[] }

/**
 * Repairs for what does not close: for each part of the identities that hangs together, the cheapest account of its
 * faults. It is made by itself only if it stands alone by a margin, closes all, and could not be a misprint; else the
 * accounts that come near are offered, and bound the amounts.
 */
export function findRepairs(reports: readonly TriedReport[], solve: SolveProgram): Findings {
  const variables = variablesOf(reports)
  const constraints = constraintsOf(reports, variables)
  const parts = brokenParts(constraints, variables).map((part) => {
    const explained = explanationsOf(part, FAR_MARGIN, solve)
    const limit = (explained.explanations[0]?.cost ?? 0) + FAR_MARGIN
    const near = explained.explanations.filter(({ cost }) => cost < limit)
    const isWhole = near.length > 0 && explained.reach >= limit
    return { repairs: repairsOf(part, explained), bounds: isWhole ? boundsOf(part, near, variables) : [] }
  })
  return {
    repairs: parts.flatMap(({ repairs }) => repairs),
    bounds: [...parts.flatMap(({ bounds }) => bounds), ...readingBounds(variables, constraints)],
  }
}

function repairsOf(part: Part, explained: Explained): FoundRepair[] {
  const [best, ...others] = explained.explanations
  if (!best || best.changes.length === 0) return []
  const next = others.find((other) => differs(other, best))?.cost ?? explained.reach
  const margin = Number.isFinite(next) ? next - best.cost : NO_OTHER
  const isAlone = best.open === 0 && margin >= CLEAR_MARGIN && !turnsRow(best)
  const unproven = best.changes.filter((change) => !isMisreading(change, best, part, explained))
  const isProven = unproven.length === 0
  if (isAlone && unproven.every(isOfSigns))
    return best.changes.flatMap((change) => toRepairs(change, margin, 'auto', isProven))
  const limit = Math.min(best.cost + CLEAR_MARGIN, explained.reach)
  const nothing = others.find(({ changes }) => changes.length === 0)?.cost ?? Number.POSITIVE_INFINITY
  const near = explained.explanations.filter(({ cost }) => cost < limit && cost < nothing)
  return [...new Set(near.flatMap(({ changes }) => changes))].flatMap((change) =>
    toRepairs(change, margin, 'proposed', false),
  )
}

/**
 * Whether the signs of a row change in more than one column, and none is left as it was: then how the row enters its sum
 * is wrong, not its figures.
 */
function turnsRow({ changes }: Explanation): boolean {
  const turned = changes.flatMap(({ moves }) => moves).filter(({ variable, after }) => after === -variable.amount.value)
  const rowOf = ({ variable: { id, cell } }: { variable: Variable }) => `${id}/${cell.table}/${cell.row}`
  return turned.some((move) => {
    const own = turned.filter((other) => rowOf(other) === rowOf(move))
    return own.length > 1 && own.length > move.variable.beside.length
  })
}

/**
 * Whether a change can only be the reader's slip. Two identities that it closes and that are otherwise unlike prove it;
 * one does if a reading shows the value, or if the source is text alone and the count of digits is not that of the row's
 * other amounts, which printers do not get wrong. Two readings that agree on what is printed rule it out.
 */
function isMisreading(change: Change, best: Explanation, part: Part, explained: Explained): boolean {
  const amounts = change.moves.map(({ variable }) => variable.amount)
  if (change.isTold) return true
  if (!change.isReading && amounts.some(({ second, value }) => second === value)) return false
  const keys = new Set(change.moves.map(({ variable }) => variable.key))
  const closed = part.constraints.filter((constraint) => isBroken(constraint) && movedBy(constraint, change) !== 0)
  const exact = closed.filter((constraint) => residualAfter(constraint, best.changes) === 0)
  const independent = new Set(
    exact.map((constraint) =>
      [...constraint.factors.keys()]
        .filter((other) => !keys.has(other))
        .sort()
        .join(' '),
    ),
  )
  if (independent.size >= 2) return true
  if (explained.reach < best.cost + FAR_MARGIN) return false
  if (explained.explanations.some((other) => isRival(change, best.cost, other))) return false
  const isUnprinted = amounts.every(({ box, doubts }) => box === null || doubts.length > 0)
  return (
    independent.size === 1 && (change.isReading || (change.isReaderOnly && isUnprinted && hasNeighboursSize(change)))
  )
}

/**
 * Whether another explanation stands too near where one identity is all the evidence: the same slip ending in a
 * neighbouring value, which rounding would let pass, or a slip in another amount, likely or not.
 */
function isRival(change: Change, own: number, { changes, open, cost }: Explanation): boolean {
  if (changes.length === 0 || open > 0 || changes.includes(change)) return false
  const isElsewhere = changes.some((other) => !isOfSameAmount(other, change))
  return isElsewhere ? cost < own + FAR_MARGIN : changes.every((other) => other.cost <= change.cost)
}

function isOfSameAmount(a: Change, b: Change): boolean {
  return a.moves.every(({ variable }) => b.moves.some((other) => other.variable.key === variable.key))
}

/** Whether the row's other amounts have as many digits as the change would give, and not as many as were read. */
function hasNeighboursSize({ moves }: Change): boolean {
  const length = (value: number) => String(Math.abs(value)).length
  return moves.every(
    ({ variable: { beside, amount }, after }) =>
      beside.some(({ value }) => length(value) === length(after)) &&
      !beside.some(({ value }) => length(value) === length(amount.value)),
  )
}

function residualAfter(constraint: Constraint, changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + movedBy(constraint, change), constraint.residual)
}

/** Whether an explanation changes something that another leaves. */
function differs({ changes }: Explanation, than: Explanation): boolean {
  return changes.some((change) => !than.changes.includes(change))
}

function toRepairs(
  change: Change,
  margin: number,
  decision: FoundRepair['decision'],
  isProven: boolean,
): FoundRepair[] {
  const { fault, cost, isReading } = change
  return change.moves.map(({ variable: { id, cell, amount }, after }) => ({
    ...{ reportId: id, cell, before: amount.value, after },
    ...{ fault, cost, margin, decision, isReading, isProven },
  }))
}
