import { describe, expect, test } from 'vitest'
import type { Check } from '../../src/model/check.js'
import { judge } from '../../src/reconcile/judge.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { report, table, years } from '../support/build-report.js'

const overview = (equity: number[], solidity: number[]) => {
  const one = table(
    'multi_year',
    [
      ['Årets resultat', -163_279, -126_955, -364_291, -992_506],
      ['Eget kapital', ...equity],
      ['Balansomslutning', 4_218_045, 3_911_890, 4_345_213, 4_603_318],
      ['Soliditet', ...solidity],
    ],
    { columns: years(4) },
  )
  const rows = one.rows.map((row) => (row.label === 'Soliditet' ? { ...row, unit: '%' as const } : row))
  return report([{ ...one, rows }])
}
const sound = overview([3_001_654, 3_164_933, 3_291_888, 3_656_179], [71, 81, 76, 79])

function told(whole: ReturnType<typeof overview>, rule: Check['rule']): string[] {
  return reconcileReport(whole)
    .filter((check) => check.rule === rule)
    .map(({ periodEnd, expected, actual, verdict }) => `${periodEnd} ${expected}/${actual} ${verdict}`)
}

describe('overviews', () => {
  test('equity rolls forward by the results, soliditet is of the overview’s own figures', () => {
    expect(told(sound, 'opening_equity')).toEqual([
      '2020-12-31 3001654/3001654 ok',
      '2019-12-31 3164933/3164933 ok',
      '2018-12-31 3291888/3291888 ok',
    ])
    expect(told(sound, 'key_figure').map((line) => line.split(' ').at(-1))).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  test('both prove the figures they bind, soliditet not the assets it is of', () => {
    const [judged] = judge([{ id: 'a', report: sound, checks: reconcileReport(sound), repaired: [] }])
    expect(judged![0]!.map((row) => row.map(({ status }) => status === 'verified'))).toEqual([
      [true, true, true, false],
      [true, true, true, true],
      [false, false, false, false],
      [true, true, true, true],
    ])
  })

  test('one year that does not roll forward is told where three others do; equity that moves otherwise is not', () => {
    const five = table(
      'multi_year',
      [
        ['Årets resultat', -163_279, -126_955, -364_291, -992_506, 4685],
        ['Eget kapital', 3_001_654, 3_164_933, 3_291_888, 3_656_179, 4_646_885],
      ],
      { columns: years(5) },
    )
    expect(told(report([five]), 'opening_equity')).toEqual([
      '2020-12-31 3001654/3001654 ok',
      '2019-12-31 3164933/3164933 ok',
      '2018-12-31 3291888/3291888 ok',
      '2017-12-31 3656179/3654379 mismatch',
    ])
    const moved = overview([5_001_654, 4_164_933, 3_291_888, 3_656_179], [71, 81, 76, 79])
    expect(told(moved, 'opening_equity')).toEqual(['2018-12-31 3291888/3291888 ok'])
  })
})
