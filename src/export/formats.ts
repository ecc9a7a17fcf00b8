import type { View } from '../model/view.js'
import { viewToCsv, viewToExcelCsv } from './csv.js'
import { viewsToDataPackage } from './data-package.js'
import type { ExportedFile, ExportSource } from './exported-file.js'
import { viewToJson, viewToJsonLines } from './json.js'
import { viewToParquet } from './parquet.js'

/** One way of writing views: a file for each of them, or all in what belongs together. */
export type Format = {
  /** The end of its file's name. */
  readonly extension: string
  /** Whether it can be printed. */
  readonly text: boolean
} & (
  | { readonly file: (source: ExportSource, view: View) => ExportedFile }
  | { readonly folder: (source: ExportSource, views: readonly View[]) => Iterable<ExportedFile> }
)

/** The formats of `avstam export`, by name. */
export const formats = {
  csv: { extension: '.csv', text: true, file: viewToCsv },
  'csv-excel': { extension: '.csv', text: true, file: viewToExcelCsv },
  jsonl: { extension: '.jsonl', text: true, file: viewToJsonLines },
  json: { extension: '.json', text: true, file: viewToJson },
  parquet: { extension: '.parquet', text: false, file: viewToParquet },
  package: { extension: '', text: false, folder: viewsToDataPackage },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
