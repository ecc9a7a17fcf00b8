import { toKronor } from '../arithmetic/interval.js'
import { slipBetween } from '../arithmetic/misreadings.js'
import { foldLabel, isResult, isYearResult, labelLikeness } from '../arithmetic/row-kind.js'
import type { Check } from '../model/check.js'
import type { Report } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import {
  nameOf,
  type Printed,
  printedBeside,
  printedInRow,
  printedNumber,
  type RowPlace,
  roundingOf,
  rowsWhere,
} from './printed.js'
import { yearResultRow } from './statements.js'

/** Labels at least this alike are one name; at least so much akin, they may name one thing. */
const ALIKE = 0.9
const AKIN = 0.6
/** A figure of so many digits that meets another under a kindred label does not do so by chance. */
const TELLING_DIGITS = 4

/**
 * Overviews, programme and cost tables against the statements and notes of the same report. They are about the same
 * things under looser names, so a row is only compared where name and figure both point to the same counterpart: equal,
 * or one slip apart. What bears the name of the year's result must be it.
 */
export function checkAcrossTables(report: Report): Check[] {
  const own = [...rowsWhere(report, 'income_statement', () => true), ...rowsWhere(report, 'balance_sheet', () => true)]
  const figures = [...own, ...rowsWhere(report, 'note', (row) => row.label !== null)]
  const loose = (['multi_year', 'operating_statement', 'other'] as const).flatMap((kind) =>
    rowsWhere(report, kind, () => true),
  )
  return [
    ...resultChecks(report, loose),
    ...loose.flatMap((place) => checkLooseRow(report, place, figures)),
    ...programmeTotals(report),
  ]
}

/** The year's result as the cash flow, the equity note and the overview print it. */
function resultChecks(report: Report, loose: readonly RowPlace[]): Check[] {
  const result = yearResultRow(report)
  if (!result) return []
  const named = (place: RowPlace) => isYearResult(foldLabel(report.tables[place.table]!.rows[place.row]!.label))
  const places = [
    ...rowsWhere(report, 'cash_flow', (_, index) => index === firstFigure(report, 'cash_flow')),
    ...rowsWhere(report, 'note', () => true),
    ...loose,
  ].filter(named)
  return places.flatMap((place) =>
    printedInRow(report, place).flatMap((other) => {
      const at = printedBeside(report, result, other)
      return at ? (compare(at, other, 1) ?? []) : []
    }),
  )
}

function firstFigure(report: Report, kind: 'cash_flow'): number {
  const table = report.tables.find((one) => one.kind === kind)
  return table?.rows.findIndex((row) => row.cells.some(Boolean)) ?? -1
}

function checkLooseRow(report: Report, place: RowPlace, figures: readonly RowPlace[]): Check[] {
  const row = printedInRow(report, place)
  const label = row[0]?.row.label
  if (!label || isYearResult(foldLabel(label))) return []
  const likeness = (other: RowPlace) => {
    const counterpart = report.tables[other.table]!.rows[other.row]!
    // "Balansomslutning" is what the balance sheet calls "Summa tillgångar"
    const isSame = counterpart.concept !== null && counterpart.concept === row[0]!.row.concept
    return isSame ? 1 : labelLikeness(label, counterpart.label ?? '')
  }
  const akin = figures
    .map((other) => ({ other, likeness: likeness(other) }))
    .filter((one) => one.likeness >= AKIN)
    .sort((a, b) => b.likeness - a.likeness)
  return row.flatMap((amount) => {
    const met = akin.flatMap(({ other, likeness: degree }) => {
      const at = printedBeside(report, other, amount)
      return at && fits(at, amount, degree) ? [at] : []
    })
    const [at] = met
    return at ? (compare(at, amount, signBetween(at, amount)) ?? []) : []
  })
}

/** Whether two figures are so near, for labels so alike, that they must be one: equal, within rounding, or a slip apart. */
function fits(at: Printed, other: Printed, likeness: number): boolean {
  const [a, b] = [Math.abs(at.amount.value), Math.abs(other.amount.value)]
  if (a === 0 || b === 0) return false
  const digits = Math.min(String(a).length, String(b).length)
  if (at.unit !== other.unit) {
    const [own, others] = [inKronor(at), inKronor(other)]
    return (
      own !== undefined &&
      others !== undefined &&
      digits >= TELLING_DIGITS - 1 &&
      Math.abs(Math.abs(own.value) - Math.abs(others.value)) <= own.half + others.half
    )
  }
  if (a === b) return likeness >= ALIKE || digits >= TELLING_DIGITS
  return digits > TELLING_DIGITS && slipBetween(a, b) !== undefined
}

/** The total of a programme table against the year's result, sign turned, where it is that in every column it can be. */
function programmeTotals(report: Report): Check[] {
  const result = yearResultRow(report)
  if (!result) return []
  return report.tables.flatMap((table, index) => {
    if (table.kind !== 'operating_statement') return []
    const inner = new Set(table.sums.flatMap(({ terms }) => terms.map(({ row }) => row)))
    const total = table.sums
      .map(({ row }) => row)
      .filter((row) => !inner.has(row))
      .at(-1)
    if (total === undefined || isResult(foldLabel(table.rows[total]?.label ?? null))) return []
    const met = printedInRow(report, { table: index, row: total }).flatMap((other): [Printed, Printed][] => {
      const at = printedBeside(report, result, other)
      return at ? [[at, other]] : []
    })
    if (met.length === 0 || !met.every(([at, other]) => fits(at, other, 0))) return []
    return met.flatMap(([at, other]) => compare(at, other, signBetween(at, other)) ?? [])
  })
}

function signBetween(a: Printed, b: Printed): 1 | -1 {
  return Math.sign(a.amount.value) === Math.sign(b.amount.value) ? 1 : -1
}

function compare(at: Printed, other: Printed, sign: 1 | -1): Check | undefined {
  const [own, others] = [inKronor(at), inKronor(other)]
  if (!own || !others) return undefined
  const mixed = at.unit !== other.unit
  const expected = mixed ? own.value : printedNumber(at.amount)
  const actual = sign * (mixed ? others.value : printedNumber(other.amount))
  const unit = mixed ? 'kr' : at.unit
  const name = nameOf(at.row, at.table)
  const where = other.table.title ? `"${other.table.title}"` : 'another table'
  const turned = sign < 0 ? ', with the sign turned,' : ''
  return makeCheck({
    rule: 'cross_statement',
    subject: name,
    at,
    note: at.table.note,
    expected,
    actual,
    tolerance: mixed ? own.half + others.half : roundingOf([at, other]),
    unit,
    terms: [{ cell: other.cell, sign }],
    confirms: sign === 1,
    holds: `${name}: ${where}${turned} has the same ${money(expected, unit)} (${nameOf(other.row, other.table)}).`,
    fails: (difference) =>
      `${name} is ${money(expected, unit)}, ${where}${turned} has ${money(actual, unit)} (${nameOf(other.row, other.table)}): they differ by ${money(Math.abs(difference), unit)}.`,
  })
}

function inKronor({ amount, unit }: Printed): { value: number; half: number } | undefined {
  return toKronor(amount.value, amount.decimals, unit)
}
