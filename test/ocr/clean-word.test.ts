import { expect, test } from 'vitest'
import { cleanWord, isMadeOfFigures, isNumeric } from '../../src/ocr/clean-word.js'

test.each([
  ['|14', '14', 'a rule before a figure'],
  ["215'", '215', 'a rule after a figure'],
  [':638', '638', 'a dotted rule'],
  ['428_', '428', 'an underline'],
  ['–6', '-6', 'a long dash is a minus'],
  ['—41', '-41', 'a longer dash is a minus'],
  ['~15', '-15', 'a wave is a minus'],
  ['«359', '-359', 'what readers give for a dash'],
  ['−1', '-1', 'the sign for minus'],
  ['|-14', '-14', 'a rule and a minus'],
  ['–', '-', 'a dash alone is nothing'],
  ['59%', '59%', 'a share stays'],
  ['12,5', '12,5', 'decimals stay'],
  ['2011-12-31', '2011-12-31', 'a date stays'],
  ['(41)', '(41)', 'brackets stay'],
  ['”Sofint”', '”Sofint”', 'quotes of words stay'],
  ['och/eller', 'och/eller', 'words stay'],
])('%s is used as %s: %s', (raw, text) => {
  expect(cleanWord(raw)).toBe(text)
  expect(cleanWord(cleanWord(raw))).toBe(text)
})

test('what is a figure and what only looks like one', () => {
  expect(['14', '-638', '59,1', '13%', '(41)'].every(isNumeric)).toBe(true)
  expect(['K2', '2011-12-31', '-', 'tkr', ''].some(isNumeric)).toBe(false)
  expect(isMadeOfFigures('222000-1818')).toBe(true)
  expect(isMadeOfFigures('-')).toBe(false)
})
