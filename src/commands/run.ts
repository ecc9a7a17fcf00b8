import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type ExitCode, exitCode } from '../errors.js'
import { type FilePath, textOfPath } from '../inbox/file-path.js'
import { findFiles } from '../inbox/find-files.js'
import { openDocument } from '../inbox/open-document.js'
import type { Taken } from '../pipeline.js'
import type { BuildStages } from './build-stages.js'
import { awaitArrival, keepFromInbox, lookIntoInbox, noteWhatStays } from './empty-inbox.js'
import { jsonPieces } from './json-pieces.js'
import { printSummary } from './print-summary.js'
import { createProgress } from './progress.js'
import type { Settings } from './settings.js'
import { isAllWell, summarise } from './summarise.js'
import { settleAfter, takeFiles, withSession } from './take-files.js'
import { printable, printableList, type Terminal } from './terminal.js'

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
  const progress = createProgress(terminal, request.quiet, settings.log)
  const found = fromInbox ? lookIntoInbox(settings, !request.dryRun) : findFiles(request.paths)
  noteWhatStays(found, progress)
  if (request.dryRun) return listOnly(found.files, settings, request, terminal)
  if (fromInbox && found.files.length === 0) {
    progress.note(`The inbox ${printable(settings.inbox)} holds no documents`)
  }

  return withSession(settings, progress, signal, buildStages, async (session) => {
    const staying: string[] = []
    const files = fromInbox ? await awaitArrival(found.files, settings, progress, signal) : found.files
    const taken = await takeFiles(files, session, fromInbox ? keepFromInbox(settings, session.database, staying) : {})
    const contents = await settleAfter(taken, session)
    if (signal.aborted) return exitCode.interrupted
    const code = report(session.database, contents, taken, request, terminal)
    if (staying.length > 0) {
      progress.note(`Taken, and may not be removed from the inbox: ${printableList(staying)}`)
    }
    return found.unlisted.length + staying.length > 0 ? exitCode.differs : code
  })
}

function report(
  database: Database,
  contents: ReadonlySet<string>,
  taken: readonly Taken[],
  request: RunRequest,
  terminal: Terminal,
): ExitCode {
  const summary = summarise(database, contents)
  const passedOver = taken.filter(({ state }) => state === 'passed-over').map(({ path }) => basename(path))
  if (request.json) for (const piece of jsonPieces({ ...summary, passed_over: passedOver })) terminal.out(piece)
  else if (!request.quiet) terminal.out(printSummary(summary))
  return isAllWell(summary) ? exitCode.done : exitCode.differs
}

/** What would be taken, with nothing written anywhere. */
function listOnly(files: readonly FilePath[], settings: Settings, request: RunRequest, terminal: Terminal): ExitCode {
  const documents = files.map((file) => {
    const path = textOfPath(file)
    try {
      const document = openDocument(file, settings.maximum_megabytes * 1_000_000)
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
