import type { Database } from 'better-sqlite3'
import type { View, ViewRow } from '../model/view.js'

/** Views that are too long to be sorted as a whole, and quick to read for one report. */
const readByReport: readonly string[] = ['facts', 'checks', 'statement_pivot']

/**
 * The rows of a public view, one at a time and always in the same order; of all reports, or of those given. Without
 * a report, a row of `documents` or `quality` is only among all.
 */
export function* readPublicView(
  database: Database,
  view: View,
  reportIds: readonly string[] | undefined,
): Generator<ViewRow> {
  const columns = view.columns.map(({ name }) => name).join(', ')
  const order = view.order.join(', ')
  if (!readByReport.includes(view.name)) {
    const which = reportIds === undefined ? '' : `where ${linkOf(view)}`
    const rows = database.prepare<string[], ViewRow>(`select ${columns} from ${view.name} ${which} order by ${order}`)
    yield* reportIds === undefined ? rows.iterate() : rows.iterate(JSON.stringify(reportIds))
    return
  }
  const rows = database.prepare<[string], ViewRow>(
    `select ${columns} from ${view.name} where report_id = ? order by ${order}`,
  )
  const wanted = reportIds && new Set(reportIds)
  for (const reportId of allReportIds(database)) {
    if (wanted === undefined || wanted.has(reportId)) yield* rows.iterate(reportId)
  }
}

/** By which column the rows of a view are told to belong to certain reports. */
function linkOf(view: View): string {
  const has = (column: string) => view.columns.some(({ name }) => name === column)
  const given = 'select value from json_each(?)'
  if (has('report_id')) return `report_id in (${given})`
  if (has('fact_id')) return `fact_id in (select fact_id from facts where report_id in (${given}))`
  return `sha256 in (select sha256 from reports where report_id in (${given}))`
}

function allReportIds(database: Database): string[] {
  return database
    .prepare<[], string>('select report_id from reports order by document, sha256, report_id')
    .pluck()
    .all()
}
