import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Claim, Job, JobQueue } from '../model/job-queue.js'
import { describeSelf, nameOfHolder } from './holder.js'

/** After so many attempts without an end a document is left for a person. */
const mostAttempts = 3
/** A second attempt is due an hour after the first, a third four hours after the second. */
const firstPauseMilliseconds = 3_600_000
const growth = 4
const longestPauseMilliseconds = firstPauseMilliseconds * growth ** (mostAttempts - 2)

/** All documents on their way, the earliest due first. */
export function listJobs(database: Database): Job[] {
  return database.prepare<[], Job>('select * from job order by due is null, due, content').all()
}

/**
 * The queue in the database, for the process that holds it. The heartbeat is that of its lease on the database: while
 * one process holds that, a job held by another is a dead one's.
 */
export function openJobQueue(
  database: Database,
  self = `${nameOfHolder(describeSelf())} ${randomUUID()}`,
  timeOfDay: () => number = Date.now,
): JobQueue {
  const find = database.prepare<[string], Job>('select * from job where content = ?')
  const put = database.prepare(
    'insert or replace into job (content, state, attempts, due, holder) values (@content, @state, @attempts, @due, @holder)',
  )
  const drop = database.prepare('delete from job where content = ?')

  // those who died after their document had its outcome, and before its turn had its end
  database.exec(`delete from job where state = 'leased'
    and content in (select content from content where state in ('done', 'rejected', 'encrypted', 'vanished'))`)

  const claim = database.transaction((content: string): Claim => {
    const job = find.get(content)
    const attempts = job?.attempts ?? 0
    if (job?.state === 'leased' && job.holder === self) return { kind: 'held' }
    if (attempts >= mostAttempts) {
      put.run({ content, state: 'quarantined', attempts, due: null, holder: job?.holder ?? null })
      return { kind: 'quarantined', attempts }
    }
    put.run({ content, state: 'leased', attempts: attempts + 1, due: null, holder: self })
    return { kind: 'granted', attempt: attempts + 1 }
  })
  /** Does something with a job that this process holds. */
  const withHeld = database.transaction((content: string, work: (attempts: number) => void) => {
    const job = find.get(content)
    if (job?.state === 'leased' && job.holder === self) work(job.attempts)
  })

  return {
    claim: async (content) => claim.immediate(content),
    async end(content, how) {
      withHeld.immediate(content, (attempts) => {
        if (how !== 'transient') drop.run(content)
        else if (attempts >= mostAttempts) {
          put.run({ content, state: 'quarantined', attempts, due: null, holder: null })
        } else {
          const pause = firstPauseMilliseconds * growth ** (attempts - 1)
          const due = new Date(timeOfDay() + pause).toISOString()
          put.run({ content, state: 'waiting', attempts, due, holder: null })
        }
      })
    },
    async giveBack(content) {
      try {
        withHeld.immediate(content, (attempts) => {
          put.run({ content, state: 'queued', attempts: attempts - 1, due: null, holder: null })
        })
      } catch {
        // on a full disk it stays held by what will be a dead process: the next run takes it over, and counts one more
      }
    },
    async again(content) {
      put.run({ content, state: 'queued', attempts: 0, due: null, holder: null })
    },
    async due() {
      const now = timeOfDay()
      const isOver = (due: string) => {
        const left = Date.parse(due) - now
        // a clock that was set back must not keep a document waiting for good
        return left <= 0 || left > longestPauseMilliseconds
      }
      const isDue = ({ state, due, holder }: Job) =>
        state === 'queued' || (state === 'leased' ? holder !== self : due !== null && isOver(due))
      return listJobs(database)
        .filter(isDue)
        .map(({ content }) => content)
    },
    jobs: async () => listJobs(database),
  }
}
