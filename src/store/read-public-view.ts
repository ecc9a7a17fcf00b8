import type { Database } from 'better-sqlite3'
import type { View, ViewRow } from '../model/view.js'

/** Views that are too long to be sorted as a whole, and quick to read for one report. */
const readByReport: readonly string[] = ['facts', 'checks', 'statement_pivot']

/** Which rows of a view: those of certain reports, those that hold a value in a column, or both. */
export interface WantedRows {
  /** All where it is undefined. */
  readonly reportIds?: readonly string[] | undefined
  readonly only?: { readonly column: string; readonly value: string } | undefined
}

/**
 * The rows of a public view, one at a time and always in the same order. A file without a report is left out where
 * certain reports are wanted.
 */
export function* readPublicView(
  database: Database,
  view: View,
  { reportIds, only }: WantedRows = {},
): Generator<ViewRow> {
  const columns = view.columns.map(({ name }) => name).join(', ')
  const order = view.order.join(', ')
  const held = only === undefined ? '1' : `${only.column} = ?`
  const values = only === undefined ? [] : [only.value]
  if (!readByReport.includes(view.name)) {
    const which = reportIds === undefined ? held : `${held} and ${linkOf(view)}`
    const rows = database.prepare<string[], ViewRow>(
      `select ${columns} from ${view.name} where ${which} order by ${order}`,
    )
    yield* rows.iterate(...values, ...(reportIds === undefined ? [] : [JSON.stringify(reportIds)]))
    return
  }
  const rows = database.prepare<string[], ViewRow>(
    `select ${columns} from ${view.name} where ${held} and report_id = ? order by ${order}`,
  )
  const wanted = reportIds && new Set(reportIds)
  for (const reportId of allReportIds(database)) {
    if (wanted === undefined || wanted.has(reportId)) yield* rows.iterate(...values, reportId)
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
