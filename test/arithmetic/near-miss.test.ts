import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DOUBTFUL, nearCutEvidence, nearMissEvidence, type SumFigures } from '../../src/arithmetic/near-miss.js'

const sum = (total: number, ...values: number[]): SumFigures => ({
  total,
  terms: values.map((value) => ({ value, sign: 1 })),
})

describe('a sum that does not close', () => {
  test.each([
    ['a digit', sum(1_247_653, 1_000_000, 247_658)],
    ['a lost digit of the total', sum(24_653, 124_000, 123_653)],
    ['a lost minus', sum(-1_010_893, 9_341_758, 10_352_651)],
    ['the number of a note', sum(812_450, 800_000, 412_450)],
    ['digits that the printer swapped', sum(436_042, 200_000, 230_642)],
  ])('is one slip away: %s', (_, figures) => {
    expect(nearMissEvidence(figures)).toBeGreaterThan(DOUBTFUL)
  })

  test('is not, where two figures would have to be wrong', () => {
    expect(nearMissEvidence(sum(1_247_653, 1_003_000, 247_658))).toBeUndefined()
    expect(nearMissEvidence(sum(-905_728, 900_527, 5701))).toBeUndefined()
  })

  test('says nothing with short figures, which are a slip away from most others', () => {
    expect(nearMissEvidence(sum(58, 20, 31))).toBeLessThanOrEqual(DOUBTFUL)
  })

  test('is seldom a slip away where the figures have nothing to do with each other', () => {
    const figure = fc.integer({ min: 100_000, max: 999_999 })
    const all = fc.sample(fc.tuple(figure, figure, figure), { numRuns: 2000, seed: 4 })
    const near = all.filter(([a, b, c]) => nearMissEvidence(sum(a, b, c)) !== undefined)
    expect(near.length / all.length).toBeLessThan(0.01)
  })
})

test('a line whose digits were cut elsewhere has the digits that its sums call for', () => {
  // 280 594 | 366 690 read as 280 594 366 | 690
  expect(nearCutEvidence(sum(280_594_366, 200_000, 80_594), sum(690, 300_000, 66_690))).toBeGreaterThan(DOUBTFUL)
  expect(nearCutEvidence(sum(280_595_366, 200_000, 80_594), sum(690, 300_000, 66_690))).toBeUndefined()
})
