import { roundingTolerance } from '../arithmetic/interval.js'
import { foldLabel, isTotalAssets, isYearResult } from '../arithmetic/row-kind.js'
import type { Check } from '../model/check.js'
import type { Report, Row } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import { nameOf, type Printed, printedBeside, printedInRow, printedNumber } from './printed.js'
import { comparative } from './statements.js'

/** So many years must roll forward before one that does not is news: equity may have moved by other things. */
const FEWEST_YEARS = 3

/** Equity over the years of an overview: that of the year before and the year's result make the year's own. */
export function checkOverviewEquity(report: Report): Check[] {
  return report.tables.flatMap((table, index) => {
    if (table.kind !== 'multi_year') return []
    const row = (holds: (row: Row) => boolean) => table.rows.findIndex(holds)
    const equity = row(isEquity)
    const result = row(({ label }) => isYearResult(foldLabel(label)))
    if (equity < 0 || result < 0) return []
    const closings = printedInRow(report, { table: index, row: equity })
    const checks = closings.flatMap((at) => {
      const opening = comparative(closings, at)
      const outcome = printedBeside(report, { table: index, row: result }, at)
      return opening && outcome && opening.unit === at.unit && outcome.unit === at.unit
        ? [rollForward(at, opening, outcome)]
        : []
    })
    const held = checks.filter(({ verdict }) => verdict !== 'mismatch')
    return held.length >= FEWEST_YEARS && held.length >= checks.length - 1 ? checks : held
  })
}

/** "Eget kapital", "Summa eget kapital", "Utgående eget kapital". */
export function isEquity({ label, unit }: Row): boolean {
  return unit !== '%' && /^(summa |utgaende )?eget kapital$/.test(foldLabel(label))
}

/** "Balansomslutning", "Summa tillgångar". */
export function isAssets({ label, unit }: Row): boolean {
  return unit !== '%' && isTotalAssets(foldLabel(label))
}

function rollForward(at: Printed, opening: Printed, outcome: Printed): Check {
  const [expected, before, result] = [at, opening, outcome].map(({ amount }) => printedNumber(amount)) as [
    number,
    number,
    number,
  ]
  const name = nameOf(at.row, at.table)
  const sum = `${money(before, at.unit)} of the year before and the result ${money(result, at.unit)} make ${money(before + result, at.unit)}`
  return makeCheck({
    rule: 'opening_equity',
    subject: name,
    at,
    expected,
    actual: before + result,
    tolerance: roundingTolerance(2),
    terms: [opening, outcome].map(({ cell }) => ({ cell, sign: 1 as const })),
    holds: `${name}: ${sum}, as printed.`,
    fails: (difference) =>
      `${name}: ${sum}, printed is ${money(expected, at.unit)}: they differ by ${money(Math.abs(difference), at.unit)}.`,
  })
}
