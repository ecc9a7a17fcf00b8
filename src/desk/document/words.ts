import type { Status, Verdict } from '../../model/check.js'
import { formatAmount, formatNumber } from '../../model/format-amount.js'
import type { Column, Unit } from '../../model/report.js'
import { statementNames } from '../../model/statement-names.js'
import type { DeskCheckRow, FigureRow } from '../../store/read-desk.js'

/** What each status says, in a few words. */
export const statusWords: Readonly<Record<Status, string>> = {
  verified: 'verified: checks confirm it as read',
  repaired: 'repaired: changed, with proof',
  reviewed: 'reviewed: settled by a person',
  unverified: 'unverified: nothing contradicts it, nothing confirms it',
  suspect: 'suspect: in doubt',
}

/** The mark of what a check came to. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  ok: '✓',
  rounding: '≈',
  repaired: '~',
  mismatch: '≠',
  incomplete: '…',
}

/** What a check is called. */
export const ruleNames: Readonly<Record<string, string>> = {
  statement_sum: 'sum',
  balance: 'balance',
  result_in_equity: 'result in equity',
  opening_equity: 'opening equity',
  note_sum: 'sum of the note',
  note_to_statement: 'note to statement',
  cash_flow: 'sum of the cash flow',
  cash_to_balance: 'cash to balance sheet',
  cross_statement: 'another table',
  cross_year: 'another year’s report',
  variance: 'variance from budget',
  balance_change: 'change in balance',
  key_figure: 'key figure',
  organisation_number: 'organisation number',
  funding_shares: 'shares of funding',
  prose: 'running text',
}

/** A figure's amount as printed, without its unit. */
export function amountOf({ amount, decimals }: Pick<FigureRow, 'amount' | 'decimals'>): string {
  return formatAmount(amount, decimals)
}

/** A row's name, or what stands for it. */
export function nameOf({ label, statement, note }: Pick<FigureRow, 'label' | 'statement' | 'note'>): string {
  return label ?? (note === null ? `${statementNames[statement]}, a row without words` : `Note ${note}`)
}

/** A column's date or head. */
export function columnOf({
  period_end,
  column_label,
  scenario,
}: Pick<FigureRow, 'period_end' | 'column_label' | 'scenario'>): string {
  const name = period_end ?? column_label ?? 'no date'
  return scenario === 'actual' ? name : `${scenario} ${name}`
}

/** The same of a table's own column. */
export function columnName({ periodEnd, label, scenario }: Column): string {
  return columnOf({ period_end: periodEnd, column_label: label, scenario })
}

/** By how much a broken check fails, in words. */
export function gapOf({ difference, unit, terms }: DeskCheckRow): string {
  const gap = money(Math.abs(difference ?? 0), unit)
  if (!terms.includes(' ')) return `They differ by ${gap}.`
  return `The rows give ${gap} too ${(difference ?? 0) < 0 ? 'much' : 'little'}.`
}

/** A number with its unit. */
export function money(value: number | null, unit: Unit): string {
  return `${formatNumber(value)} ${unit === 'count' ? '' : unit}`.trim()
}
