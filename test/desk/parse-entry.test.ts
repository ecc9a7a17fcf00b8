import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEntry } from '../../src/desk/parse-entry.js'
import { formatAmount } from '../../src/model/format-amount.js'

test.each([
  ['1 234', 1234, 0],
  ['1\u00a0234', 1234, 0],
  ['1\u2009234\u202f567', 1_234_567, 0],
  ['1234', 1234, 0],
  ['1.234.567', 1_234_567, 0],
  ['−1 234', -1234, 0],
  ['- 1 234', -1234, 0],
  ['–1234', -1234, 0],
  ['(1 234)', -1234, 0],
  ['( 1 234 )', -1234, 0],
  ['80,6', 806, 1],
  ['−0,50', -50, 2],
  ['0', 0, 0],
  ['-0', 0, 0],
])('%j is %d with %d decimals', (text, amount, decimals) => {
  expect(parseEntry(text)).toEqual({ amount, decimals })
})

test.each([
  '',
  'x',
  '1 23',
  '12 34',
  '1,',
  ',5',
  '1.5',
  '--1',
  '(-1)',
  '(1',
  '1)',
  '1e3',
  '0x1',
  '99999999999999999999',
  '1 2345',
])('%j is no amount', (text) => expect(parseEntry(text)).toBeUndefined())

test('what is printed is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(3), (amount, decimals) => {
      expect(parseEntry(formatAmount(amount, decimals))).toEqual({ amount, decimals })
    }),
  )
})
