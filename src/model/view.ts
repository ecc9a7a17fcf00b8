/** What a column holds, said in the words of a Frictionless table schema; `json` is JSON as text. */
export type ColumnType = 'string' | 'integer' | 'number' | 'date' | 'datetime' | 'json'

/** What a cell of a view holds. */
export type CellValue = string | number | null

/** A row of a view, by column. */
export type ViewRow = Readonly<Record<string, CellValue>>

/** One column of a public view, for the reader of `docs/data.md` and of every export. */
export interface ViewColumn {
  readonly name: string
  readonly type: ColumnType
  readonly meaning: string
  /** As it might stand in a row. */
  readonly example: string | number
  /** What its numbers count or measure; absent where it is no quantity. */
  readonly unit?: string
  /** All that it may hold, where that is a closed list. */
  readonly values?: readonly string[]
  /** Whether it may be empty. */
  readonly optional: boolean
}

/** One public view of the database: its columns may grow in number, and are never renamed or removed. */
export interface View {
  readonly name: string
  /** What one row is, as in “a row for each …”. */
  readonly rowFor: string
  readonly about: string
  /** The columns that tell its rows apart. */
  readonly key: readonly string[]
  /** The columns that its rows are put in order by. */
  readonly order: readonly string[]
  /** Where a column points to: column, view and column. */
  readonly references?: readonly (readonly [string, string, string])[]
  readonly columns: readonly ViewColumn[]
}

type More = Partial<Pick<ViewColumn, 'unit' | 'values'>>

/** A column that every row fills. */
export function filled(name: string, type: ColumnType, example: string | number, meaning: string, more: More = {}) {
  return { name, type, example, meaning, optional: false, ...more } satisfies ViewColumn
}

/** A column that may be empty. */
export function optional(name: string, type: ColumnType, example: string | number, meaning: string, more: More = {}) {
  return { name, type, example, meaning, optional: true, ...more } satisfies ViewColumn
}
