import { isNoAccident } from '../arithmetic/chance.js'
import { differenceOf as differenceBetween, withoutNoise } from '../arithmetic/interval.js'
import { foldLabel, isSumWord, isTotalEquityAndLiabilities } from '../arithmetic/row-kind.js'
import type { Check, Term } from '../model/check.js'
import type { Report } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import {
  inLastDigits,
  nameOf,
  type Printed,
  printedBeside,
  printedInRow,
  printedNumber,
  type RowPlace,
  roundingOf,
  rowsWhere,
} from './printed.js'
import { comparative } from './statements.js'

/** What grows on the side of the assets takes cash, what grows on the side of the debts gives it. */
const SIDES = [
  { name: /fordring/, sign: -1 },
  { name: /varulager|\blager\b/, sign: -1 },
  { name: /skuld/, sign: 1 },
  { name: /avsattning/, sign: 1 },
] as const

/** "Ökning av kortfristiga skulder", "Minskade (+) / ökade (-) fordringar", "Ändring av varulager", "Förändrade skulder". */
const CHANGE = /okning|minskning|andring|\b(okad|minskad|forandrad)(e|a|es)?\b/

/**
 * Changes in receivables, stocks, debts and provisions in the cash flow against the balance sheet's differences. Which
 * rows of the balance sheet are meant is told by what meets; a breach is told only where there is but one such row.
 */
export function checkBalanceChanges(report: Report): Check[] {
  const changes = rowsWhere(report, 'cash_flow', (row) => CHANGE.test(foldLabel(row.label)))
  return SIDES.flatMap(({ name, sign }) => {
    const own = changes.filter(({ table, row }) => name.test(foldLabel(report.tables[table]!.rows[row]!.label)))
    const rows = rowsWhere(report, 'balance_sheet', (row) => {
      const folded = foldLabel(row.label)
      return name.test(folded) && !isTotalEquityAndLiabilities(folded)
    })
    return own.flatMap((place) =>
      printedInRow(report, place).flatMap((at) => checkChange(report, at, rows, sign, own.length)),
    )
  })
}

function checkChange(report: Report, at: Printed, rows: readonly RowPlace[], sign: 1 | -1, rivals: number): Check[] {
  const lines = rows.filter(({ table, row }) => !isSumWord(foldLabel(report.tables[table]!.rows[row]!.label)))
  const choices = [...rows.map((row) => [row]), ...(lines.length > 1 ? [lines] : [])]
  const tried = choices.flatMap((choice) => {
    const parts = choice.map((place) => differenceOf(report, place, at))
    return parts.every((part) => part !== undefined)
      ? [{ parts: parts as Part[], sum: sign * total(parts as Part[]) }]
      : []
  })
  const expected = printedNumber(at.amount)
  const roundingFor = (parts: readonly Part[]) => roundingOf([at, ...parts.flatMap(({ now, before }) => [now, before])])
  const meets = tried.find(({ sum, parts }) => Math.abs(differenceBetween(sum, expected)) <= roundingFor(parts))
  const chosen = meets ?? (lines.length === 1 && rivals === 1 ? tried[0] : undefined)
  if (!chosen) return []
  const terms: Term[] = chosen.parts.flatMap(({ now, before }) => [
    { cell: now.cell, sign },
    { cell: before.cell, sign: -sign as 1 | -1 },
  ])
  const name = nameOf(at.row, at.table)
  const tolerance = roundingFor(chosen.parts)
  const of = chosen.parts.map(({ now }) => nameOf(now.row, now.table)).join(', ')
  return [
    makeCheck({
      rule: 'balance_change',
      subject: name,
      at,
      expected,
      actual: chosen.sum,
      tolerance,
      terms,
      confirms: isNoAccident(
        choices.length,
        at.amount.value,
        expected === chosen.sum ? 0 : inLastDigits(tolerance, at),
      ),
      holds: `${name}: ${of} in the balance sheet changed by the same ${money(expected, at.unit)}.`,
      fails: (difference) =>
        `${name} is ${money(expected, at.unit)}, ${of} in the balance sheet changed by ${money(chosen.sum, at.unit)}: ${money(Math.abs(difference), at.unit)} apart.`,
    }),
  ]
}

type Part = { now: Printed; before: Printed }

function differenceOf(report: Report, place: RowPlace, at: Printed): Part | undefined {
  const now = printedBeside(report, place, at)
  const before = comparative(printedInRow(report, place), at)
  return now && before && now.unit === at.unit && before.unit === at.unit ? { now, before } : undefined
}

function total(parts: readonly Part[]): number {
  const moved = parts.map(({ now, before }) => printedNumber(now.amount) - printedNumber(before.amount))
  return withoutNoise(moved.reduce((sum, one) => sum + one, 0))
}
