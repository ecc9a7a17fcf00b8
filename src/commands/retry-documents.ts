import { rmSync } from 'node:fs'
import { findHeld, type HeldFile } from '../inbox/find-held.js'
import { type Taken, takeDocument } from '../pipeline.js'
import { queueAgain, type UnfinishedContent, unfinishedContents } from '../store/document-store.js'
import { keepDocument } from './empty-inbox.js'
import type { Keeping, Session } from './take-files.js'
import { printable } from './terminal.js'

/** After so many attempts a content is left for a person. */
const mostAttempts = 3
/** A second attempt is due an hour after the first, a third four hours after the second. */
const firstPauseMilliseconds = 3_600_000
const growth = 4

/** What another try came to; `missing` are contents whose bytes are not held here. */
export interface Retried {
  readonly taken: readonly Taken[]
  readonly missing: readonly UnfinishedContent[]
}

/** Failed contents that another try may well read, since time ran out and nothing else, and whose pause is over. */
export function dueContents({ database }: Session, timeOfDay = Date.now()): UnfinishedContent[] {
  return unfinishedContents(database).filter(({ reason, attempts, finished }) => {
    const isTransient = /\b(timeout|changing)\b/.test(reason ?? '')
    const pause = firstPauseMilliseconds * growth ** Math.max(0, attempts - 1)
    const ended = finished === null ? 0 : Date.parse(finished)
    // a clock that was set back must not keep a document waiting for good
    const waited = Math.abs(timeOfDay - ended)
    return isTransient && attempts < mostAttempts && waited >= pause
  })
}

/**
 * Takes contents again, from the archive or from among the refused. `afresh` forgets how often they were tried. What is
 * read this time moves to the archive; what fails again stays refused, under today.
 */
export async function retryDocuments(
  contents: readonly UnfinishedContent[],
  session: Session,
  afresh: boolean,
): Promise<Retried> {
  const { settings, database, stages, signal, progress } = session
  const taken: Taken[] = []
  const missing: UnfinishedContent[] = []
  for (const one of contents) {
    if (signal.aborted) break
    const held = findHeld(settings.archive, settings.failed, one.sha256)
    if (held === undefined) {
      missing.push(one)
      continue
    }
    queueAgain(database, one.content, afresh ? 0 : one.attempts)
    const maximumBytes = settings.maximum_megabytes * 1_000_000
    const around = { database, stages, maximumBytes, signal, underWay: new Map(), ...keepAgain(session, held) }
    const result = await takeDocument(held.path, around, one.name)
    taken.push(result)
    progress.document({ ...result, path: one.name }, taken.length + missing.length, contents.length)
  }
  for (const { name } of missing) {
    progress.note(`${printable(name)}: its bytes are not held here; run it again by its path`)
  }
  return { taken, missing }
}

/** What was refused leaves the refused once it lies in the archive, or under another day. */
function keepAgain({ settings }: Session, held: HeldFile): Keeping {
  let place = held.path
  return {
    keep(document, outcome, error) {
      place = keepDocument(settings, document, outcome, error)
    },
    letGo() {
      if (held.account === null || place === held.path) return
      rmSync(held.path, { force: true })
      rmSync(held.account, { force: true })
    },
  }
}
