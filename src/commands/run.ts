import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import pLimit from 'p-limit'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { archiveDocument, letGo, refuseDocument } from '../inbox/empty-inbox.js'
import { type FilePath, nameOfPath, textOfPath } from '../inbox/file-path.js'
import { type FoundFiles, findFiles } from '../inbox/find-files.js'
import { isSinglePicture } from '../inbox/media-type-of.js'
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
  const progress = createProgress(terminal, request.quiet)
  const found = fromInbox ? findInInbox(settings.inbox, request.dryRun) : findFiles(request.paths)
  for (const path of found.notFollowed) progress.note(`${display(path)}: a link, pipe or device, not followed`)
  for (const path of found.unlisted) progress.note(`${display(path)}: a folder that may not be listed`)
  if (request.dryRun) return listOnly(found.files, settings, request, terminal)
  if (fromInbox && found.files.length === 0) progress.note(`The inbox ${display(settings.inbox)} holds no documents`)

  return withDatabase(settings.database, async (database) => {
    const stages = await buildStages(settings, database, progress, signal)
    const maximumBytes = settings.maximum_megabytes * 1_000_000
    const around = { database, stages, maximumBytes, signal, underWay: new Map() }
    const staying: string[] = []
    const emptied = fromInbox ? { ...around, ...emptying(settings, staying) } : around
    const taken = await takeAll(found.files, emptied, settings.jobs, progress)
    const { failures, changed } = await settleStored(database, stages, version, signal)
    if (signal.aborted) return exitCode.interrupted
    for (const failure of failures) progress.note(`Not reconciled: ${failure}`)
    const contents = new Set([...taken.flatMap(({ content }) => content ?? []), ...changed])
    const code = report(database, contents, taken, request, terminal)
    if (staying.length > 0) {
      progress.note(`Taken, and may not be removed from the inbox: ${staying.map(printable).join(', ')}`)
    }
    return found.unlisted.length + staying.length > 0 ? exitCode.differs : code
  })
}

function findInInbox(inbox: string, dryRun: boolean): FoundFiles {
  if (!existsSync(inbox)) {
    if (dryRun) return { files: [], notFollowed: [], unlisted: [] }
    mkdirSync(inbox, { recursive: true })
  }
  if (!statSync(inbox).isDirectory()) {
    throw new StopError('usage', `The inbox ${inbox} is not a folder.`, 'Name a folder with --inbox.')
  }
  return findFiles([inbox])
}

/**
 * Documents one after another, each with all jobs for its pages, and then the single pictures, as many at once as there
 * are jobs. The order decides nothing.
 */
async function takeAll(
  files: readonly FilePath[],
  around: Surroundings,
  jobs: number,
  progress: Progress,
): Promise<Taken[]> {
  const taken: Taken[] = []
  const take = async (path: FilePath): Promise<void> => {
    // lets a signal through: parsing holds the process for as long as a document takes
    await setImmediate()
    if (around.signal.aborted) return
    const one = await takeDocument(path, around)
    taken.push(one)
    progress.document(one, taken.length, files.length)
  }
  const isSingle = (path: FilePath) => isSinglePicture(nameOfPath(path))
  for (const path of files.filter((path) => !isSingle(path))) await take(path)
  await allAtOnce(files.filter(isSingle), jobs, take)
  const passedOver = taken.filter(({ state }) => state === 'passed-over').map(({ path }) => printable(basename(path)))
  if (passedOver.length > 0) {
    progress.note(`Passed over, being neither PDF nor picture nor named .txt: ${passedOver.join(', ')}`)
  }
  return taken
}

/** Where one fails, those under way come to their end before the failure is thrown: they use the same database. */
async function allAtOnce<Item>(items: readonly Item[], most: number, work: (item: Item) => Promise<void>) {
  const limit = pLimit(most)
  let failed = false
  const ended = await Promise.allSettled(
    items.map((item) =>
      limit(async () => {
        if (failed) return
        await work(item).catch((error: unknown) => {
          failed = true
          throw error
        })
      }),
    ),
  )
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}

function display(path: FilePath): string {
  return printable(textOfPath(path))
}

/** Where documents of the inbox go once their outcome is known; the names of those that cannot leave it are noted. */
function emptying(settings: Settings, staying: string[]): Pick<Surroundings, 'keep' | 'letGo'> {
  return {
    keep(document, { state, reason }, error) {
      if (state === 'done' || state === 'partial') archiveDocument(settings.archive, document)
      else refuseDocument(settings.failed, document, { state, reason: reason ?? state, advice: error?.advice ?? '' })
    },
    letGo(document) {
      if (!letGo(document)) staying.push(document.name)
    },
  }
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
  if (request.json) terminal.out(`${JSON.stringify({ ...summary, passed_over: passedOver }, null, 2)}\n`)
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
