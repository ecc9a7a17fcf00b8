import { extname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import type { ExportedFile, ExportSource } from '../export/exported-file.js'
import { type Format, type FormatName, formats } from '../export/formats.js'
import { isFolder, placeFile, placeFiles, pour } from '../export/place-files.js'
import type { View } from '../model/view.js'
import { openForReading, toStopError } from '../store/open-database.js'
import { publicViews } from '../store/public-views.js'
import { readPublicView } from '../store/read-public-view.js'
import { readReports } from '../store/read-views.js'
import { type ReportsAsked, reportsAsked } from './reports-asked.js'
import { printable, type Terminal } from './terminal.js'

/** What `export` was asked. No views means all that the target has room for. */
export interface ExportRequest extends ReportsAsked {
  readonly format: FormatName
  readonly out: string | undefined
  readonly views: readonly string[]
  readonly quiet: boolean
}

const defaultFolder = 'data/export'
const defaultView = 'facts'

/** Writes views of the database in another form: the same bytes from the same database, whole or not at all. */
export async function exportViews(
  request: ExportRequest,
  databaseFile: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const format: Format = formats[request.format]
  const target = targetOf(request, format)
  const database = openForReading(databaseFile)
  // one moment of the database, even while a run goes on
  database.exec('begin')
  try {
    refuseOlder(database)
    const source = sourceOf(database, request)
    const views = viewsAsked(request, format, target)
    const place = await write(source, views, format, target, terminal, signal)
    if (place !== null && !request.quiet) terminal.err(`${printable(place)}: written\n`)
    return exitCode.done
  } catch (error) {
    if (signal.aborted) return exitCode.interrupted
    throw toStopError(error, target.path ?? databaseFile)
  } finally {
    database.close()
  }
}

/** Where the data goes: to stdout, to one file, or to a folder. */
type Target =
  | { readonly kind: 'stdout'; readonly path: null }
  | { readonly kind: 'file' | 'folder'; readonly path: string }

function targetOf({ out, views }: ExportRequest, format: Format): Target {
  if (out === undefined) {
    const printed = format.text && views.length < 2
    return printed ? { kind: 'stdout', path: null } : { kind: 'folder', path: defaultFolder }
  }
  const isFile = 'file' in format && extname(out) === format.extension && !isFolder(out)
  if (isFile && views.length > 1) {
    throw new StopError('usage', `${out} is one file, and ${views.length} views are to go there.`, 'Name a folder.')
  }
  return { kind: isFile ? 'file' : 'folder', path: out }
}

function viewsAsked({ views }: ExportRequest, format: Format, target: Target): readonly View[] {
  const known = publicViews.map(({ name }) => name)
  const unknown = views.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new StopError('usage', `There is no view “${printable(unknown)}”.`, `The views are ${known.join(', ')}.`)
  }
  const one = 'file' in format && target.kind !== 'folder'
  const wanted = views.length > 0 ? views : one ? [defaultView] : known
  return publicViews.filter(({ name }) => wanted.includes(name))
}

/** Returns where the data went; null for stdout. */
async function write(
  source: ExportSource,
  views: readonly View[],
  format: Format,
  target: Target,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string | null> {
  const files: Iterable<ExportedFile> =
    'file' in format ? views.map((view) => format.file(source, view)) : format.folder(source, views)
  if (target.kind === 'folder') {
    const written = await placeFiles(files, target.path, signal)
    return written === 1 ? join(target.path, [...files][0]!.name) : `${target.path} (${written} files)`
  }
  const [file] = files
  if (target.kind === 'file') await placeFile(file!, target.path, signal)
  else await pour(file!, (chunk) => terminal.out(chunk as string), signal)
  return target.path
}

function sourceOf(database: Database, asked: ReportsAsked): ExportSource {
  const reports = reportsAsked(asked, readReports(database))
  const reportIds = reports?.map(({ report_id }) => report_id)
  return { views: publicViews, rows: (view) => readPublicView(database, view, reportIds) }
}

function refuseOlder(database: Database): void {
  const stored = database.prepare<[], string>("select name from sqlite_schema where type = 'view'").pluck().all()
  if (publicViews.every(({ name }) => stored.includes(name))) return
  const advice = 'Bring it up to date first: `avstam check`.'
  throw new StopError('usage', 'The database was written by an older version of avstam.', advice)
}
