import { isNoAccident } from '../arithmetic/chance.js'
import { differenceOf } from '../arithmetic/interval.js'
import { DOUBTFUL, nearMissEvidence } from '../arithmetic/near-miss.js'
import { foldLabel, isOpening } from '../arithmetic/row-kind.js'
import type { Check, Term } from '../model/check.js'
import type { Report, Sum, Table } from '../model/report.js'
import { incompleteCheck, makeCheck, money } from './make-check.js'
import { finestDecimals, inLastDigits, nameOf, type Printed, printedAt, printedNumber, roundingOf } from './printed.js'

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
  if (!at || at.unit === '%' || (at.unit === 'count' && at.table.unit !== 'count')) return []
  const parts = sum.terms.map(({ row, sign }) => ({
    row,
    sign,
    printed: printedAt(report, { table: tableIndex, row, column }),
  }))
  const known = parts.flatMap(({ printed, sign }) => (printed ? [{ printed, sign }] : []))
  const figuresOfSum = [at, ...known.map(({ printed }) => printed)]
  const decimals = finestDecimals(figuresOfSum)
  const scaled = (one: Printed) => one.amount.value * 10 ** (decimals - one.amount.decimals)
  const actual = known.reduce((total, { printed, sign }) => total + sign * scaled(printed), 0) / 10 ** decimals
  const expected = printedNumber(at.amount)
  const rule = table.kind === 'note' ? 'note_sum' : table.kind === 'cash_flow' ? 'cash_flow' : 'statement_sum'
  const subject = table.kind === 'note' && table.note ? `Not ${table.note}` : nameOf(at.row, table)
  const terms: Term[] = known.map(({ printed, sign }) => ({ cell: printed.cell, sign }))
  const common = { rule, subject, at, note: table.note, expected, terms } as const
  const tolerance = roundingOf(figuresOfSum)
  const closes = Math.abs(differenceOf(expected, actual)) <= tolerance
  const absent = parts.find(({ row, printed }) => !printed && isNeeded(table, sum, row))
  const figures = {
    total: scaled(at),
    terms: known.map(({ printed, sign }) => ({ value: scaled(printed), sign })),
  }
  // One slip of the reader is no sign that other rows are meant.
  const isSlip = !closes && (nearMissEvidence(figures) ?? DOUBTFUL) > DOUBTFUL
  if (
    known.length > 0 &&
    !isSlip &&
    isFarApart(
      expected,
      known.map(({ printed, sign }) => sign * printedNumber(printed.amount)),
    )
  ) {
    return [
      incompleteCheck(
        common,
        `${subject}: the rows that were read add up to ${money(actual, at.unit)}, the printed sum is ${money(expected, at.unit)}: not all of its rows, or others, were read.`,
      ),
    ]
  }
  if (known.length === 0 || (!closes && absent && !isSlip)) {
    const name = absent ? `${nameOf(table.rows[absent.row]!, table)} has` : 'its rows have'
    return [incompleteCheck(common, `${subject}: ${name} no figure here, so the sum cannot be tried.`)]
  }
  const where = table.kind === 'note' && at.row.label ? ` (${at.row.label})` : ''
  return [
    makeCheck({
      ...common,
      actual,
      tolerance,
      confirms:
        sum.basis !== 'figures' || isFound(table, sum, at, expected === actual ? 0 : inLastDigits(tolerance, at)),
      holds: `${subject}${where}: the rows add up to the printed ${money(expected, at.unit)}.`,
      fails: (difference) =>
        `${subject}${where}: the rows add up to ${money(actual, at.unit)}, the printed sum is ${money(expected, at.unit)}: ` +
        `${money(Math.abs(difference), at.unit)} too ${difference < 0 ? 'much' : 'little'} in the rows.${blanks(table, parts)}`,
    }),
  ]
}

/** Whether a sum that only the figures tell is no accident, for all the runs of rows over it and all ways to sign them. */
function isFound(table: Table, sum: Sum, at: Printed, tolerance: number): boolean {
  const above = table.rows.slice(0, sum.row).filter((row) => row.cells[at.cell.column]).length
  const signings = sum.terms.some(({ sign }) => sign === -1) ? 2 ** sum.terms.length : 1
  return isNoAccident(above * signings, at.amount.value, tolerance)
}

/** A misread digit or two do not make a sum so many times its rows, or its rows the sum. */
const MOST_APART = 20

/** Whether a sum is not of the size of its rows: then these are not its rows, or were not read. */
function isFarApart(expected: number, parts: readonly number[]): boolean {
  const gross = parts.reduce((sum, part) => sum + Math.abs(part), 0)
  const net = Math.abs(parts.reduce((sum, part) => sum + part, 0))
  if (Math.abs(expected) > MOST_APART * gross) return gross > 0
  return net === gross && expected !== 0 && gross > 1000 && gross > MOST_APART * Math.abs(expected)
}

/** Whether a sum cannot do without a row: an opening balance, or a subtotal that other columns print. */
function isNeeded(table: Table, sum: Sum, row: number): boolean {
  const printedElsewhere = table.rows[row]?.cells.some(Boolean) ?? false
  if (!printedElsewhere) return false
  if (isOpening(foldLabel(table.rows[row]?.label ?? null))) return true
  return table.sums.some((other) => other.row === row && other !== sum)
}

function blanks(table: Table, parts: readonly { row: number; printed: Printed | undefined }[]): string {
  const blank = parts.flatMap(({ row, printed }) => (printed ? [] : (table.rows[row]?.label ?? [])))
  return blank.length === 0 ? '' : ` No figure is printed for ${blank.slice(0, 3).join(', ')}.`
}
