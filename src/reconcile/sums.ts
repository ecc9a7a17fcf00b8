import { roundingTolerance } from '../arithmetic/interval.js'
import { foldLabel, isOpening } from '../arithmetic/row-kind.js'
import type { Check, Term } from '../model/check.js'
import type { Report, Sum, Table } from '../model/report.js'
import { incompleteCheck, makeCheck, money } from './make-check.js'
import { nameOf, type Printed, printedAt, printedNumber } from './printed.js'

/** Every printed sum against its rows, column by column: `statement_sum`, `note_sum` and `cash_flow`. */
export function checkSums(report: Report): Check[] {
  return report.tables.flatMap((table, index) =>
    table.sums.flatMap((sum) =>
      table.columns.flatMap((_, column) =>
        sum.column === undefined || sum.column === column ? checkSum(report, index, table, sum, column) : [],
      ),
    ),
  )
}

function checkSum(report: Report, tableIndex: number, table: Table, sum: Sum, column: number): Check[] {
  const at = printedAt(report, { table: tableIndex, row: sum.row, column })
  if (!at || at.unit === '%' || at.unit === 'count') return []
  const parts = sum.terms.map(({ row, sign }) => ({
    row,
    sign,
    printed: printedAt(report, { table: tableIndex, row, column }),
  }))
  const known = parts.flatMap(({ printed, sign }) => (printed ? [{ printed, sign }] : []))
  const decimals = Math.max(at.amount.decimals, ...known.map(({ printed }) => printed.amount.decimals))
  const scaled = (one: Printed) => one.amount.value * 10 ** (decimals - one.amount.decimals)
  const actual = known.reduce((total, { printed, sign }) => total + sign * scaled(printed), 0) / 10 ** decimals
  const expected = printedNumber(at.amount)
  const rule = table.kind === 'note' ? 'note_sum' : table.kind === 'cash_flow' ? 'cash_flow' : 'statement_sum'
  const subject = table.kind === 'note' && table.note ? `Not ${table.note}` : nameOf(at.row, table)
  const terms: Term[] = known.map(({ printed, sign }) => ({ cell: printed.cell, sign }))
  const common = { rule, subject, at, note: table.note, expected, terms } as const
  const tolerance = roundingTolerance(known.length) / 10 ** decimals
  const closes = Math.abs(expected - actual) <= tolerance
  const absent = parts.find(({ row, printed }) => !printed && isNeeded(table, sum, row))
  if (known.length === 0 || (!closes && absent)) {
    const name = absent ? nameOf(table.rows[absent.row]!, table) : 'its rows'
    return [incompleteCheck(common, `${subject}: ${name} has no figure here, so the sum cannot be tried.`)]
  }
  const where = table.kind === 'note' && at.row.label ? ` (${at.row.label})` : ''
  return [
    makeCheck({
      ...common,
      actual,
      tolerance,
      confirms: sum.basis !== 'figures',
      holds: `${subject}${where}: the rows add up to the printed ${money(expected, at.unit)}.`,
      fails: (difference) =>
        `${subject}${where}: the rows add up to ${money(actual, at.unit)}, the printed sum is ${money(expected, at.unit)}: ` +
        `${money(Math.abs(difference), at.unit)} too ${difference < 0 ? 'much' : 'little'} in the rows.${blanks(table, parts)}`,
    }),
  ]
}

/** Whether a sum cannot do without a row: an opening balance, or a subtotal that other columns print. */
function isNeeded(table: Table, sum: Sum, row: number): boolean {
  const printedElsewhere = table.rows[row]?.cells.some(Boolean) ?? false
  if (!printedElsewhere) return false
  if (isOpening(foldLabel(table.rows[row]?.label ?? null))) return true
  return table.sums.some((other) => other.row === row && other !== sum)
}

function blanks(table: Table, parts: readonly { row: number; printed: Printed | undefined }[]): string {
  const blank = parts.filter(({ printed }) => !printed).map(({ row }) => nameOf(table.rows[row]!, table))
  return blank.length === 0 ? '' : ` No figure is printed for ${blank.slice(0, 3).join(', ')}.`
}
