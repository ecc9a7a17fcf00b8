import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import levenshtein from 'fast-levenshtein'
import { parse, TomlError } from 'smol-toml'
import type { z } from 'zod'
import { StopError } from '../errors.js'
import { defaultSettings, Settings } from './settings.js'
import { printable } from './terminal.js'

/** The settings in force, and for each of them where it comes from. */
export interface SettingsInForce {
  readonly settings: Settings
  readonly origins: Readonly<Record<keyof Settings, string>>
}

/** What the command line sets; undefined where it does not. */
export type GivenSettings = { readonly [Name in keyof Settings]?: unknown }

const defaultFile = 'avstam.toml'
/** A name with more slips than this is another name. */
const mostSlips = 3
const othersMayWrite = 0o002

/** Joins defaults, configuration file and command line, the later over the earlier; throws a StopError of kind usage. */
export function loadSettings(given: GivenSettings, configuration: string | undefined): SettingsInForce {
  const file = configuration ?? defaultFile
  const text = readConfiguration(file, configuration !== undefined)
  const layers: readonly (readonly [string, Record<string, unknown>])[] = [
    ['default', { ...defaultSettings() }],
    [file, parseConfiguration(file, text)],
    ['command line', { ...given }],
  ]
  const values: Record<string, unknown> = {}
  const origins: Record<string, string> = {}
  for (const [origin, layer] of layers) {
    for (const [name, value] of Object.entries(layer)) {
      if (value === undefined) continue
      values[name] = value
      origins[name] = origin
    }
  }
  const parsed = Settings.safeParse(values)
  if (!parsed.success) throw wrongSetting(parsed.error, origins, file, text)
  refuseNested(parsed.data, file)
  return { settings: parsed.data, origins: origins as Record<keyof Settings, string> }
}

/** The file's text, empty where there is no file and none was named. Throws where others could have written it. */
function readConfiguration(file: string, required: boolean): string {
  if (!existsSync(file)) {
    if (!required) return ''
    throw new StopError('usage', `There is no configuration at ${file}.`, 'Name an existing file with --config.')
  }
  if (process.platform !== 'win32' && (statSync(file).mode & othersMayWrite) !== 0) {
    const advice = 'It says which files are read and removed: take that right away with `chmod o-w`.'
    throw new StopError('usage', `Everybody on this machine may write to ${file}.`, advice)
  }
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new StopError(
      'usage',
      `${file} cannot be read: ${what}.`,
      'Name a file that may be read with --config.',
      error,
    )
  }
}

function parseConfiguration(file: string, text: string): Record<string, unknown> {
  try {
    return parse(text)
  } catch (error) {
    const what = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    const where = error instanceof TomlError ? `${file}, line ${error.line}` : file
    throw new StopError('usage', `${where} cannot be read as TOML: ${what}.`, 'Mend the line, then run again.', error)
  }
}

function wrongSetting(
  error: z.ZodError,
  origins: Readonly<Record<string, string>>,
  file: string,
  text: string,
): StopError {
  const issue = error.issues[0]!
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0]! : undefined
  const name = unknown ?? String(issue.path[0])
  const line = origins[name] === file ? lineOf(name, text) : undefined
  const where = line === undefined ? origins[name] : `${file}, line ${line}`
  if (unknown === undefined) {
    const meaning = Settings.shape[name as keyof Settings].description
    return new StopError('usage', `${where}: “${name}” is wrong: ${issue.message}.`, `What it is: ${meaning}`)
  }
  const nearest = nearestName(unknown)
  const advice = nearest === undefined ? 'See `avstam config show` for all settings.' : `Is “${nearest}” meant?`
  return new StopError('usage', `${where}: there is no setting “${printable(unknown)}”.`, advice)
}

/** The line of a TOML text, from 1, on which a name is set or begins a table; undefined where it is not found. */
function lineOf(name: string, text: string): number | undefined {
  // jobs = 2 · "jobs"=2 · [jobs] · jobs.most = 2
  const setting = /^\s*\[{0,2}\s*["']?([^"'\]=.\s]+)["']?\s*[\]=.]/
  const index = text.split('\n').findIndex((line) => setting.exec(line)?.[1] === name)
  return index === -1 ? undefined : index + 1
}

function nearestName(unknown: string): string | undefined {
  const slips = (name: string) => levenshtein.get(unknown.toLowerCase().replaceAll('-', '_'), name)
  const [nearest] = Object.keys(Settings.shape).sort((one, other) => slips(one) - slips(other))
  return nearest !== undefined && slips(nearest) <= mostSlips ? nearest : undefined
}

/** Files that the program writes or trusts must not lie where strangers drop theirs. */
function refuseNested({ database, inbox, archive, failed, backups, summaries }: Settings, configuration: string): void {
  const own = [database, archive, failed, backups, summaries, ...(existsSync(configuration) ? [configuration] : [])]
  for (const path of own) {
    const way = relative(realPathOf(inbox), realPathOf(path))
    if (way.split(sep)[0] === '..' || isAbsolute(way)) continue
    throw new StopError('usage', `${path} lies inside the inbox ${inbox}.`, 'Set one of them to another folder.')
  }
}

/** The path with all links followed, as far as it exists. */
function realPathOf(path: string): string {
  const full = resolve(path)
  if (existsSync(full)) return realpathSync(full)
  return dirname(full) === full ? full : join(realPathOf(dirname(full)), basename(full))
}
