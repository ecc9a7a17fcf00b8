import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ViewRow } from '../../src/model/view.js'
import { openForReading } from '../../src/store/open-database.js'
import { publicViews } from '../../src/store/public-views.js'
import { readPublicView } from '../../src/store/read-public-view.js'
import { smallReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'
import { yearlyReport } from '../support/yearly-report.js'

const formula = '=HYPERLINK("http://example.org";"Öppna")'
const hostile = [formula, '+46 8 123', '-1+1', '@SUM(1)', 'semikolon; komma, "citat"', 'två\nrader', "'apostrof"]

let place: Workplace
beforeAll(async () => {
  place = new Workplace()
  const figures = { revenue: 1000, costs: 900, assets: 2000, equity: 100 }
  place.write('in/a.txt', JSON.stringify([yearlyReport(2019, [figures, { ...figures, costs: 1000, equity: 0 }])]))
  const rows = hostile.map((label, index) => [label, 'line', -index, index * 1_000_000] as const)
  const total = rows.reduce((sum, [, , value]) => sum + value, 0)
  const before = rows.reduce((sum, [, , , value]) => sum + value, 0)
  const report = smallReport([...rows, ['Summa', 'total', total, before]], { organisation: 'Brf Åäö', year: 2020 })
  place.write('in/b.txt', JSON.stringify([report]))
  await place.avstam(['run', place.at('in')])
})
afterAll(() => place.remove())

function stored(name: string): ViewRow[] {
  const database = openForReading(place.at('db.sqlite'))
  const view = publicViews.find((one) => one.name === name)!
  const rows = [...readPublicView(database, view)]
  database.close()
  return rows
}

const exported = (words: string) => place.avstam(['export', ...words.split(' ')])
const text = (row: ViewRow) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]))
const python = spawnSync('python3', ['--version']).status === 0
const sqlite = spawnSync('sqlite3', ['--version']).status === 0

/** Rows of each file as another program's CSV reader sees them. */
function readByPython(files: readonly string[], options = ''): Record<string, string>[][] {
  const program = `import csv, json, sys
print(json.dumps([list(csv.DictReader(open(f, encoding='utf-8-sig', newline='')${options})) for f in sys.argv[1:]]))`
  return JSON.parse(execFileSync('python3', ['-c', program, ...files], { encoding: 'utf8', maxBuffer: 1e8 }))
}

describe('avstam export', () => {
  it('prints one view, and of the rest says where it went', async () => {
    const printed = await exported('--format jsonl --view reports')
    expect(printed).toMatchObject({ code: 0, err: '' })
    expect(
      printed.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(stored('reports'))
    const folder = place.at('lines')
    expect((await exported(`--format jsonl --out ${folder}`)).err).toBe(`${folder} (11 files): written\n`)
    expect(readdirSync(folder).sort()).toEqual(publicViews.map(({ name }) => `${name}.jsonl`).sort())
    await exported(`--format jsonl --out ${place.at('named', 'as')}/`)
    expect(readdirSync(place.at('named'))).toEqual(['as'])
    expect(readdirSync(place.at('named', 'as')).sort()).toEqual(readdirSync(folder).sort())
  })

  it.each(['csv', 'csv-excel', 'jsonl', 'json', 'parquet', 'package', 'xlsx', 'xbrl-json', 'datasette'])(
    'gives the same bytes as %s every time',
    async (format) => {
      const folders = ['once', 'twice'].map((name) => place.at(format, name))
      for (const folder of folders) await exported(`--format ${format} --out ${folder}`)
      const hashes = folders.map((folder) =>
        readdirSync(folder).map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        ]),
      )
      expect(hashes[0]).not.toHaveLength(0)
      expect(hashes[0]).toEqual(hashes[1])
    },
  )

  it('keeps to the reports of an organisation and a year', async () => {
    const { out } = await exported('--format json --view facts --org åäö --year 2020')
    expect(JSON.parse(out)).toHaveLength(16)
    for (const view of publicViews) {
      const lines = (await exported(`--format jsonl --view ${view.name} --year 2019`)).out
      expect(lines, view.name).not.toContain('b.txt')
      if (!['repairs', 'decisions'].includes(view.name)) expect(lines, view.name).not.toBe('')
    }
    await expect(exported('--format csv --org Nonsens')).rejects.toMatchObject({ code: 2 })
  })

  it('refuses what it does not know, before anything is written', async () => {
    await expect(exported(`--format csv --view figures --out ${place.at('none')}`)).rejects.toThrow(/no view “figures”/)
    await expect(exported(`--format csv --view facts checks --out ${place.at('none.csv')}`)).rejects.toThrow(/one file/)
    expect((await exported('--format pdf')).code).toBe(2)
    expect(existsSync(place.at('none'))).toBe(false)
  })

  it('leaves what was there when it fails or is interrupted, and nothing half (F72)', async () => {
    const target = place.write('kept/facts.csv', 'as it was')
    const stop = new AbortController()
    stop.abort()
    const words = ['export', '--format', 'csv', '--view', 'facts', '--out']
    expect((await place.avstam([...words, target], stop.signal)).code).toBe(130)
    expect((await place.avstam([...words.slice(0, 3), '--out', place.at('kept')], stop.signal)).code).toBe(130)
    writeFileSync(place.at('file'), '')
    await expect(exported(`--format csv --view facts --out ${place.at('file', 'facts.csv')}`)).rejects.toMatchObject({
      code: 5,
    })
    expect(readFileSync(target, 'utf8')).toBe('as it was')
    expect(readdirSync(place.at('kept')).sort()).toEqual(['facts.csv'])
  })

  it('wants the database up to date', async () => {
    const older = new Workplace()
    await older.avstam(['run', place.at('in')])
    const database = (await import('better-sqlite3')).default(older.at('db.sqlite'))
    database.exec('drop view series')
    database.close()
    await expect(older.avstam(['export', '--format', 'csv'])).rejects.toThrow(/older version/)
    older.remove()
  })
})

describe('csv', () => {
  it.skipIf(!python)('is read back equal by Python', async () => {
    await exported(`--format csv --out ${place.at('csv')}`)
    const read = readByPython(publicViews.map(({ name }) => place.at('csv', `${name}.csv`)))
    expect(read).toEqual(publicViews.map(({ name }) => stored(name).map(text)))
  })

  it.skipIf(!sqlite)('is read back equal by sqlite3', async () => {
    await exported(`--format csv --view facts --out ${place.at('facts.csv')}`)
    const commands = ['.mode csv', `.import ${place.at('facts.csv')} facts`, '.mode json', 'select * from facts;']
    const read = execFileSync('sqlite3', [':memory:'], { input: commands.join('\n'), encoding: 'utf8' })
    expect(JSON.parse(read)).toEqual(stored('facts').map(text))
  })

  it.skipIf(!python)(
    'for Swedish Excel has decimal commas, a byte order mark, and texts that are no formulas (F70, F71)',
    async () => {
      await exported(`--format csv-excel --view facts --out ${place.at('excel.csv')}`)
      const bytes = readFileSync(place.at('excel.csv'))
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [read] = readByPython([place.at('excel.csv')], ", delimiter=';'") as [Record<string, string>[]]
      const facts = stored('facts')
      expect(read.map(({ amount }) => Number(amount))).toEqual(facts.map(({ amount }) => amount))
      expect(read[0]!.confidence).toBe('0,9')
      for (const [index, row] of read.entries()) {
        for (const { name, type } of publicViews.find((view) => view.name === 'facts')!.columns) {
          const cell = row[name]!
          if (type === 'string') expect(cell, `${index} ${name}`).toMatch(/^(?![=+\-@\t\r])/)
          const original = String(facts[index]![name] ?? '')
          expect(cell === original || cell === `'${original}` || cell.replace(',', '.') === original, cell).toBe(true)
        }
      }
    },
  )
})

describe('parquet', () => {
  it('holds whole numbers as integers, dates as dates, and nothing where nothing is', async () => {
    await exported(`--format parquet --out ${place.at('parquet')}`)
    for (const { name, columns } of publicViews) {
      const file = new Uint8Array(readFileSync(place.at('parquet', `${name}.parquet`))).buffer
      expect(Number(parquetMetadata(file).num_rows), name).toBe(stored(name).length)
      const rows = await parquetReadObjects({ file })
      const plain = rows.map((row) =>
        Object.fromEntries(
          columns.map(({ name: column, type }) => {
            const value: unknown = row[column] ?? null
            if (value instanceof Date)
              return [column, value.toISOString().replace(type === 'date' ? /T.*/ : '.000', '')]
            return [column, typeof value === 'bigint' ? Number(value) : value]
          }),
        ),
      )
      expect(plain, name).toEqual(stored(name))
    }
  })
})

describe('package', () => {
  it('says of every file its length, hash and columns', async () => {
    await exported(`--format package --out ${place.at('package')}`)
    const description = JSON.parse(readFileSync(place.at('package', 'datapackage.json'), 'utf8'))
    expect(description.resources).toHaveLength(publicViews.length)
    for (const { path, bytes, hash, schema } of description.resources) {
      const content = readFileSync(place.at('package', path))
      expect(bytes).toBe(content.length)
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
      const head = content.toString('utf8').split('\r\n')[0]
      expect(schema.fields.map(({ name }: { name: string }) => name).join(',')).toBe(head)
    }
  })
})

describe('datasette', () => {
  it('describes every column, and asks what the database can answer', async () => {
    const { out } = await exported('--format datasette')
    const { databases } = parse(out)
    const { tables, queries } = databases.db
    for (const { name, columns } of publicViews) {
      expect(Object.keys(tables[name].columns), name).toEqual(columns.map((column) => column.name))
    }
    const database = openForReading(place.at('db.sqlite'))
    for (const { sql } of Object.values<{ sql: string }>(queries))
      expect(() => database.prepare(sql).all()).not.toThrow()
    database.close()
  })
})
