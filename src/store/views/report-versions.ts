import { filled, optional, type View } from '../../model/view.js'
import { documentColumns, organisation, orgNumber, reportId, reportKind } from './common-columns.js'

/** The view `report_versions`. */
export const reportVersions: View = {
  name: 'report_versions',
  rowFor: 'a row for each report with a name or number and a period',
  about:
    'A report that comes again in other bytes, scanned anew or corrected, is another version: all stay, in the order in which they came.',
  key: ['report_id'],
  order: ['organisation', 'period_end', 'kind', 'version', 'report_id'],
  references: [['report_id', 'reports', 'report_id']],
  columns: [
    reportId,
    organisation,
    orgNumber,
    reportKind,
    filled('period_end', 'date', '2020-12-31', 'Last day of the report’s own period.'),
    filled('version', 'integer', 2, 'The how-manieth version this is, by the time of its arrival.'),
    filled('arrived', 'datetime', '2026-01-31T08:32:01Z', 'When its file was met for the first time.'),
    filled('outcome', 'string', 'reconciled', 'How its checks came out.', {
      values: ['reconciled', 'differs', 'incomplete', 'failed'],
    }),
    optional('supersedes', 'string', '49a7b04c3dfd284b', 'The version before it; empty for the first.'),
    optional('superseded_by', 'string', '9b41c7d2f0a86e35', 'The version after it; empty for the latest.'),
    ...documentColumns,
  ],
}
