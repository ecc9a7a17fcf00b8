import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'
import { createDesk } from '../desk/create-desk.js'
import type { DeskAssets, DeskParts } from '../desk/desk-parts.js'
import { serveDesk } from '../desk/serve-desk.js'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { loadTaxonomy } from '../reference.js'
import { settleStored } from '../settle-stored.js'
import { closeDatabase, openDatabase, openForReading, requireDatabase } from '../store/open-database.js'
import { areAllSettled } from '../store/report-store.js'
import { takeLease } from '../store/run-lease.js'
import { version } from '../version.js'
import type { BuildStages } from './build-stages.js'
import { findOriginal } from './find-original.js'
import { createForesight, makeDecision } from './make-decision.js'
import { createProgress } from './progress.js'
import type { Settings } from './settings.js'
import type { Terminal } from './terminal.js'

/** What `review` was asked: where to listen; 0 is any free port. */
export interface ReviewRequest {
  readonly port: number
}

const drawnWidth = 1600

/**
 * Serves the review desk to this machine until the signal says so. The database is held only while something is decided,
 * so that other runs go on beside it.
 */
export async function review(
  { port }: ReviewRequest,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): Promise<ExitCode> {
  requireDatabase(settings.database)
  const assets = loadAssets()
  const writing = openDatabase(settings.database)
  const reading = openForReading(settings.database)
  const stages = await buildStages(settings, writing, createProgress(terminal, true), signal)
  try {
    if (!areAllSettled(reading)) await settleWhatIsNot(writing, stages, signal)
    const by = userInfo().username
    const desk = createDesk({
      reading,
      assets,
      token: randomBytes(24).toString('base64url'),
      concepts: loadTaxonomy().concepts,
      applyDecisions: stages.applyDecisions,
      decide: oneByOne((sha256, ruling) => makeDecision(writing, stages, by, sha256, ruling)),
      foresee: createForesight(reading, stages),
      note: (error) => terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`),
      originalOf: (sha256) => findOriginal(reading, settings, sha256),
      drawPage: ({ bytes, mediaType }, page) => stages.drawPage(bytes, mediaType, { ...page, width: drawnWidth }),
    })
    const served = await serveDesk(desk, port).catch((error: unknown) => {
      throw new StopError('usage', `Port ${port} cannot be used.`, 'Name another with --port, or 0 for any.', error)
    })
    terminal.err(`The desk is at ${served.address}; Ctrl-C ends it.\n`)
    await untilAborted(signal)
    await served.close()
    return exitCode.interrupted
  } finally {
    stages.close()
    reading.close()
    closeDatabase(writing)
  }
}

async function settleWhatIsNot(
  database: Database,
  stages: Awaited<ReturnType<BuildStages>>,
  signal: AbortSignal,
): Promise<void> {
  const release = takeLease(database)
  try {
    await settleStored(database, stages, version, signal)
  } finally {
    release()
  }
}

/** Two decisions at once are made one after the other. */
function oneByOne(decide: DeskParts['decide']): DeskParts['decide'] {
  let last: Promise<unknown> = Promise.resolve()
  return (sha256, ruling) => {
    const next = last.then(() => decide(sha256, ruling))
    last = next.catch(() => {})
    return next
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Beside the compiled program, or where `npm run build` puts it when this runs from its sources. */
const assetFolders = ['../desk/assets', '../../dist/desk/assets'].map((way) =>
  fileURLToPath(new URL(way, import.meta.url)),
)

function loadAssets(): DeskAssets {
  const folder = assetFolders.find((one) => existsSync(join(one, 'desk.js')))
  if (folder === undefined) {
    throw new StopError('missing', 'The desk’s script and stylesheet are not built.', 'Run `npm run build`.')
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  return { script: read('desk.js'), style: read('style.css') }
}
