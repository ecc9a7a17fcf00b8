import type { Database } from 'better-sqlite3'

/** One organisation of which reports are stored. */
export interface Organisation {
  /** Its number, or its name where the number is not known: what its pages are addressed by. */
  readonly key: string
  readonly name: string
  readonly orgNumber: string | null
  /** Years of its first and last annual report; null where it has interim ones only. */
  readonly firstYear: number | null
  readonly lastYear: number | null
  /** Years between the two for which no annual report is stored. */
  readonly missingYears: number
  readonly reports: number
  /** Reports that do not reconcile. */
  readonly open: number
}

/** One report of an organisation, as an overview shows it. */
export interface OrganisationReport {
  readonly key: string
  readonly reportId: string
  readonly year: number
  readonly periodEnd: string
  readonly kind: string
  readonly outcome: string
  readonly mismatches: number
  readonly incomplete: number
  readonly sha256: string
  readonly firstPage: number
  /** False for a later version of a report that came before, scanned again say. */
  readonly isFirst: boolean
}

interface Group {
  readonly key: string
  readonly name: string
  readonly orgNumber: string | null
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly years: number
  readonly reports: number
  readonly open: number
}

const swedish = new Intl.Collator('sv')
const dated = "coalesce(org_number, organisation) is not null and period_end is not null and kind <> 'appendix'"

/** All organisations with a report of a known period, by name in Swedish order. */
export function readOrganisations(database: Database): Organisation[] {
  return database
    .prepare<[], Group>(
      `select coalesce(org_number, organisation) as key, coalesce(max(organisation), max(org_number)) as name,
         max(org_number) as orgNumber, cast(min(iif(kind = 'annual', period_end, null)) as integer) as firstYear,
         cast(max(iif(kind = 'annual', period_end, null)) as integer) as lastYear,
         count(distinct iif(kind = 'annual', substr(period_end, 1, 4), null)) as years, count(*) as reports,
         sum(outcome <> 'reconciled') as open
       from report where ${dated} group by key`,
    )
    .all()
    .map(({ years, ...group }) => ({
      ...group,
      missingYears:
        group.firstYear === null || group.lastYear === null ? 0 : group.lastYear - group.firstYear + 1 - years,
    }))
    .sort((left, right) => swedish.compare(left.name, right.name) || (left.key < right.key ? -1 : 1))
}

/** The reports of organisations, by period. */
export function readReportsOf(database: Database, keys: readonly string[]): OrganisationReport[] {
  return database
    .prepare<[string], Omit<OrganisationReport, 'isFirst'> & { first: number }>(
      `select coalesce(org_number, organisation) as key, report_id as reportId, cast(period_end as integer) as year,
         period_end as periodEnd, kind, outcome, checks_mismatch as mismatches, checks_incomplete as incomplete,
         content as sha256, first_page as firstPage,
         (select probable_duplicate_of is null from reports where reports.report_id = report.report_id) as first
       from report where coalesce(org_number, organisation) in (select value from json_each(?)) and ${dated}
       order by period_end, kind, content, first_page, report_id`,
    )
    .all(JSON.stringify(keys))
    .map(({ first, ...report }) => ({ ...report, isFirst: first === 1 }))
}

/** How many reports have no organisation or no period, so that no overview can place them. */
export function countUnplacedReports(database: Database): number {
  return database.prepare<[], number>(`select count(*) from report where not (${dated})`).pluck().get() ?? 0
}
