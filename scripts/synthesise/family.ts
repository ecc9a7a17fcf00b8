/** How a made report looks: one choice for each thing that printers do differently. */
export type Family = {
  name: string
  /** Families to learn from, and families kept back to measure with. */
  split: 'train' | 'test'
  font: string
  /** CSS pixels, 96 to the inch. */
  size: number
  table: 'ruled' | 'borderless' | 'leaders' | 'shaded' | 'tight' | 'lines' | 'close' | 'margin' | 'bands'
  sums: 'bold' | 'upper' | 'plain'
  headings: 'plain' | 'upper' | 'centred' | 'spaced'
  noteColumn: 'number' | 'word'
  noteAt: 'after_label' | 'first' | 'last'
  /** Wording of a column's head. */
  yearHead: 'year' | 'iso' | 'closing' | 'short' | 'range' | 'outcome' | 'words' | 'months' | 'slash'
  order: 'current_first' | 'comparative_first'
  minus: 'hyphen' | 'dash' | 'parentheses' | 'trailing' | 'minus'
  zero: '0' | '-' | '–'
  /** What stands between groups of three digits. */
  grouping: '\u00a0' | '\u2009' | '.' | ''
  /** In the margin: the number stands in a column of its own, left of the title and the rows. */
  notes: 'single' | 'two_columns' | 'margin'
  noteHead: 'plain' | 'colon' | 'upper' | 'dot'
  /** Whether every note has heads over its columns, or only the first on a sheet. */
  noteHeads: 'each' | 'first'
  unitLine: 'row' | 'title' | 'above' | 'head'
  /** The balance sheet goes on to a second sheet, stays on one, or has its two sides beside each other. */
  balance: 'two_sheets' | 'one_sheet' | 'beside'
  /** Each statement begins a sheet, or follows the one before. */
  statements: 'own_sheets' | 'run_on'
  landscape: boolean
  /** Letters before the headings of rows: A., B., C. */
  lettered: boolean
  /** Two pages lie beside each other on one sheet of the file. */
  spread: boolean
  /** Notes of assets, equity and loans have columns of their own beside the years. */
  wideNotes: boolean
  /** Share of the table's width that labels may take, in percent. */
  labelWidth: number
  /** Headings of rows are printed larger or spaced apart. */
  sectionStyle: 'italic' | 'bold' | 'upper'
}

/** What a family has where it says nothing else. */
export const PLAIN_FAMILY: Family = {
  name: 'plain',
  split: 'train',
  font: 'Liberation Serif',
  size: 14,
  table: 'borderless',
  sums: 'bold',
  headings: 'plain',
  noteColumn: 'number',
  noteAt: 'after_label',
  yearHead: 'year',
  order: 'current_first',
  minus: 'hyphen',
  zero: '0',
  grouping: '\u00a0',
  notes: 'single',
  noteHead: 'plain',
  noteHeads: 'each',
  unitLine: 'row',
  labelWidth: 56,
  sectionStyle: 'italic',
  balance: 'two_sheets',
  statements: 'own_sheets',
  landscape: false,
  lettered: false,
  spread: false,
  wideNotes: false,
}
