import { Rule } from '../../model/check.js'
import { filled, optional, type View } from '../../model/view.js'
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
  scenario,
  statement,
  status,
  unit,
  verdict,
} from './common-columns.js'

const ofReport = ['report_id', 'reports', 'report_id'] as const

/** The view `documents`. */
export const documents: View = {
  name: 'documents',
  rowFor: 'a row for each file ever met',
  about: 'Every file has an outcome here, with a reason where it is not `done`.',
  key: ['document', 'sha256'],
  order: ['document', 'sha256'],
  columns: [
    documentColumns[0]!,
    { ...documentColumns[1]!, optional: true },
    filled('state', 'string', 'done', 'What became of the file; a `duplicate` has the bytes of another file.', {
      values: 'queued processing done partial failed rejected encrypted duplicate vanished'.split(' '),
    }),
    optional('reason', 'string', 'same bytes as 001_sofint_2020.txt', 'Why it is not `done`.'),
    optional('media_type', 'string', 'text/plain', 'What its content is, whatever its name.'),
    optional('pages', 'integer', 24, 'Number of pages.', { unit: 'pages' }),
    filled('first_seen', 'datetime', '2026-01-31T08:32:01Z', 'When the file was met for the first time.'),
    optional('finished', 'datetime', '2026-01-31T08:32:02Z', 'When its content was last read to the end.'),
  ],
}

/** The view `reports`. */
export const reports: View = {
  name: 'reports',
  rowFor: 'a row for each report found',
  about: 'A file may hold several reports, such as an annual report and its appendix.',
  key: ['report_id'],
  order: ['document', 'sha256', 'first_page', 'report_id'],
  columns: [
    filled('report_id', 'string', '49a7b04c3dfd284b', 'Key, from the document’s content and the report’s place in it.'),
    ...documentColumns,
    organisation,
    orgNumber,
    reportKind,
    optional('period_start', 'date', '2020-01-01', 'First day of the report’s own period.'),
    optional('period_end', 'date', '2020-12-31', 'Last day of the report’s own period.'),
    filled('first_page', 'integer', 1, 'Where it begins in the document, counted from 1.'),
    filled('last_page', 'integer', 24, 'Where it ends in the document.'),
    count('pages', 24, 'Number of pages.', 'pages'),
    filled('outcome', 'string', 'reconciled', '`differs`: some check does not hold; `incomplete`: a term is missing.', {
      values: ['reconciled', 'differs', 'incomplete', 'failed'],
    }),
    count('checks_ok', 76, 'Checks that hold exactly.', 'checks'),
    count('checks_rounding', 6, 'Checks that hold within rounding.', 'checks'),
    count('checks_repaired', 0, 'Checks that hold once repairs are made.', 'checks'),
    count('checks_mismatch', 0, 'Checks that do not hold.', 'checks'),
    count('checks_incomplete', 0, 'Checks that lack a term.', 'checks'),
    optional(
      'probable_duplicate_of',
      'string',
      '9b41c7d2f0a86e35',
      'The first of the reports of the same organisation, kind and period in other files; empty for the first itself.',
    ),
  ],
}

/** The view `facts`. */
export const facts: View = {
  name: 'facts',
  rowFor: 'a row for each printed amount',
  about: 'The tidy form: one figure a row, with where it was read, what was read, what it is and how sure it is.',
  key: ['fact_id'],
  order: ['document', 'sha256', 'report_id', 'table_no', 'row_no', 'column_no'],
  references: [ofReport],
  columns: [
    filled('fact_id', 'string', '32271f10f0674384', 'Key, from the report and the figure’s place in it.'),
    reportId,
    filled('table_no', 'integer', 8, 'The table within the report, in reading order, from 1.'),
    ...documentColumns,
    page,
    ...(['x0', 'y0', 'x1', 'y1'] as const).map((name, index) =>
      optional(
        name,
        'number',
        [0.52517, 0.22595, 0.5781, 0.23664][index]!,
        `${['Left', 'Top', 'Right', 'Bottom'][index]} edge of the figure on the page, from the top left; empty where the source is plain text.`,
        { unit: `fraction of the page’s ${index % 2 === 0 ? 'width' : 'height'}` },
      ),
    ),
    organisation,
    orgNumber,
    reportPeriodEnd,
    statement,
    optional('note', 'string', '8a', 'The note’s number, digits and letter only; for notes only.'),
    optional('table_title', 'string', 'Resultaträkning', 'Title over the table.'),
    rowColumns[0]!,
    filled('row_no', 'integer', 2, 'The row within the table, from 1.'),
    ...rowColumns.slice(1),
    optional('label_raw', 'string', 'Verksarnhetens kostnader', 'The label exactly as read.'),
    concept,
    optional('note_ref', 'string', '2', 'The note that the row points to; several are joined by a comma.'),
    filled('column_no', 'integer', 1, 'The column within the table, from 1.'),
    optional('column_label', 'string', 'Bokslut 2020', 'Head of the column as printed.'),
    optional('period_end', 'date', '2020-12-31', 'Date of the column: end of its period, or its balance date.'),
    scenario,
    filled('amount', 'integer', -3971, 'The printed digits as an integer with its sign.', { unit: 'see `unit`' }),
    filled('decimals', 'integer', 0, 'How many of the digits stand after the comma.', { unit: 'digits' }),
    unit,
    optional('amount_sek', 'integer', -3971000, 'The amount in whole kronor; empty for what is not money.', {
      unit: 'kr',
    }),
    optional(
      'raw_text',
      'string',
      '-3 971',
      'Exactly what was read; never changed by anything. Empty for a figure that was missed and a person added.',
    ),
    status('status', 'How sure the figure is; see the table of statuses in the README.'),
    count('confirmations', 3, 'How many independent checks confirm it.', 'checks'),
    filled('confidence', 'number', 0.97, 'The reader’s own, of the reading; it decides nothing.', { unit: '0 to 1' }),
    filled('doubts', 'json', '["the period is inferred"]', 'Reasons to doubt the reading itself: a list of sentences.'),
    optional('amount_low', 'integer', -3977, 'The least that it may be on paper: the amount itself where it is sure.', {
      unit: 'see `unit`',
    }),
    optional('amount_high', 'integer', -3971, 'The greatest that it may be; empty where nothing bounds it.', {
      unit: 'see `unit`',
    }),
  ],
}

/** The view `checks`. */
export const checks: View = {
  name: 'checks',
  rowFor: 'a row for each check made',
  about:
    'Each identity that the bookkeeping must satisfy, and whether it does. A figure stands for itself ± half its unit.',
  key: ['check_id'],
  order: ['document', 'report_id', 'check_id'],
  references: [ofReport],
  columns: [
    filled('check_id', 'string', '7d3893d924961ed8', 'Key, from the report and what is checked.'),
    reportId,
    documentColumns[0]!,
    organisation,
    reportPeriodEnd,
    filled('rule', 'string', 'statement_sum', 'Which identity.', { values: Rule.options }),
    filled('subject', 'string', 'Verksamhetens nettokostnader', 'Label of the row that is checked.'),
    { ...statement, optional: true },
    optional('note', 'string', '4', 'The note’s number, for the rules about notes.'),
    optional('period_end', 'date', '2020-12-31', 'Date of the column that is checked.'),
    scenario,
    optional('expected', 'number', 146086, 'The printed total, closing or own figure.', { unit: 'see `unit`' }),
    optional('actual', 'number', 146087, 'What its terms or its counterpart give.', { unit: 'see `unit`' }),
    optional('difference', 'number', -1, '`expected` less `actual`.', { unit: 'see `unit`' }),
    filled('tolerance', 'number', 4, 'What rounding of the printed figures allows.', { unit: 'see `unit`' }),
    { ...unit, meaning: 'Unit of the four: as printed, `kr` where units are mixed.' },
    verdict,
    filled('explanation', 'string', 'the rows add up to 146 087 kr …', 'The same in a sentence.'),
    optional('fact_id', 'string', '30ce561d14fd28af', 'The figure that is `expected`, if it is one of the report.'),
  ],
}

/** The view `repairs`. */
export const repairs: View = {
  name: 'repairs',
  rowFor: 'a row for each amount changed, or offered for change',
  about: 'A repair changes a digit or a sign to what no reading shows, where the evidence leaves one explanation.',
  key: ['repair_id'],
  order: ['fact_id', 'repair_id'],
  references: [['fact_id', 'facts', 'fact_id']],
  columns: [
    filled('repair_id', 'string', '35fcbbb668faf1e2', 'Key, from the figure and what it is changed to.'),
    filled('fact_id', 'string', '28bb859017a2a3b7', 'The figure.'),
    filled('raw_text', 'string', '244 578', 'What was read.'),
    filled('amount_before', 'integer', 244578, 'The amount as read.', { unit: 'the figure’s' }),
    filled('amount_after', 'integer', 4244578, 'The amount as mended, or as offered.', { unit: 'the figure’s' }),
    filled(
      'evidence',
      'json',
      '{"fault":"leading digit lost","checks":["f5e4939ec85c6144"]}',
      'How the reader is thought to have erred, the checks that hold only so, second readings, other reports.',
    ),
    filled('cost', 'number', 1, 'How unlikely the misreading is; small is likely.', { unit: 'cost' }),
    filled('margin', 'number', 4, 'To the next best explanation; made by itself only where this is large.', {
      unit: 'cost',
    }),
    filled('decision', 'string', 'auto', 'Made by itself, offered, or decided by a person.', {
      values: ['auto', 'proposed', 'accepted', 'rejected'],
    }),
    optional('decided_at', 'datetime', '2026-01-31T08:32:03Z', 'When.'),
  ],
}

/** The view `decisions`. */
export const decisions: View = {
  name: 'decisions',
  rowFor: 'a row for each decision that a person made',
  about:
    'A log that is only ever added to. Each decision is found again by its place on paper whenever its document is settled.',
  key: ['decision_id'],
  order: ['at', 'decision_id'],
  columns: [
    filled('decision_id', 'string', '5d0c7a91e24b8f36', 'Key, from all that the decision says.'),
    filled('at', 'datetime', '2026-02-03T09:14:07.512Z', 'When it was made.'),
    filled('decided_by', 'string', 'eva', 'Who made it: the name of their account on the machine.'),
    filled(
      'sha256',
      'string',
      'a65e5be68ccd80a97f51a367979706fb370cf7803cebc6595eede6d31aa785cb',
      'Its document’s bytes.',
    ),
    optional('document', 'string', '001_sofint_2020.txt', 'Its document; empty where that is not stored here.'),
    filled('kind', 'string', 'correct', 'What was decided; see `event`.', {
      values: 'accept correct printed_so relabel rerole move_column set_column set_organisation set_period undo'.split(
        ' ',
      ),
    }),
    filled(
      'state',
      'string',
      'applied',
      '`superseded` by a later one; `not found`: no figure stands in its place any more.',
      {
        values: ['applied', 'superseded', 'undone', 'not found'],
      },
    ),
    optional('report_id', 'string', '49a7b04c3dfd284b', 'The report that it changes.'),
    optional('fact_id', 'string', '32271f10f0674384', 'The figure that it is about.'),
    filled(
      'event',
      'json',
      '{"id":"5d0c7a91e24b8f36","by":"eva"}',
      'The whole decision, as `--export-decisions` writes it.',
    ),
  ],
}
