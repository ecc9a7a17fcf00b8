import { copyFileSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StopError } from '../../src/errors.js'
import { applicationId, schemaVersion } from '../../src/store/migrate.js'
import { first } from '../../src/store/migrations/0001-first.js'
import { closeDatabase, openDatabase, openForReading } from '../../src/store/open-database.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const codeOf = (work: () => unknown): number | undefined => {
  try {
    work()
  } catch (error) {
    if (error instanceof StopError) return error.code
    throw error
  }
  return undefined
}

describe('openDatabase', () => {
  it('makes the file with its folder, in the mode that survives a power cut (F48)', () => {
    const database = openDatabase(place.at('deep', 'db.sqlite'))
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(database.pragma('trusted_schema', { simple: true })).toBe(0)
    expect(database.pragma('user_version', { simple: true })).toBe(schemaVersion)
    database.close()
  })

  it('has the views of the contract with their columns', () => {
    const database = openDatabase(place.at('db.sqlite'))
    const columns = (view: string) =>
      (database.pragma(`table_info(${view})`) as { name: string }[]).map(({ name }) => name)
    expect(columns('documents').join()).toBe('document,sha256,state,reason,media_type,pages,first_seen,finished')
    expect(columns('reports')).toEqual(
      expect.arrayContaining(
        `report_id document sha256 organisation org_number kind period_start period_end first_page last_page pages outcome
         checks_ok checks_rounding checks_repaired checks_mismatch checks_incomplete`.split(/\s+/),
      ),
    )
    expect(columns('facts')).toEqual(
      expect.arrayContaining(
        `fact_id report_id table_no document sha256 page x0 y0 x1 y1 organisation org_number report_period_end statement
         note table_title section row_no role label label_raw concept note_ref column_label period_end scenario amount
         decimals unit amount_sek raw_text status confirmations confidence`.split(/\s+/),
      ),
    )
    expect(columns('checks')).toEqual(
      expect.arrayContaining(
        `check_id report_id document organisation report_period_end rule subject statement note period_end scenario
         expected actual difference tolerance unit verdict explanation`.split(/\s+/),
      ),
    )
    expect(columns('repairs').join()).toBe(
      'repair_id,fact_id,raw_text,amount_before,amount_after,evidence,cost,margin,decision,decided_at',
    )
    database.close()
  })

  it('refuses a newer schema, and leaves it as it is (F55, F59)', () => {
    const file = place.at('db.sqlite')
    const database = openDatabase(file)
    database.pragma(`user_version = ${schemaVersion + 1}`)
    database.close()
    expect(codeOf(() => openDatabase(file))).toBe(6)
    expect(codeOf(() => openForReading(file))).toBe(6)
    const again = new Sqlite(file)
    expect(again.pragma('user_version', { simple: true })).toBe(schemaVersion + 1)
    again.close()
  })

  it('refuses damage of every kind, and overwrites none of it (F55)', () => {
    const whole = place.at('whole.sqlite')
    const database = openDatabase(whole)
    const insert = database.prepare("insert into content (content, state) values (?, 'queued')")
    database.transaction(() => {
      for (let number = 0; number < 2000; number++) insert.run(`content ${number}`)
    })()
    database.pragma('journal_mode = DELETE')
    database.close()
    const bytes = readFileSync(whole)
    const flipped = Buffer.from(bytes)
    flipped.fill(0xa5, flipped.length / 2, flipped.length / 2 + 8192)
    const damages = {
      cut: bytes.subarray(0, bytes.length / 2),
      beginning: bytes.subarray(0, 50),
      flipped,
      empty: Buffer.alloc(0),
      other: Buffer.from('hello'),
    }
    for (const [name, damaged] of Object.entries(damages)) {
      const file = place.at(`${name}.sqlite`)
      writeFileSync(file, damaged)
      expect(
        codeOf(() => openDatabase(file)),
        name,
      ).toBe(6)
      expect(readFileSync(file).equals(damaged), name).toBe(true)
    }
  })

  it('refuses a database of another program, and a folder', () => {
    const other = new Sqlite(place.at('other.sqlite'))
    other.exec('create table diary (day text)')
    other.close()
    expect(codeOf(() => openDatabase(place.at('other.sqlite')))).toBe(2)
    expect(codeOf(() => openDatabase(place.folder))).toBe(2)
  })

  it('reads without writing, and says so where there is nothing to read', () => {
    const file = place.at('db.sqlite')
    expect(codeOf(() => openForReading(file))).toBe(2)
    openDatabase(file).close()
    const database = openForReading(file)
    expect(() => database.exec('delete from content')).toThrow(/readonly/)
    database.close()
  })

  it('leaves one file when it is closed, which can be read where nothing may be written', () => {
    const file = place.at('deep', 'db.sqlite')
    const database = openDatabase(file)
    database.prepare("insert into content (content, state) values ('a', 'queued')").run()
    closeDatabase(database)
    expect(readdirSync(place.at('deep'))).toEqual(['db.sqlite'])
    const reading = openForReading(file)
    expect(reading.prepare('select count(*) from content').pluck().get()).toBe(1)
    reading.close()
    expect(readdirSync(place.at('deep'))).toEqual(['db.sqlite'])
  })

  it('closes whole while another reads', () => {
    const file = place.at('db.sqlite')
    const database = openDatabase(file)
    database.prepare("insert into content (content, state) values ('a', 'queued')").run()
    const reading = openForReading(file)
    closeDatabase(database)
    expect(reading.prepare('select count(*) from content').pluck().get()).toBe(1)
    reading.close()
  })

  it('makes no database where a link leads to nothing', () => {
    symlinkSync(place.at('unmounted', 'db.sqlite'), place.at('db.sqlite'))
    expect(codeOf(() => openDatabase(place.at('db.sqlite')))).toBe(2)
  })

  it('brings a database of the first schema up to date', () => {
    const file = place.at('db.sqlite')
    const old = new Sqlite(file)
    old.exec(first)
    old.pragma('user_version = 1')
    old.pragma(`application_id = ${applicationId}`)
    old.close()
    const database = openDatabase(file)
    expect(database.prepare('select report_id, probable_duplicate_of from reports').all()).toEqual([])
    expect(database.prepare('select organisation from facts').all()).toEqual([])
    database.close()
  })

  it('opens a copy made elsewhere', () => {
    openDatabase(place.at('db.sqlite')).close()
    copyFileSync(place.at('db.sqlite'), place.at('copy.sqlite'))
    expect(statSync(place.at('copy.sqlite')).size).toBeGreaterThan(0)
    expect(codeOf(() => openDatabase(place.at('copy.sqlite')).close())).toBeUndefined()
  })
})
