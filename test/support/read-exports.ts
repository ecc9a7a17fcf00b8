import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { Package } from 'datapackage'
import Excel from 'exceljs'
import type { ViewRow } from '../../src/model/view.js'
import { openForReading } from '../../src/store/open-database.js'
import { publicViews } from '../../src/store/public-views.js'
import { readPublicView } from '../../src/store/read-public-view.js'
import { oimFaults, readSchema } from './oim-faults.js'

/** All rows of a public view, as the database holds them. */
export function storedRows(file: string, name: string): ViewRow[] {
  const database = openForReading(file)
  const rows = [...readPublicView(database, publicViews.find((one) => one.name === name)!)]
  database.close()
  return rows
}

/** Rows as text, nothing where a cell is empty: what a file of text can tell. */
export function asText(rows: readonly ViewRow[]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])))
}

/** Rows that DuckDB reads from a file, all of them as text. */
export async function readByDuck(source: string): Promise<Record<string, string>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const duck = await instance.connect()
  const read = await duck.runAndReadAll(`select coalesce(cast(columns(*) as varchar), '') from ${source}`)
  const rows = read.getRowObjectsJS() as Record<string, string>[]
  duck.closeSync()
  return rows
}

/** All numbers on one sheet of a workbook. */
export async function numbersOnSheet(file: string, sheet: string): Promise<number[]> {
  const workbook = new Excel.Workbook()
  await workbook.xlsx.readFile(file)
  const numbers: number[] = []
  workbook.getWorksheet(sheet)?.eachRow((row) => {
    row.eachCell(({ value }) => {
      const shown = typeof value === 'object' && value !== null && 'text' in value ? value.text : value
      if (typeof shown === 'number') numbers.push(shown)
      // a cell with a link may hold its number as text
      else if (typeof shown === 'string' && /^-?\d+(\.\d+)?$/.test(shown)) numbers.push(Number(shown))
    })
  })
  return numbers
}

/** How many rows of each resource Frictionless' own library reads from a data package; throws where it is none. */
export async function rowsInPackage(folder: string): Promise<Record<string, number>> {
  const loaded = await Package.load(join(folder, 'datapackage.json'), { strict: true })
  const counted = loaded.resources.map(async ({ name }, index): Promise<[string, number]> => {
    try {
      return [name, (await loaded.resources[index]!.read({ keyed: true })).length]
    } catch (error) {
      const { errors = [] } = error as { errors?: readonly Error[] }
      throw new Error(`${name}: ${errors.map(({ message }) => message).join('; ')}`, { cause: error })
    }
  })
  return Object.fromEntries(await Promise.all(counted))
}

/** Facts of all xBRL-JSON reports in a folder, and what in them breaks the rules. */
export function readXbrl(folder: string): { faults: string[]; facts: { value: string; 'avstam:status': string }[] } {
  const schema = readSchema(readFileSync(join(folder, 'avstam.xsd'), 'utf8'))
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return {
    faults: texts.flatMap((text) => oimFaults(text, schema)),
    facts: texts.flatMap((text) => Object.values(JSON.parse(text).facts as Record<string, never>)),
  }
}
