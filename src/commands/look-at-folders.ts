import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { checkArchive } from '../inbox/check-archive.js'
import { hashesKept } from '../store/document-store.js'
import { openForReading } from '../store/open-database.js'
import { diskSpace } from './disk-space.js'
import type { Finding } from './finding.js'
import { counted } from './print-summary.js'
import type { Settings } from './settings.js'

const leastFreeBytes = 500_000_000
/** So many are named; the rest is counted. */
const mostNamed = 3

/** Whether documents can be taken from the inbox. */
export function lookAtInbox({ inbox }: Settings): Finding {
  const what = 'inbox'
  if (!existsSync(inbox)) return { what, state: 'ok', detail: `none at ${inbox} yet: the first run makes it` }
  if (!statSync(inbox).isDirectory()) {
    return { what, state: 'wrong', detail: `${inbox} is no folder`, advice: 'Set `inbox` to a folder.' }
  }
  try {
    accessSync(inbox, constants.R_OK | constants.W_OK | constants.X_OK)
    return {
      what,
      state: 'ok',
      detail: `${inbox}: ${counted(readdirSync(inbox).length, 'entry').replace('entrys', 'entries')}`,
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { what, state: 'wrong', detail, advice: 'Let the user that runs avstam read and write there.' }
  }
}

/** Whether every original that was put into the archive is there, and as it was; nothing where no database can say so. */
export function lookAtArchive({ archive, database: file }: Settings): Finding[] {
  const what = 'archive'
  if (!existsSync(file)) return []
  try {
    const database = openForReading(file)
    const { archived, known } = hashesKept(database)
    database.close()
    const { files, rotten, missing, extra } = checkArchive(archive, archived, known)
    const findings: Finding[] = []
    const tell = (state: Finding['state'], kind: string, found: readonly string[], advice: string) => {
      if (found.length === 0) return
      const rest = found.length > mostNamed ? ` and ${found.length - mostNamed} more` : ''
      findings.push({ what, state, detail: `${kind}: ${found.slice(0, mostNamed).join(', ')}${rest}`, advice })
    }
    const again = 'Drop the same file into the inbox again, or put it back from a backup.'
    tell('wrong', 'no longer the bytes that were stored', rotten, again)
    tell('wrong', 'missing', missing, again)
    tell('warning', 'known to nobody', extra, 'Drop it into the inbox to have it read, or remove it.')
    if (findings.length > 0) return findings
    return [{ what, state: 'ok', detail: `${archive}: ${counted(files, 'original')}, all as they were stored` }]
  } catch {
    // what is wrong with the database is said of the database
    return []
  }
}

/** Free space where the database and the archive grow, told once where they share a disk. */
export function lookAtDisk(settings: Settings): Finding[] {
  return diskSpace(settings).map(({ folder, free }): Finding => {
    const detail = `${folder}: ${(free / 1e9).toFixed(1)} GB free`
    if (free >= leastFreeBytes) return { what: 'disk', state: 'ok', detail }
    return { what: 'disk', state: 'warning', detail, advice: 'Free some space, or set `backups_kept` lower.' }
  })
}
