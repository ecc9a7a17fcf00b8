import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Database } from 'better-sqlite3'
import { StopError } from '../errors.js'

const beatMilliseconds = 10_000
/** After this long without a beat a holder that cannot be looked at (another host, another container) counts as dead. */
const silenceMilliseconds = 120_000

interface Holder {
  readonly pid: number
  readonly process_start: string
  readonly boot: string
  readonly host: string
  readonly beat: number
}

/**
 * Takes the database for this process until the returned function is called. A lease left by a process that died is
 * taken over; throws a StopError where another run is alive.
 */
export function takeLease(database: Database): () => void {
  const self = describeSelf()
  const take = database.transaction(() => {
    const holder = database.prepare<[], Holder>('select * from run_lease').get()
    if (holder !== undefined && isAlive(holder, self)) {
      throw new StopError(
        'locked',
        `Another run (process ${holder.pid} on ${holder.host}) holds the database.`,
        'Wait until it is done, then run again.',
      )
    }
    database
      .prepare(
        'insert or replace into run_lease (only, pid, process_start, boot, host, beat) values (1, ?, ?, ?, ?, ?)',
      )
      .run(self.pid, self.process_start, self.boot, self.host, self.beat)
  })
  take.immediate()
  const beat = database.prepare('update run_lease set beat = ? where pid = ? and process_start = ? and host = ?')
  const timer = setInterval(() => {
    unlessFailing(() => beat.run(Date.now(), self.pid, self.process_start, self.host))
  }, beatMilliseconds)
  timer.unref()
  const drop = database.prepare('delete from run_lease where pid = ? and process_start = ? and host = ?')
  return () => {
    clearInterval(timer)
    unlessFailing(() => drop.run(self.pid, self.process_start, self.host))
  }
}

/** A beat that is missed or a lease that is left on a full disk harms nothing: a dead holder's lease is taken over. */
function unlessFailing(write: () => void): void {
  try {
    write()
  } catch {}
}

function isAlive(holder: Holder, self: Holder): boolean {
  const silent = self.beat - holder.beat > silenceMilliseconds
  if (holder.host !== self.host) return !silent
  if (holder.boot !== self.boot) return false
  if (startOf(holder.pid) !== holder.process_start) return false
  if (holder.process_start !== '') return true
  try {
    process.kill(holder.pid, 0)
    return !silent
  } catch {
    return false
  }
}

function describeSelf(): Holder {
  return {
    pid: process.pid,
    process_start: startOf(process.pid),
    boot: textOf('/proc/sys/kernel/random/boot_id').trim(),
    host: hostname(),
    beat: Date.now(),
  }
}

/** When a process began, in the kernel's ticks since boot: tells a reused process number. Empty outside Linux. */
function startOf(pid: number): string {
  // 4242 (node (main)) S 1 4242 … : the name may hold spaces and brackets, the fields begin after the last bracket
  const stat = textOf(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
