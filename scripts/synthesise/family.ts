import type { CompanyAccounts } from './company-ledger.js'
import type { CompanyWording } from './company-wording.js'
import type { CoordinationWording } from './coordination-wording.js'
import type { FederationWording } from './federation-wording.js'
import type { OrganisationKind } from './names.js'
import type { TableStyle } from './table-styles.js'

/** How a made report looks: one choice for each thing that printers do differently. */
export type Family = {
  name: string
  /** Families to learn from, families kept back to measure with, and families crossed at random from all of them. */
  split: 'train' | 'test' | 'drawn'
  /** Kinds of organisation that have their reports made so. */
  kinds: readonly OrganisationKind[]
  /** What these are called, with `{place}` and `{flower}` for names to invent; none where their kind has enough. */
  bodies: readonly string[]
  /** First and last year that is printed so. */
  era: readonly [number, number]
  font: string
  /** CSS pixels, 96 to the inch. */
  size: number
  table: TableStyle
  /** To the right: the words of sums stand beside their figures. */
  sums: 'bold' | 'upper' | 'plain' | 'italic' | 'small' | 'spaced' | 'to_right'
  headings:
    | ('plain' | 'upper' | 'centred' | 'spaced' | 'underlined' | 'large' | 'band' | 'over_rule' | 'small' | 'right')
    | ('between_rules' | 'boxed' | 'light')
    // Of another face than the text, as a word processor sets them; in a colour
    | ('other_face' | 'coloured')
    | ('italic' | 'lower' | 'colour_band')
    // A bar before the heading, two rules under it, small capitals, a coloured heading of the text's size
    | ('left_bar' | 'double_rule' | 'small_caps' | 'accent')
    // A rounded band, a rule over it, red capitals, a grey box, a short bar under it, small capitals in the middle
    | ('pill' | 'top_rule' | 'red_caps' | 'grey_box' | 'short_bar' | 'middle_caps')
  /** Chapters and statements are numbered: `3. Resultaträkning`. */
  numbered: boolean
  noteColumn: 'number' | 'word' | 'bracket' | 'lower' | 'parentheses' | 'dot' | 'see' | 'word_in_parentheses'
  /** What stands over the column of notes. */
  noteColumnHead: 'Not' | 'Noter' | 'NOT' | 'Not nr' | 'Not.' | 'Se not' | ''
  /** A column of its own, or behind the words of the row. */
  noteAt: 'after_label' | 'first' | 'last' | 'in_label'
  /** Wording of a column's head. */
  yearHead:
    | ('year' | 'iso' | 'closing' | 'short' | 'range' | 'outcome' | 'words' | 'months' | 'slash')
    // `31/12 1995`, `95-12-31`, `Bokslut` over `2019-12-31`, `1901–1912`, `31.12.2019`, `Utfall` over `2018/19`
    | ('day_month' | 'dashed' | 'closing_day' | 'monthly' | 'dotted' | 'outcome_over')
    // `20191231`, `År 1987`, `1987` or `31 dec` over it, `31/12-87`, `2019` or `2019-12-31`, one line from day to day
    | ('compact' | 'of_year' | 'day_over_year' | 'slash_dash' | 'year_or_day' | 'one_line')
    // `2014` beside `1 januari – 31 december`, `2014` over `Utfall`, `2005` and `Föregående år`
    | ('days_beside' | 'year_over_word' | 'last_year')
    // `1/1–31/12` over `1992`, `2021-01-01` over `2021-12-31`, `2021-01-01 –` over it, `1984 12 31`
    | ('numbers_over_year' | 'from_over_to' | 'dash_behind' | 'spaced_date')
    // `Utfall -97` beside `Budget -97`, `2014-01-01--12-31`, `31.12 1984`, `Utfall 2014` or `UB 2014-12-31`
    | ('short_outcome' | 'one_year_range' | 'dots_before_year' | 'outgoing')
    // `940101–` over `941231`, `1 jan–31 dec` over `2005`, `20180101` over `-20181231`, `86.01.01-86.12.31`
    | ('short_over' | 'days_over_year' | 'compact_over' | 'year_dots')
    // `Redovisat` over `1995`, and `95-12-31`
    | 'accounted'
    // `2013/2014`, and `2014-06-30`
    | 'season'
    // `98-01 - 98-12`, `Bokslut 94`, `Helår 2014`; their balance `1998-12-31`, `94-12-31`, `2014-12-31`
    | ('month_to_month' | 'short_closing' | 'full_year')
    // `Utfall` over `jan–dec 2012`, `1/1-31/12 1986`, `1996-01-01` over `--1996-12-31`
    | ('outcome_months' | 'days_then_year' | 'double_dash')
    // `Bokslut` over `dec 2019`, `Bokslut 081231`, `(12 mån)` under the days, `1 jan 2019` over `– 31 dec 2019`
    | ('closing_month' | 'closing_short' | 'twelve_months' | 'days_over_days')
    // `Utfall 2019` and `31 dec 2019`, `200901-200912`, `Bokslut` over `2018-12`
    | ('outcome_or_words' | 'six_digits' | 'closing_year_month')
    // `2004-01-01` over `t o m 2004-12-31`, `2014` and `31 dec 2014`, `1983` and `31.12.83`
    | ('up_to' | 'year_or_words' | 'point_day')
    // `Redovisning 2009`
    | 'report_year'
  /** What stands over the difference between budget and outcome. */
  varianceHead: 'Avvikelse' | 'Differens' | 'Budgetavvikelse' | 'Diff' | 'Avvikelse mot budget' | 'Återstår'
  /** The result stands after its budget or before it, with what it came out better or worse by; the year before comes last. */
  varianceOfResult: 'none' | 'budget_first' | 'outcome_first'
  order: 'current_first' | 'comparative_first'
  /** At the cell's edge: where spreadsheets put it, as far from the figure as the column is wide. */
  minus: 'hyphen' | 'dash' | 'parentheses' | 'trailing' | 'minus' | 'apart' | 'cell_edge'
  zero: '0' | '-' | '--' | '–' | '—'
  /** What stands behind a figure in kronor. */
  figureEnd: '' | ':-' | '\u00a0kr'
  /** How many digits of amounts in kronor stand after the comma. */
  decimals: 0 | 2
  /** What stands between kronor and öre. */
  oreMark: ',' | ':'
  /** What stands between groups of three digits. */
  grouping: '\u00a0' | '\u2009' | '\u202f' | '.' | ''
  /** In the margin: the number stands in a column of its own, left of the title and the rows. */
  notes: 'single' | 'two_columns' | 'margin'
  /** The first note tells the principles, and how many years things are written off over. */
  noteOfPrinciples: boolean
  noteHead:
    | ('plain' | 'colon' | 'upper' | 'dot' | 'bare' | 'bracket' | 'upper_dot' | 'dash' | 'over' | 'apart')
    | ('number_dot' | 'hyphen' | 'upper_colon' | 'comma' | 'with_nr')
  /** Notes stand together after the statements, or each under the statement that calls for it. */
  notesUnder: 'all_statements' | 'their_statement'
  /** Whether every note has heads over its columns, only the first on a sheet, or each sheet has a line of heads alone. */
  noteHeads: 'each' | 'first' | 'sheet'
  /**
   * Once: over the first table, and over those in another unit. Principles: in the words before the notes. Board: last
   * in its report. Under the title: of statements alone.
   */
  unitLine:
    | ('row' | 'title' | 'comma' | 'within' | 'above' | 'right' | 'head' | 'once' | 'principles')
    | ('board' | 'under_title')
  /** The days that a statement speaks of stand under its title. */
  daysUnderTitle: boolean
  /**
   * A group's figures stand beside those of its parent, each has statements of its own, or throughout also tables of
   * its own within each note.
   */
  entities: 'beside' | 'apart' | 'throughout'
  unitWords:
    | ('short' | 'international' | 'whole' | 'kkr' | 'thousands' | 'capital' | 'counted' | 'thousand' | 'ksek')
    | 'swedish'
  /** Units that the statements are printed in. */
  units: readonly ('kr' | 'tkr')[]
  /** The balance sheet goes on to a second sheet, stays on one, or has its two sides beside each other. */
  balance: 'two_sheets' | 'one_sheet' | 'beside'
  /** What is pledged and vouched for, in rows under the balance sheet: none, in words. */
  pledges: readonly string[]
  /** Each statement begins a sheet, or follows the one before. */
  statements: 'own_sheets' | 'run_on'
  landscape: boolean
  /** Letters before the headings of rows: A., B., C. */
  lettered: boolean
  /** A page after the report tells what the words of accounting mean. */
  glossary: boolean
  /** Two pages lie beside each other on one sheet of the file. */
  spread: boolean
  /** Notes of assets, equity and loans have columns of their own beside the years. */
  wideNotes: boolean
  /** Share of the table's width that labels may take, in percent. */
  labelWidth: number
  /** Share of the sheet's width between the margins that tables take, in percent. */
  tableWidth: number
  /** Where figures stand beside words of several lines. */
  figuresAt: 'bottom' | 'top'
  /** The height of a line, as a multiple of the size of its type. */
  leading: number
  /** The title of a statement stands over it, or in the row of its heads. */
  titleAt: 'above' | 'head'
  /** Figures stand in one column, or lines in an inner and sums in an outer one. */
  amounts: 'one_column' | 'inner_and_outer'
  /** Columns of the year and the one before it, or of the year alone. */
  years: 'both' | 'current'
  /** What a typewriter draws under figures, and under a total. */
  strokes: readonly [string, string]
  /** The same is drawn under the heads of the columns. */
  headStrokes: boolean
  /** Tables and headings are in capitals alone, as a line printer has no others. */
  letters: 'mixed' | 'capitals'
  /** A sentence beside the figures of each note. */
  remarks: 'none' | 'before' | 'after'
  /** Headings of rows are printed larger or spaced apart. */
  sectionStyle: 'italic' | 'bold' | 'upper' | 'underlined' | 'small_caps' | 'levels' | 'ruled' | 'roomy'
  /** Headings and rows stand further in the deeper they lie. */
  indent: 'none' | 'levels'
  /** A note's sum stands under its rows, or over them. */
  noteSums: 'below' | 'above'
  tableOrder: 'result_first' | 'balance_first'
  /** What every sheet but the first has at its edges. */
  furniture:
    | ('plain' | 'typed' | 'software' | 'foot' | 'side' | 'letterhead' | 'corner' | 'signed' | 'diary' | 'firm')
    // A key up the edge, an address at the foot, whose report it is over its page, the page alone
    | ('keyed' | 'address' | 'program' | 'bare')
    // Lines for initials, the sheet's page alone under the file's title, a tab in the margin
    | ('initials' | 'spreadsheet' | 'tab')
    // The day of printing, a line of a list, the page before whose report it is
    | ('printed' | 'listing' | 'piped')
    // Who kept the books at the foot, the year's report in a corner under a coloured line
    | ('bureau' | 'template')
    // Whose report it is in a coloured band across the sheet
    | 'banner'
    // The page behind a coloured stroke, the report and its page in a box, whose report it is between two rules
    | ('stroke' | 'docket' | 'between')
    // The report before its page, an office over whose report it is, a red stroke, a coloured foot, a page in dashes
    | ('slashed' | 'office_head' | 'red_stroke' | 'coloured_foot' | 'dashed_page')
  /** CSS pixels. */
  margins: { top: number; right: number; bottom: number; left: number }
  /** The house's own words for the usual ones; `{year}` and `{day}` are those of the year's end, `{start}` its first day. */
  words: Readonly<Record<string, string>>
  /** What companies and associations that print so do their own way in their statements. */
  habits: Partial<CompanyWording>
  /** Accounts that they keep in place of those of their kind. */
  accounts: Partial<CompanyAccounts>
  /** And bodies of coordination in theirs. */
  coordinationHabits: Partial<CoordinationWording>
  /** And federations of municipalities. */
  federationHabits: Partial<FederationWording>
}

/** What a family has where it says nothing else. */
export const PLAIN_FAMILY: Family = {
  name: 'plain',
  split: 'train',
  kinds: ['coordination', 'housing', 'company', 'group', 'foundation', 'cooperative', 'federation'],
  bodies: [],
  era: [1996, 2022],
  font: 'Liberation Serif',
  size: 14,
  table: 'borderless',
  sums: 'bold',
  headings: 'plain',
  numbered: false,
  noteColumn: 'number',
  noteColumnHead: 'Not',
  noteAt: 'after_label',
  yearHead: 'year',
  varianceHead: 'Avvikelse',
  varianceOfResult: 'none',
  order: 'current_first',
  minus: 'hyphen',
  zero: '0',
  figureEnd: '',
  decimals: 0,
  oreMark: ',',
  grouping: '\u00a0',
  notes: 'single',
  noteOfPrinciples: false,
  notesUnder: 'all_statements',
  noteHead: 'plain',
  noteHeads: 'each',
  unitLine: 'row',
  daysUnderTitle: false,
  entities: 'beside',
  unitWords: 'short',
  units: ['kr', 'tkr'],
  labelWidth: 56,
  tableWidth: 100,
  figuresAt: 'bottom',
  leading: 1.35,
  titleAt: 'above',
  amounts: 'one_column',
  years: 'both',
  strokes: ['-', '='],
  headStrokes: false,
  letters: 'mixed',
  remarks: 'none',
  sectionStyle: 'italic',
  balance: 'two_sheets',
  pledges: [],
  statements: 'own_sheets',
  landscape: false,
  lettered: false,
  glossary: false,
  spread: false,
  wideNotes: false,
  indent: 'none',
  noteSums: 'below',
  tableOrder: 'result_first',
  furniture: 'plain',
  margins: { top: 84, right: 80, bottom: 70, left: 80 },
  words: {},
  habits: {},
  accounts: {},
  coordinationHabits: {},
  federationHabits: {},
}
