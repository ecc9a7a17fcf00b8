import { describe, expect, it } from 'vitest'
import { findTotalAssets } from '../../src/arithmetic/total-assets.js'
import { type RowSketch, rows } from '../support/build-report.js'

const CLAIMS: readonly RowSketch[] = [
  ['Eget kapital', 4000, 3000],
  ['Skulder', 5000, 4100],
  ['Summa eget kapital och skulder', 9000, 7100],
]

describe('findTotalAssets', () => {
  it.each<[string, readonly RowSketch[], string | null]>([
    [
      'named',
      [
        ['Kassa', 9000, 7100],
        ['Summa tillgångar', 9000, 7100],
      ],
      'Summa tillgångar',
    ],
    [
      'named, though it differs',
      [
        ['Kassa', 9000, 7100],
        ['Summa tillgångar', 900, 710],
      ],
      'Summa tillgångar',
    ],
    [
      'told by the figure of the other side',
      [
        ['Kassa', 9000, 7100],
        ['Allt vi äger', 9000, 7100],
      ],
      'Allt vi äger',
    ],
    [
      'told by one year of two',
      [
        ['Kassa', 9000, 7100],
        ['Allt vi äger', 9000, 7700],
      ],
      'Allt vi äger',
    ],
    [
      'not told where no year agrees',
      [
        ['Kassa', 9000, 7100],
        ['Allt vi äger', 9100, 7700],
      ],
      null,
    ],
    [
      'not told by a row that others follow',
      [
        ['Allt vi äger', 9000, 7100],
        ['Inventarier', 5, 5],
      ],
      null,
    ],
  ])('%s', (_, assets, label) => {
    const all = rows([...assets, ...CLAIMS])
    expect(all[findTotalAssets(all)]?.label ?? null).toBe(label)
  })

  it('equity without liabilities is not all assets', () => {
    const all = rows([
      ['Eget kapital', 9000, 7100],
      ['Summa eget kapital och skulder', 9000, 7100],
    ])
    expect(findTotalAssets(all)).toBe(-1)
  })
})
