import { lstatSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { type Arrivals, watchArrivals } from '../inbox/arrivals.js'
import type { FilePath } from '../inbox/file-path.js'
import { identityOf } from '../inbox/open-document.js'
import { type FolderWatch, watchFolder } from '../inbox/watch-folder.js'
import type { Taken } from '../pipeline.js'
import type { BuildStages } from './build-stages.js'
import { keepFromInbox, lookIntoInbox, noteWhatStays } from './empty-inbox.js'
import { createProgress, type Progress } from './progress.js'
import type { Settings } from './settings.js'
import { settleAfter, takeFiles, withSession } from './take-files.js'
import { printable, type Terminal } from './terminal.js'

/** So many files are taken before all is reconciled and the inbox is looked at again: */
const mostAtOnce = 200
/** or more, until taking them took so many times as long as that does, since it grows with what is stored. */
const worthwhile = 20
/** Hints come in flocks. */
const flockMilliseconds = 200

/**
 * Stays, and takes each document that has finished arriving in the inbox, until the signal says so. The database is
 * held only while there is something to take; while another run holds it, or the disk is full, files wait.
 */
export async function watch(
  quiet: boolean,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<ExitCode> {
  const progress = createProgress(terminal, quiet, settings.log)
  noteWhatStays(lookIntoInbox(settings), progress)
  const folder = watchFolder(settings.inbox, settings.poll)
  progress.note(`Watching ${printable(settings.inbox)}`)
  try {
    const state: Watching = {
      arrivals: watchArrivals(settings.settle_seconds),
      left: new Map(),
      trouble: null,
      upkeep: 0,
    }
    while (!signal.aborted) {
      const isWaiting = await lookOnce(state, settings, progress, signal, buildStages)
      await pause(folder, isWaiting, settings, signal)
    }
    return exitCode.interrupted
  } finally {
    await folder.close()
  }
}

interface Watching {
  readonly arrivals: Arrivals
  /** Files that were taken, or are no documents, and lie in the inbox still, as they were then. */
  readonly left: Map<string, string>
  /** What kind of thing stood in the way the last time: said once, though how many megabytes are free may change. */
  trouble: ExitCode | null
  /** Milliseconds that looking, opening the database and reconciling took the last time. */
  upkeep: number
}

/** Takes what has arrived; returns whether something waits for the next look. What passes by itself is said once. */
async function lookOnce(
  state: Watching,
  settings: Settings,
  progress: Progress,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<boolean> {
  try {
    const isWaiting = await takeArrived(state, settings, progress, signal, buildStages)
    state.trouble = null
    return isWaiting
  } catch (error) {
    const passes = error instanceof StopError && (error.code === exitCode.locked || error.code === exitCode.disk)
    if (!passes) throw error
    if (state.trouble !== error.code) progress.note(`${error.message} The files wait in the inbox.`)
    state.trouble = error.code
    return true
  }
}

async function takeArrived(
  state: Watching,
  settings: Settings,
  progress: Progress,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<boolean> {
  const { arrivals, left } = state
  const began = performance.now()
  const found = lookIntoInbox(settings).files
  const lying = new Set(found.map(keyOf))
  for (const key of left.keys()) if (!lying.has(key)) left.delete(key)
  const { arrived, arriving } = arrivals.sort(found)
  const fresh = arrived.filter((path) => left.get(keyOf(path)) !== identityAt(path))
  if (fresh.length === 0) return arriving.length > 0
  const taken: Taken[] = []
  let files: readonly FilePath[] = []
  let taking = 0
  await withSession(settings, progress, signal, buildStages, async (session) => {
    const keeping = keepFromInbox(settings, session.database, [])
    const start = performance.now()
    do {
      const next = fresh.slice(files.length, files.length + mostAtOnce)
      taken.push(...(await takeFiles(next, session, keeping)))
      files = fresh.slice(0, files.length + next.length)
      taking = performance.now() - start
    } while (files.length < fresh.length && !signal.aborted && taking < worthwhile * state.upkeep)
    await settleAfter(taken, session)
  })
  state.upkeep = performance.now() - began - taking
  for (const path of files) {
    const identity = identityAt(path)
    if (identity !== undefined && !signal.aborted) left.set(keyOf(path), identity)
  }
  return arriving.length > 0 || fresh.length > files.length
}

/** Waits for a hint, no longer than until the next look is due, and a moment more for the flock to pass. */
async function pause(folder: FolderWatch, isWaiting: boolean, settings: Settings, signal: AbortSignal): Promise<void> {
  const { rescan_seconds, settle_seconds } = settings
  const longest = isWaiting ? Math.min(rescan_seconds, Math.max(1, settle_seconds)) : rescan_seconds
  await folder.next(longest * 1000, signal)
  await wait(flockMilliseconds, undefined, { signal }).catch(() => {})
}

function keyOf(path: FilePath): string {
  return Buffer.from(path).toString('latin1')
}

function identityAt(path: FilePath): string | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false })
  return status === undefined ? undefined : identityOf(status)
}
