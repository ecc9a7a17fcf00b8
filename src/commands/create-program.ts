import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { type FormatName, formats } from '../export/formats.js'
import { toStopError } from '../store/open-database.js'
import { version } from '../version.js'
import { backup } from './backup.js'
import type { BuildStages } from './build-stages.js'
import { check } from './check.js'
import { configShow } from './config-show.js'
import { exportDecisions, replayDecisions } from './decision-file.js'
import { doctor } from './doctor.js'
import { exportViews } from './export.js'
import { loadSettings, type SettingsInForce } from './load-settings.js'
import { createLog } from './log.js'
import { nightly } from './nightly.js'
import { retry } from './retry.js'
import { review } from './review.js'
import { run } from './run.js'
import { show } from './show.js'
import type { Terminal } from './terminal.js'
import { watch } from './watch.js'

interface Given {
  readonly db?: string
  readonly inbox?: string
  readonly config?: string
  readonly jobs?: string
  readonly engine?: string
  readonly allPages?: true
  readonly dryRun?: true
  readonly quiet?: true
  readonly logJson?: true
  readonly json?: true
  readonly org?: string
  readonly year?: string
  readonly format?: FormatName
  readonly out?: string
  readonly view?: string[]
  readonly documents?: string
  readonly port?: number
  readonly exportDecisions?: string
  readonly replayDecisions?: string
}

const database = new Option('--db <file>', 'the database').default(undefined, 'data/avstam.sqlite')
const config = new Option('--config <file>', 'settings').default(undefined, 'avstam.toml')
const json = new Option('--json', 'data instead of text, on stdout')
const inbox = new Option('--inbox <dir>', 'the inbox').default(undefined, 'data/inbox')
const quiet = new Option('--quiet', 'no progress and no summary')
const logJson = new Option('--log-json', 'progress as JSON, an object a line')
const engine = new Option('--engine <engine>', 'what reads pictures').choices(['js', 'native']).default(undefined, 'js')
const reading = [
  engine,
  new Option('--jobs <number>', 'pages read at the same time').default(undefined, 'one per processor'),
  new Option('--all-pages', 'read running text in full too, not only its headings and figures'),
]

const asked = [
  new Option('--org <name>', 'only this organisation, by number or part of its name'),
  new Option('--year <year>', 'only reports whose period ends in this year'),
]
const format = new Option('--format <format>', 'how it is written').choices(Object.keys(formats)).makeOptionMandatory()

/** The commands of `avstam`; the result takes a command line and gives its exit code. */
export function createProgram(
  terminal: Terminal,
  signal: AbortSignal,
  buildStages: BuildStages,
): (words: readonly string[]) => Promise<ExitCode> {
  let code: ExitCode = exitCode.done
  let isLogged = false
  const settingsOf = (given: Given): SettingsInForce => {
    isLogged = given.logJson === true
    const found = readSettings(given)
    isLogged = found.settings.log === 'json'
    return found
  }
  const program = new Command('avstam')
    .description('Turns scanned Swedish annual reports into reconciled figures.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError('See `avstam --help`.')
  const add = (name: string, description: string, options: readonly Option[]): Command => {
    const command = program.command(name).description(description).copyInheritedSettings(program)
    for (const option of options) command.addOption(option)
    return command
  }

  add(
    'run [path...]',
    'take documents through to the database and reconcile; no path means the inbox, which is emptied',
    [
      ...[database, inbox, config, ...reading],
      ...[new Option('--dry-run', 'list what would be taken, and write nothing'), json, quiet, logJson],
    ],
  ).action(async (paths: string[], given: Given) => {
    const request = { paths, dryRun: given.dryRun === true, json: given.json === true, quiet: given.quiet === true }
    code = await run(request, settingsOf(given).settings, terminal, signal, buildStages)
  })

  add('watch', 'stay, and take each document that has finished arriving in the inbox', [
    ...[database, inbox, config, ...reading, quiet, logJson],
  ]).action(async (given: Given) => {
    code = await watch(given.quiet === true, settingsOf(given).settings, terminal, signal, buildStages)
  })

  add('nightly', 'one unattended pass: inbox, retries that are due, reconciliation, backup, a written summary', [
    ...[database, inbox, config, ...reading, json, quiet, logJson],
  ]).action(async (given: Given) => {
    const request = { json: given.json === true, quiet: given.quiet === true }
    code = await nightly(request, settingsOf(given).settings, terminal, signal, buildStages)
  })

  add('retry [document...]', 'take failed documents again; by file name or the beginning of a hash, or all of them', [
    ...[database, config, ...reading, json, quiet, logJson],
  ]).action(async (documents: string[], given: Given) => {
    const request = { documents, json: given.json === true, quiet: given.quiet === true }
    code = await retry(request, settingsOf(given).settings, terminal, signal, buildStages)
  })

  add('show <document>', 'one document’s statements, checks and repairs; by file name or the beginning of its hash', [
    ...[database, config, json],
  ]).action((document: string, given: Given) => {
    code = show(document, settingsOf(given).settings.database, given.json === true, terminal)
  })

  add('check', 'parse and reconcile again from the stored pages, without reading pictures', [
    ...[database, config, ...asked, json, quiet, logJson],
  ]).action(async (given: Given) => {
    const { org: organisation, year } = given
    const request = { organisation, year, json: given.json === true, quiet: given.quiet === true }
    code = await check(request, settingsOf(given).settings, terminal, signal, buildStages)
  })

  add('review', 'the review desk, in the browser of this machine', [
    new Option('--port <number>', 'where it listens; 0 is any free port').default(4877).argParser(portOf),
    ...[database, config],
    new Option('--export-decisions <file>', 'write all decisions to a file, one a line, instead; - is stdout'),
    new Option('--replay-decisions <file>', 'add the decisions of such a file, and settle again, instead'),
  ]).action(async (given: Given) => {
    const { settings } = settingsOf(given)
    if (given.exportDecisions !== undefined) return exportDecisions(given.exportDecisions, settings.database, terminal)
    if (given.replayDecisions !== undefined) {
      return replayDecisions(given.replayDecisions, settings, terminal, signal, buildStages)
    }
    code = await review({ port: given.port! }, settings, terminal, signal, buildStages)
  })

  add('export', 'the views of the database in another form, for other programs', [
    format,
    new Option('--out <path>', 'a folder, or a file for one view').default(undefined, 'stdout, or data/export'),
    new Option('--view <name...>', 'which views').default(undefined, 'facts to stdout or a file, all to a folder'),
    new Option('--documents <place>', 'folder or address of the documents, for links').default(
      undefined,
      'the archive',
    ),
    ...[...asked, database, config, quiet],
  ]).action(async (given: Given) => {
    const { format, out, view: views = [], documents, org: organisation, year, quiet = false } = given
    const request = { format: format!, out, views, documents, organisation, year, quiet }
    code = await exportViews(request, settingsOf(given).settings, terminal, signal)
  })

  add('doctor', 'what is installed, which language data, whether the database is whole', [
    ...[database, config, engine, json],
  ]).action(async (given: Given) => {
    code = await doctor(settingsOf(given).settings, given.json === true, terminal)
  })

  add('backup <file>', 'a verified copy of the database', [database, config, quiet]).action(
    async (file: string, given: Given) => {
      code = await backup(file, settingsOf(given).settings.database, given.quiet === true, terminal)
    },
  )

  const settings = program.command('config').description('the settings').copyInheritedSettings(program)
  const showSettings = settings.command('show').description('every setting and where it comes from')
  for (const option of [database, inbox, config, ...reading, logJson, json]) showSettings.addOption(option)
  showSettings.copyInheritedSettings(program).action((given: Given) => {
    code = configShow(settingsOf(given), given.json === true, terminal)
  })

  return async (words) => {
    try {
      await program.parseAsync(words, { from: 'user' })
      return code
    } catch (error) {
      if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage
      const stop = toStopError(error, 'the disk')
      if (!isLogged || !(stop instanceof StopError)) throw error
      // programs that gather logs can read nothing else
      createLog(terminal).stop(stop)
      return stop.code
    }
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('Name a port of 0 to 65535.')
  return port
}

function readSettings({ db, inbox, jobs, engine, allPages, logJson, config }: Given): SettingsInForce {
  const given = {
    ...{ database: db, inbox, engine, all_pages: allPages },
    ...{ jobs: jobs === undefined ? undefined : Number(jobs), log: logJson && 'json' },
  }
  return loadSettings(given, config)
}
