import type { BinaryProgram, ProgramRow, SolveProgram } from './binary-program.js'
import { type Change, movedBy } from './candidates.js'
import { type Closing, closingsOf } from './closings.js'
import type { Constraint } from './constraints.js'

/** One account of why identities are broken: these amounts were misread, and what it leaves open was misprinted. */
export type Explanation = { changes: readonly Change[]; cost: number; open: number }

/** A part of the identities that hangs together by the amounts in broken ones. */
export type Part = { constraints: readonly Constraint[]; changes: readonly Change[] }

/** The accounts of a part from the cheapest on; `reach` is the cost below which none is missing. */
export type Explained = { explanations: readonly Explanation[]; reach: number }

/** What a broken identity costs if nobody misread: documents err, but seldom. */
const MISPRINT = 2.5
/** What an identity costs that a change closes only within rounding: kronor are mostly booked whole, thousands rounded. */
const ONLY_ROUNDED = { kronor: 1, larger: 0.4 }
/** A program of more variables than this takes too long to solve: so much open means that more than figures was misread. */
const MOST_VARIABLES = 700
/** The most explanations of one part: with more than this none can be told from the others. */
const MOST_EXPLANATIONS = 16

/**
 * The accounts of a part that cost less than `within` more than the cheapest, the cheapest first; that nothing was
 * misread is one of them. One that needs more changes than another that closes everything is none.
 */
export function explanationsOf(part: Part, within: number, solve: SolveProgram): Explained {
  if (part.changes.length === 0) return { explanations: [weigh(part, [])], reach: Number.POSITIVE_INFINITY }
  const explanations: Explanation[] = []
  const program = toProgram(part)
  if (program.costs.length > MOST_VARIABLES) return { explanations, reach: 0 }
  const cuts: ProgramRow[] = []
  while (explanations.length < MOST_EXPLANATIONS) {
    const choice = solve({ ...program, rows: [...program.rows, ...cuts] })
    if (choice === 'none') return { explanations, reach: Number.POSITIVE_INFINITY }
    if (choice === 'unproven') break
    const found = weigh(
      part,
      part.changes.filter((_, index) => choice[index]),
    )
    if (found.cost >= (explanations[0]?.cost ?? found.cost) + within) return { explanations, reach: found.cost }
    explanations.push(found)
    cuts.push(otherThan(found, part))
  }
  return { explanations, reach: explanations.at(-1)?.cost ?? 0 }
}

/** The program's first variables are the part's changes; then follow, for each identity, its closings and its breach. */
function toProgram({ constraints, changes }: Part): BinaryProgram {
  const costs = changes.map(({ cost }) => cost)
  const rows: ProgramRow[] = exclusions(changes)
  for (const constraint of constraints) {
    const touching = changes.flatMap((change, index) => (movedBy(constraint, change) === 0 ? [] : [{ change, index }]))
    const closings = closingsOf(
      constraint,
      touching.map(({ change }) => change),
    )
    const first = costs.length
    const breach = first + closings.length
    costs.push(...closings.map((closing) => roundingCost(constraint, closing)), MISPRINT)
    const all = [...closings.map((_, index) => first + index), breach]
    rows.push({ terms: all.map((variable) => [variable, 1]), least: 1, most: 1 })
    for (const { change, index } of touching) {
      const terms = closings.flatMap((closing, at): [number, number][] =>
        closing.changes.includes(change) ? [[first + at, 1]] : [],
      )
      if (terms.length > 0) rows.push({ terms: [...terms, [index, -1]], most: 0 })
      rows.push({ terms: [...terms, [breach, 1], [index, -1]], least: 0 })
    }
  }
  return { costs, rows }
}

/** An amount has one value. */
function exclusions(changes: readonly Change[]): ProgramRow[] {
  const keys = new Set(changes.flatMap(({ moves }) => moves.map(({ variable }) => variable.key)))
  return [...keys].flatMap((key) => {
    const own = changes.flatMap(({ moves }, index) =>
      moves.some(({ variable }) => variable.key === key) ? [index] : [],
    )
    return own.length > 1 ? [{ terms: own.map((index): [number, number] => [index, 1]), most: 1 }] : []
  })
}

/** Excludes an explanation, and if it closes everything, all that add to it. */
function otherThan({ changes, open }: Explanation, part: Part): ProgramRow {
  const terms = part.changes.flatMap((change, index): [number, number][] => {
    if (changes.includes(change)) return [[index, -1]]
    return open > 0 ? [[index, 1]] : []
  })
  return { terms, least: 1 - changes.length }
}

function roundingCost({ check, residual: before }: Constraint, { changes, residual }: Closing): number {
  if (residual === 0 || changes.length === 0 || residual === before) return 0
  return check.unit === 'kr' ? ONLY_ROUNDED.kronor : ONLY_ROUNDED.larger
}

function weigh({ constraints }: Part, changes: readonly Change[]): Explanation {
  let cost = changes.reduce((sum, change) => sum + change.cost, 0)
  let open = 0
  for (const constraint of constraints) {
    const residual = changes.reduce((sum, change) => sum + movedBy(constraint, change), constraint.residual)
    if (Math.abs(residual) > constraint.tolerance) {
      open++
      cost += MISPRINT
    } else cost += roundingCost(constraint, { changes, residual })
  }
  return { changes, cost, open }
}
