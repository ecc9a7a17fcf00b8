import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finishContent, meetFile } from '../../src/store/document-store.js'
import { openJobQueue } from '../../src/store/job-queue.js'
import { openDatabase } from '../../src/store/open-database.js'
import { Workplace } from '../support/workplace.js'

const hour = 3_600_000
let place: Workplace
let database: Database
let now: number
beforeEach(() => {
  place = new Workplace()
  database = openDatabase(place.at('db.sqlite'))
  for (const name of ['a', 'b']) meetFile(database, `${name}.txt`, name, 'text/plain')
  now = Date.parse('2026-03-01T02:15:00Z')
})
afterEach(() => {
  database.close()
  place.remove()
})

const queueOf = (holder: string) => openJobQueue(database, holder, () => now)

describe('openJobQueue', () => {
  it('counts an attempt before the work, and grants a job to one at a time', async () => {
    const queue = queueOf('me')
    expect(await queue.claim('a')).toEqual({ kind: 'granted', attempt: 1 })
    expect(await queue.jobs()).toEqual([{ content: 'a', state: 'leased', attempts: 1, due: null, holder: 'me' }])
    expect(await queue.claim('a')).toEqual({ kind: 'held' })
    expect(await queue.due()).toEqual([])
  })

  it.each(['done', 'terminal'] as const)('forgets a job that ended %s', async (how) => {
    const queue = queueOf('me')
    await queue.claim('a')
    await queue.end('a', how)
    await queue.end('a', how)
    expect(await queue.jobs()).toEqual([])
    expect(await queue.claim('a')).toEqual({ kind: 'granted', attempt: 1 })
  })

  it('rests an hour, then four, then leaves a document that may yet succeed to a person', async () => {
    const queue = queueOf('me')
    const fail = async () => {
      await queue.claim('a')
      await queue.end('a', 'transient')
    }
    await fail()
    now += hour - 1
    expect(await queue.due()).toEqual([])
    now += 1
    expect(await queue.due()).toEqual(['a'])
    await fail()
    now += 4 * hour - 1
    expect(await queue.due()).toEqual([])
    now += 1
    expect(await queue.due()).toEqual(['a'])
    await fail()
    now += 1000 * hour
    expect(await queue.due()).toEqual([])
    expect(await queue.jobs()).toMatchObject([{ state: 'quarantined', attempts: 3 }])
    expect(await queue.claim('a')).toEqual({ kind: 'quarantined', attempts: 3 })
    await queue.again('a')
    expect(await queue.claim('a')).toEqual({ kind: 'granted', attempt: 1 })
  })

  it('is not kept waiting by a clock that was set back (F17)', async () => {
    const queue = queueOf('me')
    await queue.claim('a')
    await queue.end('a', 'transient')
    now -= 1000 * hour
    expect(await queue.due()).toEqual(['a'])
  })

  it('gives a job of the dead to the next who asks, and counts on; three deaths are enough (F45, F53)', async () => {
    for (const attempt of [1, 2, 3]) {
      const queue = queueOf(`process ${attempt}`)
      expect(await queue.claim('a')).toEqual({ kind: 'granted', attempt })
      expect(await queueOf('another').due()).toEqual(['a'])
    }
    expect(await queueOf('process 4').claim('a')).toEqual({ kind: 'quarantined', attempts: 3 })
    expect(await queueOf('process 4').claim('b')).toEqual({ kind: 'granted', attempt: 1 })
  })

  it('ends nothing in the name of one that lost its turn', async () => {
    const first = queueOf('first')
    await first.claim('a')
    await queueOf('second').claim('a')
    await first.end('a', 'done')
    await first.giveBack('a')
    expect(await first.jobs()).toMatchObject([{ state: 'leased', attempts: 2, holder: 'second' }])
  })

  it('takes a turn that is given back for none at all (F46)', async () => {
    const queue = queueOf('me')
    await queue.claim('a')
    await queue.giveBack('a')
    await queue.giveBack('a')
    expect(await queue.jobs()).toMatchObject([{ state: 'queued', attempts: 0, holder: null }])
    expect(await queue.due()).toEqual(['a'])
  })

  it('forgets the turn of one that died between the outcome and its end, and not that of one that failed', async () => {
    const dead = queueOf('dead')
    for (const content of ['a', 'b']) await dead.claim(content)
    finishContent(database, 'a', { state: 'done', reason: null, pages: 1 })
    finishContent(database, 'b', { state: 'failed', reason: 'timeout', pages: null })
    expect(await queueOf('next').jobs()).toMatchObject([{ content: 'b', attempts: 1 }])
    expect(await queueOf('next').due()).toEqual(['b'])
  })

  it('keeps quiet where a turn cannot be given back, since the disk is full', async () => {
    const queue = queueOf('me')
    await queue.claim('a')
    database.pragma('query_only = ON')
    await expect(queue.giveBack('a')).resolves.toBeUndefined()
    await expect(queue.end('a', 'done')).rejects.toThrow(/readonly/)
  })
})
