import { expect, test } from 'vitest'
import { titleAndHeads } from '../../src/parse/title-and-heads.js'

test.each([
  ['Resultaträkning 2008 2007', 'Resultaträkning', '2008 2007'],
  ['Balansräkning 2008-12-31 2007-12-31', 'Balansräkning', '2008-12-31 2007-12-31'],
  ['Balansräkning 31 december 2008 31 december 2007', 'Balansräkning', '31 december 2008 31 december 2007'],
  ['Balansräkning den 31 december 2008 2007', 'Balansräkning den 31 december', '2008 2007'],
  [
    'Resultaträkning 1 juli 2007 - 30 juni 2008 Not 2008 2007',
    'Resultaträkning 1 juli 2007 - 30 juni 2008',
    'Not 2008 2007',
  ],
])('the heads of columns on the line of a title are parted from it: %s', (line, title, rest) => {
  expect(titleAndHeads(line)).toEqual({ title, rest })
})

test.each([
  'Resultaträkning för tiden 1 juli 2007 - 30 juni 2008 i kronor',
  'Resultaträkning 1 januari 2008 - 31 december 2008',
  'Balansräkning per den 30 juni 2008 i kronor',
])('a date in words is the title’s own: %s', (line) => {
  expect(titleAndHeads(line)).toEqual({ title: line, rest: '' })
})
