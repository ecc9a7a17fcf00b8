import Database from 'better-sqlite3'
import type { Gold } from './gold.js'
import {
  addCounts,
  type CheckRow,
  type Counts,
  type Fact,
  noCounts,
  type ReportRow,
  scoreDocument,
} from './score-document.js'

export type Scores = { all: Counts; each: Record<string, Counts> }

/** Measures a database against known reports; only the public views are read. */
export function scoreDatabase(
  file: string,
  golds: readonly Gold[],
  say: (...words: unknown[]) => void = () => {},
): Scores {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const facts = database.prepare<[string], Fact>('select * from facts where document = ?')
    const checks = database.prepare<[string], CheckRow>('select * from checks where document = ?')
    const reports = database.prepare<[string], ReportRow>('select * from reports where document = ?')
    const all = noCounts()
    const each: Record<string, Counts> = {}
    for (const gold of golds) {
      const found = { facts: facts.all(gold.file), checks: checks.all(gold.file), reports: reports.all(gold.file) }
      const counts = scoreDocument(found, gold, say)
      each[gold.file] = counts
      addCounts(all, counts)
    }
    return { all, each }
  } finally {
    database.close()
  }
}
