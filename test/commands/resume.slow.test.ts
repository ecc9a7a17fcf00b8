import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openForReading } from '../../src/store/open-database.js'
import { startAvstam } from '../support/spawn-avstam.js'
import { swedishReport } from '../support/swedish-report.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

const pages = 40

let place: Workplace
beforeEach(async () => {
  place = new Workplace()
  place.write('report.pdf', await swedishReport(pages))
})
afterEach(() => place.remove())

const start = (database: string) =>
  startAvstam(place, ['run', 'report.pdf', '--db', database, '--jobs', '1', '--quiet'])

/** How many pages are kept by now; none before there is a database. */
function pagesKept(file: string): number {
  try {
    const database = new Sqlite(file, { readonly: true })
    const kept = database.prepare<[], number>('select count(*) from page_read').pluck().get()!
    database.close()
    return kept
  } catch {
    return 0
  }
}

it('a run killed at page 30 of 40 goes on at the next page, and ends as if nothing had been (F45, F47)', async () => {
  const [calm, disturbed] = [place.at('calm.sqlite'), place.at('disturbed.sqlite')]
  await once(start(calm), 'exit')

  const first = start(disturbed)
  while (pagesKept(disturbed) < 30 && first.exitCode === null) await wait(5)
  first.kill('SIGKILL')
  await once(first, 'exit')
  const kept = pagesKept(disturbed)
  expect(kept).toBeGreaterThanOrEqual(30)
  expect(kept).toBeLessThan(pages)

  // what is read again from here on is counted by the database itself
  const counting = new Sqlite(disturbed)
  expect(counting.prepare('select state, attempts from job').get()).toEqual({ state: 'leased', attempts: 1 })
  counting.exec(`create table counted (number integer);
    create trigger count_pages after insert on page_read begin insert into counted values (new.number); end`)
  counting.close()
  const second = start(disturbed)
  const [code] = await once(second, 'exit')
  expect([0, 1]).toContain(code)

  const database = openForReading(disturbed)
  const read = database.prepare<[], number>('select number from counted order by number').pluck().all()
  expect(read).toEqual(Array.from({ length: pages - kept }, (_, index) => kept + 1 + index))
  expect(database.prepare('select count(*) from page_read').pluck().get()).toBe(0)
  expect(database.prepare('select count(*) from job').pluck().get()).toBe(0)
  database.close()
  expect(viewRows(disturbed)).toEqual(viewRows(calm))
  expect(viewRows(disturbed).documents).toMatchObject([{ state: 'done', pages }])
})
