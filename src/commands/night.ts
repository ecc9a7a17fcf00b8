import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Job } from '../model/job-queue.js'
import type { Taken } from '../pipeline.js'
import type { ReportRow } from '../store/read-views.js'
import type { KeptBackup } from './keep-backup.js'
import type { ArchiveRound } from './look-round-archive.js'
import { type Summary, summarise } from './summarise.js'

/** One organisation's years, from the first to the last that is stored. */
export interface Coverage {
  readonly organisation: string | null
  readonly org_number: string | null
  readonly years: readonly { readonly year: number; readonly outcome: ReportRow['outcome'] }[]
  /** Years between the first and the last of which no annual report is stored. */
  readonly missing: readonly number[]
}

/** How much of all that is stored was sure after one night. */
export interface NightShare {
  readonly night: string
  readonly amounts: number
  readonly sure: number
}

/** A document that is not done with: to be tried again, or given up. */
export interface Pending {
  readonly document: string
  readonly state: Job['state']
  readonly attempts: number
  /** When it is tried again; null where a person must ask for it. */
  readonly due: string | null
}

/** A report that came before in other bytes. */
export interface NewVersion {
  readonly document: string
  readonly organisation: string | null
  readonly period_end: string
  readonly version: number
  /** The document that it supersedes. */
  readonly supersedes: string
}

/** What one unattended pass came to. */
export interface Night {
  readonly night: string
  readonly version: string
  readonly seconds: number
  readonly files: {
    readonly taken: number
    readonly known: number
    readonly retried: number
    readonly passed_over: number
    /** Pages that were read this night, not those that were known. */
    readonly pages: number
  }
  /** How long each step took, in their order. */
  readonly durations: readonly Duration[]
  readonly summary: Summary
  readonly pending: readonly Pending[]
  readonly versions: readonly NewVersion[]
  readonly coverage: readonly Coverage[]
  /** The nights before and this one, the earliest first. */
  readonly trend: readonly NightShare[]
  readonly archive: ArchiveRound
  readonly backup: KeptBackup
}

/** One step of a night, in seconds with one decimal. */
export interface Duration {
  readonly step: string
  readonly seconds: number
}

/** What is known of a night besides what the views say. */
export interface NightWork {
  readonly night: string
  readonly version: string
  readonly seconds: number
  readonly taken: readonly Taken[]
  readonly retried: readonly Taken[]
  readonly contents: ReadonlySet<string>
  readonly durations: readonly Duration[]
  readonly jobs: readonly Job[]
  readonly archive: ArchiveRound
  readonly backup: KeptBackup
}

const mostNights = 60
const sureStatuses = "('verified', 'repaired', 'reviewed')"

/** Gathers what a night came to; `summaries` is the folder of the nights before. */
export function describeNight(database: Database, work: NightWork, summaries: string): Night {
  const { night, version, seconds, taken, retried, contents, durations, jobs, archive, backup } = work
  const documents = taken.filter(({ state }) => state !== 'passed-over')
  return {
    night,
    version,
    seconds,
    files: {
      taken: documents.length,
      known: documents.filter(({ known }) => known).length,
      retried: retried.length,
      passed_over: taken.length - documents.length,
      pages: [...documents, ...retried].reduce((sum, { pages, known }) => sum + (known ? 0 : (pages ?? 0)), 0),
    },
    durations,
    summary: summarise(database, contents),
    pending: pendingOf(database, jobs),
    versions: newVersions(database, contents),
    coverage: coverageOf(database),
    trend: [...earlierNights(summaries), { night, ...shareOf(database) }].slice(-mostNights),
    archive,
    backup,
  }
}

function pendingOf(database: Database, jobs: readonly Job[]): Pending[] {
  const find = database.prepare<[string], string>('select min(name) from file where content = ?').pluck()
  return jobs.map(({ content, state, attempts, due }) => ({ document: find.get(content)!, state, attempts, due }))
}

function newVersions(database: Database, contents: ReadonlySet<string>): NewVersion[] {
  return database
    .prepare<[], NewVersion & { sha256: string }>(
      `select v.document, v.sha256, v.organisation, v.period_end, v.version, r.document as supersedes
       from report_versions v join reports r on r.report_id = v.supersedes order by v.document, v.report_id`,
    )
    .all()
    .filter(({ sha256 }) => contents.has(sha256))
    .map(({ sha256: _, ...version }) => version)
}

/** What coverage is told from: a report, and how it came out. */
type CoveredReport = Pick<ReportRow, 'report_id' | 'organisation' | 'org_number' | 'period_end' | 'outcome'>

/** The years of each organisation's annual reports, by name, with the years between that are missing. */
export function coverageOf(database: Database): Coverage[] {
  const groups = new Map<string, CoveredReport & { readonly years: Map<number, string> }>()
  const reports = database
    .prepare<[], CoveredReport>(
      `select report_id, organisation, org_number, period_end, outcome from reports
       where kind = 'annual' and period_end is not null order by document, sha256, first_page, report_id`,
    )
    .iterate()
  for (const report of reports) {
    const key = report.org_number ?? report.organisation ?? report.report_id
    const group = groups.get(key) ?? { ...report, years: new Map() }
    groups.set(key, group)
    const year = Number(report.period_end!.slice(0, 4))
    // of several versions of one year the one that holds best stands for it
    if (group.years.get(year) !== 'reconciled') group.years.set(year, report.outcome)
  }
  return [...groups.values()]
    .map(({ organisation, org_number, years: outcomes }): Coverage => {
      const years = [...outcomes].map(([year, outcome]) => ({ year, outcome })).sort((a, b) => a.year - b.year)
      const missing: number[] = []
      for (let year = years[0]!.year; year < years.at(-1)!.year; year++) if (!outcomes.has(year)) missing.push(year)
      return { organisation, org_number, years, missing }
    })
    .sort((a, b) => ((a.organisation ?? '') < (b.organisation ?? '') ? -1 : 1))
}

function shareOf(database: Database): Omit<NightShare, 'night'> {
  return database
    .prepare<[], Omit<NightShare, 'night'>>(
      `select count(*) as amounts, coalesce(sum(status in ${sureStatuses}), 0) as sure from facts`,
    )
    .get()!
}

const EarlierNight = z.object({
  trend: z.array(z.object({ night: z.string(), amounts: z.number(), sure: z.number() })).min(1),
})

/** What the night before stored of itself and of those before it; a summary that cannot be read is passed over. */
function earlierNights(folder: string): readonly NightShare[] {
  // 2026-11-22T031500Z.json
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{4}-.*Z\.json$/.test(name)) : []
  for (const name of names.sort().reverse()) {
    try {
      return EarlierNight.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).trend
    } catch {}
  }
  return []
}
