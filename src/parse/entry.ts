import type { Amount } from '../model/report.js'

/** One way of reading the figures of a printed row. */
export interface CellOption {
  readonly cells: readonly (Amount | null)[]
  readonly noteRef: string | null
  /** 0 for the natural reading; more for what a printer would hardly set. */
  readonly cost: number
}

/** A printed line of a table before labels over several lines are joined. */
export interface Entry {
  readonly page: number
  /** The words before the figures, as read; empty where there are none. */
  readonly label: string
  /** The ways of reading its figures; empty where it holds none. */
  readonly options: readonly CellOption[]
  /** Empty space above in heights of a line. */
  readonly gap: number
  readonly bold: boolean
  /** How sure the reader was of the label, 0..1; 1 for plain text. */
  readonly confidence: number
  /** Where the label stands, as shares of the page's width, and how wide its first word is; none in plain text. */
  readonly place?: { readonly x0: number; readonly x1: number; readonly firstWord: number }
  /** Words of the label, as printed, of which the reader was unsure. */
  readonly doubted?: readonly string[]
}
