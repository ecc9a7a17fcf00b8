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
  loadReportIdentities,
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
  const decided = decideContents(contentsDecided(database), decidedOf)
  storePlaces(database, decided.places)
  for (const organisation of groupsOf(loadReportIdentities(database), decided, stages)) {
    // lets a signal through: settling holds the process for as long as an organisation takes
    await setImmediate()
    if (signal.aborted) break
    const group = withHeads(organisation, loadReportHeads(database, organisation.reportIds), decided)
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
  const known = new Map(contents.map((one) => [one, decideContent(database, one, stages)]))
  const decidedOf = (one: string) => known.get(one)!
  const decided = decideContents(contents, decidedOf)
  const settlements = groupsOf(around, decided, stages).map((organisation) => {
    const group = withHeads(organisation, around, decided)
    return settle(loadGroup(database, group, decidedOf), group, digestOf(group, version), stages)
  })
  return { settlements, places: decided.places }
}

/** A stored report's head, with what was decided about its document. */
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

/** What was decided about some contents, without their reports, which are long. */
interface Decidings {
  /** Ids of the decisions about each of the contents. */
  readonly logs: ReadonlyMap<string, readonly string[]>
  /** Who their reports are of, by report. */
  readonly identities: ReadonlyMap<string, ReportIdentity>
  readonly places: readonly DecisionPlace[]
}

/** Takes in what was decided about the contents, one after the other. */
function decideContents(contents: readonly string[], decidedOf: (content: string) => DecidedContent): Decidings {
  const logs = new Map<string, readonly string[]>()
  const identities = new Map<string, ReportIdentity>()
  const noted: DecisionPlace[] = []
  for (const content of contents) {
    const { decisions, places, reports } = decidedOf(content)
    logs.set(content, decisions)
    noted.push(...places)
    for (const { id, report } of reports) {
      identities.set(id, { id, organisation: report.organisation, orgNumber: report.orgNumber })
    }
  }
  return { logs, identities, places: noted }
}

/** Every report belongs to an organisation, if only to a nameless one of its own. */
function groupsOf(printed: readonly ReportIdentity[], decided: Decidings, stages: SettleStages): OrganisationGroup[] {
  const reports = printed.map((one) => decided.identities.get(one.id) ?? one)
  const groups = stages.groupOrganisations(reports)
  const grouped = new Set(groups.flatMap((group) => group.reportIds))
  const alone = reports.filter(({ id }) => !grouped.has(id))
  return [
    ...groups,
    ...alone.map(({ id, organisation, orgNumber }) => ({ name: organisation, orgNumber, reportIds: [id] })),
  ]
}

/** Reports of one organisation, which are settled together, by their ids. */
interface Group extends OrganisationGroup {
  readonly heads: readonly DecidedHead[]
}

function withHeads(group: OrganisationGroup, heads: readonly ReportHead[], { logs }: Decidings): Group {
  const byId = new Map(heads.map((head) => [head.id, head]))
  const own = [...group.reportIds].sort().flatMap((id) => byId.get(id) ?? [])
  return { ...group, heads: own.map((head) => ({ ...head, decisions: logs.get(head.content) ?? [] })) }
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
