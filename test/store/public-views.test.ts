import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { printViews } from '../../scripts/describe-data/print-views.js'
import { openDatabase, openForReading } from '../../src/store/open-database.js'
import { publicViews } from '../../src/store/public-views.js'
import { readPublicView } from '../../src/store/read-public-view.js'
import { unsoundReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'
import { yearlyReport } from '../support/yearly-report.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const wholeNumber = /^-?\d+$/
const date = /^\d{4}-\d\d-\d\d$/
const datetime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/

const suits: Record<string, (value: string | number) => boolean> = {
  string: (value) => typeof value === 'string' && value !== '',
  integer: (value) => typeof value === 'number' && wholeNumber.test(String(value)),
  number: (value) => typeof value === 'number',
  date: (value) => date.test(String(value)),
  datetime: (value) => datetime.test(String(value)),
  json: (value) => typeof JSON.parse(String(value)) === 'object',
}

describe('public views', () => {
  it('are described as they stand in the database, column by column', () => {
    const database = openDatabase(place.at('db.sqlite'))
    const stored = database.prepare<[], string>("select name from sqlite_schema where type = 'view'").pluck().all()
    expect(publicViews.map(({ name }) => name).sort()).toEqual(stored.sort())
    for (const view of publicViews) {
      const columns = database.pragma(`table_info(${view.name})`) as { name: string }[]
      expect(
        view.columns.map(({ name }) => name),
        view.name,
      ).toEqual(columns.map(({ name }) => name))
    }
    database.close()
  })

  it('say of every column what it means, with an example that it could hold', () => {
    for (const { name: view, columns, key, order, references = [] } of publicViews) {
      const names = columns.map(({ name }) => name)
      expect(names, view).toEqual(expect.arrayContaining([...key, ...order, ...references.map(([from]) => from)]))
      for (const { name, type, meaning, example, values = [example], unit } of columns) {
        const where = `${view}.${name}`
        expect(meaning, where).toMatch(/^\S.*\.$/)
        expect(suits[type]!(example), where).toBe(true)
        expect(values, where).toContain(example)
        if (/_sek$/.test(name)) expect(unit, where).toBe('kr')
      }
    }
  })

  it('hold what their descriptions allow', async () => {
    const figures = { revenue: 1000, costs: 900, assets: 2000, equity: 1500 }
    place.write('in/a.txt', JSON.stringify([yearlyReport(2019, [figures, { ...figures, costs: 800 }])]))
    place.write('in/b.txt', JSON.stringify([unsoundReport()]))
    place.write('in/c.txt', 'no reports at all')
    await place.avstam(['run', place.at('in')])
    const database = openForReading(place.at('db.sqlite'))
    for (const view of publicViews) {
      const rows = [...readPublicView(database, view)]
      if (!['repairs', 'decisions'].includes(view.name)) expect(rows.length, view.name).toBeGreaterThan(0)
      for (const { name, type, optional, values } of view.columns) {
        const held = rows.flatMap((row) => row[name] ?? [])
        if (!optional) expect(held.length, `${view.name}.${name}`).toBe(rows.length)
        const wrong = held.filter((value) => !suits[type]!(value) || (values && !values.includes(String(value))))
        expect(wrong, `${view.name}.${name}`).toEqual([])
      }
      const keys = rows.map((row) => JSON.stringify(view.key.map((column) => row[column])))
      expect(new Set(keys).size, view.name).toBe(rows.length)
    }
    database.close()
  })

  it('are what docs/data.md describes: npx tsx scripts/describe-data.ts', () => {
    expect(readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8')).toBe(printViews(publicViews))
  })
})
