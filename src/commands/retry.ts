import { type ExitCode, exitCode, StopError } from '../errors.js'
import { type UnfinishedContent, unfinishedContents } from '../store/document-store.js'
import { requireDatabase } from '../store/open-database.js'
import type { BuildStages } from './build-stages.js'
import { findDocument } from './find-document.js'
import { jsonPieces } from './json-pieces.js'
import { printSummary } from './print-summary.js'
import { createProgress } from './progress.js'
import { dueContents, retryDocuments } from './retry-documents.js'
import type { Settings } from './settings.js'
import { isAllWell, summarise } from './summarise.js'
import { type Session, settleAfter, withSession } from './take-files.js'
import { printable, type Terminal } from './terminal.js'

/** What `retry` was asked: documents by name or hash, or none for all that failed. */
export interface RetryRequest {
  readonly documents: readonly string[]
  readonly json: boolean
  readonly quiet: boolean
}

/** Takes failed documents again, as often as they may have been tried before. */
export function retry(
  request: RetryRequest,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<ExitCode> {
  requireDatabase(settings.database)
  const progress = createProgress(terminal, request.quiet, settings.log)
  return withSession(settings, progress, signal, buildStages, async (session) => {
    const wanted = await contentsWanted(session, request.documents)
    if (wanted.length === 0) progress.note('No document has failed')
    const { taken, missing } = await retryDocuments(wanted, session, true)
    const contents = await settleAfter(taken, session)
    if (signal.aborted) return exitCode.interrupted
    const summary = summarise(session.database, contents)
    if (request.json) for (const piece of jsonPieces(summary)) terminal.out(piece)
    else if (!request.quiet && wanted.length > 0) terminal.out(printSummary(summary))
    return missing.length === 0 && isAllWell(summary) ? exitCode.done : exitCode.differs
  })
}

/** Refused documents are tried again only where they are named: the same bytes would be refused again. */
async function contentsWanted(session: Session, names: readonly string[]): Promise<UnfinishedContent[]> {
  const { database } = session
  const unfinished = unfinishedContents(database)
  if (names.length === 0) {
    const due = new Set((await dueContents(session)).map(({ content }) => content))
    return unfinished.filter(({ content, state }) => state === 'failed' || state === 'partial' || due.has(content))
  }
  return names.map((name) => {
    const { sha256, state } = findDocument(database, name)
    const found = unfinished.find((content) => content.sha256 === sha256)
    if (found !== undefined && found.state !== 'queued') return found
    const advice = 'Only what failed, was refused or was read in part can be tried again.'
    throw new StopError('usage', `“${printable(name)}” is ${state}: there is nothing to try again.`, advice)
  })
}
