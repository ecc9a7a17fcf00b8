import type { StatementKind } from './report.js'

/** What the kinds of table are called where people read them. */
export const statementNames: Readonly<Record<StatementKind, string>> = {
  income_statement: 'Income statement',
  balance_sheet: 'Balance sheet',
  cash_flow: 'Cash flow',
  note: 'Note',
  operating_statement: 'Operating statement',
  multi_year: 'Several years',
  other: 'Other table',
}
