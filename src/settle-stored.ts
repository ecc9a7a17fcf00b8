import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { failPoint } from './fail-point.js'
import type { IdentifiedReport, OrganisationGroup, SettledReport } from './model/settled.js'
import { sha256Of } from './store/identifiers.js'
import { loadOutcomes, loadReports, type StoredReport } from './store/report-store.js'
import { type Settlement, storeSettlement } from './store/settlement-store.js'

/** The last step's two pure parts, as `commands/` joins them. */
export interface SettleStages {
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
  const stored = new Map(loadReports(database).map((report) => [report.id, report]))
  const failures: string[] = []
  for (const group of withTheUngrouped(stages.groupOrganisations([...stored.values()]), stored)) {
    // lets a signal through: settling holds the process for as long as an organisation takes
    await setImmediate()
    if (signal.aborted) break
    const reports = [...group.reportIds].sort().flatMap((id) => stored.get(id) ?? [])
    const digest = sha256Of(
      JSON.stringify([version, group.name, group.orgNumber, reports.map(({ id, hash }) => [id, hash])]),
    )
    if (!again && reports.every((report) => report.settled === digest)) continue
    const settlement = settle(group, reports, digest, stages)
    storeSettlement(database, settlement)
    failPoint('settled in part')
    if (settlement.failure !== null) failures.push(`${group.name ?? 'An unnamed organisation'}: ${settlement.failure}`)
  }
  failPoint('settled')
  const outcomes = loadOutcomes(database)
  const changed = [...stored.values()].filter(
    ({ id, settled, outcome }) => settled === null || outcomes.get(id) !== outcome,
  )
  return { failures, changed: new Set(changed.map(({ content }) => content)) }
}

/** A failure here leaves the figures as they were read, unverified, and says so. */
function settle(
  group: OrganisationGroup,
  reports: readonly StoredReport[],
  digest: string,
  stages: SettleStages,
): Settlement {
  try {
    const settled = stages.settleOrganisation(reports.map(({ id, report }) => ({ id, report })))
    return { group, reports: settled, digest, failure: null }
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error)
    const unsettled = reports.map(({ id, report }) => ({ id, report, checks: [], repairs: [], judgements: [] }))
    return { group, reports: unsettled, digest, failure }
  }
}

/** Every report belongs to an organisation, if only to a nameless one of its own. */
function withTheUngrouped(
  groups: readonly OrganisationGroup[],
  stored: ReadonlyMap<string, StoredReport>,
): readonly OrganisationGroup[] {
  const grouped = new Set(groups.flatMap((group) => group.reportIds))
  const rest = [...stored.values()].filter((report) => !grouped.has(report.id))
  return [
    ...groups,
    ...rest.map(({ id, report }) => ({ name: report.organisation, orgNumber: report.orgNumber, reportIds: [id] })),
  ]
}
