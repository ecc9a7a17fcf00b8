import { expect, it } from 'vitest'
import { judge } from '../../src/reconcile/judge.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { type RowSketch, report, table } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

/** The assets and liabilities of a year, as their single digits before the thousands were read or lost. */
function balance(assets: readonly [number, number, number]): readonly RowSketch[] {
  const [current, fixed, total] = assets
  return [
    ['Omsättningstillgångar', current],
    ['Anläggningstillgångar', fixed],
    ['Summa tillgångar', total],
    ['Skulder', 2_339_227],
    ['Eget kapital', 4_237_910],
    ['Summa skulder och eget kapital', 6_577_137],
  ]
}

function statuses(rows: readonly RowSketch[], decimals = 0): string[] {
  const { rows: read, ...rest } = table('balance_sheet', rows)
  const inDecimals = read.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, decimals }) }))
  const one = withSums(report([{ ...rest, rows: inDecimals }]))
  const [judged] = judge([{ id: 'a', report: one, checks: reconcileReport(one), repaired: [] }])
  return judged![0]!.map(([first]) => first!.status)
}

it.each([0, 2])('sums of figures that all lost their first digits do not make them sure (%d decimals)', (decimals) => {
  const whole = statuses(balance([4_173_860, 2_403_277, 6_577_137]), decimals)
  expect(new Set(whole)).toEqual(new Set(['verified']))
  const [current, fixed, total] = statuses(balance([173_860, 403_277, 577_137]), decimals)
  expect([current, fixed, total]).not.toContain('verified')
  expect(total).toBe('suspect')
})
