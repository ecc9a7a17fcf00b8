import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { sha256Of } from '../store/identifiers.js'
import { schemaVersion } from '../store/migrate.js'
import { openForReading } from '../store/open-database.js'
import type { Settings } from './settings.js'
import type { Terminal } from './terminal.js'

/** One thing that was looked at. `missing` stops every run, `warning` does not. */
interface Finding {
  readonly what: string
  readonly state: 'ok' | 'warning' | 'missing' | 'damaged'
  readonly detail: string
}

const leastFreeBytes = 500_000_000
const nativeModules = ['better-sqlite3', 'sharp', '@napi-rs/canvas'] as const
const languages = ['swe', 'eng'] as const

/** Looks whether all that a run needs is there; the exit code is 3 where a part is missing, 6 for a damaged database. */
export async function doctor(settings: Settings, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const modules = await Promise.all(nativeModules.map(lookAtModule))
  const findings = [
    lookAtNode(),
    ...modules,
    ...(await Promise.all(languages.map(lookAtLanguage))),
    lookAtTesseract(settings),
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

async function lookAtLanguage(language: (typeof languages)[number]): Promise<Finding> {
  const what = `language ${language}`
  try {
    const { findLanguageData } = await import('../ocr/tesseract-js-reader.js')
    const data = readFileSync(join(findLanguageData(language), `${language}.traineddata.gz`))
    return { what, state: 'ok', detail: `sha256 ${sha256Of(data).slice(0, 16)}` }
  } catch (error) {
    return { what, state: 'missing', detail: error instanceof Error ? error.message : String(error) }
  }
}

function lookAtTesseract({ engine }: Settings): Finding {
  const what = 'native tesseract'
  const version = spawnSync('tesseract', ['--version'], { encoding: 'utf8' })
  const needed = engine === 'native'
  if (version.error !== undefined || version.status !== 0) {
    return { what, state: needed ? 'missing' : 'ok', detail: `not installed${needed ? '' : ', and not needed'}` }
  }
  const listed = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' }).stdout.split('\n')
  const detail = `${version.stdout.split('\n')[0]}${listed.includes('swe') ? ', with swe' : ', without swe'}`
  return { what, state: needed && !listed.includes('swe') ? 'missing' : 'ok', detail }
}

function lookAtDatabase({ database: file }: Settings): Finding {
  const what = 'database'
  if (!existsSync(file)) return { what, state: 'ok', detail: `none at ${file} yet` }
  try {
    const database = openForReading(file)
    const schema = Number(database.pragma('user_version', { simple: true }))
    const documents = database.prepare<[], number>('select count(*) from documents').pluck().get()
    database.close()
    const newer = schema > schemaVersion
    const detail = `${file}: schema ${schema}, whole, ${documents} documents`
    return newer
      ? { what, state: 'damaged', detail: `${detail}; written by a newer avstam` }
      : { what, state: 'ok', detail }
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
