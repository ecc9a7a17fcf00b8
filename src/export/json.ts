import type { View, ViewRow } from '../model/view.js'
import { type ExportedFile, type ExportSource, inBatches } from './exported-file.js'

/** A view as JSON lines: one object a line. */
export function viewToJsonLines(source: ExportSource, view: View): ExportedFile {
  return {
    name: `${view.name}.jsonl`,
    *chunks() {
      for (const rows of inBatches(source.rows(view))) yield rows.map((row) => `${rowToJson(view, row)}\n`).join('')
    },
  }
}

/** A view as one JSON array, a row a line. */
export function viewToJson(source: ExportSource, view: View): ExportedFile {
  return {
    name: `${view.name}.json`,
    *chunks() {
      let before = '[\n'
      for (const rows of inBatches(source.rows(view))) {
        yield before + rows.map((row) => rowToJson(view, row)).join(',\n')
        before = ',\n'
      }
      yield before === '[\n' ? '[]\n' : '\n]\n'
    },
  }
}

/** What the database holds as JSON becomes part of the document, not a text within it. */
function rowToJson(view: View, row: ViewRow): string {
  const members = view.columns.map(({ name, type }) => {
    const value = row[name] ?? null
    return [name, type === 'json' && typeof value === 'string' ? JSON.parse(value) : value]
  })
  return JSON.stringify(Object.fromEntries(members))
}
