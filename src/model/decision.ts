import { z } from 'zod'
import { Box } from './page.js'
import { Role, Scenario } from './report.js'

/**
 * Where a figure stands, so that it is found again however it is read: by its place on the page, and where a text has
 * no places, by what is printed in its row.
 */
export const FigureAnchor = z
  .object({
    page: z.int().positive(),
    box: Box.nullable(),
    /** What was read; null for an empty cell, where a figure was missed: it is found by its row and column. */
    raw: z.string().nullable(),
    /** The row's label exactly as read. */
    label: z.string().nullable(),
    /** What was read in each column of the row; null where nothing is printed. */
    row: z.array(z.string().nullable()).readonly(),
    column: z.int().nonnegative(),
    /** The how-manieth of `of` figures on the page that are alike in all of that, from 0. */
    nth: z.int().nonnegative(),
    of: z.int().positive(),
  })
  .readonly()
export type FigureAnchor = z.infer<typeof FigureAnchor>

/** A change to a figure that the program had made or offered when a person decided. */
export const Offer = z
  .object({ before: z.int(), after: z.int(), fault: z.string(), cost: z.number(), margin: z.number() })
  .readonly()
export type Offer = z.infer<typeof Offer>

const settled = {
  anchor: FigureAnchor,
  amount: z.int(),
  decimals: z.int().min(0).max(6),
  offers: z.array(Offer).readonly().default([]),
}
// 2020-12-31
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const Text = z.string().trim().min(1).max(300)
const Page = z.int().positive()

/** What a person decided; `accept`, `correct` and `printed_so` say what stands on paper. */
export const Ruling = z.discriminatedUnion('kind', [
  /** The amount is as the program has it. */
  z.object({ kind: z.literal('accept'), ...settled }),
  /** The amount is another, or stands where none was read. */
  z.object({ kind: z.literal('correct'), ...settled }),
  /** The amount is as read, and what does not add up is the document's own fault. */
  z.object({ kind: z.literal('printed_so'), ...settled }),
  z.object({ kind: z.literal('relabel'), anchor: FigureAnchor, label: Text }),
  z.object({ kind: z.literal('rerole'), anchor: FigureAnchor, role: Role }),
  /** The figure, or with `whole` its column, belongs to another column; what stands there changes places with it. */
  z.object({
    kind: z.literal('move_column'),
    anchor: FigureAnchor,
    to: z.object({
      column: z.int().nonnegative(),
      label: z.string().nullable(),
      periodEnd: z.string().nullable(),
      scenario: Scenario,
    }),
    whole: z.boolean().optional(),
  }),
  /** The column in which a figure was read is of this date. */
  z.object({ kind: z.literal('set_column'), anchor: FigureAnchor, periodEnd: Day, scenario: Scenario }),
  /** The report that holds a page is this organisation's. */
  z.object({
    kind: z.literal('set_organisation'),
    page: Page,
    organisation: Text,
    orgNumber: z
      .string()
      // 222000-1776
      .regex(/^\d{6}-\d{4}$/)
      .nullable(),
  }),
  /** The report that holds a page is of this period. */
  z.object({ kind: z.literal('set_period'), page: Page, periodStart: Day.nullable(), periodEnd: Day }),
  z.object({ kind: z.literal('undo'), decision: z.string() }),
])
export type Ruling = z.infer<typeof Ruling>

/** One decision as it stands in the log, which is only ever added to. */
export const Decision = z
  .object({
    /** From all the rest, so that the same event has the same id wherever it is replayed. */
    id: z.string().regex(/^[0-9a-f]{16}$/),
    /** To the millisecond, UTC; the order of the log. */
    at: z.iso.datetime(),
    by: z.string(),
    /** Of the document's bytes. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    ruling: Ruling,
  })
  .readonly()
export type Decision = z.infer<typeof Decision>

/** Where a decision was found to belong the last time its document was settled. */
export interface DecisionPlace {
  readonly decision: string
  readonly state: 'applied' | 'superseded' | 'undone' | 'not found'
  /** Of the report and the figure that it changes; null where there is none. */
  readonly reportId: string | null
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null
}
