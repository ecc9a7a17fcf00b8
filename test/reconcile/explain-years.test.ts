import { describe, expect, test } from 'vitest'
import { checkYears } from '../../src/reconcile/years.js'
import { type RowSketch, report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

const costs: RowSketch[] = [
  ['Fastighetsskötsel', 1_615_479, 1_500_000],
  ['Reparationer', 1_564_272, 1_400_000],
  ['Försäkring', 97_112, 95_000],
  ['Summa kostnader', 3_276_863, 2_995_000],
]
const earlier = {
  id: 'a',
  report: withSums(
    report([table('income_statement', costs, { columns: years(2, 2019) })], { periodEnd: '2019-12-31' }),
  ),
}

/** What is said of each comparative that differs, where the later report prints these for the earlier year. */
function reasons(...comparatives: [string | null, number][]): string[] {
  const rows = comparatives.map(([label, value]): RowSketch => [label, value + 11_000, value])
  rows[rows.length - 1] = [
    rows.at(-1)![0],
    comparatives.slice(0, -1).reduce((sum, [, value]) => sum + value + 11_000, 0),
    comparatives.at(-1)![1],
  ]
  const later = { id: 'b', report: withSums(report([table('income_statement', rows)])) }
  return checkYears(earlier, later)
    .filter(({ verdict }) => verdict === 'mismatch')
    .map(({ subject, explanation }) => `${subject}: ${explanation.split('. ').at(-1)?.replaceAll('\u00a0', ' ')}`)
}

describe('why a comparative differs', () => {
  test('an amount that moved between lines under a standing total is a regrouping', () => {
    expect(
      reasons(
        ['Fastighetsskötsel', 1_713_423],
        ['Reparationer', 1_466_328],
        ['Försäkring', 97_112],
        ['Summa kostnader', 3_276_863],
      ),
    ).toEqual([
      expect.stringMatching(
        /^Fastighetsskötsel: .*Regrouped: Summa kostnader stands, .* Reparationer \(97 944 kr\)\.$/,
      ),
      expect.stringMatching(
        /^Reparationer: .*Regrouped: Summa kostnader stands, .* Fastighetsskötsel \(97 944 kr\)\.$/,
      ),
    ])
  })

  test('so is one to a row that the earlier report does not have', () => {
    const [why, ...more] = reasons(
      ['Fastighetsskötsel', 1_615_479],
      ['Reparationer', 1_000_000],
      ['Planerat underhåll', 564_272],
      ['Försäkring', 97_112],
      ['Summa kostnader', 3_276_863],
    )
    expect(why).toMatch(/Regrouped: Summa kostnader stands, and Planerat underhåll has 564 272 kr/)
    expect(more).toEqual([])
  })

  test('a line and its total that moved together are restated', () => {
    const found = reasons(
      ['Fastighetsskötsel', 1_615_479],
      ['Reparationer', 1_864_272],
      ['Försäkring', 97_112],
      ['Summa kostnader', 3_576_863],
    )
    expect(found).toEqual([
      expect.stringMatching(/^Reparationer: .*Restated: Summa kostnader moved by the same 300 000 kr\.$/),
      expect.stringMatching(/^Summa kostnader: .*Restated: it moved with Reparationer \(300 000 kr\)\.$/),
    ])
  })

  test('a figure that its own sums refuse is misread or misprinted, in the report where they do', () => {
    const found = reasons(
      ['Fastighetsskötsel', 1_615_479],
      ['Reparationer', 1_664_272],
      ['Försäkring', 97_112],
      ['Summa kostnader', 3_276_863],
    )
    expect(found).toEqual([
      expect.stringMatching(/the sums of the earlier report hold with its figure: misread or misprinted here\.$/),
    ])
  })
})
