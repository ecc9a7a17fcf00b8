import { describe, expect, test } from 'vitest'
import { checkYears } from '../../src/reconcile/years.js'
import { report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

const earlier = {
  id: 'a',
  report: withSums(
    report(
      [
        table(
          'note',
          [
            ['Kundfordringar', 61_270, 52_335],
            ['Förutbetalda kostnader', 37_093, 80_369],
            ['Summa', 134_363, 132_704],
          ],
          { note: '3', title: 'Fordringar', columns: years(2, 2019) },
        ),
      ],
      { periodEnd: '2019-12-31' },
    ),
  ),
}
const later = (thousands: boolean) => ({
  id: 'b',
  report: withSums(
    report([
      table(
        'note',
        thousands
          ? [
              ['Kundfordringar', 70, 61],
              ['Förutbetalda kostnader', 90, 73],
              ['Summa', 160, 134],
            ]
          : [
              ['Kundfordringar', 70_000, 61_270],
              ['Förutbetalda kostnader', 90_000, 73_093],
              ['Summa', 160_000, 134_363],
            ],
        { note: '4', title: 'Fordringar', unit: thousands ? 'tkr' : 'kr' },
      ),
    ]),
  ),
})

describe('checkYears', () => {
  test('comparatives are the earlier report’s own figures; a line that breaks the earlier sums is told so', () => {
    const checks = checkYears(earlier, later(false))
    expect(
      checks.map(({ subject, expected, actual, verdict, periodEnd }) => [
        subject,
        expected,
        actual,
        verdict,
        periodEnd,
      ]),
    ).toEqual([
      ['Kundfordringar', 61_270, 61_270, 'ok', '2019-12-31'],
      ['Förutbetalda kostnader', 37_093, 73_093, 'mismatch', '2019-12-31'],
      ['Summa', 134_363, 134_363, 'ok', '2019-12-31'],
    ])
    expect(checks[1]?.explanation).toContain('misread or misprinted in the earlier report')
    expect(checks[0]?.other).toEqual({ reportId: 'a', cell: { table: 0, row: 0, column: 0 } })
  })

  test('years in kr and in tkr meet within half a thousand, in whole kronor', () => {
    const checks = checkYears(earlier, later(true))
    expect(checks.map(({ expected, actual, unit, verdict }) => [expected, actual, unit, verdict])).toEqual([
      [61_270, 61_000, 'kr', 'rounding'],
      [37_093, 73_000, 'kr', 'mismatch'],
      [134_363, 134_000, 'kr', 'rounding'],
    ])
  })

  test('an earlier report is not held against a later one', () => {
    expect(checkYears(later(false), earlier)).toEqual([])
  })
})
