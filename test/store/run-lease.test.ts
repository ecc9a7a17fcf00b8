import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open-database.js'
import { takeLease } from '../../src/store/run-lease.js'
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

  it('is taken over from a process that died', async () => {
    const child = spawn(process.execPath, ['--eval', ''])
    await once(child, 'exit')
    const release = takeLease(database)
    holder(`pid = ${child.pid}`)
    release()
    takeLease(database)()
    expect(database.prepare('select count(*) from run_lease').pluck().get()).toBe(0)
  })

  it.each([
    ['whose number another process now has', "process_start = '1'", true],
    ['from before the machine started anew', "boot = 'an earlier one'", true],
    ['of another host that beats', "host = 'elsewhere'", false],
    ['of another host that fell silent', "host = 'elsewhere', beat = beat - 600000", true],
  ])('knows a holder %s', (_, change, free) => {
    takeLease(database)
    holder(change)
    if (free) expect(() => takeLease(database)()).not.toThrow()
    else expect(() => takeLease(database)).toThrow(/elsewhere/)
  })
})
