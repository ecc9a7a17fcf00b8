import type { Database } from 'better-sqlite3'
import { closeDatabase, openDatabase, toStopError } from '../store/open-database.js'
import { takeLease, watchLease } from '../store/run-lease.js'

/** Does work on the database that no other run may do at the same time; its troubles are said as what stops a run. */
export async function withDatabase<T>(
  file: string,
  work: (database: Database) => T | Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const database = openDatabase(file)
  try {
    const release = takeLease(database, await watchLease(database, signal))
    try {
      return await work(database)
    } finally {
      release()
    }
  } catch (error) {
    throw toStopError(error, file)
  } finally {
    closeDatabase(database)
  }
}
