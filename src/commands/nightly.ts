import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { clearDraftsIn, placeFile } from '../export/place-files.js'
import { faultsOf } from '../store/open-database.js'
import { version } from '../version.js'
import type { BuildStages } from './build-stages.js'
import { awaitArrival, keepFromInbox, lookIntoInbox, noteWhatStays } from './empty-inbox.js'
import { jsonPieces } from './json-pieces.js'
import { keepBackup } from './keep-backup.js'
import { lookRoundArchive } from './look-round-archive.js'
import { type Duration, describeNight, type Night } from './night.js'
import { nightPage } from './night-page.js'
import { printNight } from './print-night.js'
import { createProgress } from './progress.js'
import { dueContents, retryDocuments } from './retry-documents.js'
import type { Settings } from './settings.js'
import { isAllWell } from './summarise.js'
import { settleAfter, takeFiles, withSession } from './take-files.js'
import { printableList, type Terminal } from './terminal.js'

/** What `nightly` was asked. */
export interface NightlyRequest {
  readonly json: boolean
  readonly quiet: boolean
}

/**
 * One unattended pass: the database is looked through, the inbox emptied, failed documents that are due tried again,
 * everything reconciled across years, the database copied, and a summary written as data and as a page.
 */
export function nightly(
  request: NightlyRequest,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<ExitCode> {
  const began = performance.now()
  const night = new Date().toISOString().slice(0, 19).replaceAll(':', '').concat('Z')
  const progress = createProgress(terminal, request.quiet, settings.log)
  const found = lookIntoInbox(settings)
  noteWhatStays(found, progress)
  return withSession(settings, progress, signal, buildStages, async (session) => {
    const { database } = session
    const faults = faultsOf(database, 'integrity_check')
    if (faults.length > 0) {
      const advice = `Put the latest copy from ${settings.backups} in its place; the damaged file was not touched.`
      throw new StopError('damaged', `The database ${settings.database} is damaged: ${faults[0]}.`, advice)
    }
    const staying: string[] = []
    const { durations, step } = stopwatch(began)
    const files = await step('waiting for files', awaitArrival(found.files, settings, progress, signal))
    const taken = await step('reading', takeFiles(files, session, keepFromInbox(settings, database, staying)))
    const due = await dueContents(session)
    const { taken: retried } = await step('trying again', retryDocuments(due, session, false))
    const contents = await step('reconciling', settleAfter([...taken, ...retried], session))
    const archive = await step('looking at the archive', lookRoundArchive(database, settings.archive, signal))
    if (signal.aborted) return exitCode.interrupted
    if (staying.length > 0) {
      progress.note(`Taken, and may not be removed from the inbox: ${printableList(staying)}`)
    }
    const backup = await step('copying the database', keepBackup(database, settings, night))
    const jobs = await session.queue.jobs()
    const seconds = Math.round((performance.now() - began) / 1000)
    const work = { night, version, seconds, taken, retried, contents, durations, jobs, archive, backup }
    const told = describeNight(database, work, settings.summaries)
    const page = await writeSummary(settings.summaries, told)
    if (request.json) for (const piece of jsonPieces(told)) terminal.out(piece)
    else if (!request.quiet) terminal.out(printNight(told, page))
    const stuck = found.unlisted.length + staying.length + (found.files.length - files.length)
    const isWhole = archive.rotten.length + archive.missing.length === 0
    return stuck === 0 && isWhole && isAllWell(told.summary) ? exitCode.done : exitCode.differs
  })
}

/** Measures steps that follow one another, and what went before the first of them. */
function stopwatch(start: number) {
  const secondsSince = (began: number) => Math.round((performance.now() - began) / 100) / 10
  const durations: Duration[] = [{ step: 'starting, and looking through the database', seconds: secondsSince(start) }]
  const step = async <Value>(name: string, work: Promise<Value>): Promise<Value> => {
    const began = performance.now()
    const value = await work
    durations.push({ step: name, seconds: secondsSince(began) })
    return value
  }
  return { durations, step }
}

/** Writes a night as data and as a page, whole or not at all, under its own name and as the latest; returns the page. */
async function writeSummary(folder: string, night: Night): Promise<string> {
  const page = nightPage(night)
  // 2026-11-22T031500Z.json
  if (existsSync(folder)) clearDraftsIn(folder, (target) => /^\d{4}-\d\d-\d\dT\d{6}Z\.(json|html)$/.test(target))
  // the night is over: its summary is written whatever comes
  const { signal } = new AbortController()
  for (const name of [night.night, 'latest']) {
    const files = { [`${name}.json`]: () => jsonPieces(night), [`${name}.html`]: () => [page] }
    for (const [name, chunks] of Object.entries(files)) await placeFile({ name, chunks }, join(folder, name), signal)
  }
  return join(folder, `${night.night}.html`)
}
