import { z } from 'zod'
import { Scenario, StatementKind, Unit } from './report.js'

/** Points at one amount of one report: indexes into `tables`, `rows`, `cells`. */
export const CellRef = z
  .object({ table: z.int().nonnegative(), row: z.int().nonnegative(), column: z.int().nonnegative() })
  .readonly()
export type CellRef = z.infer<typeof CellRef>

export const Rule = z.enum([
  'statement_sum',
  'balance',
  'result_in_equity',
  'opening_equity',
  'note_sum',
  'note_to_statement',
  'cash_flow',
  'cash_to_balance',
  'cross_statement',
  'cross_year',
  'variance',
  'balance_change',
  'key_figure',
  'organisation_number',
  'funding_shares',
  'prose',
])
export type Rule = z.infer<typeof Rule>

export const Verdict = z.enum(['ok', 'rounding', 'repaired', 'mismatch', 'incomplete'])
export type Verdict = z.infer<typeof Verdict>

/** One term of a check: `sign · multiplier` times the amount at `cell`. */
export const Term = z.object({ cell: CellRef, sign: z.union([z.literal(1), z.literal(-1)]) }).readonly()
export type Term = z.infer<typeof Term>

/**
 * One identity that was tried. `expected` is the printed total, closing or own figure, `actual` what its terms or its
 * counterpart give; both in the table's printed unit, in whole kronor where units are mixed.
 */
export const Check = z
  .object({
    rule: Rule,
    subject: z.string(),
    statement: StatementKind.nullable(),
    note: z.string().nullable(),
    periodEnd: z.string().nullable(),
    scenario: Scenario,
    expected: z.number().nullable(),
    actual: z.number().nullable(),
    difference: z.number().nullable(),
    tolerance: z.number(),
    unit: Unit,
    verdict: Verdict,
    explanation: z.string(),
    /** The amount that is `expected`; null where it is not an amount of this report. */
    subjectCell: CellRef.nullable(),
    /** The amounts that make `actual`, in this report. */
    terms: z.array(Term).readonly(),
    /** Whether an `ok` here is proof: false where it could not have failed, or the structure was found by trial. */
    confirms: z.boolean(),
    /** Report id and cell of the counterpart in another report (`cross_year`, `opening_equity`). */
    other: z.object({ reportId: z.string(), cell: CellRef }).readonly().nullable().default(null),
  })
  .readonly()
export type Check = z.infer<typeof Check>

/** A digit or sign changed, or offered for change, to what no reading shows. */
export const Repair = z
  .object({
    cell: CellRef,
    before: z.int(),
    after: z.int(),
    /** How the reader is thought to have erred, e.g. `leading digit lost`. */
    fault: z.string(),
    /** Indexes into the report's checks that hold only with the repair. */
    evidence: z.array(z.int().nonnegative()).readonly(),
    cost: z.number(),
    /** Cost of the next best explanation less the cost of this one. */
    margin: z.number(),
    decision: z.enum(['auto', 'proposed', 'accepted', 'rejected']),
    /** When a person decided; absent where none did. */
    decidedAt: z.string().optional(),
  })
  .readonly()
export type Repair = z.infer<typeof Repair>

export const Status = z.enum(['verified', 'repaired', 'reviewed', 'unverified', 'suspect'])
export type Status = z.infer<typeof Status>

/** The cells of its own report that take part in a check, that of its subject first. */
export function cellsOf({ subjectCell, terms }: Pick<Check, 'subjectCell' | 'terms'>): CellRef[] {
  return [...(subjectCell ? [subjectCell] : []), ...terms.map(({ cell }) => cell)]
}
