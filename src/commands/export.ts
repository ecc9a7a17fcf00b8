import { basename, dirname, extname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import type { ExportedFile, ExportSource } from '../export/exported-file.js'
import { type Format, type FormatName, formats } from '../export/formats.js'
import { isFolder, placeFile, placeFiles, pour } from '../export/place-files.js'
import type { View } from '../model/view.js'
import { loadTaxonomy } from '../reference.js'
import { openForReading, toStopError } from '../store/open-database.js'
import { publicViews } from '../store/public-views.js'
import { readPublicView } from '../store/read-public-view.js'
import { readDocuments, readReports } from '../store/read-views.js'
import { pageAddresses } from './page-address.js'
import { type ReportsAsked, reportsAsked } from './reports-asked.js'
import type { Settings } from './settings.js'
import { printable, type Terminal } from './terminal.js'

/** What `export` was asked. */
export interface ExportRequest extends ReportsAsked {
  readonly format: FormatName
  readonly out: string | undefined
  /** None means all that the target has room for. */
  readonly views: readonly string[]
  /** Where documents lie under their own names, for links to their pages. */
  readonly documents: string | undefined
  readonly quiet: boolean
}

const defaultFolder = 'data/export'
const defaultView = 'facts'

/** Writes views of the database in another form: the same bytes from the same database, whole or not at all. */
export async function exportViews(
  request: ExportRequest,
  settings: Settings,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const format: Format = formats[request.format]
  const target = targetOf(request, format)
  const views = viewsAsked(request, format, target)
  const database = openForReading(settings.database)
  // one moment of the database, even while a run goes on
  database.exec('begin')
  try {
    refuseOlder(database)
    const source = sourceOf(database, request, settings, target)
    const place = await write(format.files(source, views), target, terminal, signal)
    if (place !== null && !request.quiet) terminal.err(`${printable(place)}: written\n`)
    return exitCode.done
  } catch (error) {
    if (signal.aborted) return exitCode.interrupted
    throw toStopError(error, target.path ?? settings.database)
  } finally {
    database.close()
  }
}

/** Where the data goes: to stdout, to one file, or to a folder. */
type Target =
  | { readonly kind: 'stdout'; readonly path: null }
  | { readonly kind: 'file' | 'folder'; readonly path: string }

function targetOf({ out, views }: ExportRequest, { extension, text }: Format): Target {
  if (out === undefined) {
    const isPrinted = text && extension !== null && views.length < 2
    return isPrinted ? { kind: 'stdout', path: null } : { kind: 'folder', path: defaultFolder }
  }
  const isFile = extension !== null && extname(out) === extension && !isFolder(out)
  if (isFile && views.length > 1) {
    throw new StopError('usage', `${out} is one file, and ${views.length} views are to go there.`, 'Name a folder.')
  }
  return { kind: isFile ? 'file' : 'folder', path: out }
}

function viewsAsked({ views, format }: ExportRequest, { ofViews }: Format, target: Target): readonly View[] {
  const known = publicViews.map(({ name }) => name)
  const unknown = views.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new StopError('usage', `There is no view “${printable(unknown)}”.`, `The views are ${known.join(', ')}.`)
  }
  if (!ofViews && views.length > 0) {
    throw new StopError('usage', `The format ${format} is not made of single views.`, 'Leave out --view.')
  }
  const wanted = views.length > 0 ? views : target.kind === 'folder' ? known : [defaultView]
  return publicViews.filter(({ name }) => wanted.includes(name))
}

/** Returns where the data went; null for stdout. */
async function write(
  files: Iterable<ExportedFile>,
  target: Target,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<string | null> {
  if (target.kind === 'folder') {
    const names = await placeFiles(files, target.path, signal)
    return names.length === 1 ? join(target.path, names[0]!) : `${target.path} (${names.length} files)`
  }
  const [file] = files
  if (target.kind === 'file') await placeFile(file!, target.path, signal)
  else await pour(file!, (chunk) => terminal.out(chunk as string), signal)
  return target.path
}

function sourceOf(database: Database, asked: ExportRequest, settings: Settings, target: Target): ExportSource {
  const reports = reportsAsked(asked, readReports(database))
  const reportIds = reports?.map(({ report_id }) => report_id)
  const from = target.kind === 'file' ? dirname(target.path) : (target.path ?? '.')
  const places = { documents: asked.documents, archive: settings.archive, from }
  return {
    databaseName: basename(settings.database, extname(settings.database)),
    views: publicViews,
    rows: (view, only) => readPublicView(database, view, { reportIds, only }),
    concepts: () => loadTaxonomy().concepts,
    pageAddress: pageAddresses(places, readDocuments(database)),
  }
}

function refuseOlder(database: Database): void {
  const stored = database.prepare<[], string>("select name from sqlite_schema where type = 'view'").pluck().all()
  if (publicViews.every(({ name }) => stored.includes(name))) return
  const advice = 'Bring it up to date first: `avstam check`.'
  throw new StopError('usage', 'The database was written by an older version of avstam.', advice)
}
