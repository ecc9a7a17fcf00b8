import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { exitCode, StopError } from '../errors.js'
import { describeSelf, lifeOf } from '../store/holder.js'
import { listJobs } from '../store/job-queue.js'
import { schemaOf, schemaVersion } from '../store/migrate.js'
import { faultsOf, openForReading } from '../store/open-database.js'
import { findLease } from '../store/run-lease.js'
import type { Finding } from './finding.js'
import { listBackups } from './keep-backup.js'
import { counted } from './print-summary.js'
import type { Settings } from './settings.js'

/** The database, looked through in full; who holds it, and documents that wait for a person to try them again. */
export function lookAtDatabase(settings: Settings): Finding[] {
  const { database: file } = settings
  const what = 'database'
  if (!existsSync(file)) return [{ what, state: 'ok', detail: `none at ${file} yet` }]
  let database: Database | undefined
  try {
    database = openForReading(file)
    const [fault] = faultsOf(database, 'integrity_check')
    if (fault !== undefined) {
      return [{ what, state: 'damaged', detail: `${file}: ${fault}`, advice: restoreAdvice(settings) }]
    }
    const found = schemaOf(database)
    const schema = found < schemaVersion ? `${found}, which the next run brings to ${schemaVersion}` : found
    const documents = database.prepare<[], number>('select count(*) from documents').pluck().get() ?? 0
    const whole: Finding = {
      what,
      state: 'ok',
      detail: `${file}: schema ${schema}, whole, ${counted(documents, 'document')}`,
    }
    if (found < schemaVersion) return [whole]
    return [whole, ...lookAtLease(database), ...lookAtJobs(database)]
  } catch (error) {
    return [troubleOf(error, settings)]
  } finally {
    database?.close()
  }
}

function troubleOf(error: unknown, settings: Settings): Finding {
  const what = 'database'
  if (!(error instanceof StopError)) {
    return { what, state: 'warning', detail: error instanceof Error ? error.message : String(error) }
  }
  const { code, message, advice } = error
  if (code !== exitCode.damaged) return { what, state: 'wrong', detail: message, advice }
  const isNewer = /newer/.test(advice)
  return { what, state: 'damaged', detail: message, advice: isNewer ? advice : restoreAdvice(settings) }
}

/** Names the latest copy that is whole. */
function restoreAdvice({ database, backups }: Settings): string {
  const latest = listBackups(backups)
    .reverse()
    .map((name) => join(backups, name))
    .find(isWhole)
  if (latest === undefined) return `No whole copy lies in ${backups}: keep the file, and read the archive again.`
  return `Move ${database} aside, with what is named like it, and put ${latest} in its place; then \`avstam run\` with the archive’s path takes what came since.`
}

function isWhole(file: string): boolean {
  try {
    const copy = openForReading(file)
    const faults = faultsOf(copy, 'integrity_check')
    copy.close()
    return faults.length === 0
  } catch {
    return false
  }
}

function lookAtLease(database: Database): Finding[] {
  const what = 'lease'
  const lease = findLease(database)
  if (lease === undefined) return []
  const who = `process ${lease.pid} on ${lease.host}, last sign of life ${new Date(lease.beat).toISOString()}`
  const life = lifeOf(lease, describeSelf())
  if (life === 'alive') return [{ what, state: 'ok', detail: `held by ${who}` }]
  if (life === 'dead') {
    return [{ what, state: 'warning', detail: `left by ${who}`, advice: 'Nothing: the next run takes it over.' }]
  }
  const advice = 'If that run is dead, the next one takes the lease over after five minutes of silence.'
  return [{ what, state: 'warning', detail: `held by ${who}`, advice }]
}

function lookAtJobs(database: Database): Finding[] {
  const quarantined = listJobs(database).filter(({ state }) => state === 'quarantined').length
  if (quarantined === 0) return []
  const detail = `${counted(quarantined, 'document')} given up after three attempts`
  return [{ what: 'jobs', state: 'warning', detail, advice: 'Look at them, then `avstam retry`.' }]
}
