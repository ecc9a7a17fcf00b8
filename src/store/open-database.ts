import { existsSync, linkSync, lstatSync, mkdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { StopError } from '../errors.js'
import { isShared } from './is-shared.js'
import { applicationId, migrate, refuseNewer, schemaOf, schemaVersion } from './migrate.js'

const busyMilliseconds = 5000
/** SQLite's smallest page: it takes a shorter file for a new and empty database. */
const leastBytes = 512
const unwritable = /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|ENOTDIR|EEXIST|EISDIR)/
const restore = 'Put the latest backup in its place; the damaged file was not touched.'

/**
 * Opens the database for reading and writing, makes it where there is none, and brings its schema up to date; one of an
 * earlier schema is copied beside it first. Throws a StopError where the file is damaged, newer than the program, not a database of avstam, or not writable.
 */
export function openDatabase(file: string): Database {
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file)) {
      if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) {
        throw new StopError('usage', `${file} is a link to nothing.`, 'Mend the link, or name a file with --db.')
      }
      createDatabase(file)
    }
    if (isShared(statfsSync(dirname(file)))) {
      const advice = 'Keep the database on a disk of this machine; inbox and archive may lie on a share.'
      throw new StopError('usage', `${file} lies on a network share.`, advice)
    }
    const database = openWhole(file, false)
    keepBeforeMigration(database, file)
    migrate(database)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('journal_size_limit = 67108864')
    return database
  } catch (error) {
    throw toStopError(error, file)
  }
}

/**
 * Closes a database after writing. Where nobody else has it open, it becomes one file again, which can be copied, and
 * read where nothing may be written.
 */
export function closeDatabase(database: Database): void {
  try {
    database.pragma('busy_timeout = 0')
    database.pragma('journal_mode = DELETE')
  } catch {
    // others read it, or the disk is full: it stays as it is, and whole
  } finally {
    database.close()
  }
}

/** Opens an existing database for reading only; throws a StopError where there is none or where it is damaged. */
export function openForReading(file: string): Database {
  requireDatabase(file)
  try {
    const database = openWhole(file, true)
    refuseNewer(database)
    database.pragma('query_only = ON')
    return database
  } catch (error) {
    throw toStopError(error, file)
  }
}

/** Throws a StopError where there is no database yet, for what has nothing to do without one. */
export function requireDatabase(file: string): void {
  if (existsSync(file)) return
  throw new StopError('usage', `There is no database at ${file}.`, 'Run `avstam run` first, or name one with --db.')
}

/** What is wrong inside the file, in SQLite's own words; empty where it is whole. */
export function faultsOf(database: Database, pragma: 'quick_check' | 'integrity_check'): string[] {
  const rows = database.pragma(pragma) as Record<string, unknown>[]
  return rows.map((row) => String(Object.values(row)[0])).filter((line) => line !== 'ok')
}

/** Says an error of SQLite or of the disk as what stops the run; an error of another kind is given back as it is. */
export function toStopError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    return new StopError('damaged', `The database ${file} is damaged: ${messageOf(error)}.`, restore, error)
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    const advice = 'Wait until the other program is done with it, then run again.'
    return new StopError('locked', `The database ${file} is held by another program.`, advice, error)
  }
  // Node.js says of a folder that it may not make on a read-only disk that it is not there
  const isUnmade = code === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
  if (isUnmade || unwritable.test(code)) {
    const advice = 'Free some space or mend the permissions, then run again: nothing is lost.'
    const place = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : file
    return new StopError('disk', `Writing failed at ${place}: ${messageOf(error)}.`, advice, error)
  }
  // Could not locate the bindings file. Tried: …
  if (code === 'ERR_DLOPEN_FAILED' || /bindings file/.test(messageOf(error))) {
    const advice = 'Run `npm ci` again with this version of Node.js; `avstam doctor` tells what is missing.'
    return new StopError('missing', 'The database engine better-sqlite3 does not load.', advice, error)
  }
  return error
}

/** A database of an earlier schema stays beside the new one, whole, under that schema's number. */
function keepBeforeMigration(database: Database, file: string): void {
  const found = schemaOf(database)
  const copy = `${file}.schema-${found}`
  if (found >= schemaVersion || existsSync(copy)) return
  const draft = `${copy}.draft-${process.pid}`
  rmSync(draft, { force: true })
  database.prepare('vacuum into ?').run(draft)
  renameSync(draft, copy)
}

/** Makes the file under another name and moves it in place whole, so that a crash leaves no half-made database. */
function createDatabase(file: string): void {
  const draft = `${file}.new-${process.pid}`
  rmSync(draft, { force: true })
  const database = new Sqlite(draft)
  migrate(database)
  database.close()
  try {
    linkSync(draft, file)
    rmSync(draft)
  } catch {
    if (!existsSync(file)) renameSync(draft, file)
    else rmSync(draft, { force: true })
  }
}

function openWhole(file: string, readonly: boolean): Database {
  if (!statSync(file).isFile()) {
    throw new StopError('usage', `${file} is not a file.`, 'Name a database file with --db.')
  }
  const { size } = statSync(file)
  if (size < leastBytes) {
    const what = size === 0 ? 'is empty: it has lost its content' : 'is damaged: it ends after its first bytes'
    throw new StopError('damaged', `The database ${file} ${what}.`, restore)
  }
  const database = new Sqlite(file, { readonly, timeout: busyMilliseconds })
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('foreign_keys = ON')
  if (Number(database.pragma('application_id', { simple: true })) !== applicationId) {
    throw new StopError('usage', `${file} is a database of another program.`, 'Name another file with --db.')
  }
  const faults = faultsOf(database, 'quick_check')
  if (faults.length > 0) throw new StopError('damaged', `The database ${file} is damaged: ${faults[0]}.`, restore)
  return database
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
