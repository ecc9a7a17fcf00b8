import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceOfClosing, isNoAccident } from '../../src/arithmetic/chance.js'

describe('chanceOfClosing', () => {
  test.each([
    [1, 1000, 0, 0.001],
    [20, 1_000_000, 0, 0.00002],
    [20, 1_000_000, 2.5, 0.0001],
    [8, 12, 1, 1],
    [1, 0, 0, 1],
  ])('%i tries at a total of %i within %d', (tries, total, tolerance, chance) => {
    expect(chanceOfClosing(tries, total, tolerance)).toBeCloseTo(chance, 10)
  })

  test('bounds what trying all runs of unrelated figures finds', () => {
    const found = fc
      .sample(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 9, maxLength: 9 }), { numRuns: 4000, seed: 7 })
      .filter((figures) => {
        const total = figures.at(-1)!
        return [...figures.keys()]
          .slice(1)
          .some((count) => figures.slice(-1 - count, -1).reduce((a, b) => a + b, 0) === total)
      })
    // eight runs; most totals are far above the smallest, so that the bound is taken at their middle
    expect(found.length / 4000).toBeLessThan(chanceOfClosing(8, 500, 0))
    expect(found.length).toBeGreaterThan(0)
  })
})

test('a figure of six digits is no accident of fifty tries, one of three is', () => {
  expect(isNoAccident(50, 146_086, 0)).toBe(true)
  expect(isNoAccident(50, 146, 0)).toBe(false)
  expect(isNoAccident(50, -146_086, 3)).toBe(false)
})
