import { Status, Verdict } from '../../model/check.js'
import { ReportKind, Scenario, StatementKind, Unit } from '../../model/report.js'
import { filled, optional, type ViewColumn } from '../../model/view.js'

const units = Unit.options
const statements = StatementKind.options

/** The report that a row belongs to. */
export const reportId = filled('report_id', 'string', '49a7b04c3dfd284b', 'The report that the row belongs to.')

/** The file, by name and by content. */
export const documentColumns: readonly ViewColumn[] = [
  filled('document', 'string', '001_sofint_2020.txt', 'File name as received.'),
  filled(
    'sha256',
    'string',
    'b95ee282424e07daff431d229e7d612a3d03081e36ef3261d30e75c157852821',
    'Hash of the file’s bytes: the same for the same content, whatever its name.',
  ),
]

/** Whose report it is. */
export const organisation = optional(
  'organisation',
  'string',
  'Samordningsförbundet i Norra Örebro län, SOFINT',
  'Whose report: one canonical name for all of an organisation’s reports.',
)

/** The registration number, where any report of the organisation prints it. */
export const orgNumber = optional(
  'org_number',
  'string',
  '222000-1818',
  'Swedish organisation number; from another report of the same organisation where this one does not print it.',
)

/** What kind of report it is. */
export const reportKind = filled('kind', 'string', 'annual', 'Whole year, part of a year, or an appendix.', {
  values: ReportKind.options,
})

/** The end of the report's own period. */
export const reportPeriodEnd = optional('report_period_end', 'date', '2020-12-31', 'End of the report’s own period.')

/** The 1-based page. */
export const page = filled('page', 'integer', 20, 'Page of the document where it is printed, counted from 1.')

/** The kind of table. */
export const statement = filled('statement', 'string', 'income_statement', 'Kind of table.', { values: statements })

/** The printed unit of an amount. */
export const unit = filled('unit', 'string', 'tkr', 'Unit as printed; `tkr` is thousands, `mkr` millions of kronor.', {
  values: units,
})

/** Whether an amount is outcome, budget, variance or forecast. */
export const scenario = filled('scenario', 'string', 'actual', 'What the column holds.', { values: Scenario.options })

/** The statement that a row of a report belongs to, its place in it, and its words. */
export const rowColumns: readonly ViewColumn[] = [
  optional('section', 'string', 'Omsättningstillgångar', 'Heading over the row within its table.'),
  filled('role', 'string', 'line', 'Whether the row is a line or sums others.', {
    values: ['line', 'subtotal', 'total'],
  }),
  optional(
    'label',
    'string',
    'Verksamhetens kostnader',
    'The row’s own printed words, what the reader damaged mended.',
  ),
]

/** The taxonomy's id of a line. */
export const concept = optional(
  'concept',
  'string',
  'operating_expenses',
  'Which line it is, whatever the words: an id that is stable; empty where it is not known.',
)

/** How sure a figure is. */
export function status(name: string, meaning: string): ViewColumn {
  return filled(name, 'string', 'verified', meaning, { values: Status.options })
}

/** How a check came out. */
export const verdict = filled(
  'verdict',
  'string',
  'ok',
  '`rounding`: differs by no more than rounding of the printed figures allows; `repaired`: holds once the listed repairs are made; `incomplete`: a term is missing.',
  { values: Verdict.options },
)

/** A number of things, never empty. */
export function count(name: string, example: number, meaning: string, unit: string): ViewColumn {
  return filled(name, 'integer', example, meaning, { unit })
}
