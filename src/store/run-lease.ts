import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { StopError } from '../errors.js'
import { describeSelf, type Holder, lifeOf, nameOfHolder } from './holder.js'

const beatMilliseconds = 10_000
/**
 * A holder that cannot be looked at and gives no beat for this long, while it is watched, is dead. A large document or
 * organisation holds the process, and its beats, while it is reconciled: minutes at worst.
 */
const silenceMilliseconds = 30 * beatMilliseconds
const lookMilliseconds = 500

/** The lease as it stands; `beat` is the time of day of the holder's last beat, and `beats` how many it gave. */
export interface HeldLease extends Holder {
  readonly beat: number
  readonly beats: number
}

/** The lease that is held or was left by the dead; undefined where there is none. */
export function findLease(database: Database): HeldLease | undefined {
  return database.prepare<[], HeldLease>('select * from run_lease').get()
}

/**
 * Takes the database for this process until the returned function is called. A lease left by a process that died is
 * taken over, and one that was `watched` in vain; throws a StopError where another run is alive.
 */
export function takeLease(database: Database, watched?: HeldLease): () => void {
  const self = describeSelf()
  const take = database.transaction(() => {
    const lease = findLease(database)
    if (lease !== undefined && isHeld(lease, self, watched)) {
      throw new StopError(
        'locked',
        `Another run (process ${lease.pid} on ${lease.host}) holds the database.`,
        'Wait until it is done, then run again.',
      )
    }
    database
      .prepare(
        'insert or replace into run_lease (only, pid, process_start, boot, host, beat, beats) values (1, ?, ?, ?, ?, ?, 0)',
      )
      .run(self.pid, self.process_start, self.boot, self.host, Date.now())
  })
  take.immediate()
  const mine = 'where pid = ? and process_start = ? and host = ?'
  const beat = database.prepare(`update run_lease set beat = ?, beats = beats + 1 ${mine}`)
  const timer = setInterval(() => {
    unlessFailing(() => beat.run(Date.now(), self.pid, self.process_start, self.host))
  }, beatMilliseconds)
  timer.unref()
  const drop = database.prepare(`delete from run_lease ${mine}`)
  return () => {
    clearInterval(timer)
    unlessFailing(() => drop.run(self.pid, self.process_start, self.host))
  }
}

/**
 * Watches a holder that cannot be looked at, by this machine's even clock, since two machines' times of day may differ.
 * Gives the lease as it stands where no beat came, and undefined where there is nothing to watch or the holder lives.
 */
export async function watchLease(
  database: Database,
  signal?: AbortSignal,
  milliseconds = silenceMilliseconds,
): Promise<HeldLease | undefined> {
  const lease = findLease(database)
  if (lease === undefined || lifeOf(lease, describeSelf()) !== 'unknown') return undefined
  for (const end = performance.now() + milliseconds; performance.now() < end; ) {
    await wait(Math.min(lookMilliseconds, milliseconds), undefined, { signal }).catch(() => {})
    const now = findLease(database)
    if (signal?.aborted || now === undefined || !isSame(now, lease)) return undefined
  }
  return lease
}

function isHeld(lease: HeldLease, self: Holder, watched: HeldLease | undefined): boolean {
  const life = lifeOf(lease, self)
  return life === 'alive' || (life === 'unknown' && (watched === undefined || !isSame(lease, watched)))
}

function isSame(lease: HeldLease, other: HeldLease): boolean {
  return nameOfHolder(lease) === nameOfHolder(other) && lease.beats === other.beats
}

/** A beat that is missed or a lease that is left on a full disk harms nothing: a dead holder's lease is taken over. */
function unlessFailing(write: () => void): void {
  try {
    write()
  } catch {}
}
