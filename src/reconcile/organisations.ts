import { isOrganisationNumber } from '../arithmetic/organisation-number.js'
import type { OrganisationGroup, ReportIdentity } from '../model/settled.js'
import { areOneName, likelyOneName } from './alike-names.js'

/**
 * Which reports are of one organisation: equal numbers, or names that are one when damage by readers is allowed for. A
 * number that its check digit refuses is taken for the one sound number among the reports that is a digit away.
 */
export function groupOrganisations(reports: readonly ReportIdentity[]): OrganisationGroup[] {
  const classes = withOneIdentity(withMendedNumbers(inOrder(reports)))
  return joined(classes).map((group) => {
    const members = inOrder(group)
    return { name: bestName(members), orgNumber: bestNumber(members), reportIds: members.map(({ id }) => id) }
  })
}

function inOrder(reports: readonly ReportIdentity[]): ReportIdentity[] {
  return reports.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

function withMendedNumbers(reports: readonly ReportIdentity[]): ReportIdentity[] {
  const sound = new Set(reports.flatMap(({ orgNumber }) => orgNumber ?? []).filter(isOrganisationNumber))
  const signs = [...new Set([...sound].join(''))]
  return reports.map((one) => {
    const { orgNumber } = one
    if (orgNumber === null || isOrganisationNumber(orgNumber)) return one
    const [near, ...others] = oneSignAway(orgNumber, signs).filter((number) => sound.has(number))
    return near && others.length === 0 ? { ...one, orgNumber: near } : one
  })
}

function oneSignAway(number: string, signs: readonly string[]): string[] {
  return [...number].flatMap((own, at) =>
    signs.filter((sign) => sign !== own).map((sign) => number.slice(0, at) + sign + number.slice(at + 1)),
  )
}

/** Reports that say the same of who they are, together: what is like one of them is like all, and compared once. */
function withOneIdentity(reports: readonly ReportIdentity[]): ReportIdentity[][] {
  const classes = new Map<string, ReportIdentity[]>()
  for (const one of reports) {
    const { id, organisation, orgNumber } = one
    const key = soundNumberOf(one) === null && organisation === null ? id : JSON.stringify([orgNumber, organisation])
    const alike = classes.get(key)
    if (alike) alike.push(one)
    else classes.set(key, [one])
  }
  return [...classes.values()]
}

/** The classes that are one, joined, and those that they are one with in turn. */
function joined(classes: readonly (readonly ReportIdentity[])[]): ReportIdentity[][] {
  const first = classes.map(([one]) => one!)
  const groupOf = classes.map((_, index) => index)
  const rootOf = (index: number): number => {
    let at = index
    while (groupOf[at] !== at) {
      groupOf[at] = groupOf[groupOf[at]!]!
      at = groupOf[at]!
    }
    return at
  }
  for (const [a, b] of likelyPairs(first)) {
    const [x, y] = [rootOf(a), rootOf(b)]
    if (x !== y && isSame(first[a]!, first[b]!)) groupOf[x] = y
  }
  const groups: ReportIdentity[][] = classes.map(() => [])
  for (const [index, members] of classes.entries()) groups[rootOf(index)]!.push(...members)
  return groups.filter((group) => group.length > 0)
}

/** Pairs of indexes among which are all that are the same. */
function* likelyPairs(reports: readonly ReportIdentity[]): Generator<readonly [number, number]> {
  const lastWith = new Map<string, number>()
  for (const [index, one] of reports.entries()) {
    const number = soundNumberOf(one)
    if (number === null) continue
    const last = lastWith.get(number)
    if (last !== undefined) yield [last, index]
    lastWith.set(number, index)
  }
  const named = reports.flatMap(({ organisation }, index) => (organisation === null ? [] : [{ organisation, index }]))
  for (const [a, b] of likelyOneName(named.map(({ organisation }) => organisation))) {
    yield [named[a]!.index, named[b]!.index]
  }
}

function isSame(a: ReportIdentity, b: ReportIdentity): boolean {
  const [x, y] = [soundNumberOf(a), soundNumberOf(b)]
  if (x !== null && y !== null) return x === y
  return a.organisation !== null && b.organisation !== null && areOneName(a.organisation, b.organisation)
}

function soundNumberOf({ orgNumber }: ReportIdentity): string | null {
  return orgNumber !== null && isOrganisationNumber(orgNumber) ? orgNumber : null
}

function bestNumber(group: readonly ReportIdentity[]): string | null {
  const numbers = group.flatMap(({ orgNumber }) => orgNumber ?? [])
  return numbers.find(isOrganisationNumber) ?? numbers[0] ?? null
}

/** The spelling most reports share; of equals the one with most Swedish letters, then the longest. */
function bestName(group: readonly ReportIdentity[]): string | null {
  const times = new Map<string, number>()
  for (const { organisation } of group) {
    if (organisation !== null) times.set(organisation, (times.get(organisation) ?? 0) + 1)
  }
  const worth = (name: string) => [times.get(name)! > 1 ? 1 : 0, name.match(/[åäöÅÄÖ]/g)?.length ?? 0, name.length]
  return (
    [...times.keys()].toSorted((a, b) => {
      const [x, y] = [worth(a), worth(b)]
      const at = x.findIndex((value, index) => value !== y[index])
      return at < 0 ? (a < b ? -1 : 1) : y[at]! - x[at]!
    })[0] ?? null
  )
}
