import type { Unit } from '../model/report.js'
import type { Band } from './bands.js'
import type { ColumnHead } from './column-heads.js'
import type { Entry } from './entry.js'

/** Entries of a table with the heads of its columns of amounts. */
export interface DraftTable {
  readonly entries: readonly Entry[]
  readonly heads: readonly ColumnHead[]
  /** Where its columns stand across the page; null in plain text. */
  readonly bands?: readonly Band[]
  /** True where words over the columns say what they hold, though no period: it takes no heads of other tables. */
  readonly isWorded?: boolean
  /** The page of heads under which no figures stand. */
  readonly page?: number
  /** The unit printed over it; null where none is. */
  readonly unit?: Unit | null
  /** Heads of its own behind the sum of a note: it may be the next note, whose heading was not read. */
  readonly detached?: boolean
}
