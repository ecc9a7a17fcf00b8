import type { Database } from 'better-sqlite3'
import { StopError } from '../errors.js'
import { first } from './migrations/0001-first.js'
import { probableDuplicates } from './migrations/0002-probable-duplicates.js'
import { researchViews } from './migrations/0003-research-views.js'
import { bounds } from './migrations/0004-bounds.js'
import { pageText } from './migrations/0005-page-text.js'
import { jobs } from './migrations/0006-jobs.js'
import { organisationIndex } from './migrations/0007-organisation-index.js'
import { versions } from './migrations/0008-versions.js'
import { decisions } from './migrations/0009-decisions.js'
import { outcomeHash } from './migrations/0010-outcome-hash.js'
import { reportTrees } from './migrations/0011-report-trees.js'
import { pivotFacts } from './migrations/0012-pivot-facts.js'
import { archiveRounds } from './migrations/0013-archive-rounds.js'
import { duplicatesByIndex } from './migrations/0014-duplicates-by-index.js'
import { wholeKronaAccuracy } from './migrations/0015-whole-krona-accuracy.js'

/** SQL, or what needs more than SQL. */
type Migration = string | ((database: Database) => void)

const migrations: readonly Migration[] = [
  ...[first, probableDuplicates, researchViews, bounds],
  ...[pageText, jobs, organisationIndex, versions],
  ...[decisions, outcomeHash, reportTrees, pivotFacts],
  ...[archiveRounds, duplicatesByIndex, wholeKronaAccuracy],
]

/** Number of the schema that this program writes, in the database's `user_version`. */
export const schemaVersion = migrations.length

/** `avst` as a number, in the file's header: says that a SQLite file is this program's. */
export const applicationId = 0x61767374

/** Throws a StopError where the database is newer than the program. */
export function refuseNewer(database: Database): void {
  const found = schemaOf(database)
  if (found <= schemaVersion) return
  throw new StopError(
    'damaged',
    `The database has schema ${found}, and this program knows schema ${schemaVersion} at most.`,
    'Use the newer version of avstam that wrote it; nothing was changed.',
  )
}

/**
 * Brings the schema up to date, or to that of an earlier version, one transaction a migration; throws where the database
 * is newer than the program.
 */
export function migrate(database: Database, target = schemaVersion): void {
  refuseNewer(database)
  const found = schemaOf(database)
  for (let version = found; version < target; version++) {
    const step = database.transaction(() => {
      if (schemaOf(database) !== version) return
      const migration = migrations[version]!
      if (typeof migration === 'string') database.exec(migration)
      else migration(database)
      database.pragma(`user_version = ${version + 1}`)
      database.pragma(`application_id = ${applicationId}`)
    })
    step.immediate()
  }
}

/** Number of a database's schema, 0 before there is one. */
export function schemaOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}
