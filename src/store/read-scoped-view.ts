import type { Database } from 'better-sqlite3'
import type { ViewRow } from '../model/view.js'

/** A view that can be read for some reports as if there were no others. */
export type ScopedView = 'series' | 'statement_pivot' | 'key_figures' | 'quality'

/** The views that a view is made of, beside `reports`, in the order in which they need each other. */
const madeOf: Readonly<Record<ScopedView, readonly string[]>> = {
  series: ['series'],
  statement_pivot: ['statement_pivot'],
  key_figures: ['series', 'key_figures'],
  quality: ['documents', 'quality'],
}

/** What the views over reports are made of, narrowed to the reports asked for. */
const narrowed = `wanted as (select value as report_id from json_each(?)),
report as (select * from main.report where report_id in (select report_id from wanted)),
reports as (select * from main.reports where report_id in (select report_id from wanted)),
fact as (select * from main.fact where report_id in (select report_id from wanted)),
file as (select * from main.file where content in (select content from report))`

/**
 * The rows that a view would have if these reports were all that is stored, in the view's own words: the same as its
 * rows of an organisation where the reports are all of the organisation's, without a look at the others.
 */
export function readScopedView<Row = ViewRow>(
  database: Database,
  view: ScopedView,
  reportIds: readonly string[],
): Row[] {
  const bodies = madeOf[view].map((name) => `${name} as (${bodyOf(database, name)})`)
  const sql = `with ${[narrowed, ...bodies].join(',\n')}\nselect * from ${view}`
  return database.prepare<[string], Row>(sql).all(JSON.stringify(reportIds))
}

function bodyOf(database: Database, view: string): string {
  const sql = database
    .prepare<[string], string>("select sql from sqlite_schema where type = 'view' and name = ?")
    .pluck()
    .get(view)
  if (sql === undefined) throw new Error(`Expected a view called ${view}.`)
  // CREATE VIEW series as with …
  return sql.replace(/^create\s+view\s+\S+\s+as\s/i, '')
}
