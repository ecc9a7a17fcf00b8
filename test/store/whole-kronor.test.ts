import { describe, expect, it } from 'vitest'
import { toWholeKronor } from '../../src/store/whole-kronor.js'

describe('toWholeKronor', () => {
  it.each([
    [4_244_578, 0, 'kr', 4_244_578],
    [-916, 0, 'tkr', -916_000],
    [123, 1, 'mkr', 12_300_000],
    [12_345, 2, 'kr', 123],
    [12_350, 2, 'kr', 124],
    [-12_350, 2, 'kr', -124],
    [-49, 2, 'kr', 0],
    [653, 1, '%', null],
    [25, 0, 'count', null],
    [9_007_199_254_740, 0, 'tkr', 9_007_199_254_740_000],
  ] as const)('%i with %i decimals in %s', (amount, decimals, unit, kronor) => {
    expect(toWholeKronor(amount, decimals, unit)).toBe(kronor)
  })
})
