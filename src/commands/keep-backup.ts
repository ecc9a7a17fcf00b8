import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { clearDraftsIn } from '../export/place-files.js'
import { copyDatabase } from './backup.js'
import type { Settings } from './settings.js'

/** The copy of one night, and the older ones that went. */
export interface KeptBackup {
  readonly file: string
  readonly bytes: number
  readonly removed: readonly string[]
}

// avstam-2026-11-22T031500Z.sqlite
const backupName = /^avstam-\d{4}-\d\d-\d\dT\d{6}Z\.sqlite$/

/** Names of the copies that were kept, the oldest first. */
export function listBackups(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => backupName.test(name)).sort()
}

/** Copies the database under the moment's name, and removes the oldest copies over the number that is kept. */
export async function keepBackup(database: Database, settings: Settings, stamp: string): Promise<KeptBackup> {
  const { backups, backups_kept } = settings
  const file = join(backups, `avstam-${stamp}.sqlite`)
  if (existsSync(backups)) clearDraftsIn(backups, (target) => backupName.test(target))
  if (!existsSync(file)) await copyDatabase(database, file)
  const copies = listBackups(backups)
  const removed = copies.slice(0, Math.max(0, copies.length - backups_kept))
  for (const name of removed) rmSync(join(backups, name), { force: true })
  return { file, bytes: statSync(file).size, removed }
}
