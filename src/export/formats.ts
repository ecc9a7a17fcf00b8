import type { View } from '../model/view.js'
import { viewToCsv, viewToExcelCsv } from './csv.js'
import { viewsToDataPackage } from './data-package.js'
import { sourceToDatasetteMetadata } from './datasette.js'
import type { ExportedFile, ExportSource } from './exported-file.js'
import { viewToJson, viewToJsonLines } from './json.js'
import { viewToParquet } from './parquet.js'
import { reportsToXbrlJson } from './xbrl-json.js'
import { sourceToWorkbook } from './xlsx/statement-sheets.js'

/** One way of writing the database's views. */
export interface Format {
  /** The end of the file's name; null where the files belong together in a folder. */
  readonly extension: string | null
  /** Whether it can be printed. */
  readonly text: boolean
  /** Whether it is made of views of one's choice. */
  readonly ofViews: boolean
  files(source: ExportSource, views: readonly View[]): Iterable<ExportedFile>
}

/** The formats of `avstam export`, by name. */
export const formats = {
  csv: ofEachView('.csv', viewToCsv),
  'csv-excel': ofEachView('.csv', viewToExcelCsv),
  jsonl: ofEachView('.jsonl', viewToJsonLines),
  json: ofEachView('.json', viewToJson),
  parquet: { ...ofEachView('.parquet', viewToParquet), text: false },
  package: { extension: null, text: false, ofViews: true, files: viewsToDataPackage },
  xlsx: { extension: '.xlsx', text: false, ofViews: false, files: (source) => [sourceToWorkbook(source)] },
  'xbrl-json': { extension: null, text: false, ofViews: false, files: reportsToXbrlJson },
  datasette: { extension: '.yaml', text: true, ofViews: false, files: (source) => [sourceToDatasetteMetadata(source)] },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats

function ofEachView(extension: string, toFile: (source: ExportSource, view: View) => ExportedFile): Format {
  return { extension, text: true, ofViews: true, files: (source, views) => views.map((view) => toFile(source, view)) }
}
