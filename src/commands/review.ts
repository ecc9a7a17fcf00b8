import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDesk } from '../desk/create-desk.js'
import type { DeskAssets } from '../desk/desk-parts.js'
import { serveDesk } from '../desk/serve-desk.js'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { loadTaxonomy } from '../reference.js'
import { closeDatabase, openDatabase, openForReading, requireDatabase } from '../store/open-database.js'
import type { Terminal } from './terminal.js'

/** What `review` was asked: where to listen; 0 is any free port. */
export interface ReviewRequest {
  readonly port: number
}

/** Serves the review pages to this machine until the signal says so. */
export async function review(
  { port }: ReviewRequest,
  databaseFile: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  requireDatabase(databaseFile)
  const assets = loadAssets()
  const writing = openDatabase(databaseFile)
  const reading = openForReading(databaseFile)
  try {
    const desk = createDesk({
      reading,
      assets,
      token: randomBytes(24).toString('base64url'),
      concepts: loadTaxonomy().concepts,
    })
    const served = await serveDesk(desk, port).catch((error: unknown) => {
      throw new StopError('usage', `Port ${port} cannot be used.`, 'Name another with --port, or 0 for any.', error)
    })
    terminal.err(`The desk is at ${served.address}; Ctrl-C ends it.\n`)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    await served.close()
    return exitCode.interrupted
  } finally {
    reading.close()
    closeDatabase(writing)
  }
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
