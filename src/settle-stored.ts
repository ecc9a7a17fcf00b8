import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import type { Decided } from './decide/apply-decisions.js'
import { failPoint } from './fail-point.js'
import type { Decision, DecisionPlace } from './model/decision.js'
import type { Report } from './model/report.js'
import type { IdentifiedReport, OrganisationGroup, ReportIdentity, SettledReport } from './model/settled.js'
import { contentsDecided, loadDecisions, storePlaces } from './store/decision-store.js'
import { sha256Of } from './store/identifiers.js'
import {
  loadHeadsAround,
  loadReport,
  loadReportHeads,
  loadReportsOf,
  type ReportHead,
  type StoredReport,
} from './store/report-store.js'
import { type Settlement, storeSettlement } from './store/settlement-store.js'

/** The last step's pure parts, as `commands/` joins them. */
export interface SettleStages {
  /** One document's reports as a person has settled them. */
  applyDecisions(reports: readonly Report[], decisions: readonly Decision[]): Decided
  groupOrganisations(reports: readonly ReportIdentity[]): readonly OrganisationGroup[]
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
 * the last time stay as they are, unless `again`. No more reports are held at once than one organisation has.
 */
export async function settleStored(
  database: Database,
  stages: SettleStages,
  version: string,
  signal: AbortSignal,
  again = false,
): Promise<Settling> {
  const failures: string[] = []
  const changed = new Set<string>()
  const decidedOf = (content: string) => decideContent(database, content, stages)
  const { heads, places } = decideHeads(loadReportHeads(database), contentsDecided(database), decidedOf)
  storePlaces(database, places)
  for (const group of groupsOf(heads, stages)) {
    // lets a signal through: settling holds the process for as long as an organisation takes
    await setImmediate()
    if (signal.aborted) break
    const digest = digestOf(group, version)
    if (!again && group.heads.every(({ settled }) => settled === digest)) continue
    const settlement = settle(loadGroup(database, group, decidedOf), group, digest, stages)
    const outcomes = storeSettlement(database, settlement)
    failPoint('settled in part')
    for (const { id, content, settled, outcome } of group.heads) {
      if (settled === null || outcomes.get(id) !== outcome) changed.add(content)
    }
    if (settlement.failure !== null) failures.push(`${group.name ?? 'An unnamed organisation'}: ${settlement.failure}`)
  }
  failPoint('settled')
  return { failures, changed }
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
  const around = loadHeadsAround(database, content)
  const all = new Set([content, ...around.map((head) => head.content)])
  const contents = [...all].filter((one) => loadDecisions(database, one).length > 0)
  const decided = new Map(contents.map((one) => [one, decideContent(database, one, stages)]))
  const decidedOf = (one: string) => decided.get(one)!
  const { heads, places } = decideHeads(around, contents, decidedOf)
  const settlements = groupsOf(heads, stages).map((group) =>
    settle(loadGroup(database, group, decidedOf), group, digestOf(group, version), stages),
  )
  return { settlements, places }
}

/** A stored report's head, under the name and number that a person gave it, with what was decided about its document. */
interface DecidedHead extends ReportHead {
  readonly decisions: readonly string[]
}

/** A stored report as a person has settled it. */
interface DecidedReport extends StoredReport {
  readonly repairs: Decided['repairs']
}

/** The reports of one document as a person has settled them, and where each decision belongs. */
interface DecidedContent {
  readonly decisions: readonly string[]
  readonly reports: readonly DecidedReport[]
  readonly places: readonly DecisionPlace[]
}

function decideContent(database: Database, content: string, stages: SettleStages): DecidedContent {
  const stored = loadReportsOf(database, content)
  const log = loadDecisions(database, content)
  const decided = stages.applyDecisions(
    stored.map(({ report }) => report),
    log,
  )
  return {
    decisions: log.map(({ id }) => id),
    reports: stored.map(({ id }, index) => ({
      ...{ id, report: decided.reports[index]! },
      repairs: decided.repairs.filter(({ report }) => report === index),
    })),
    places: decided.places.map(({ report, ...place }) => ({
      ...{ ...place, reportId: report === null ? null : stored[report]!.id },
    })),
  }
}

/** Takes in what was decided about the contents, one after the other. */
function decideHeads(
  heads: readonly ReportHead[],
  contents: readonly string[],
  decidedOf: (content: string) => DecidedContent,
): { readonly heads: readonly DecidedHead[]; readonly places: readonly DecisionPlace[] } {
  const logs = new Map<string, readonly string[]>()
  const identities = new Map<string, Omit<ReportIdentity, 'id'>>()
  const noted: DecisionPlace[] = []
  for (const content of contents) {
    const { decisions, places, reports } = decidedOf(content)
    logs.set(content, decisions)
    noted.push(...places)
    for (const { id, report } of reports) {
      identities.set(id, { organisation: report.organisation, orgNumber: report.orgNumber })
    }
  }
  const told = heads.map((head) => ({ ...head, ...identities.get(head.id), decisions: logs.get(head.content) ?? [] }))
  return { heads: told, places: noted }
}

/** Reports of one organisation, which are settled together. */
interface Group extends OrganisationGroup {
  readonly heads: readonly DecidedHead[]
}

/** Every report belongs to an organisation, if only to a nameless one of its own. */
function groupsOf(heads: readonly DecidedHead[], stages: SettleStages): Group[] {
  const byId = new Map(heads.map((head) => [head.id, head]))
  const groups = stages.groupOrganisations(heads)
  const grouped = new Set(groups.flatMap((group) => group.reportIds))
  const alone = heads.filter(({ id }) => !grouped.has(id))
  return [
    ...groups,
    ...alone.map(({ id, organisation, orgNumber }) => ({ name: organisation, orgNumber, reportIds: [id] })),
  ].map((group) => ({ ...group, heads: [...group.reportIds].sort().flatMap((id) => byId.get(id) ?? []) }))
}

function digestOf({ name, orgNumber, heads }: Group, version: string): string {
  const members = heads.map(({ id, hash, decisions }) => [id, hash, ...decisions])
  return sha256Of(JSON.stringify([version, name, orgNumber, members]))
}

function loadGroup(
  database: Database,
  { heads }: Group,
  decidedOf: (content: string) => DecidedContent,
): DecidedReport[] {
  const contents = new Set(heads.flatMap(({ content, decisions }) => (decisions.length > 0 ? [content] : [])))
  const decided = new Map([...contents].flatMap((content) => decidedOf(content).reports.map((one) => [one.id, one])))
  return heads.map(({ id }) => decided.get(id) ?? { ...loadReport(database, id), repairs: [] })
}

/** A failure here leaves the figures as they were read, unverified, and says so. */
function settle(reports: readonly DecidedReport[], group: Group, digest: string, stages: SettleStages): Settlement {
  try {
    const settled = stages.settleOrganisation(reports.map(({ id, report }) => ({ id, report })))
    return { group, reports: settled.map((one) => withDecided(one, reports)), digest, failure: null }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    const unsettled = reports.map(({ id, report }) => ({ id, report, checks: [], repairs: [], judgements: [] }))
    return { group, reports: unsettled, digest, failure }
  }
}

/** What a person made of offered repairs stands beside those that are made or offered now. */
function withDecided(settled: SettledReport, reports: readonly DecidedReport[]): SettledReport {
  const own = reports.find(({ id }) => id === settled.id)?.repairs ?? []
  return { ...settled, repairs: [...settled.repairs, ...own] }
}
