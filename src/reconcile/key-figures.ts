import { roundingTolerance } from '../arithmetic/interval.js'
import { foldLabel } from '../arithmetic/row-kind.js'
import type { Check, Term } from '../model/check.js'
import type { Report, Row } from '../model/report.js'
import { makeCheck } from './make-check.js'
import { isAssets, isEquity } from './overview.js'
import { nameOf, type Printed, printedAt, printedBeside, printedInRow, printedNumber, rowsWhere } from './printed.js'
import { equityRow, totalAssetsRow } from './statements.js'

/** Soliditet against equity and assets, and shares against 100 %. */
export function checkKeyFigures(report: Report): Check[] {
  return [...checkSolidity(report), ...checkShares(report)]
}

/** The share of equity in the assets: of the balance sheet in its years, else of the overview itself. */
function checkSolidity(report: Report): Check[] {
  const assets = totalAssetsRow(report)
  const places = (['multi_year', 'other'] as const).flatMap((kind) =>
    rowsWhere(report, kind, (row) => /^soliditet/.test(foldLabel(row.label))),
  )
  return places.flatMap((place) => {
    const beside = (holds: (row: Row) => boolean) => {
      const row = report.tables[place.table]!.rows.findIndex(holds)
      return row < 0 ? undefined : { table: place.table, row }
    }
    const pairs = [
      [equityRow(report), assets],
      [beside(isEquity), beside(isAssets)],
    ] as const
    return printedInRow(report, place).flatMap((at) => {
      for (const [equity, all] of pairs) {
        const own = equity && printedBeside(report, equity, at)
        const whole = all && printedBeside(report, all, at)
        if (own && whole && whole.amount.value !== 0 && own.unit === whole.unit && at.unit === '%')
          return [solidity(at, own, whole)]
      }
      return []
    })
  })
}

function solidity(at: Printed, own: Printed, whole: Printed): Check {
  const exact = (100 * printedNumber(own.amount)) / printedNumber(whole.amount)
  const step = 10 ** at.amount.decimals
  const expected = printedNumber(at.amount)
  const actual = Math.round(exact * step) / step
  const terms: Term[] = [own, whole].map(({ cell }) => ({ cell, sign: 1 }))
  const name = nameOf(at.row, at.table)
  return makeCheck({
    rule: 'key_figure',
    subject: name,
    at,
    expected,
    actual,
    // Printed to the nearest step, or cut off.
    tolerance: 1 / step,
    terms,
    holds: `${name}: equity is ${actual} % of the assets, as printed.`,
    fails: () => `${name} is printed as ${expected} %, equity is ${actual} % of the assets.`,
  })
}

function checkShares(report: Report): Check[] {
  return report.tables.flatMap((table, index) =>
    table.sums.flatMap(({ row, terms: parts }) =>
      table.columns.flatMap((_, column) => {
        const at = printedAt(report, { table: index, row, column })
        if (at?.unit !== '%' || printedNumber(at.amount) !== 100) return []
        const known = parts.flatMap((part) => printedAt(report, { table: index, row: part.row, column }) ?? [])
        if (known.length < 2) return []
        const step = 10 ** Math.max(...known.map(({ amount }) => amount.decimals))
        const actual = Math.round(known.reduce((sum, { amount }) => sum + printedNumber(amount), 0) * step) / step
        return [
          makeCheck({
            rule: 'key_figure',
            subject: nameOf(at.row, table),
            at,
            expected: 100,
            actual,
            tolerance: roundingTolerance(known.length) / step,
            terms: known.map(({ cell }) => ({ cell, sign: 1 as const })),
            holds: 'The shares add up to 100 %.',
            fails: () => `The shares add up to ${actual} %.`,
          }),
        ]
      }),
    ),
  )
}
