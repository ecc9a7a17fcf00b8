import { resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { DocumentError, type DocumentErrorReason, isTransient, StopError } from './errors.js'
import { failPoint } from './fail-point.js'
import { type FilePath, nameOfPath, textOfPath } from './inbox/file-path.js'
import { type OpenedDocument, openDocument } from './inbox/open-document.js'
import type { JobQueue, TurnEnd } from './model/job-queue.js'
import type { MediaType } from './model/media-type.js'
import type { Page } from './model/page.js'
import type { Report } from './model/report.js'
import { unlessAborted } from './ocr/unless-aborted.js'
import { type LookingStages, takeSecondLook } from './second-look.js'
import {
  beginContent,
  type Content,
  type ContentState,
  finishContent,
  meetFile,
  type Outcome,
  requeueUnfinished,
} from './store/document-store.js'
import { loadPages, storePages } from './store/page-store.js'
import { storeReports } from './store/report-store.js'

/** From paper to pages (slow, of the world) and from pages to reports (pure), as `commands/` joins them. */
export interface Stages extends Pick<LookingStages, 'readAgain' | 'findDoubtfulWords'> {
  /** Engine and settings that a kind of document is read with: pages are stored under it. */
  readingOf(mediaType: MediaType): string
  readPages(document: OpenedDocument, mediaType: MediaType): Promise<readonly Page[]>
  parseReports(pages: readonly Page[]): readonly Report[]
  /** Ends what was started for reading. */
  close(): void
}

/** What a document is taken through with. */
export interface Surroundings {
  readonly database: Database
  readonly queue: JobQueue
  readonly stages: Stages & LookingStages
  readonly maximumBytes: number
  readonly signal: AbortSignal
  /** Keeps a document of the inbox where it belongs, durably, before its outcome is stored. */
  readonly keep?: (document: OpenedDocument, outcome: Outcome, error: DocumentError | undefined) => void
  /** Lets a document of the inbox go, after its outcome is stored. */
  readonly letGo?: (document: OpenedDocument) => void
  /** The last work on each content: files with the same bytes wait for each other. */
  readonly underWay: Map<string, Promise<unknown>>
}

/** What became of one file; `passed-over` is what is no document and claims to be none. */
export interface Taken {
  readonly path: string
  readonly content: string | null
  readonly state: ContentState | 'passed-over' | 'interrupted'
  readonly reason: string | null
  readonly pages: number | null
  /** Whether nothing had to be done, since the same bytes had been taken before. */
  readonly known: boolean
}

/** One file, known as `name` or as its path says, from its bytes to its outcome. Throws only what stops the whole run. */
export async function takeDocument(path: FilePath, around: Surroundings, name?: string): Promise<Taken> {
  const document = open(path, around, name)
  if (!('bytes' in document)) return document
  const before = around.underWay.get(document.sha256) ?? Promise.resolve()
  const work = before.then(() => takeOpened(document, around))
  const end = work.then(
    () => {},
    () => {},
  )
  around.underWay.set(document.sha256, end)
  try {
    return await work
  } finally {
    if (around.underWay.get(document.sha256) === end) around.underWay.delete(document.sha256)
  }
}

async function takeOpened(document: OpenedDocument, around: Surroundings): Promise<Taken> {
  const { database, queue } = around
  const path = textOfPath(document.path)
  const { name, sha256, mediaType = null } = document
  const content = meetFile(database, name, sha256, mediaType, resolve(path))
  failPoint('met')
  const { content: id, state, reason } = content
  const reading = document.mediaType === undefined ? 'none' : around.stages.readingOf(document.mediaType)
  const letKnownGo = (): Taken => {
    const outcome = { state, reason, pages: null }
    around.keep?.(document, outcome, undefined)
    around.letGo?.(document)
    return { path, content: id, ...outcome, known: true }
  }
  try {
    if (isFinished(content, reading)) return letKnownGo()
    const claim = await queue.claim(id)
    if (claim.kind === 'held') return { path, content: id, state: 'processing', reason: null, pages: null, known: true }
    if (claim.kind === 'quarantined' && state === 'failed') return letKnownGo()
    const result =
      claim.kind === 'quarantined'
        ? toResult(new DocumentError('crashed', `The program died ${claim.attempts} times over ${document.name}.`))
        : await readAndParse(document, id, reading, around)
    failPoint('parsed')
    around.keep?.(document, result.outcome, result.error)
    failPoint('kept')
    storeResult(database, id, result)
    failPoint('stored')
    await queue.end(id, result.end)
    around.letGo?.(document)
    failPoint('let go')
    return { path, content: id, ...result.outcome, known: false }
  } catch (error) {
    requeueUnfinished(database, id)
    await queue.giveBack(id)
    if (!around.signal.aborted) throw error
    return { path, content: id, state: 'interrupted', reason: null, pages: null, known: false }
  }
}

/** Throws only an interruption and what stops the run: neither is a fault of the document's. */
async function readAndParse(
  document: OpenedDocument,
  content: string,
  reading: string,
  around: Surroundings,
): Promise<Result> {
  try {
    around.signal.throwIfAborted()
    beginContent(around.database, content, reading)
    failPoint('begun')
    const pages = await pagesOf(document, reading, around)
    return parsePages(pages, around.stages)
  } catch (error) {
    if (around.signal.aborted || stopsTheRun(error)) throw error
    return toResult(toDocumentError(error))
  }
}

/** Parses a stored document again, with no reading. One whose pages are not stored stays as it is. */
export function parseAgain(content: Content, database: Database, stages: Stages): void {
  const pages = loadPages(database, content.content, content.reading ?? '')
  if (pages !== undefined) storeResult(database, content.content, parsePages(pages, stages))
}

/** How far one content came, and what was found in it. */
interface Result {
  readonly outcome: Outcome
  readonly reports: readonly Report[]
  readonly end: TurnEnd
  readonly error?: DocumentError
}

/** A parser that fails fails this document alone. */
function parsePages(pages: readonly Page[], stages: Stages): Result {
  try {
    const mayMend = pages.some(({ issues }) => issues.some(isTransient))
    return {
      outcome: outcomeOfPages(pages),
      reports: stages.parseReports(pages),
      end: mayMend ? 'transient' : 'done',
    }
  } catch (error) {
    return toResult(toDocumentError(error))
  }
}

function toResult(error: DocumentError): Result {
  const end = isTransient(error.reason) ? 'transient' : 'terminal'
  return { outcome: outcomeOfError(error), reports: [], end, error }
}

function storeResult(database: Database, content: string, { outcome, reports }: Result): void {
  const store = database.transaction(() => {
    storeReports(database, content, reports)
    finishContent(database, content, outcome)
  })
  store.immediate()
}

/** Opens a file; one that cannot be opened, or is no document, is given its outcome at once. */
function open(path: FilePath, around: Surroundings, name = nameOfPath(path)): OpenedDocument | Taken {
  try {
    const document = openDocument(path, around.maximumBytes, name)
    if (document !== undefined) return document
    return { path: textOfPath(path), content: null, state: 'passed-over', reason: null, pages: null, known: false }
  } catch (error) {
    const outcome = outcomeOfError(toDocumentError(error))
    const { content } = meetFile(around.database, name, null, null)
    finishContent(around.database, content, outcome)
    return { path: textOfPath(path), content, ...outcome, known: false }
  }
}

async function pagesOf(document: OpenedDocument, reading: string, around: Surroundings): Promise<readonly Page[]> {
  const { mediaType, sha256, bytes, name, claim } = document
  if (bytes.length === 0) throw new DocumentError('empty', `${name} is empty.`)
  if (mediaType === undefined) {
    const reason = claim === 'pdf' ? 'not-a-pdf' : 'not-a-picture'
    throw new DocumentError(reason, `${name} is not what its name says.`)
  }
  const stored = loadPages(around.database, sha256, reading)
  if (stored !== undefined) return stored
  const pages = await unlessAborted(around.signal, around.stages.readPages(document, mediaType))
  if (pages.length === 0) throw new DocumentError('no-pages', `${name} holds no pages.`)
  failPoint('read')
  const looked = await unlessAborted(around.signal, takeSecondLook(pages, document, mediaType, around.stages))
  storePages(around.database, sha256, reading, looked)
  failPoint('pages stored')
  return looked
}

/** Whether a content needs nothing more: it ended, for a reason that another try would meet again. */
function isFinished(content: Content, reading: string): boolean {
  if (content.state === 'rejected' || content.state === 'encrypted') return true
  if (content.state === 'failed') return !isTransient(content.reason ?? '')
  return (content.state === 'done' || content.state === 'partial') && content.reading === reading
}

function outcomeOfPages(pages: readonly Page[]): Outcome {
  const odd = pages.filter((page) => page.issues.length > 0 && !(page.kind === 'picture' && page.source === 'blank'))
  if (odd.length === 0) return { state: 'done', reason: null, pages: pages.length }
  const reason = odd.map((page) => `page ${page.number}: ${page.issues.join(', ')}`).join('; ')
  const unread = odd.filter((page) => page.kind === 'picture' && isUnread(page.readings))
  return { state: unread.length === pages.length ? 'failed' : 'partial', reason, pages: pages.length }
}

function isUnread(readings: readonly { readonly words: readonly unknown[] }[]): boolean {
  return readings.every((reading) => reading.words.length === 0)
}

const stateOfReason: Readonly<Partial<Record<DocumentErrorReason, ContentState>>> = {
  encrypted: 'encrypted',
  vanished: 'vanished',
  changing: 'queued',
  truncated: 'failed',
  unreadable: 'failed',
  timeout: 'failed',
  crashed: 'failed',
  failed: 'failed',
}

function outcomeOfError(error: DocumentError): Outcome {
  const reason = error.reason === 'failed' ? error.message : error.reason
  return { state: stateOfReason[error.reason] ?? 'rejected', reason, pages: null }
}

/** A missing part and a failing database are nothing that a document could be blamed for. */
function stopsTheRun(error: unknown): boolean {
  return error instanceof StopError || (error instanceof Error && error.name === 'SqliteError')
}

function toDocumentError(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new DocumentError('failed', message, error)
}
