import type { Role, Scenario, StatementKind, Unit } from '../../src/model/report.js'
import type { Chapter } from './chapters.js'

/** A period that a column speaks of; `start` is null where only the day of the balance counts. */
export type Period = { start: string; end: string }

/** A column of a made table, before a layout words its head. */
export type MadeColumn = {
  period: Period
  scenario: Scenario
  /** Whose figures, where a group prints its own beside those of its parent. */
  entity?: 'group' | 'parent'
  /** Printed in place of the period, in tables whose columns are parts of a whole. */
  head?: string
}

export type MadeTerm = { row: number; sign: 1 | -1 }

/** What a figure is, so that checks between tables can be derived. */
export type MadeKey =
  | 'result'
  | 'cash'
  | 'closing_cash'
  | 'assets'
  | 'funding'
  | 'equity'
  | 'note_total'
  | 'receivables'
  | 'short_debts'
  | 'receivables_change'
  | 'short_debts_change'

/** One row of a made table. `cells` are printed digits in the table's unit, null where nothing is printed. */
export type MadeRow = {
  /** Null on a sum that is printed without words. */
  label: string | null
  role: Role
  section: string | null
  noteRef: string | null
  cells: (number | null)[]
  /** Rows that the row is the sum of; empty on lines. */
  terms: MadeTerm[]
  key: MadeKey | null
  /** Steps of indent from the left edge. */
  indent: number
  /** Set where the row is not in the table's unit; cells then hold tenths of a percent, or a number of things. */
  unit: '%' | 'count' | null
}

/** A table with its figures as they are to be printed. */
export type MadeTable = {
  kind: StatementKind
  note: string | null
  title: string
  unit: Unit
  /** How many digits of its amounts stand after the comma; none where it is not told. */
  decimals?: number
  columns: MadeColumn[]
  rows: MadeRow[]
  /** A group's figures and its parent's stand in tables of their own, under one title. */
  parted?: boolean
  /** The form of the truth cannot tell its columns: its figures may be found and need not be. */
  loose?: boolean
  /** Index of the row where the balance sheet goes on to its second page; null where it stays on one. */
  secondPageAt: number | null
}

/** A figure printed wrong on purpose. */
export type PlantedError = { note: string; label: string; period_end: string; printed: number; meant: number }

/** A sum quoted in running text, with the row of the income statement that it quotes. */
export type QuotedFigure = { label: string; value: number }

/** One organisation's report of one year, with everything that is to be printed in it. */
export type MadeReport = {
  organisation: string
  orgNumber: string
  period: Period
  tables: MadeTable[]
  prose: string[]
  /** Sheets beside the tables and the report of the board; empty where only these are made. */
  chapters: Chapter[]
  quoted: QuotedFigure[]
  planted: PlantedError[]
}
