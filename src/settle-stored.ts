import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { Decided } from './decide/apply-decisions.js'
import { failPoint } from './fail-point.js'
import type { Decision, DecisionPlace } from './model/decision.js'
import type { Report } from './model/report.js'
import type { IdentifiedReport, OrganisationGroup, SettledReport } from './model/settled.js'
import { loadDecisions, storePlaces } from './store/decision-store.js'
import { sha256Of } from './store/identifiers.js'
import { loadOutcomes, loadReports, loadReportsAround, type StoredReport } from './store/report-store.js'
import { type Settlement, storeSettlement } from './store/settlement-store.js'

/** The last step's pure parts, as `commands/` joins them. */
export interface SettleStages {
  /** One document's reports as a person has settled them. */
  applyDecisions(reports: readonly Report[], decisions: readonly Decision[]): Decided
  groupOrganisations(reports: readonly IdentifiedReport[]): readonly OrganisationGroup[]
  settleOrganisation(reports: readonly IdentifiedReport[]): readonly SettledReport[]
}

/** What reconciling across all that is stored came to. */
export interface Settling {
  /** What went wrong, a sentence for each organisation. */
  readonly failures: readonly string[]
  /** Contents with a report that came out for the first time, or otherwise than before. */
  readonly changed: ReadonlySet<string>
}

/**
 * Reconciles across all that is stored, one organisation at a time; those whose reports and name are unchanged since
 * the last time stay as they are, unless `again`.
 */
export async function settleStored(
  database: Database,
  stages: SettleStages,
  version: string,
  signal: AbortSignal,
  again = false,
): Promise<Settling> {
  const stored = decide(loadReports(database), loadDecisions(database), stages)
  storePlaces(database, stored.places)
  const failures: string[] = []
  for (const group of groupsOf(stored, stages)) {
    // lets a signal through: settling holds the process for as long as an organisation takes
    await setImmediate()
    if (signal.aborted) break
    if (!again && group.reports.every((report) => report.settled === digestOf(group, version))) continue
    const settlement = settle(group, stages, version)
    storeSettlement(database, settlement)
    failPoint('settled in part')
    if (settlement.failure !== null) failures.push(`${group.name ?? 'An unnamed organisation'}: ${settlement.failure}`)
  }
  failPoint('settled')
  const outcomes = loadOutcomes(database)
  const changed = [...stored.reports.values()].filter(
    ({ id, settled, outcome }) => settled === null || outcomes.get(id) !== outcome,
  )
  return { failures, changed: new Set(changed.map(({ content }) => content)) }
}

/**
 * Reconciles again what a decision about a document touches: the organisations of its reports. Where it moves a report
 * from one organisation to another that is for `settleStored`.
 */
export function settleAround(database: Database, stages: SettleStages, version: string, content: string): void {
  const { settlements, places } = settlementsAround(database, stages, version, content)
  for (const settlement of settlements) storeSettlement(database, settlement, true)
  storePlaces(database, places)
}

/** What settling around a document would store. */
export function settlementsAround(
  database: Database,
  stages: SettleStages,
  version: string,
  content: string,
): { readonly settlements: readonly Settlement[]; readonly places: readonly DecisionPlace[] } {
  const around = loadReportsAround(database, content)
  const together = new Set(around.filter((report) => report.content === content).map(({ settled }) => settled))
  const contents = new Set(around.map((report) => report.content))
  const decisions = [...contents].flatMap((one) => loadDecisions(database, one))
  const stored = decide(around, decisions, stages)
  const touched = new Map([...stored.reports].filter(([, report]) => together.has(report.settled)))
  const groups = groupsOf({ ...stored, reports: touched }, stages)
  return { settlements: groups.map((group) => settle(group, stages, version)), places: stored.places }
}

/** A stored report as a person has settled it, with what was decided. */
interface DecidedReport extends StoredReport {
  readonly decisions: readonly string[]
  readonly repairs: Decided['repairs']
}

interface DecidedReports {
  readonly reports: ReadonlyMap<string, DecidedReport>
  readonly places: readonly DecisionPlace[]
}

function decide(stored: readonly StoredReport[], decisions: readonly Decision[], stages: SettleStages): DecidedReports {
  const reports = new Map<string, DecidedReport>()
  const places: DecisionPlace[] = []
  for (const [content, own] of byContent(stored, decisions)) {
    const log = decisions.filter(({ sha256 }) => sha256 === content)
    const decided = stages.applyDecisions(
      own.map(({ report }) => report),
      log,
    )
    own.forEach((one, index) => {
      const repairs = decided.repairs.filter(({ report }) => report === index)
      reports.set(one.id, {
        ...one,
        report: decided.reports[index]!,
        decisions: log.map(({ id }) => id),
        repairs,
      })
    })
    places.push(
      ...decided.places.map(({ report, ...place }) => ({
        ...place,
        reportId: report === null ? null : own[report]!.id,
      })),
    )
  }
  return { reports, places }
}

/** Reports of one organisation, which are settled together. */
interface Group extends OrganisationGroup {
  readonly reports: readonly DecidedReport[]
}

/** Every report belongs to an organisation, if only to a nameless one of its own. */
function groupsOf({ reports: stored }: Pick<DecidedReports, 'reports'>, stages: SettleStages): Group[] {
  const groups = stages.groupOrganisations([...stored.values()])
  const grouped = new Set(groups.flatMap((group) => group.reportIds))
  const alone = [...stored.values()].filter(({ id }) => !grouped.has(id))
  return [
    ...groups,
    ...alone.map(({ id, report }) => ({ name: report.organisation, orgNumber: report.orgNumber, reportIds: [id] })),
  ].map((group) => ({ ...group, reports: [...group.reportIds].sort().flatMap((id) => stored.get(id) ?? []) }))
}

function digestOf({ name, orgNumber, reports }: Group, version: string): string {
  const members = reports.map(({ id, hash, decisions }) => [id, hash, ...decisions])
  return sha256Of(JSON.stringify([version, name, orgNumber, members]))
}

/** A failure here leaves the figures as they were read, unverified, and says so. */
function settle(group: Group, stages: SettleStages, version: string): Settlement {
  const digest = digestOf(group, version)
  try {
    const settled = stages.settleOrganisation(group.reports.map(({ id, report }) => ({ id, report })))
    return { group, reports: settled.map((one) => withDecided(one, group)), digest, failure: null }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    const unsettled = group.reports.map(({ id, report }) => ({ id, report, checks: [], repairs: [], judgements: [] }))
    return { group, reports: unsettled, digest, failure }
  }
}

/** What a person made of offered repairs stands beside those that are made or offered now. */
function withDecided(settled: SettledReport, { reports }: Group): SettledReport {
  const own = reports.find(({ id }) => id === settled.id)?.repairs ?? []
  return { ...settled, repairs: [...settled.repairs, ...own] }
}

/** Reports by document, in their order in it, and the documents of decisions that have none. */
function byContent(
  stored: readonly StoredReport[],
  decisions: readonly Decision[],
): Map<string, readonly StoredReport[]> {
  const contents = new Map<string, StoredReport[]>(decisions.map(({ sha256 }) => [sha256, []]))
  for (const one of stored) {
    const own = contents.get(one.content)
    if (own) own.push(one)
    else contents.set(one.content, [one])
  }
  return contents
}
