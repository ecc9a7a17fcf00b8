import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastDigitMisreadings, slipBetween } from '../../src/arithmetic/misreadings.js'

describe('slipBetween', () => {
  test.each([
    [4_244_578, 244_578, 'leading digit lost'],
    [8_000_000, 800_000, 'one of two like digits lost'],
    [-916, -9216, 'middle digit gained'],
    [22_655, 223_655, 'middle digit gained'],
    [0, 4, 'mark read for nought'],
    [725_000, -725_000, 'minus gained'],
    [-725_000, 725_000, 'minus lost'],
    [13_209, 13_269, 'digit misread'],
  ])('%d read as %d: %s', (printed, read, fault) => {
    expect(slipBetween(printed, read)?.fault).toBe(fault)
  })

  test.each([
    [73_093, 37_093],
    [3544, 5344],
    [1_247_653, 1_247_563],
    [100, 100],
    [12_345, 99],
  ])('%d is not misread as %d: digits change places at the printer’s', (printed, read) => {
    expect(slipBetween(printed, read)).toBeUndefined()
  })
})

test('any one digit may have been misread, a like one at less cost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9_999_999 }), fc.nat(6), fc.nat(9), (value, place, digit) => {
      const digits = String(value)
      const at = place % digits.length
      const read = Number(digits.slice(0, at) + digit + digits.slice(at + 1))
      if (read === value || String(read).length !== digits.length) return
      expect(slipBetween(value, read)?.cost).toBeGreaterThanOrEqual(1)
    }),
  )
  expect(slipBetween(1_208, 1_200)!.cost).toBeLessThan(slipBetween(1_208, 1_207)!.cost)
})

test('a misread last digit changes nothing but the last digit', () => {
  expect(lastDigitMisreadings(-1206)).toEqual([-1205, -1208, -1200, -1204])
})
