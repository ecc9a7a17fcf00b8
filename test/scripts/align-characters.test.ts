import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alignCharacters } from '../../scripts/misreadings/align-characters.js'

it.each([
  ['1842', '1842', []],
  ['1842', '1892', [['4', '9']]],
  ['5127', '127', [['5', '']]],
  ['-27', '27', [['-', '']]],
  ['13', '123', [['', '2']]],
])('tells what in %s was read otherwise in %s', (printed, read, differing) => {
  expect(alignCharacters(printed, read).filter(([a, b]) => a !== b)).toEqual(differing)
})

it('loses no character of either text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (first, second) => {
      const pairs = alignCharacters(first, second)
      expect(pairs.map(([a]) => a).join('')).toBe(first)
      expect(pairs.map(([, b]) => b).join('')).toBe(second)
    }),
  )
})
