import { describe, expect, test } from 'vitest'
import { closing, roundingTolerance, toKronor } from '../../src/arithmetic/interval.js'

describe('closing', () => {
  test.each([
    [7000, 7001, 9, 'rounded'],
    [7000, 7000, 9, 'exact'],
    [7000, 7006, 9, 'open'],
    [-1920, -1919, 2, 'rounded'],
    [-1920, -1918, 2, 'open'],
  ])('%d against %d over %d terms is %s', (expected, actual, terms, verdict) => {
    expect(closing(expected, actual, roundingTolerance(terms))).toBe(verdict)
  })
})

describe('toKronor', () => {
  test('a figure in tkr stands for itself ± 500 kr, one with a decimal for ± 50', () => {
    expect(toKronor(-1179, 0, 'tkr')).toEqual({ value: -1_179_000, half: 500 })
    expect(toKronor(125, 1, 'tkr')).toEqual({ value: 12_500, half: 50 })
    expect(toKronor(45, 0, '%')).toBeUndefined()
  })

  test('a figure to the öre, put into whole kronor, is known to half a krona', () => {
    expect(toKronor(50_050, 2, 'kr')).toEqual({ value: 501, half: 0.5 })
  })
})

test('printed decimals differ by what they show', () => {
  expect(closing(80.7, 80.6, 0.1)).toBe('rounded')
  expect(closing(80.8, 80.6, 0.1)).toBe('open')
})
