import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { type ExitCode, exitCode, StopError } from '../errors.js'
import { clearDrafts } from '../export/place-files.js'
import { faultsOf, openForReading, toStopError } from '../store/open-database.js'
import { printable, type Terminal } from './terminal.js'

/** Copies the database while others may be writing, looks through the copy, and only then gives it its name. */
export async function backup(
  target: string,
  databaseFile: string,
  quiet: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  if (existsSync(target)) {
    throw new StopError(
      'usage',
      `${target} exists already.`,
      'Name a file that does not exist: nothing is overwritten.',
    )
  }
  const database = openForReading(databaseFile)
  try {
    await copyDatabase(database, target)
    if (!quiet) terminal.err(`${printable(target)}: copied and found whole\n`)
    return exitCode.done
  } finally {
    database.close()
  }
}

/** Copies an open database to a file of its own, whole or not at all. Throws a StopError. */
export async function copyDatabase(database: Database, target: string): Promise<void> {
  const draft = `${target}.draft-${process.pid}`
  try {
    mkdirSync(dirname(target), { recursive: true })
    clearDrafts(target)
    // one moment of it: a copy that follows what others write would begin again and again
    database.exec('begin; select count(*) from sqlite_schema')
    await database.backup(draft).finally(() => database.exec('commit'))
    const copy = new Sqlite(draft)
    copy.pragma('journal_mode = DELETE')
    const faults = faultsOf(copy, 'integrity_check')
    copy.close()
    if (faults.length > 0)
      throw new StopError('damaged', `The copy is not whole: ${faults[0]}.`, 'Try again on another disk.')
    renameSync(draft, target)
  } catch (error) {
    throw toStopError(error, target)
  } finally {
    rmSync(draft, { force: true })
  }
}
