import type { Database, Statement } from 'better-sqlite3'

const known = new WeakMap<Database, Map<string, Statement>>()

/**
 * A statement that is prepared once for a database and used again: each holds memory that the collector does not see, and
 * a summary of ten thousand reports would prepare thirty thousand.
 */
export function prepared<Parameters extends unknown[] = unknown[], Row = unknown>(
  database: Database,
  sql: string,
): Statement<Parameters, Row> {
  const statements = known.get(database) ?? new Map<string, Statement>()
  known.set(database, statements)
  const statement = statements.get(sql) ?? database.prepare(sql)
  statements.set(sql, statement)
  return statement as Statement<Parameters, Row>
}
