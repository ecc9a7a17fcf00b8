import { openForReading } from '../../src/store/open-database.js'

const keys = {
  documents: 'document, sha256',
  reports: 'report_id',
  facts: 'fact_id',
  checks: 'check_id',
  repairs: 'repair_id',
}

/** All rows of the five views, times aside: two databases are equal if these are. */
export function viewRows(file: string): Record<keyof typeof keys, Record<string, unknown>[]> {
  const database = openForReading(file)
  const read = (view: keyof typeof keys) =>
    database
      .prepare<[], Record<string, unknown>>(`select * from ${view} order by ${keys[view]}`)
      .all()
      .map(({ first_seen: _, finished: __, decided_at: ___, ...rest }) => rest)
  const rows = {
    documents: read('documents'),
    reports: read('reports'),
    facts: read('facts'),
    checks: read('checks'),
    repairs: read('repairs'),
  }
  database.close()
  return rows
}
