import { type Change, changesFor } from './candidates.js'
import { type Constraint, isBroken, type Variable } from './constraints.js'

/** One account of why identities are broken: these amounts were misread, and what it leaves open was misprinted. */
export type Explanation = { changes: readonly Change[]; cost: number; open: number }

/** A part of the identities that hangs together by the amounts in broken ones. */
export type Part = { constraints: readonly Constraint[]; changes: readonly Change[] }

/** What a broken identity costs if nobody misread: documents err, but seldom. */
const MISPRINT = 2.5
/** What an identity costs that a change closes only within rounding: kronor are mostly booked whole, thousands rounded. */
const ONLY_ROUNDED = { kronor: 1, larger: 0.4 }
/** The most changes in one explanation, and the most candidates that are combined. */
const MOST_CHANGES = 3
const MOST_CANDIDATES = 36
/** A part with more broken identities than this was read or parsed wrong as a whole: no arithmetic mends it. */
const MOST_BROKEN = 24

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
    const keys = new Set([...members].flatMap((member) => [...member.factors.keys()]))
    const changes = [...keys].flatMap((key) => changesFor(variables.get(key)!, around.get(key)!))
    const touched = new Set([...keys].flatMap((key) => around.get(key)!))
    parts.push({ constraints: [...touched], changes })
  }
  return parts
}

/** All accounts of a part that are worth considering, the cheapest first; that nothing was misread is one of them. */
export function explanationsOf(part: Part): Explanation[] {
  const single = part.changes.map((change) => weigh(part, [change]))
  const useful = single.toSorted(byCost).slice(0, MOST_CANDIDATES)
  const all: Explanation[] = [weigh(part, []), ...single]
  let grown = useful
  for (let size = 2; size <= MOST_CHANGES; size++) {
    grown = grown.flatMap((explanation) =>
      explanation.open === 0
        ? []
        : useful
            .flatMap(({ changes }) => changes)
            .filter((change) => isAfter(change, explanation.changes))
            .map((change) => weigh(part, [...explanation.changes, change])),
    )
    grown = grown.toSorted(byCost).slice(0, MOST_CANDIDATES * MOST_CANDIDATES)
    all.push(...grown)
  }
  return all.toSorted(byCost)
}

/** Keeps each set of changes once: later amounts are added in the order of their keys. */
function isAfter(change: Change, changes: readonly Change[]): boolean {
  return changes.every((other) => other.variable.key < change.variable.key)
}

function weigh({ constraints }: Part, changes: readonly Change[]): Explanation {
  let cost = changes.reduce((sum, change) => sum + change.cost, 0)
  let open = 0
  for (const constraint of constraints) {
    const moved = changes.reduce(
      (sum, { variable, after }) => sum + (constraint.factors.get(variable.key) ?? 0) * (after - variable.amount.value),
      0,
    )
    const residual = Math.abs(constraint.residual + moved)
    if (residual > constraint.tolerance) {
      open++
      cost += MISPRINT
    } else if (residual > 0 && moved !== 0) {
      cost += constraint.check.unit === 'kr' ? ONLY_ROUNDED.kronor : ONLY_ROUNDED.larger
    }
  }
  return { changes, cost, open }
}

function byCost(a: Explanation, b: Explanation): number {
  return a.cost - b.cost || a.changes.length - b.changes.length || (nameOf(a) < nameOf(b) ? -1 : 1)
}

function nameOf({ changes }: Explanation): string {
  return changes.map(({ variable, after }) => `${variable.key}=${after}`).join(' ')
}
