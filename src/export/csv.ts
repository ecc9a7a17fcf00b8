import { type Options, stringify } from 'csv-stringify/sync'
import type { View } from '../model/view.js'
import { cellsOf, type ExportedFile, type ExportSource, inBatches } from './exported-file.js'

/** As RFC 4180 has it, in UTF-8: every cell exactly as it is, and nothing between the commas where it is missing. */
const plain: Options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }

/**
 * As Excel with Swedish settings opens it by a double click. A text that it would take for a formula is preceded by an
 * apostrophe (OWASP, CSV injection); numbers stay numbers.
 */
const swedishExcel: Options = {
  ...plain,
  delimiter: ';',
  escape_formulas: true,
  cast: { number: (value) => String(value).replace('.', ',') },
}

const byteOrderMark = '\uFEFF'

/** A view as comma-separated values. */
export function viewToCsv(source: ExportSource, view: View): ExportedFile {
  return { name: `${view.name}.csv`, chunks: () => csvChunks(source, view, plain) }
}

/** A view as Swedish Excel reads text files: semicolons, decimal commas, a byte order mark. */
export function viewToExcelCsv(source: ExportSource, view: View): ExportedFile {
  return {
    name: `${view.name}.csv`,
    *chunks() {
      yield byteOrderMark
      yield* csvChunks(source, view, swedishExcel)
    },
  }
}

function* csvChunks(source: ExportSource, view: View, options: Options): Generator<string> {
  yield stringify([view.columns.map(({ name }) => name)], options)
  for (const rows of inBatches(source.rows(view))) {
    yield stringify(
      rows.map((row) => cellsOf(view, row)),
      options,
    )
  }
}
