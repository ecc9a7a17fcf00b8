import { expect, test } from 'vitest'
import { isOrganisationNumber } from '../../src/arithmetic/organisation-number.js'

test.each([
  ['2220001818', true],
  ['222000-1818', true],
  ['716416-6519', true],
  ['5560360793', true],
  ['2220001819', false],
  ['222000-1819', false],
  ['2220008118', false],
  ['1912310000', false],
  ['222000181', false],
  ['7164166', false],
])('%s is an organisation number: %s', (text, expected) => {
  expect(isOrganisationNumber(text)).toBe(expected)
})
