import Database from 'better-sqlite3'
import { pairFacts } from './readings/pair-facts.js'
import { readGolds } from './score/gold.js'

/** Prints what was read of made reports' labels beside what is printed: `tsx scripts/pair-labels.ts DATABASE GOLD…`. */
const [file, ...golds] = process.argv.slice(2)
if (file === undefined || golds.length === 0) throw new Error('Usage: tsx scripts/pair-labels.ts DATABASE GOLD…')
const database = new Database(file, { readonly: true })
for (const gold of readGolds(golds)) {
  for (const [read, printed] of pairFacts(database, gold)) {
    process.stdout.write(`${[gold.file.replace(/\.pdf$/, ''), read, printed].join('\t')}\n`)
  }
}
