import { z } from 'zod'
import { Box } from './page.js'

/** Kinds of table, as the public contract names them. */
export const StatementKind = z.enum([
  'income_statement',
  'balance_sheet',
  'cash_flow',
  'note',
  'operating_statement',
  'multi_year',
  'other',
])
export type StatementKind = z.infer<typeof StatementKind>

/** Kinds of table that have the report's own periods over their columns. */
export const ACCOUNTS: ReadonlySet<StatementKind> = new Set<StatementKind>([
  'income_statement',
  'balance_sheet',
  'cash_flow',
  'note',
])

export const Unit = z.enum(['kr', 'tkr', 'mkr', '%', 'count'])
export type Unit = z.infer<typeof Unit>

/** Whether a unit is one of money. */
export function isMoney(unit: Unit): boolean {
  return unit !== '%' && unit !== 'count'
}

export const Scenario = z.enum(['actual', 'budget', 'variance', 'forecast'])
export type Scenario = z.infer<typeof Scenario>

export const Role = z.enum(['line', 'subtotal', 'total'])
export type Role = z.infer<typeof Role>

/** One printed amount. */
export const Amount = z
  .object({
    /** The printed digits as an integer with its sign, in the table's unit; `decimals` of them stand after the comma. */
    value: z.int(),
    decimals: z.int().min(0).default(0),
    /** Exactly what was read; never changed by anything. */
    raw: z.string(),
    page: z.int().positive(),
    /** Where it stands on the page; null for plain text. */
    box: Box.nullable(),
    /** 0..1, of the reading. */
    confidence: z.number().min(0).max(1),
    /** Other values that the reader held possible for the same patch of picture. */
    alternatives: z.array(z.int()).readonly().default([]),
    /** A second reading of the same picture: it agrees, it gave another value, or none was made. */
    second: z.int().nullable().default(null),
    /** What each further look at the figure by itself gave, null where it gave none; absent where none was taken. */
    again: z.array(z.int().nullable()).readonly().optional(),
    /** Taken from a text layer that proved itself: its digits were never read from a picture. */
    typed: z.boolean().default(false),
    /** Reasons to doubt the reading itself (a column or period that was inferred, say); empty when there are none. */
    doubts: z.array(z.string()).readonly().default([]),
    /** Set where a person settled it: `printed so` where what does not add up is the document's own fault. */
    reviewed: z.enum(['settled', 'printed so']).optional(),
  })
  .readonly()
export type Amount = z.infer<typeof Amount>

export const Column = z
  .object({
    /** The head as printed; null where the column has none. */
    label: z.string().nullable(),
    /** ISO date of the end of the period (or the balance date); null if it could not be told. */
    periodEnd: z.string().nullable(),
    scenario: Scenario,
    /** Overrides the table's unit, e.g. `%` in a column of shares. */
    unit: Unit.nullable().default(null),
  })
  .readonly()
export type Column = z.infer<typeof Column>

export const Row = z
  .object({
    /** The row's own words, mended; null if it has none or they cannot be told. */
    label: z.string().nullable(),
    /** The label exactly as read. */
    labelRaw: z.string().nullable(),
    /** Heading over the row within its table. */
    section: z.string().nullable(),
    role: Role,
    /** Taxonomy id, snake_case; null if unknown. */
    concept: z.string().nullable(),
    /** The note that the row points to, e.g. `4` or `8a`; several are joined by a comma. */
    noteRef: z.string().nullable(),
    /** Overrides the table's unit, e.g. `%` or `count` in a row of an overview. */
    unit: Unit.nullable().default(null),
    /** One entry a column; null where nothing is printed. */
    cells: z.array(Amount.nullable()).readonly(),
  })
  .readonly()
export type Row = z.infer<typeof Row>

/** A row that is said to be the sum of others; each column is to hold it by itself. */
export const Sum = z
  .object({
    /** Index of the row that is the sum. */
    row: z.int().nonnegative(),
    terms: z
      .array(z.object({ row: z.int().nonnegative(), sign: z.union([z.literal(1), z.literal(-1)]) }).readonly())
      .readonly(),
    /** How the structure is known: the row calls itself a sum, a form of law says so, or only the figures do. */
    basis: z.enum(['label', 'form', 'figures']),
    /** Index of the only column that the structure is for; absent when it is for all. */
    column: z.int().nonnegative().optional(),
  })
  .readonly()
export type Sum = z.infer<typeof Sum>

export const Table = z
  .object({
    kind: StatementKind,
    /** The note's number, digits and letter only, for kind `note`; else null. */
    note: z.string().nullable(),
    title: z.string().nullable(),
    unit: Unit,
    /** 1-based page where the table begins. */
    page: z.int().positive(),
    columns: z.array(Column).readonly(),
    rows: z.array(Row).readonly(),
    sums: z.array(Sum).readonly(),
  })
  .readonly()
export type Table = z.infer<typeof Table>

/** A sum of money quoted in running text. */
export const ProseFigure = z
  .object({ value: z.int(), unit: Unit, raw: z.string(), page: z.int().positive(), sentence: z.string() })
  .readonly()
export type ProseFigure = z.infer<typeof ProseFigure>

export const ReportKind = z.enum(['annual', 'interim', 'appendix'])
export type ReportKind = z.infer<typeof ReportKind>

/** The issue of a report that prints no unit, and figures so small that they may be kronor or thousands of them. */
export const UNTOLD_UNIT = 'no unit is printed'

/** The doubt of a figure whose note's number was not read: what adds up says nothing of the number. */
export const UNTOLD_NOTE = 'the number of its note was not read: it is told by what stands around it'

/** The doubt of a figure in a table whose rows or columns are those of another statement. */
export const UNTOLD_STATEMENT = 'its table seems to be another statement than its heading says'

/** The doubt of a figure whose column says no period. */
export const UNTOLD_PERIOD = 'the heads do not tell the period of its column'

/** The doubt of a figure with a dash in a column of dashes before it: sums close as well with its sign turned. */
export const DASH_BEFORE = 'a dash that stands apart before it may be its sign'

/** The doubt of a figure on a page of two columns that were not told apart: what adds up may be another note's. */
export const ABREAST = 'its page seems to hold two columns, and was read as one'

/** The doubt of a figure whose label was torn: what adds up says nothing of whose it is. */
export const UNTOLD_LABEL = 'its label goes on in words that were not put to it'

/** The doubts that no sum can take from a figure. */
export const BEYOND_SUMS: readonly string[] = [UNTOLD_NOTE, UNTOLD_STATEMENT, UNTOLD_LABEL, DASH_BEFORE, ABREAST]

/** The doubt of a figure whose column has no date of its own over it. */
export const BORROWED_PERIOD = 'the period of its column is taken from the other tables of the report'

/** The doubt of a figure whose table has no unit of its own over it. */
export const ASSUMED_UNIT = 'its table prints no unit, and others of the report another one'

/** One report found in a document. */
export const Report = z
  .object({
    organisation: z.string().nullable(),
    /** `NNNNNN-NNNN` as printed in this report; null if it is not. */
    orgNumber: z.string().nullable(),
    kind: ReportKind,
    periodStart: z.string().nullable(),
    periodEnd: z.string().nullable(),
    firstPage: z.int().positive(),
    lastPage: z.int().positive(),
    tables: z.array(Table).readonly(),
    prose: z.array(ProseFigure).readonly(),
    issues: z.array(z.string()).readonly(),
  })
  .readonly()
export type Report = z.infer<typeof Report>
