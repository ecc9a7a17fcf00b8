import { slipBetween } from '../arithmetic/misreadings.js'
import { type Constraint, isBroken, type Variable } from './constraints.js'

/** What one or two amounts may have been on paper, what would have made the reader print the others, and its cost. */
export type Change = {
  /** More than one where digits went to the neighbouring column: then all move or none. */
  moves: readonly { variable: Variable; after: number }[]
  fault: string
  cost: number
  /** Whether some reading of the picture shows it: then to take it is reading, not repair. */
  isReading: boolean
  /** Whether the number of digits or only the sign changes, which printers do not get wrong. */
  isReaderOnly: boolean
  /** Whether one identity that it closes tells it by itself, since nothing in it was free to be chosen. */
  isTold?: boolean
}

/** What believing another reading of the same picture costs. */
const OTHER_READING = 0.3
/** A part with more changes than this is only searched for those that close an identity by themselves. */
const MOST_CHANGES = 160

/**
 * The changes worth combining: those that close a broken identity by themselves, and those that close what one of the
 * first leaves open of another. `others` are changes that are known beforehand, such as other cuts between columns.
 */
export function usefulChanges(
  variables: ReadonlyMap<string, Variable>,
  constraints: readonly Constraint[],
  others: readonly Change[],
): Change[] {
  const broken = constraints.filter(isBroken)
  const found = new Map<string, Change>()
  const add = (changes: readonly Change[]) => {
    for (const change of changes) if (!found.has(nameOf(change))) found.set(nameOf(change), change)
  }
  for (const constraint of broken) {
    add(closersOf(constraint, variables, 0))
    add(others.filter((change) => isClosedBy(constraint, change, 0)))
  }
  const first = inOrder([...found.values()])
  for (const constraint of broken) {
    for (const change of first) {
      const moved = movedBy(constraint, change)
      if (moved === 0 || isClosedBy(constraint, change, 0)) continue
      add(closersOf(constraint, variables, moved).filter((next) => !areExclusive(next, change)))
      add(others.filter((next) => !areExclusive(next, change) && isClosedBy(constraint, next, moved)))
    }
  }
  return found.size > MOST_CHANGES ? first : inOrder([...found.values()])
}

/** Values of single amounts under which an identity holds, once it is moved so far by others. */
function closersOf(constraint: Constraint, variables: ReadonlyMap<string, Variable>, moved: number): Change[] {
  const room = Math.floor(constraint.tolerance)
  return [...constraint.factors].flatMap(([key, factor]) => {
    const variable = variables.get(key)!
    if (factor === 0) return []
    const exact = variable.amount.value - (constraint.residual + moved) / factor
    const values = Array.from({ length: 2 * room + 1 }, (_, index) => exact - room + index)
    return values.flatMap((after) => changeTo(variable, after) ?? [])
  })
}

/** How an amount came to be read as it was if it is another on paper; undefined if it hardly could. */
function changeTo(variable: Variable, after: number): Change | undefined {
  const { value, second, alternatives, reviewed } = variable.amount
  if (after === value || !Number.isInteger(after) || reviewed) return undefined
  const moves = [{ variable, after }]
  if (after === second || alternatives.includes(after)) {
    const fault = 'another reading of the picture'
    return { moves, fault, cost: OTHER_READING, isReading: true, isReaderOnly: true }
  }
  const slip = slipBetween(after, value)
  if (!slip) return undefined
  const sameLength = String(Math.abs(value)).length === String(Math.abs(after)).length
  return { moves, ...slip, isReading: false, isReaderOnly: !sameLength || slip.fault.startsWith('mark') }
}

/** How far a change moves what an identity leaves open. */
export function movedBy(constraint: Constraint, { moves }: Change): number {
  return moves.reduce(
    (sum, { variable, after }) => sum + (constraint.factors.get(variable.key) ?? 0) * (after - variable.amount.value),
    0,
  )
}

/** Whether two changes give one amount two values. */
export function areExclusive(a: Change, b: Change): boolean {
  return a.moves.some(({ variable }) => b.moves.some((other) => other.variable.key === variable.key))
}

function isClosedBy(constraint: Constraint, change: Change, moved: number): boolean {
  const own = movedBy(constraint, change)
  return own !== 0 && Math.abs(constraint.residual + moved + own) <= constraint.tolerance
}

/** By name, so that the order in which reports and rows come changes nothing. */
function inOrder(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

function nameOf({ moves }: Change): string {
  return moves.map(({ variable, after }) => `${variable.key}=${after}`).join(' ')
}
