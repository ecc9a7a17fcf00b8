import { filled, optional, type View, type ViewColumn } from '../../model/view.js'
import {
  concept,
  count,
  documentColumns,
  organisation,
  orgNumber,
  page,
  reportId,
  reportKind,
  reportPeriodEnd,
  rowColumns,
  statement,
  status,
  unit,
} from './common-columns.js'

const ofReport = ['report_id', 'reports', 'report_id'] as const
const factId = (name: string, meaning: string, example: string): ViewColumn => filled(name, 'string', example, meaning)
const money = { ...unit, meaning: 'Unit as printed, which says how exact the figure is.', values: ['kr', 'tkr', 'mkr'] }

/** The view `series`. */
export const series: View = {
  name: 'series',
  rowFor: 'a row for each organisation, statement, concept and period',
  about:
    'One figure through the years: from the period’s own report, else from the comparatives of the next one. Breaks are flagged, so that `where breaks is null` is what may be compared as it stands. A line that one statement prints twice with different amounts is left out, and so are later versions of the same report.',
  key: ['organisation', 'org_number', 'kind', 'statement', 'concept', 'period_end'],
  order: ['organisation', 'org_number', 'kind', 'statement', 'concept', 'period_end'],
  references: [ofReport, ['fact_id', 'facts', 'fact_id']],
  columns: [
    organisation,
    orgNumber,
    reportKind,
    { ...statement, values: ['income_statement', 'balance_sheet', 'cash_flow'] },
    { ...concept, optional: false, meaning: 'Which line it is, whatever the words: an id that is stable.' },
    filled('period_end', 'date', '2020-12-31', 'Last day of the period, or balance date.'),
    filled('amount_sek', 'integer', -3970640, 'The figure, with its printed sign.', { unit: 'kr' }),
    filled(
      'accuracy_sek',
      'number',
      0.5,
      'Half the printed unit, and half a krona at least: `amount_sek` is known to ± this much.',
      { unit: 'kr' },
    ),
    money,
    status('status', 'How sure the figure is.'),
    filled('source', 'string', 'own', 'Whether the period’s own report prints it, or a later one as comparative.', {
      values: ['own', 'comparative'],
    }),
    optional(
      'breaks',
      'string',
      'restated,unit',
      'Joined by commas: `restated`, `regrouped`, `unsure` (see `later_print`), `missing_year` (see `missing_years`), `period` (the year ends on another day than the year before), `unit` (printed in another unit than the year before).',
    ),
    optional(
      'later_print',
      'string',
      'same',
      'What the next report prints for the same period: the `same`, another figure that its checks confirm (`restated`), such a figure while the statement’s total stands (`regrouped`), or another where nothing confirms one of the two, so that one may be misread (`unsure`). Empty where no later report prints it.',
      { values: ['same', 'restated', 'regrouped', 'unsure'] },
    ),
    optional('later_sek', 'integer', -3965000, 'What the next report prints, where it is not the same.', {
      unit: 'kr',
    }),
    optional('later_fact_id', 'string', '98f0900ebcb61b3b', 'That figure.'),
    optional('previous_period_end', 'date', '2019-12-31', 'The period before it in the series.'),
    optional('missing_years', 'integer', 0, 'Whole years between the two for which nothing is stored.', {
      unit: 'years',
    }),
    rowColumns[2]!,
    reportId,
    factId('fact_id', 'The figure in `facts`.', '32271f10f0674384'),
    ...documentColumns,
    page,
  ],
}

const places: readonly (readonly [string, string, number])[] = [
  ['this_year', 'The report’s own period', -3970640],
  ['last_year', 'The period a year before', -3181444],
  ['budget', 'Budget', -4636000],
  ['variance', 'Variance against budget', 664000],
  ['forecast', 'Forecast', -4100000],
]

/** The view `statement_pivot`. */
export const statementPivot: View = {
  name: 'statement_pivot',
  rowFor: 'a row for each printed row of money',
  about:
    'Statements as they are printed, with periods and budget side by side in whole kronor. A place is empty where nothing is printed, and where several columns of a row share it (a note with a column for each kind of asset). Overviews of many years are in `facts` only.',
  key: ['report_id', 'table_no', 'row_no'],
  order: ['document', 'sha256', 'report_id', 'table_no', 'row_no'],
  references: [ofReport, ...places.map(([name]) => [`${name}_fact_id`, 'facts', 'fact_id'] as const)],
  columns: [
    reportId,
    ...documentColumns,
    organisation,
    orgNumber,
    reportPeriodEnd,
    statement,
    optional('note', 'string', '8a', 'The note’s number, digits and letter only; for notes only.'),
    filled('table_no', 'integer', 8, 'The table within the report, in reading order, from 1.'),
    optional('table_title', 'string', 'Resultaträkning', 'Title over the table.'),
    filled('row_no', 'integer', 2, 'The row within the table, from 1.'),
    page,
    ...rowColumns,
    concept,
    optional('note_ref', 'string', '2', 'The note that the row points to; several are joined by a comma.'),
    money,
    ...places.flatMap(([name, meaning, example]): ViewColumn[] => [
      optional(name, 'integer', example, `${meaning}.`, { unit: 'kr' }),
      { ...status(`${name}_status`, 'How sure that figure is.'), optional: true },
      optional(`${name}_fact_id`, 'string', '32271f10f0674384', 'That figure among the facts.'),
    ]),
  ],
}

/** The view `key_figures`. */
export const keyFigures: View = {
  name: 'key_figures',
  rowFor: 'a row for each report and key figure',
  about:
    'Computed from the statements, with the bounds that rounding of the printed figures leaves: the true figure lies between `low` and `high` if both figures are read right, which `status` tells.',
  key: ['report_id', 'key_figure'],
  order: ['document', 'sha256', 'report_id', 'key_figure'],
  references: [ofReport, ['numerator_fact_id', 'facts', 'fact_id'], ['denominator_fact_id', 'facts', 'fact_id']],
  columns: [
    organisation,
    orgNumber,
    reportKind,
    filled('period_end', 'date', '2020-12-31', 'Last day of the report’s own period.'),
    filled(
      'key_figure',
      'string',
      'equity_ratio',
      '`equity_ratio` (soliditet): equity / total assets; `current_ratio` (balanslikviditet): current assets / current liabilities; `net_margin`: net result / revenue. Equity is as the balance sheet prints it, with no part of untaxed reserves.',
      { values: ['equity_ratio', 'current_ratio', 'net_margin'] },
    ),
    filled('value', 'number', 59.0512, 'From the printed figures, to four decimals.', { unit: '%' }),
    filled('low', 'number', 59.0511, 'The least that it can be.', { unit: '%' }),
    filled('high', 'number', 59.0512, 'The most that it can be.', { unit: '%' }),
    filled('unit', 'string', '%', 'Of the three.', { values: ['%'] }),
    status('status', 'That of the less sure of its two figures.'),
    optional('printed', 'number', 59, 'What the report itself prints as its soliditet.', { unit: '%' }),
    optional('printed_fact_id', 'string', 'f8ff4ecddcfe7023', 'That figure.'),
    reportId,
    factId('numerator_fact_id', 'The figure that is divided.', '404b9ea3e587a681'),
    factId('denominator_fact_id', 'The figure that it is divided by.', '4f72275c488b1b7b'),
    ...documentColumns,
  ],
}

/** The view `quality`. */
export const quality: View = {
  name: 'quality',
  rowFor: 'a row for each file ever met',
  about: 'How well a document was read, in numbers. A duplicate has none of its own.',
  key: ['document', 'sha256'],
  order: ['document', 'sha256'],
  columns: [
    documentColumns[0]!,
    { ...documentColumns[1]!, optional: true },
    filled('state', 'string', 'done', 'What became of the file, as in `documents`.'),
    optional('pages', 'integer', 24, 'Number of pages.', { unit: 'pages' }),
    count('reports', 1, 'Reports found in it.', 'reports'),
    count('amounts', 199, 'Amounts read.', 'amounts'),
    count('verified', 157, 'Of them confirmed as read.', 'amounts'),
    count('repaired', 0, 'Of them changed, with proof.', 'amounts'),
    count('reviewed', 0, 'Of them settled by a person.', 'amounts'),
    count('unverified', 36, 'Of them neither confirmed nor contradicted.', 'amounts'),
    count('suspect', 6, 'Of them in doubt.', 'amounts'),
    optional('sure_share', 'number', 0.7889, 'Verified, repaired and reviewed, of all.', { unit: '0 to 1' }),
    count('without_label', 0, 'Amounts of which the label is not known.', 'amounts'),
    count('without_period', 6, 'Amounts of which the period is not known.', 'amounts'),
    optional('mean_confidence', 'number', 0.9098, 'The reader’s own, of the readings.', { unit: '0 to 1' }),
    count('checks_ok', 76, 'Checks that hold exactly.', 'checks'),
    count('checks_rounding', 6, 'Checks that hold within rounding.', 'checks'),
    count('checks_repaired', 0, 'Checks that hold once repairs are made.', 'checks'),
    count('checks_mismatch', 0, 'Checks that do not hold.', 'checks'),
    count('checks_incomplete', 0, 'Checks that lack a term.', 'checks'),
    count('repairs_proposed', 0, 'Changes offered to a person.', 'repairs'),
  ],
}
