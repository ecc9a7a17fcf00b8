import type { Concept } from '../model/taxonomy.js'
import type { CellValue, View, ViewRow } from '../model/view.js'

/** A file to be, whose content is made while it is written: the same from the same database, byte for byte. */
export interface ExportedFile {
  /** Its name within the folder of the export. */
  readonly name: string
  chunks(): Iterable<string | Uint8Array>
}

/** What exports are made from; rows are read as they are asked for, always in the same order. */
export interface ExportSource {
  /** Name of the database's file, without its ending. */
  readonly databaseName: string
  readonly views: readonly View[]
  /** A view's rows, all or those of one value in a column. */
  rows(view: View, only?: OnlyRows): Iterable<ViewRow>
  concepts(): readonly Concept[]
  /** Where the page of a row can be looked at, as an address relative to the export; undefined where it is nowhere. */
  pageAddress(row: ViewRow): string | undefined
}

/** Rows that hold a value in a column. */
export interface OnlyRows {
  readonly column: string
  readonly value: string
}

/** The view of a name; throws where there is none. */
export function viewNamed(source: ExportSource, name: string): View {
  const view = source.views.find((each) => each.name === name)
  if (view === undefined) throw new Error(`Expected a view called ${name}.`)
  return view
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

/** Neighbouring rows of the same key, together. */
export function* runsOf(rows: Iterable<ViewRow>, keyOf: (row: ViewRow) => string): Generator<ViewRow[]> {
  let run: ViewRow[] = []
  let key = ''
  for (const row of rows) {
    const next = keyOf(row)
    if (run.length > 0 && next !== key) {
      yield run
      run = []
    }
    run.push(row)
    key = next
  }
  if (run.length > 0) yield run
}

/** A row's cells in the order of the view's columns. */
export function cellsOf(view: View, row: ViewRow): CellValue[] {
  return view.columns.map(({ name }) => row[name] ?? null)
}
