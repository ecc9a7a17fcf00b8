import { existsSync } from 'node:fs'
import Sqlite, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, schemaOf, schemaVersion } from '../../src/store/migrate.js'
import { faultsOf, openDatabase } from '../../src/store/open-database.js'
import { packJson } from '../../src/store/packed-json.js'
import { loadReportIdentities } from '../../src/store/report-store.js'
import { plainPage } from '../support/lay-out.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

/** Rows as the program of the first schema left them: a document that is read, and one that ran out of time. */
const rows = `
insert into content (content, sha256, media_type, pages, state, reason, reading, attempts, finished) values
  ('a', 'a', 'text/plain', 1, 'done', null, 'text', 0, '2026-01-01T00:00:00Z'),
  ('b', 'b', 'application/pdf', null, 'failed', 'timeout', 'js', 1, '2026-01-01T00:00:00Z'),
  ('c', 'c', 'application/pdf', null, 'processing', null, 'js', 2, null);
insert into file (name, content, first_seen) values ('a.txt', 'a', '2026-01-01T00:00:00Z'),
  ('b.pdf', 'b', '2026-01-01T00:00:00Z'), ('c.pdf', 'c', '2026-01-01T00:00:00Z');
insert into report (report_id, content, ordinal, tree, tree_hash, organisation, kind, period_end, first_page, last_page)
  values ('r', 'a', 0, x'00', 'h', 'Föreningen', 'annual', '2020-12-31', 1, 1);
insert into fact (fact_id, report_id, table_no, row_no, column_no, page, statement, role, label, scenario, amount,
  decimals, unit, amount_sek, raw_text, status, confirmations, confidence, doubts)
  values ('f', 'r', 1, 1, 1, 1, 'balance_sheet', 'total', 'Summa', 'actual', 7, 0, 'tkr', 7000, '7', 'verified', 1, 1, '[]');
insert into check_made (check_id, report_id, position, rule, subject, scenario, expected, actual, difference, tolerance,
  unit, verdict, explanation, confirms) values ('k', 'r', 0, 'balance', 'Summa', 'actual', 7, 7, 0, 0, 'tkr', 'ok', '', 1);
insert into repair_made (repair_id, fact_id, raw_text, amount_before, amount_after, evidence, cost, margin, decision)
  values ('p', 'f', '7', 1, 7, '{}', 1, 1, 'auto');
insert into run_lease (only, pid, process_start, boot, host, beat) values (1, 1, '', '', 'gone', 0);
`

/** A database as a program of that schema left it. */
function databaseOf(version: number): string {
  const file = place.at(`schema-${version}.sqlite`)
  const database = new Sqlite(file)
  migrate(database, 1)
  database.exec(rows)
  database
    .prepare("insert into page_reading (content, reading, pages) values ('a', 'text', ?)")
    .run(packJson([plainPage('Summa 7')]))
  database.prepare('update report set tree = ?').run(packJson({ organisation: 'Föreningen', orgNumber: null }))
  migrate(database, version)
  database.close()
  return file
}

/** Tables and views with their columns. */
function shapeOf(database: Database): Record<string, unknown> {
  const names = database
    .prepare<[], string>("select name from sqlite_schema where type in ('table', 'view') order by name")
    .pluck()
    .all()
  return Object.fromEntries(names.map((name) => [name, database.pragma(`table_info(${name})`)]))
}

const earlier = Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1)

describe('migrate', () => {
  it.each(earlier)('brings a database of schema %i up to date, with all that it holds', (version) => {
    const file = databaseOf(version)
    const database = openDatabase(file)
    expect(schemaOf(database)).toBe(schemaVersion)
    const fresh = openDatabase(place.at('fresh.sqlite'))
    expect(shapeOf(database)).toEqual(shapeOf(fresh))
    fresh.close()
    expect(faultsOf(database, 'integrity_check')).toEqual([])
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(database.prepare('select content, state, attempts, due from job order by content').all()).toEqual([
      { content: 'b', state: 'waiting', attempts: 1, due: '2026-01-01T00:00:00Z' },
      { content: 'c', state: 'leased', attempts: 2, due: null },
    ])
    expect(database.prepare('select text from page_text').pluck().all()).toEqual(['Summa 7'])
    expect(loadReportIdentities(database)).toMatchObject([{ id: 'r', organisation: 'Föreningen', orgNumber: null }])
    expect(database.prepare('select count(*) from report_tree').pluck().get()).toBe(1)
    database.close()
    expect(viewRows(file)).toMatchObject({
      documents: [{ state: 'done' }, { state: 'failed', reason: 'timeout' }, { state: 'processing' }],
      reports: [{ report_id: 'r', organisation: 'Föreningen' }],
      facts: [{ fact_id: 'f', amount_sek: 7000, status: 'verified' }],
      checks: [{ check_id: 'k', verdict: 'ok' }],
      repairs: [{ repair_id: 'p', amount_after: 7 }],
    })
  })

  it('keeps the database as it was beside the new one, and does nothing to one that is up to date', () => {
    const file = databaseOf(3)
    openDatabase(file).close()
    const before = new Sqlite(`${file}.schema-3`, { readonly: true })
    expect(schemaOf(before)).toBe(3)
    expect(before.prepare('select count(*) from fact').pluck().get()).toBe(1)
    before.close()
    openDatabase(file).close()
    expect(existsSync(`${file}.schema-${schemaVersion}`)).toBe(false)
  })

  it.each([5, 7])(
    'leaves the old schema where the step after %i fails half-way, and goes on from there (F59)',
    (version) => {
      const file = databaseOf(version)
      const old = new Sqlite(file)
      const obstacle = version === 5 ? 'page_read' : 'report_versions'
      old.exec(`create table ${obstacle} (in_the_way text)`)
      const shape = shapeOf(old)
      old.close()
      expect(() => openDatabase(file)).toThrow(/already exists/)
      const still = new Sqlite(file)
      expect(schemaOf(still)).toBe(version)
      expect(shapeOf(still)).toEqual(shape)
      still.exec(`drop table ${obstacle}`)
      still.close()
      const database = openDatabase(file)
      expect(schemaOf(database)).toBe(schemaVersion)
      database.close()
    },
  )
})
