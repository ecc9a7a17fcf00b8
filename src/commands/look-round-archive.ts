import { setImmediate } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { lookAtOriginal } from '../inbox/check-archive.js'
import { noteSeen, originalsDue } from '../store/archive-rounds.js'

/** What a night saw of the archive: how many of how many originals, and the hashes of those that are not as they were. */
export interface ArchiveRound {
  readonly seen: number
  readonly of: number
  readonly rotten: readonly string[]
  readonly missing: readonly string[]
}

/** Looks at the originals whose turn it is; those that are not as they were come again the next night. */
export async function lookRoundArchive(
  database: Database,
  archive: string,
  signal: AbortSignal,
): Promise<ArchiveRound> {
  const { due, of } = originalsDue(database)
  const found: Record<ReturnType<typeof lookAtOriginal>, string[]> = { ok: [], rotten: [], missing: [] }
  for (const sha256 of due) {
    await setImmediate()
    if (signal.aborted) break
    found[lookAtOriginal(archive, sha256)].push(sha256)
  }
  noteSeen(database, found.ok, [...found.rotten, ...found.missing])
  const { ok, rotten, missing } = found
  return { seen: ok.length + rotten.length + missing.length, of, rotten, missing }
}
