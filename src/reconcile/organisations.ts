import { isOrganisationNumber } from '../arithmetic/organisation-number.js'
import { labelLikeness } from '../arithmetic/row-kind.js'
import type { IdentifiedReport, OrganisationGroup } from '../model/settled.js'

/** Names this alike are one organisation's. */
const ONE_NAME = 0.82

/**
 * Which reports are of one organisation: equal numbers, or names that are one when damage by readers is allowed for. A
 * number that its check digit refuses is taken for the one sound number among the reports that is a digit away.
 */
export function groupOrganisations(reports: readonly IdentifiedReport[]): OrganisationGroup[] {
  const sorted = withMendedNumbers(inOrder(reports))
  const groups: IdentifiedReport[][][] = []
  for (const alike of withOneIdentity(sorted)) {
    const joined = groups.filter((group) => group.some(([other]) => isSame(alike[0]!, other!)))
    const merged = [...joined.flat(), alike]
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups
    .map((classes) => inOrder(classes.flat()))
    .map((group) => ({
      name: bestName(group),
      orgNumber: bestNumber(group),
      reportIds: group.map(({ id }) => id),
    }))
}

function inOrder(reports: readonly IdentifiedReport[]): IdentifiedReport[] {
  return reports.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** Reports that say the same of who they are, together: what is like one of them is like all, and compared once. */
function withOneIdentity(reports: readonly IdentifiedReport[]): IdentifiedReport[][] {
  const classes = new Map<string, IdentifiedReport[]>()
  for (const one of reports) {
    const { organisation, orgNumber } = one.report
    const key = isSame(one, one) ? JSON.stringify([orgNumber, organisation]) : one.id
    classes.set(key, [...(classes.get(key) ?? []), one])
  }
  return [...classes.values()]
}

function withMendedNumbers(reports: readonly IdentifiedReport[]): IdentifiedReport[] {
  const sound = [...new Set(reports.flatMap(({ report }) => report.orgNumber ?? []).filter(isOrganisationNumber))]
  return reports.map((one) => {
    const { orgNumber } = one.report
    if (orgNumber === null || isOrganisationNumber(orgNumber)) return one
    const [near, ...others] = sound.filter((number) => isOneDigitAway(number, orgNumber))
    return near && others.length === 0 ? { ...one, report: { ...one.report, orgNumber: near } } : one
  })
}

function isOneDigitAway(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((digit, index) => digit !== b[index]).length === 1
}

function isSame(a: IdentifiedReport, b: IdentifiedReport): boolean {
  const [x, y] = [a.report.orgNumber, b.report.orgNumber]
  if (x !== null && y !== null && isOrganisationNumber(x) && isOrganisationNumber(y)) return x === y
  const [nameOfA, nameOfB] = [a.report.organisation, b.report.organisation]
  return nameOfA !== null && nameOfB !== null && areOneName(nameOfA, nameOfB)
}

/** Whether two names are one organisation's: alike as a whole, or sharing a rare word of their own such as SOFINT. */
export function areOneName(a: string, b: string): boolean {
  if (labelLikeness(a, b) >= ONE_NAME) return true
  const shares = (one: string, other: string) =>
    acronyms(one).some((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(other))
  return shares(a, b) || shares(b, a)
}

/** Words in capitals of five letters or more: a name of its own, not a form of company. */
function acronyms(name: string): string[] {
  return name.match(/\b[A-ZÅÄÖ]{5,}\b/g)?.filter((word) => !/^(FINSAM|SAMORDNING)/.test(word)) ?? []
}

function bestNumber(group: readonly IdentifiedReport[]): string | null {
  const numbers = group.flatMap(({ report }) => report.orgNumber ?? [])
  return numbers.find(isOrganisationNumber) ?? numbers[0] ?? null
}

/** The spelling most reports share; of equals the one with most Swedish letters, then the longest. */
function bestName(group: readonly IdentifiedReport[]): string | null {
  const names = group.flatMap(({ report }) => report.organisation ?? [])
  const worth = (name: string) => [
    names.filter((other) => other === name).length > 1 ? 1 : 0,
    name.match(/[åäöÅÄÖ]/g)?.length ?? 0,
    name.length,
  ]
  return (
    names.toSorted((a, b) => {
      const [x, y] = [worth(a), worth(b)]
      const at = x.findIndex((value, index) => value !== y[index])
      return at < 0 ? (a < b ? -1 : 1) : y[at]! - x[at]!
    })[0] ?? null
  )
}
