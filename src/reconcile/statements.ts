import { differenceOf } from '../arithmetic/interval.js'
import {
  foldLabel,
  isOpening,
  isResult,
  isTherein,
  isTotalEquity,
  isTotalEquityAndLiabilities,
  isYearResult,
} from '../arithmetic/row-kind.js'
import { findTotalAssets } from '../arithmetic/total-assets.js'
import type { Check, Term } from '../model/check.js'
import type { Report, Row } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import {
  columnOf,
  nameOf,
  type Printed,
  printedBeside,
  printedInRow,
  printedNumber,
  type RowPlace,
  roundingOf,
  rowsWhere,
} from './printed.js'

/** Total assets against equity, provisions and liabilities. */
export function checkBalance(report: Report): Check[] {
  const assets = totalAssetsRow(report)
  const claims = rowsWhere(report, 'balance_sheet', (row) => isTotalEquityAndLiabilities(foldLabel(row.label))).at(-1)
  if (!assets || !claims) return []
  return pairs(report, assets, claims).map(([at, other]) => equality('balance', at, other, 1))
}

/** The row of the balance sheet, on one sheet or two, that is all assets. */
export function totalAssetsRow(report: Report): RowPlace | undefined {
  const places = rowsWhere(report, 'balance_sheet', () => true)
  return places[findTotalAssets(places.map(({ table, row }) => report.tables[table]!.rows[row]!))]
}

/** The year's result in the income statement against the same in the equity section. */
export function checkResultInEquity(report: Report): Check[] {
  const result = yearResultRow(report)
  if (!result) return []
  const own = foldLabel(report.tables[result.table]!.rows[result.row]!.label)
  const isResult = (folded: string) => isYearResult(folded) || (folded !== '' && folded === own)
  const places = rowsWhere(
    report,
    'balance_sheet',
    (row, index, { rows }) => isResult(foldLabel(row.label)) || isChangeOfEquity(row, rows[index - 1]),
  )
  return places.flatMap((place) =>
    pairs(report, result, place).map(([at, other]) => equality('result_in_equity', at, other, 1)),
  )
}

/** "Eget kapital" over "därav förändrat under året", "varav årets resultat". */
function isChangeOfEquity({ label }: Row, above: Row | undefined): boolean {
  const folded = foldLabel(label)
  return isTherein(folded) && /resultat|forandr/.test(folded) && /\beget kapital$/.test(foldLabel(above?.label ?? null))
}

/**
 * The row of the income statement that is the year's result: it says so (where a fund is moved after it, two do, and
 * equity has one of them), equity has its last line too, or it is the last sum.
 */
export function yearResultRow(report: Report): RowPlace | undefined {
  const labelOf = ({ table, row }: RowPlace) => foldLabel(report.tables[table]!.rows[row]!.label)
  const balanced = new Set(rowsWhere(report, 'balance_sheet', (row) => row.cells.some(Boolean)).map(labelOf))
  const named = rowsWhere(report, 'income_statement', (row) => isYearResult(foldLabel(row.label)))
  if (named.length > 0) return named.findLast((place) => balanced.has(labelOf(place))) ?? named.at(-1)
  const last = rowsWhere(report, 'income_statement', (row) => row.cells.some(Boolean)).at(-1)
  if (last && labelOf(last) !== '' && balanced.has(labelOf(last))) return last
  return rowsWhere(
    report,
    'income_statement',
    (row, index, table) =>
      table.sums.some((sum) => sum.row === index) && (row.label === null || isResult(foldLabel(row.label))),
  ).at(-1)
}

/** The row of the balance sheet that is all equity: its sum, or its only row. */
export function equityRow(report: Report): RowPlace | undefined {
  return (
    rowsWhere(report, 'balance_sheet', (row) => isTotalEquity(foldLabel(row.label))).at(-1) ??
    rowsWhere(report, 'balance_sheet', (row) => /^(utgaende )?eget kapital$/.test(foldLabel(row.label))).at(-1)
  )
}

/**
 * Opening equity and the year's result against closing equity. The opening is the comparative column's closing, or the
 * row that calls itself opening. Where equity has moved by other things than the result the identity is not in force.
 */
export function checkOpeningEquity(report: Report): Check[] {
  const equity = equityRow(report)
  const result = yearResultRow(report)
  if (!equity || !result) return []
  const closings = printedInRow(report, equity).filter(({ column }) => column.scenario === 'actual')
  return closings.flatMap((at) => {
    const opening = comparative(closings, at) ?? openingRow(report, equity, at)
    const outcome = printedBeside(report, result, at)
    if (!opening || !outcome || opening.unit !== at.unit || outcome.unit !== at.unit) return []
    const expected = printedNumber(at.amount)
    const actual = printedNumber(opening.amount) + printedNumber(outcome.amount)
    const tolerance = roundingOf([at, opening, outcome])
    if (Math.abs(differenceOf(expected, actual)) > tolerance && hasOtherMovements(report, equity.table)) return []
    const name = nameOf(at.row, at.table)
    const terms: Term[] = [opening, outcome].map(({ cell }) => ({ cell, sign: 1 }))
    const sum = `opening ${money(printedNumber(opening.amount), at.unit)} and the result ${money(printedNumber(outcome.amount), at.unit)} make ${money(actual, at.unit)}`
    return [
      makeCheck({
        rule: 'opening_equity',
        subject: name,
        at,
        expected,
        actual,
        tolerance,
        terms,
        holds: `${name}: ${sum}, as printed.`,
        fails: (difference) =>
          `${name}: ${sum}, the printed closing is ${money(expected, at.unit)}: they differ by ${money(Math.abs(difference), at.unit)}.`,
      }),
    ]
  })
}

/** One figure printed in two places, in the same unit; rounding may part them by one of its last digit. */
export function equality(rule: 'balance' | 'result_in_equity', at: Printed, other: Printed, sign: 1 | -1): Check {
  const [expected, actual] = [printedNumber(at.amount), sign * printedNumber(other.amount)]
  const [name, otherName] = [nameOf(at.row, at.table), nameOf(other.row, other.table)]
  return makeCheck({
    rule,
    subject: name,
    at,
    expected,
    actual,
    tolerance: roundingOf([at, other]),
    terms: [{ cell: other.cell, sign }],
    holds: `${name}: ${otherName} is the same ${money(expected, at.unit)}.`,
    fails: (difference) =>
      `${name} is ${money(expected, at.unit)}, ${otherName} ${money(actual, at.unit)}: they differ by ${money(Math.abs(difference), at.unit)}.`,
  })
}

/** Amounts of two rows in columns of the same date and scenario and in the same unit. */
export function pairs(report: Report, a: RowPlace, b: RowPlace): [Printed, Printed][] {
  return printedInRow(report, a).flatMap((at): [Printed, Printed][] => {
    const other = printedBeside(report, b, at)
    return other && other.unit === at.unit ? [[at, other]] : []
  })
}

/** The amount of the year before, among the amounts of one row. */
export function comparative(row: readonly Printed[], at: Printed): Printed | undefined {
  const [first] = row
  const periodEnd = yearBefore(at.column.periodEnd)
  if (!first || periodEnd === undefined) return undefined
  const index = columnOf(first.table, at, periodEnd)
  return row.find(({ cell }) => cell.column === index)
}

/** `2019-12-31` of `2020-12-31`; a leap day becomes the 28th. */
export function yearBefore(date: string | null): string | undefined {
  if (date === null) return undefined
  const year = Number(date.slice(0, 4)) - 1
  return `${year}${date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)}`
}

function openingRow(report: Report, equity: RowPlace, at: Printed): Printed | undefined {
  const rows = report.tables[equity.table]?.rows ?? []
  const index = rows.findIndex((row) => isOpening(foldLabel(row.label)) && /eget kapital/.test(foldLabel(row.label)))
  return index < 0 ? undefined : printedBeside(report, { table: equity.table, row: index }, at)
}

/** Whether the equity section holds more than what the year began with and its result. */
function hasOtherMovements(report: Report, table: number): boolean {
  return (report.tables[table]?.rows ?? []).some((row) =>
    /insats|kapitaltillskott|upplatelse|\bfond|aktiekapital|reserv|uppskrivning|utdelning/.test(foldLabel(row.label)),
  )
}
