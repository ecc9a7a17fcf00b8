import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { type ExitCode, exitCode } from '../errors.js'
import { archiveDocument, letGo, refuseDocument } from '../inbox/empty-inbox.js'
import { findFiles } from '../inbox/find-files.js'
import { openDocument } from '../inbox/open-document.js'
import { type Surroundings, type Taken, takeDocument } from '../pipeline.js'
import { settleStored } from '../settle-stored.js'
import type { BuildStages } from './build-stages.js'
import { printSummary } from './print-summary.js'
import { createProgress, type Progress } from './progress.js'
import type { Settings } from './settings.js'
import { isAllWell, summarise } from './summarise.js'
import { printable, type Terminal } from './terminal.js'
import { version } from './version.js'
import { withDatabase } from './with-database.js'

/** What `run` was asked. No paths means the inbox, the only place that is emptied. */
export interface RunRequest {
  readonly paths: readonly string[]
  readonly dryRun: boolean
  readonly json: boolean
  readonly quiet: boolean
}

/** Takes every document under the paths through to the database, and reconciles across all that is stored. */
export async function run(
  request: RunRequest,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<ExitCode> {
  const fromInbox = request.paths.length === 0
  if (fromInbox && !request.dryRun) mkdirSync(settings.inbox, { recursive: true })
  const progress = createProgress(terminal, request.quiet)
  const { files, notFollowed } = findFiles(fromInbox ? [settings.inbox] : request.paths)
  for (const path of notFollowed) progress.note(`${printable(path)}: a link, pipe or device, not followed`)
  if (request.dryRun) return listOnly(files, settings, request, terminal)

  return withDatabase(settings.database, async (database) => {
    const stages = await buildStages(settings, database, progress, signal)
    const around = { database, stages, maximumBytes: settings.maximum_megabytes * 1_000_000, signal }
    const taken = await takeAll(files, fromInbox ? { ...around, ...emptying(settings) } : around, progress)
    const failures = await settleStored(database, stages, version, signal)
    if (signal.aborted) return exitCode.interrupted
    for (const failure of failures) progress.note(`Not reconciled: ${failure}`)
    return report(database, taken, request, terminal)
  })
}

async function takeAll(files: readonly string[], around: Surroundings, progress: Progress): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const [index, path] of files.entries()) {
    // lets a signal through: parsing holds the process for as long as a document takes
    await setImmediate()
    if (around.signal.aborted) break
    const one = await takeDocument(path, around)
    taken.push(one)
    progress.document(one, index + 1, files.length)
  }
  const passedOver = taken.filter(({ state }) => state === 'passed-over').map(({ path }) => printable(basename(path)))
  if (passedOver.length > 0) {
    progress.note(`Passed over, being neither PDF nor picture nor named .txt: ${passedOver.join(', ')}`)
  }
  return taken
}

/** Where documents of the inbox go once their outcome is known. */
function emptying(settings: Settings): Pick<Surroundings, 'keep' | 'letGo'> {
  return {
    keep(document, { state, reason }, error) {
      if (state === 'done' || state === 'partial') archiveDocument(settings.archive, document)
      else refuseDocument(settings.failed, document, { state, reason: reason ?? state, advice: error?.advice ?? '' })
    },
    letGo,
  }
}

function report(database: Database, taken: readonly Taken[], request: RunRequest, terminal: Terminal): ExitCode {
  const summary = summarise(database, new Set(taken.flatMap(({ content }) => content ?? [])))
  const passedOver = taken.filter(({ state }) => state === 'passed-over').map(({ path }) => basename(path))
  if (request.json) terminal.out(`${JSON.stringify({ ...summary, passed_over: passedOver }, null, 2)}\n`)
  else if (!request.quiet) terminal.out(printSummary(summary))
  return isAllWell(summary) ? exitCode.done : exitCode.differs
}

/** What would be taken, with nothing written anywhere. */
function listOnly(files: readonly string[], settings: Settings, request: RunRequest, terminal: Terminal): ExitCode {
  const documents = files.map((path) => {
    try {
      const document = openDocument(path, settings.maximum_megabytes * 1_000_000)
      const mediaType = document?.mediaType ?? null
      const would = document === undefined ? 'pass over' : mediaType === null ? 'reject' : 'take'
      return { path, would, media_type: mediaType, sha256: document?.sha256 ?? null }
    } catch (error) {
      return { path, would: error instanceof Error ? error.message : 'fail', media_type: null, sha256: null }
    }
  })
  if (request.json) terminal.out(`${JSON.stringify({ documents }, null, 2)}\n`)
  else
    for (const { would, media_type, path } of documents) {
      terminal.out(`${would.padEnd(9)}  ${(media_type ?? '').padEnd(15)}  ${printable(path)}\n`)
    }
  return exitCode.done
}
