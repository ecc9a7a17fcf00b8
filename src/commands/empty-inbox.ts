import { existsSync, mkdirSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { type DocumentError, StopError } from '../errors.js'
import { watchArrivals } from '../inbox/arrivals.js'
import { archiveDocument, letGo, refuseDocument } from '../inbox/empty-inbox.js'
import { type FilePath, textOfPath } from '../inbox/file-path.js'
import { type FoundFiles, findFiles } from '../inbox/find-files.js'
import type { OpenedDocument } from '../inbox/open-document.js'
import { noteArchived, type Outcome } from '../store/document-store.js'
import type { Progress } from './progress.js'
import type { Settings } from './settings.js'
import type { Keeping } from './take-files.js'
import { printable, printableList } from './terminal.js'

/** How often files that are still arriving are looked at, at most. */
const lookMilliseconds = 500

/**
 * What lies in the inbox; the folder is made where there is none. Throws a StopError where it is no folder, and where it
 * cannot be reached, as a share that is away.
 */
export function lookIntoInbox({ inbox, ignore }: Settings, mayMake = true): FoundFiles {
  try {
    if (!existsSync(inbox)) {
      if (!mayMake) return { files: [], notFollowed: [], unlisted: [] }
      mkdirSync(inbox, { recursive: true })
    }
    if (!statSync(inbox).isDirectory()) {
      throw new StopError('usage', `The inbox ${inbox} is not a folder.`, 'Name a folder with --inbox.')
    }
    return findFiles([inbox], ignore)
  } catch (error) {
    if (error instanceof StopError) throw error
    const what = error instanceof Error ? error.message : String(error)
    throw new StopError(
      'disk',
      `The inbox ${inbox} cannot be reached: ${what}.`,
      'Bring it back, then run again.',
      error,
    )
  }
}

/** Waits until nobody writes to the files any more; those to which somebody does for too long stay, and are named. */
export async function awaitArrival(
  files: readonly FilePath[],
  { settle_seconds }: Settings,
  progress: Progress,
  signal: AbortSignal,
): Promise<readonly FilePath[]> {
  const arrivals = watchArrivals(settle_seconds)
  const last = performance.now() + 15 * 1000 * settle_seconds
  let told = false
  for (;;) {
    const { arrived, arriving } = arrivals.sort(files)
    if (arriving.length === 0 || signal.aborted) return arrived
    const names = printableList(arriving.map(textOfPath))
    if (performance.now() > last) {
      progress.note(`Still being written to, and left for the next run: ${names}`)
      return arrived
    }
    if (!told) progress.note(`Waiting for files that are still arriving: ${names}`)
    told = true
    await wait(Math.min(lookMilliseconds, 1000 * settle_seconds), undefined, { signal }).catch(() => {})
  }
}

/** Notes what was found and is not taken. */
export function noteWhatStays({ notFollowed, unlisted }: FoundFiles, progress: Progress): void {
  for (const path of notFollowed) progress.note(`${display(path)}: a link, pipe or device, not followed`)
  for (const path of unlisted) progress.note(`${display(path)}: a folder that may not be listed`)
}

/** Where documents of the inbox go once their outcome is known; the names of those that cannot leave it are noted. */
export function keepFromInbox(settings: Settings, database: Database, staying: string[]): Keeping {
  return {
    keep: (document, outcome, error) => void keepDocument(settings, database, document, outcome, error),
    letGo(document) {
      if (!letGo(document)) staying.push(document.name)
    },
  }
}

/** Keeps a document in the archive, or among the refused with a file beside it that says why; returns where. */
export function keepDocument(
  { archive, failed }: Settings,
  database: Database,
  document: OpenedDocument,
  { state, reason }: Outcome,
  error: DocumentError | undefined,
): string {
  if (state === 'done' || state === 'partial') {
    const path = archiveDocument(archive, document)
    noteArchived(database, document.sha256)
    return path
  }
  return refuseDocument(failed, document, { state, reason: reason ?? state, advice: error?.advice ?? '' })
}

function display(path: FilePath): string {
  return printable(textOfPath(path))
}
