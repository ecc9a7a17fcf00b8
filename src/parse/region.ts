import type { StatementKind } from '../model/report.js'
import type { Line } from './line.js'

/** The lines under one heading; `kind` is null where none says what they are: text, perhaps within the note that `note` names. */
export interface Region {
  readonly kind: StatementKind | null
  readonly note: string | null
  readonly title: string | null
  /** What stands on the heading's own line behind it: heads of columns. */
  readonly rest: string
  readonly heading: Line | null
  readonly lines: readonly Line[]
}
