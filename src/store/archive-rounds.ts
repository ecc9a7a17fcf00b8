import type { Database } from 'better-sqlite3'
import { now } from './document-store.js'

/** So many nights see all originals in the archive once. */
const nightsOfRound = 28
/** Instead of a time, where the original was not as it was stored. */
const broken = ''

/**
 * The originals whose turn it is this night, and how many there are: those that were not as they were the last time, and
 * of the others those that were not looked at for longest.
 */
export function originalsDue(database: Database): { readonly due: readonly string[]; readonly of: number } {
  const of = database.prepare<[], number>('select count(*) from content where archived = 1').pluck().get() ?? 0
  const due = (condition: string, most: number) =>
    database
      .prepare<[string, number], string>(
        `select sha256 from content where archived = 1 and archive_seen ${condition} ? order by archive_seen, content limit ?`,
      )
      .pluck()
      .all(broken, most)
  return { due: [...due('is', of), ...due('is not', Math.ceil(of / nightsOfRound))], of }
}

/** Notes which originals were found to be as they were stored, and which were not. */
export function noteSeen(database: Database, whole: readonly string[], notWhole: readonly string[]): void {
  const note = database.prepare('update content set archive_seen = ? where sha256 = ?')
  const store = database.transaction(() => {
    for (const sha256 of whole) note.run(now(), sha256)
    for (const sha256 of notWhole) note.run(broken, sha256)
  })
  store.immediate()
}
