import { readdirSync, readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { Package } from 'datapackage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDatabase } from '../../scripts/make-large/fill-database.js'
import type { ViewRow } from '../../src/model/view.js'
import { openDatabase, openForReading } from '../../src/store/open-database.js'
import { publicViews } from '../../src/store/public-views.js'
import { readPublicView } from '../../src/store/read-public-view.js'
import { oimFaults, readSchema } from '../support/oim-faults.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeAll(async () => {
  place = new Workplace()
  const database = openDatabase(place.at('db.sqlite'))
  database.pragma('synchronous = OFF')
  fillDatabase(database, 20)
  database.close()
})
afterAll(() => place.remove())

function stored(name: string): ViewRow[] {
  const database = openForReading(place.at('db.sqlite'))
  const rows = [...readPublicView(database, publicViews.find((one) => one.name === name)!)]
  database.close()
  return rows
}

/** Views of which a database straight from truth has no rows: nothing was mended, and nobody settled anything. */
const unfilled: ReadonlySet<string> = new Set(['repairs', 'decisions'])

describe('parquet', () => {
  it('is read back equal by DuckDB, in every view', async () => {
    await place.avstam(['export', '--format', 'parquet', '--out', place.at('parquet')])
    const duck = await (await DuckDBInstance.create(':memory:')).connect()
    for (const { name, columns } of publicViews) {
      const file = place.at('parquet', `${name}.parquet`)
      // dates and moments as ISO 8601, so that they compare as the text that they are in SQLite
      const asText = columns.map(({ name: column, type }) => {
        if (type === 'date') return `strftime("${column}", '%Y-%m-%d') as "${column}"`
        return type === 'datetime' ? `strftime("${column}", '%Y-%m-%dT%H:%M:%SZ') as "${column}"` : `"${column}"`
      })
      const read = await duck.runAndReadAll(`select ${asText.join(', ')} from read_parquet('${file}')`)
      const rows = read
        .getRowObjectsJS()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
          ),
        )
      const expected = stored(name)
      if (!unfilled.has(name)) expect(expected.length, name).toBeGreaterThan(5)
      expect(rows, name).toEqual(expected)
    }
    duck.closeSync()
  })

  it('adds up in DuckDB: assets are equity and liabilities, over all reports', async () => {
    await place.avstam(['export', '--format', 'parquet', '--view', 'facts', '--out', place.at('facts.parquet')])
    const duck = await (await DuckDBInstance.create(':memory:')).connect()
    const read = await duck.runAndReadAll(
      `select cast(sum(amount_sek) filter (concept = 'total_assets') as bigint) as assets,
         cast(sum(amount_sek) filter (concept = 'total_equity_and_liabilities') as bigint) as funding
       from read_parquet('${place.at('facts.parquet')}') where statement = 'balance_sheet'`,
    )
    const [row] = read.getRowObjectsJS()
    expect(row!.assets).toBe(row!.funding)
    expect(Number(row!.assets)).toBeGreaterThan(1e6)
    duck.closeSync()
  })
})

describe('xbrl-json', () => {
  it('keeps the rules of the Open Information Model in every report', async () => {
    await place.avstam(['export', '--format', 'xbrl-json', '--out', place.at('xbrl')])
    const schema = readSchema(readFileSync(place.at('xbrl', 'avstam.xsd'), 'utf8'))
    const names = readdirSync(place.at('xbrl')).filter((name) => name.endsWith('.json'))
    expect(names).toHaveLength(stored('reports').length)
    let facts = 0
    for (const name of names) {
      const text = readFileSync(place.at('xbrl', name), 'utf8')
      expect(oimFaults(text, schema), name).toEqual([])
      facts += Object.keys(JSON.parse(text).facts).length
    }
    expect(facts).toBeGreaterThan(500)
  })
})

describe('package', () => {
  it('is a tabular data package to Frictionless’ own schema, rows included', async () => {
    await place.avstam(['export', '--format', 'package', '--out', place.at('package')])
    const loaded = await Package.load(place.at('package', 'datapackage.json'), { strict: false })
    expect(loaded.errors).toEqual([])
    expect(loaded.valid).toBe(true)
    const views = new Map(publicViews.map((view) => [view.name.replaceAll('_', '-'), view.name]))
    expect(loaded.resources.map(({ name }) => name).sort()).toEqual([...views.keys()].sort())
    for (const resource of loaded.resources) {
      // each row is cast to its column's type and held against its constraints
      expect(await resource.read({ keyed: true }), resource.name).toHaveLength(stored(views.get(resource.name)!).length)
    }
    const broken = JSON.parse(readFileSync(place.at('package', 'datapackage.json'), 'utf8'))
    place.write('package/datapackage.json', JSON.stringify({ ...broken, resources: [] }))
    expect((await Package.load(place.at('package', 'datapackage.json'), { strict: false })).valid).toBe(false)
  })
})
