import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { StopError } from '../errors.js'

const Settings = z.strictObject({
  database: z.string().min(1),
  inbox: z.string().min(1),
  archive: z.string().min(1),
  failed: z.string().min(1),
  /** Where `nightly` keeps copies of the database, how many of them, and where it keeps its summaries. */
  backups: z.string().min(1),
  backups_kept: z.number().int().min(1).max(1000),
  summaries: z.string().min(1),
  /** How long a file of the inbox must be left alone before it is taken. */
  settle_seconds: z.number().min(0).max(3600),
  /** How often `watch` looks through the inbox, whatever it was told; and whether it asks a share that tells nothing. */
  rescan_seconds: z.number().min(0.1).max(86_400),
  poll: z.boolean(),
  engine: z.enum(['js', 'native']),
  jobs: z.coerce.number().int().min(1).max(64),
  all_pages: z.boolean(),
  maximum_megabytes: z.number().int().min(1).max(1000),
  /** Memory that reading may take for each of the jobs, before the process that reads is ended. */
  megabytes_per_job: z.number().int().min(200).max(100_000),
})
/** Everything that can be set, by its name in `avstam.toml`. */
export type Settings = z.infer<typeof Settings>

/** The settings in force, and for each of them where it comes from. */
export interface SettingsInForce {
  readonly settings: Settings
  readonly origins: Readonly<Record<keyof Settings, string>>
}

/** What the command line sets; undefined where it does not. */
export type GivenSettings = { readonly [Name in keyof Settings]?: Settings[Name] | string | undefined }

const defaultFile = 'avstam.toml'

/** Joins defaults, configuration file and command line, the later over the earlier; throws a StopError of kind usage. */
export function loadSettings(given: GivenSettings, configuration: string | undefined): SettingsInForce {
  const file = configuration ?? defaultFile
  const layers: readonly (readonly [string, Record<string, unknown>])[] = [
    ['default', { ...defaults() }],
    [file, readConfiguration(file, configuration !== undefined)],
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
  if (!parsed.success) throw wrongSetting(parsed.error, origins)
  refuseNested(parsed.data)
  return { settings: parsed.data, origins: origins as Record<keyof Settings, string> }
}

function defaults(): Settings {
  return {
    database: 'data/avstam.sqlite',
    inbox: 'data/inbox',
    archive: 'data/archive',
    failed: 'data/failed',
    backups: 'data/backups',
    backups_kept: 14,
    summaries: 'data/summaries',
    settle_seconds: 5,
    rescan_seconds: 60,
    poll: false,
    engine: 'js',
    jobs: availableParallelism(),
    all_pages: false,
    maximum_megabytes: 300,
    megabytes_per_job: 1500,
  }
}

function readConfiguration(file: string, required: boolean): Record<string, unknown> {
  if (!existsSync(file)) {
    if (!required) return {}
    throw new StopError('usage', `There is no configuration at ${file}.`, 'Name an existing file with --config.')
  }
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const what = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new StopError('usage', `${file} cannot be read as TOML: ${what}.`, 'Mend the line, then run again.', error)
  }
}

function wrongSetting(error: z.ZodError, origins: Readonly<Record<string, string>>): StopError {
  const issue = error.issues[0]!
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0]! : undefined
  const name = unknown ?? String(issue.path[0])
  const advice = 'See `avstam config show` for the settings and their values.'
  if (unknown !== undefined) return new StopError('usage', `${origins[name]}: there is no setting “${name}”.`, advice)
  return new StopError('usage', `${origins[name]}: “${name}” is wrong: ${issue.message}.`, advice)
}

/** Files that the program writes must not lie where it looks for new ones. */
function refuseNested({ database, inbox, archive, failed, backups, summaries }: Settings): void {
  for (const path of [database, archive, failed, backups, summaries]) {
    const way = relative(resolve(inbox), resolve(path))
    if (way.split(sep)[0] === '..' || isAbsolute(way)) continue
    throw new StopError('usage', `${path} lies inside the inbox ${inbox}.`, 'Set one of them to another folder.')
  }
}
