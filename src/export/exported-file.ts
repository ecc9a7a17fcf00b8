import type { CellValue, View, ViewRow } from '../model/view.js'

/** A file to be, whose content is made while it is written: the same from the same database, byte for byte. */
export interface ExportedFile {
  /** Its name within the folder of the export. */
  readonly name: string
  chunks(): Iterable<string | Uint8Array>
}

/** What exports are made from; rows are read as they are asked for, always in the same order. */
export interface ExportSource {
  readonly views: readonly View[]
  rows(view: View): Iterable<ViewRow>
}

const rowsInBatch = 500

/** Rows in groups, in their order. */
export function* inBatches<Item>(items: Iterable<Item>, size = rowsInBatch): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** A row's cells in the order of the view's columns. */
export function cellsOf(view: View, row: ViewRow): CellValue[] {
  return view.columns.map(({ name }) => row[name] ?? null)
}
