import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { closeDatabase, openDatabase } from '../src/store/open-database.js'
import { fillDatabase } from './make-large/fill-database.js'

const HELP = `Makes a database of many reports straight from the synthesiser's truth, to measure pages and exports with.

  tsx scripts/make-large.ts FILE [--reports N]     5000 where N is not given`

const { values, positionals } = parseArgs({
  options: { reports: { type: 'string', default: '5000' }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [file] = positionals
const wanted = Number(values.reports)
if (values.help || file === undefined || !Number.isInteger(wanted)) {
  console.error(HELP)
  process.exit(values.help ? 0 : 2)
}
for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
const database = openDatabase(file)
// nothing is lost that could not be made again
database.pragma('synchronous = OFF')
const began = Date.now()
fillDatabase(database, wanted, (stored) => {
  if (stored % 100 < 10) console.error(`${stored} reports, ${Math.round((Date.now() - began) / 1000)} s`)
})
closeDatabase(database)
