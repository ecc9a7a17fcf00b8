import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { type ExitCode, exitCode } from '../errors.js'
import { parseAgain } from '../pipeline.js'
import { type Content, contentsWithPages } from '../store/document-store.js'
import { requireDatabase } from '../store/open-database.js'
import { readReports } from '../store/read-views.js'
import type { BuildStages } from './build-stages.js'
import { jsonPieces } from './json-pieces.js'
import { lookAtArchive } from './look-at-folders.js'
import { printSummary } from './print-summary.js'
import { createProgress } from './progress.js'
import { type ReportsAsked, reportsAsked } from './reports-asked.js'
import type { Settings } from './settings.js'
import { isAllWell, summarise } from './summarise.js'
import { settleAfter, withSession } from './take-files.js'
import { printable, type Terminal } from './terminal.js'

/** What `check` was asked: all documents, or those with a report of an organisation, of a year, or both. */
export interface CheckRequest extends ReportsAsked {
  readonly json: boolean
  readonly quiet: boolean
}

/**
 * Parses and reconciles again from the stored pages, with no reading of pictures. Asked about all documents, it also looks
 * whether every original in the archive is as it was stored.
 */
export function check(
  request: CheckRequest,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<ExitCode> {
  requireDatabase(settings.database)
  const progress = createProgress(terminal, request.quiet, settings.log)
  return withSession(settings, progress, signal, buildStages, async (session) => {
    const { database, stages } = session
    const contents = contentsAsked(database, request)
    for (const content of contents) {
      await setImmediate()
      if (signal.aborted) break
      parseAgain(content, database, stages)
    }
    const changed = await settleAfter(contents, session, true)
    if (signal.aborted) return exitCode.interrupted
    const summary = summarise(database, changed)
    const isAboutAll = request.organisation === undefined && request.year === undefined
    const archive = isAboutAll ? lookAtArchive(settings).filter(({ state }) => state !== 'ok') : []
    for (const { detail, advice } of archive) progress.note(printable(`Archive: ${detail}. ${advice ?? ''}`))
    if (request.json) for (const piece of jsonPieces({ ...summary, archive })) terminal.out(piece)
    else if (!request.quiet) terminal.out(printSummary(summary))
    return isAllWell(summary) && archive.length === 0 ? exitCode.done : exitCode.differs
  })
}

function contentsAsked(database: Database, request: CheckRequest): Content[] {
  const all = contentsWithPages(database)
  const reports = reportsAsked(request, readReports(database))
  if (reports === undefined) return all
  const asked = new Set(reports.map(({ sha256 }) => sha256))
  return all.filter(({ content }) => asked.has(content))
}
