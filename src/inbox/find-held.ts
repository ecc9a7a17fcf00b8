import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile } from './hash-file.js'

const accountEnding = '.error.json'

/** Where the bytes of a content lie that went through the inbox; `account` is the file that says why it was refused. */
export interface HeldFile {
  readonly path: string
  readonly account: string | null
}

/** Finds a content's bytes in the archive or among the refused, by its hash; undefined where they are in neither, whole. */
export function findHeld(archive: string, failed: string, sha256: string): HeldFile | undefined {
  return [...inArchive(archive, sha256), ...amongRefused(failed, sha256)].find(({ path }) => hashFile(path) === sha256)
}

function inArchive(archive: string, sha256: string): HeldFile[] {
  const folder = join(archive, sha256.slice(0, 2))
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => name.startsWith(sha256)).map((name) => ({ path: join(folder, name), account: null }))
}

/** The latest day first. */
function amongRefused(failed: string, sha256: string): HeldFile[] {
  const days = existsSync(failed) ? readdirSync(failed).sort().reverse() : []
  return days.flatMap((day) => {
    const folder = join(failed, day)
    return accountsIn(folder)
      .filter((account) => hashIn(account) === sha256)
      .map((account) => ({ path: account.slice(0, -accountEnding.length), account }))
  })
}

function accountsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(accountEnding))
      .sort()
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

function hashIn(account: string): string | undefined {
  try {
    const told: unknown = JSON.parse(readFileSync(account, 'utf8'))
    return typeof told === 'object' && told !== null && 'sha256' in told ? String(told.sha256) : undefined
  } catch {
    return undefined
  }
}
