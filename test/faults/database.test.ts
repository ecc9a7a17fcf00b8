import { copyFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyDatabase } from '../../src/commands/backup.js'
import { isShared } from '../../src/store/is-shared.js'
import { closeDatabase, faultsOf, openDatabase, openForReading } from '../../src/store/open-database.js'
import { soundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const queued = "insert into content (content, state) values (?, 'queued')"
const count = (file: string) => {
  const database = openForReading(file)
  const found = database.prepare<[], number>('select count(*) from content').pluck().get()
  database.close()
  return found
}

describe('copies', () => {
  it('F56: a copy made while others write is whole, and of one moment', async () => {
    const database = openDatabase(place.at('db.sqlite'))
    const writer = openDatabase(place.at('db.sqlite'))
    const insert = writer.prepare(queued)
    const many = writer.transaction((from: number) => {
      for (let one = 0; one < 100; one++) insert.run(`${from + one}`.padEnd(200))
    })
    for (let from = 0; from < 20_000; from += 100) many(from)
    let from = 20_000
    const writing = setInterval(() => {
      from += 100
      many(from)
    }, 1)
    await copyDatabase(database, place.at('copy.sqlite'))
    clearInterval(writing)
    expect(from).toBeGreaterThan(20_000)
    const copy = openForReading(place.at('copy.sqlite'))
    expect(faultsOf(copy, 'integrity_check')).toEqual([])
    expect(Number(copy.prepare('select count(*) from content').pluck().get()) % 100).toBe(0)
    copy.close()
    writer.close()
    database.close()
  })

  it('F56: a database whose companion files were lost opens whole, as of its last checkpoint', () => {
    const file = place.at('db.sqlite')
    const database = openDatabase(file)
    database.prepare(queued).run('before')
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.prepare(queued).run('after')
    copyFileSync(file, place.at('alone.sqlite'))
    copyFileSync(`${file}-wal`, place.at('elsewhere.sqlite-wal'))
    database.close()
    expect(count(place.at('alone.sqlite'))).toBe(1)
    expect(count(file)).toBe(2)
  })

  it('F62: a copy put elsewhere exports the same bytes', async () => {
    for (const year of [2018, 2019]) place.write(`in/${year}.txt`, JSON.stringify([soundReport({ year })]))
    await place.avstam(['run', place.at('in')])
    await place.avstam(['backup', place.at('copy.sqlite')])
    const elsewhere = new Workplace()
    copyFileSync(place.at('copy.sqlite'), elsewhere.at('db.sqlite'))
    for (const one of [place, elsewhere]) {
      expect((await one.avstam(['export', '--format', 'csv', '--out', one.at('out')])).code).toBe(0)
    }
    const names = readdirSync(place.at('out'))
    expect(names.length).toBeGreaterThan(4)
    expect(readdirSync(elsewhere.at('out'))).toEqual(names)
    for (const name of names)
      expect(readFileSync(elsewhere.at('out', name))).toEqual(readFileSync(place.at('out', name)))
    elsewhere.remove()
  })
})

describe('surroundings', () => {
  it('F57: file systems of other machines are known by their number [simulated: no network share on a test machine]', () => {
    for (const network of [0x6969, 0x517b, 0xff534d42, 0xfe534d42]) expect(isShared({ type: network })).toBe(true)
    // ext4, xfs, btrfs, tmpfs, overlay
    for (const own of [0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630])
      expect(isShared({ type: own })).toBe(false)
  })

  it('F58: a reader that stays open keeps the log of changes from growing no longer than it reads', () => {
    const file = place.at('db.sqlite')
    const database = openDatabase(file)
    const reader = openForReading(file)
    const insert = database.prepare('insert or replace into page_cache (cache_key, page) values (?, ?)')
    const logBytes = () => statSync(`${file}-wal`).size
    for (let round = 0; round < 60; round++) {
      insert.run(`key ${round % 5}`, Buffer.alloc(1_000_000, round))
      reader.prepare('select count(*) from page_cache').get()
    }
    expect(logBytes()).toBeLessThan(20_000_000)
    reader.exec('begin')
    reader.prepare('select count(*) from page_cache').get()
    for (let round = 0; round < 100; round++) insert.run(`key ${round % 5}`, Buffer.alloc(1_000_000, round))
    expect(logBytes()).toBeGreaterThan(70_000_000)
    reader.exec('commit')
    database.pragma('wal_checkpoint(RESTART)')
    insert.run('key', Buffer.alloc(10))
    // what the pragma of the journal's limit leaves
    expect(logBytes()).toBeLessThanOrEqual(67_108_864)
    reader.close()
    closeDatabase(database)
    expect(readdirSync(place.folder)).toEqual(['db.sqlite'])
  })
})

describe('rows', () => {
  it('F60: orphans, wrong types, unknown states and no number are refused', async () => {
    place.write('in/a.txt', JSON.stringify([soundReport()]))
    await place.avstam(['run', place.at('in')])
    const database = openDatabase(place.at('db.sqlite'))
    for (const wrong of [
      "insert into file (name, content, first_seen) values ('x', 'nobody', '2020')",
      "update fact set amount = 'many'",
      'update fact set amount = 1.5',
      "update fact set status = 'certain'",
      'update fact set confidence = 2',
      "update fact set report_id = 'nobody'",
      "update content set state = 'perhaps'",
      "insert into repair_made (repair_id, fact_id, raw_text, amount_before, amount_after, evidence, cost, margin, decision) values ('r', 'nobody', '', 1, 2, '{}', 1, 1, 'auto')",
    ]) {
      expect(() => database.exec(wrong), wrong).toThrow(/constraint|cannot store/)
    }
    database.close()
  })

  it('F60: an amount beyond what a float holds is kept to the last digit, or refused', async () => {
    const most = Number.MAX_SAFE_INTEGER
    const report = soundReport()
    const table = report.tables[0]!
    const row = table.rows[0]!
    const cells = [{ ...row.cells[0]!, value: most, raw: String(most) }, row.cells[1]!]
    place.write(
      'in/a.txt',
      JSON.stringify([{ ...report, tables: [{ ...table, rows: table.rows.with(0, { ...row, cells }) }] }]),
    )
    await place.avstam(['run', place.at('in')])
    const database = new Sqlite(place.at('db.sqlite'))
    database.defaultSafeIntegers()
    expect(database.prepare('select max(amount) from facts').pluck().get()).toBe(BigInt(most))
    database.close()
    rmSync(place.at('in', 'a.txt'))
    const over = JSON.stringify([report]).replace('1234567', '9007199254740993')
    place.write('in/b.txt', over)
    expect((await place.avstam(['run', place.at('in')])).code).toBe(1)
    expect(viewRows(place.at('db.sqlite')).documents.find(({ document }) => document === 'b.txt')?.state).toBe('failed')
  })
})
