import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { parseAgain } from '../pipeline.js'
import { settleStored } from '../settle-stored.js'
import { type Content, contentsWithPages } from '../store/document-store.js'
import { requireDatabase } from '../store/open-database.js'
import { readReports } from '../store/read-views.js'
import type { BuildStages } from './build-stages.js'
import { printSummary } from './print-summary.js'
import { createProgress } from './progress.js'
import type { Settings } from './settings.js'
import { isAllWell, summarise } from './summarise.js'
import { withSession } from './take-files.js'
import { printable, type Terminal } from './terminal.js'
import { version } from './version.js'

/** What `check` was asked: all documents, or those with a report of an organisation, of a year, or both. */
export interface CheckRequest {
  readonly organisation?: string | undefined
  readonly year?: string | undefined
  readonly json: boolean
  readonly quiet: boolean
}

/** Parses and reconciles again from the stored pages, with no reading of pictures. */
export function check(
  request: CheckRequest,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<ExitCode> {
  requireDatabase(settings.database)
  const progress = createProgress(terminal, request.quiet)
  return withSession(settings, progress, signal, buildStages, async ({ database, stages }) => {
    const contents = contentsAsked(database, request)
    for (const content of contents) {
      await setImmediate()
      if (signal.aborted) break
      parseAgain(content, database, stages)
    }
    const { failures, changed } = await settleStored(database, stages, version, signal, true)
    if (signal.aborted) return exitCode.interrupted
    for (const failure of failures) progress.note(`Not reconciled: ${failure}`)
    const summary = summarise(database, new Set([...contents.map(({ content }) => content), ...changed]))
    if (request.json) terminal.out(`${JSON.stringify(summary, null, 2)}\n`)
    else if (!request.quiet) terminal.out(printSummary(summary))
    return isAllWell(summary) ? exitCode.done : exitCode.differs
  })
}

function contentsAsked(database: Database, { organisation, year }: CheckRequest): Content[] {
  // 2019
  if (year !== undefined && !/^\d{4}$/.test(year)) {
    throw new StopError('usage', `“${printable(year)}” is no year.`, 'Name a year with four digits, such as 2019.')
  }
  const all = contentsWithPages(database)
  if (organisation === undefined && year === undefined) return all
  const wanted = organisation?.toLowerCase().normalize('NFC')
  const digits = organisation?.replaceAll('-', '')
  const matching = readReports(database).filter(
    (report) =>
      (wanted === undefined ||
        (digits !== '' && report.org_number?.replaceAll('-', '').startsWith(digits ?? '')) ||
        report.organisation?.toLowerCase().includes(wanted)) &&
      (year === undefined || report.period_end?.startsWith(year)),
  )
  const asked = new Set(matching.map(({ sha256 }) => sha256))
  if (asked.size === 0) {
    const what = [organisation, year].filter((part) => part !== undefined).join(', ')
    throw new StopError(
      'usage',
      `No stored report is of ${printable(what)}.`,
      'Look for a slip in the name or the year.',
    )
  }
  return all.filter(({ content }) => asked.has(content))
}
