import { rmSync } from 'node:fs'
import { findHeld, type HeldFile } from '../inbox/find-held.js'
import { type Taken, takeDocument } from '../pipeline.js'
import { forgetOutcome, type UnfinishedContent, unfinishedContents } from '../store/document-store.js'
import { keepDocument } from './empty-inbox.js'
import { type Keeping, type Session, surroundingsOf } from './take-files.js'
import { printable } from './terminal.js'

/** What another try came to; `missing` are contents whose bytes are not held here. */
export interface Retried {
  readonly taken: readonly Taken[]
  readonly missing: readonly UnfinishedContent[]
}

/** Contents whose turn has come and whose bytes are held here: what waits in the inbox is found there. */
export async function dueContents({ settings, database, queue }: Session): Promise<UnfinishedContent[]> {
  const due = new Set(await queue.due())
  return unfinishedContents(database).filter(
    ({ content, sha256 }) => due.has(content) && findHeld(settings.archive, settings.failed, sha256) !== undefined,
  )
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
  const { settings, database, queue, signal, progress } = session
  const taken: Taken[] = []
  const missing: UnfinishedContent[] = []
  for (const one of contents) {
    if (signal.aborted) break
    const held = findHeld(settings.archive, settings.failed, one.sha256)
    if (held === undefined) {
      missing.push(one)
      continue
    }
    // in this order: one that died between the two leaves a failed document whose turn has come
    if (afresh) await queue.again(one.content)
    forgetOutcome(database, one.content)
    const result = await takeDocument(held.path, surroundingsOf(session, keepAgain(session, held)), one.name)
    taken.push(result)
    progress.document({ ...result, path: one.name }, taken.length + missing.length, contents.length)
  }
  for (const { name } of missing) {
    progress.note(`${printable(name)}: its bytes are not held here; run it again by its path`)
  }
  return { taken, missing }
}

/** What was refused leaves the refused once it lies in the archive, or under another day. */
function keepAgain({ settings, database }: Session, held: HeldFile): Keeping {
  let place = held.path
  return {
    keep(document, outcome, error) {
      place = keepDocument(settings, database, document, outcome, error)
    },
    letGo() {
      if (held.account === null || place === held.path) return
      rmSync(held.path, { force: true })
      rmSync(held.account, { force: true })
    },
  }
}
