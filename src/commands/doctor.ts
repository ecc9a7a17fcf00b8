import { existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { openForReading } from '../store/open-database.js'
import type { Finding } from './look-at-reader.js'
import type { Settings } from './settings.js'
import type { Terminal } from './terminal.js'

const leastFreeBytes = 500_000_000
const nativeModules = ['better-sqlite3', 'sharp', '@napi-rs/canvas'] as const

/** Looks whether all that a run needs is there; the exit code is 3 where a part is missing, 6 for a damaged database. */
export async function doctor(settings: Settings, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const modules = await Promise.all(nativeModules.map(lookAtModule))
  const findings = [
    lookAtNode(),
    ...modules,
    ...(await lookAtReading(settings)),
    lookAtDatabase(settings),
    lookAtDisk(settings),
  ]
  if (json) terminal.out(`${JSON.stringify({ findings }, null, 2)}\n`)
  else
    for (const { what, state, detail } of findings) {
      terminal.out(`${state.padEnd(8)} ${what.padEnd(18)} ${detail}\n`)
    }
  if (findings.some(({ state }) => state === 'missing')) return exitCode.missing
  return findings.some(({ state }) => state === 'damaged') ? exitCode.damaged : exitCode.done
}

function lookAtNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const enough = major > 20 || (major === 20 && minor >= 20)
  return { what: 'Node.js', state: enough ? 'ok' : 'missing', detail: `${process.versions.node}, needs 20.20 or later` }
}

async function lookAtModule(name: string): Promise<Finding> {
  try {
    const loaded: { default?: unknown } = await import(name)
    // its native part is loaded by the first database only
    if (loaded.default === Sqlite) new Sqlite(':memory:').close()
    return { what: name, state: 'ok', detail: 'loads' }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { what: name, state: 'missing', detail: `does not load (${reason}): run \`npm ci\` again` }
  }
}

/** Loaded when it is needed: a part that does not load is a finding, not the end. */
async function lookAtReading({ engine }: Settings): Promise<Finding[]> {
  try {
    const { lookAtLanguages, lookAtTesseract } = await import('./look-at-reader.js')
    return [...lookAtLanguages(engine), lookAtTesseract(engine)]
  } catch (error) {
    return [{ what: 'reading', state: 'missing', detail: error instanceof Error ? error.message : String(error) }]
  }
}

function lookAtDatabase({ database: file }: Settings): Finding {
  const what = 'database'
  if (!existsSync(file)) return { what, state: 'ok', detail: `none at ${file} yet` }
  try {
    const database = openForReading(file)
    const schema = Number(database.pragma('user_version', { simple: true }))
    const documents = database.prepare<[], number>('select count(*) from documents').pluck().get()
    database.close()
    return { what, state: 'ok', detail: `${file}: schema ${schema}, whole, ${documents} documents` }
  } catch (error) {
    const damaged = error instanceof StopError && error.code === exitCode.damaged
    return {
      what,
      state: damaged ? 'damaged' : 'warning',
      detail: error instanceof Error ? error.message : String(error),
    }
  }
}

function lookAtDisk({ database }: Settings): Finding {
  let folder = resolve(dirname(database))
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const detail = `${(free / 1e9).toFixed(1)} GB free`
  return { what: 'disk', state: free < leastFreeBytes ? 'warning' : 'ok', detail }
}
