import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import pLimit from 'p-limit'
import { type FilePath, nameOfPath } from '../inbox/file-path.js'
import { isSinglePicture } from '../inbox/media-type-of.js'
import type { JobQueue } from '../model/job-queue.js'
import { type Stages, type Surroundings, type Taken, takeDocument } from '../pipeline.js'
import { type SettleStages, settleStored } from '../settle-stored.js'
import { openJobQueue } from '../store/job-queue.js'
import { version } from '../version.js'
import type { BuildStages } from './build-stages.js'
import { refuseFullDisk } from './disk-space.js'
import type { Progress } from './progress.js'
import type { Settings } from './settings.js'
import { printableList } from './terminal.js'
import { withDatabase } from './with-database.js'

/** A database that this process holds, and what documents are taken through to it with. */
export interface Session {
  readonly settings: Settings
  readonly database: Database
  readonly queue: JobQueue
  readonly stages: Stages & SettleStages
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Where taken documents go, for those that are not left where they lie. */
export type Keeping = Pick<Surroundings, 'keep' | 'letGo'>

/** Holds the database for one piece of work, with the stages built; throws a StopError where the disk is nearly full. */
export async function withSession<T>(
  settings: Settings,
  progress: Progress,
  signal: AbortSignal,
  buildStages: BuildStages,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const inSession = async (database: Database): Promise<T> => {
    const stages = await buildStages(settings, database, progress, signal)
    try {
      return await work({ settings, database, queue: openJobQueue(database), stages, progress, signal })
    } finally {
      stages.close()
    }
  }
  refuseFullDisk(settings)
  return withDatabase(settings.database, inSession, signal)
}

/**
 * Takes documents one after another, each with all jobs for its pages, and then the single pictures, as many at once as
 * there are jobs. The order decides nothing.
 */
export async function takeFiles(files: readonly FilePath[], session: Session, keeping: Keeping = {}): Promise<Taken[]> {
  const { settings, progress, signal } = session
  const around = surroundingsOf(session, keeping)
  const taken: Taken[] = []
  const take = async (path: FilePath): Promise<void> => {
    // lets a signal through: parsing holds the process for as long as a document takes
    await setImmediate()
    if (signal.aborted) return
    const one = await takeDocument(path, around)
    taken.push(one)
    progress.document(one, taken.length, files.length)
  }
  const isSingle = (path: FilePath) => isSinglePicture(nameOfPath(path))
  for (const path of files.filter((path) => !isSingle(path))) await take(path)
  await allAtOnce(files.filter(isSingle), settings.jobs, take)
  const passedOver = taken.filter(({ state }) => state === 'passed-over').map(({ path }) => basename(path))
  if (passedOver.length > 0) {
    progress.note(`Passed over, being neither PDF nor picture nor named .txt: ${printableList(passedOver)}`)
  }
  return taken
}

/** What documents of one session are taken through with. */
export function surroundingsOf(session: Session, keeping: Keeping): Surroundings {
  const { settings, database, queue, stages, signal } = session
  const maximumBytes = settings.maximum_megabytes * 1_000_000
  return { database, queue, stages, maximumBytes, signal, underWay: new Map(), ...keeping }
}

/**
 * Reconciles across all that is stored, once nothing is read any more; returns the contents that were taken and those
 * that came out otherwise.
 */
export async function settleAfter(
  taken: readonly Pick<Taken, 'content'>[],
  session: Session,
  again = false,
): Promise<ReadonlySet<string>> {
  const { database, stages, signal, progress } = session
  stages.close()
  const { failures, changed } = await settleStored(database, stages, version, signal, again)
  for (const failure of failures) progress.note(`Not reconciled: ${failure}`)
  return new Set([...taken.flatMap(({ content }) => content ?? []), ...changed])
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
