import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open-database.js'
import { findLease, takeLease, watchLease } from '../../src/store/run-lease.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
let database: Database
beforeEach(() => {
  place = new Workplace()
  database = openDatabase(place.at('db.sqlite'))
})
afterEach(() => {
  database.close()
  place.remove()
})

const holder = (change: string) => database.exec(`update run_lease set ${change}`)

describe('takeLease', () => {
  it('is given to one at a time, and again when it is free', () => {
    const release = takeLease(database)
    expect(() => takeLease(database)).toThrow(/holds the database/)
    release()
    takeLease(database)()
  })

  it.runIf(process.platform === 'linux')(
    'is never taken over from a process that lives, however long it gave no beat, and with it every job that it holds',
    async () => {
      const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
      try {
        await once(child, 'spawn')
        takeLease(database)
        const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
        holder(`pid = ${child.pid}, process_start = '${start}', beat = 0`)
        const watched = await watchLease(database, undefined, 50)
        expect(watched).toBeUndefined()
        expect(() => takeLease(database, watched)).toThrow(/holds the database/)
      } finally {
        child.kill('SIGKILL')
      }
      await once(child, 'exit')
      expect(() => takeLease(database)()).not.toThrow()
    },
  )

  it('is taken over from a process that died (F45)', async () => {
    const child = spawn(process.execPath, ['--eval', ''])
    await once(child, 'exit')
    const release = takeLease(database)
    holder(`pid = ${child.pid}`)
    release()
    takeLease(database)()
    expect(database.prepare('select count(*) from run_lease').pluck().get()).toBe(0)
  })

  it.each([
    ['whose number another process now has', "process_start = '1'"],
    ['from before the machine started anew', "boot = 'an earlier one'"],
  ])(
    'is taken over from a holder %s (F45) [simulated: the lease is written as such a holder leaves it]',
    (_, change) => {
      takeLease(database)
      holder(change)
      expect(() => takeLease(database)()).not.toThrow()
    },
  )

  it('is taken over from another host only after that was watched in vain, whatever the time of day (F45, F54) [simulated: the lease is written as such a holder leaves it]', async () => {
    takeLease(database)
    holder("host = 'elsewhere', beat = 0")
    expect(() => takeLease(database)).toThrow(/elsewhere/)
    const watched = await watchLease(database, undefined, 50)
    expect(watched).toMatchObject({ host: 'elsewhere' })
    holder('beats = beats + 1')
    expect(() => takeLease(database, watched)).toThrow(/elsewhere/)
    takeLease(database, await watchLease(database, undefined, 50))()
    expect(findLease(database)).toBeUndefined()
  })

  it('finds a holder on another host alive at its next beat', async () => {
    takeLease(database)
    holder("host = 'elsewhere'")
    setTimeout(() => holder('beats = beats + 1'), 50)
    expect(await watchLease(database, undefined, 5000)).toBeUndefined()
  })
})
