import { describe, expect, it } from 'vitest'
import { spellPeriods } from '../../src/parse/short-periods.js'

describe('spellPeriods', () => {
  it.each([
    ['07-01 - 07-12', '2007-12-31'],
    ['Resultaträkning 07-01 - 07-12 06-01 - 06-12', 'Resultaträkning 2007-12-31 2006-12-31'],
    ['0701-0712', '2007-12-31'],
    ['9807-9906', '1999-06-30'],
    ['Bokslut 1612 Bokslut 1512', 'Bokslut 2016-12-31 Bokslut 2015-12-31'],
    ['Utfall 1708', 'Utfall 2017-08-31'],
    ['1612 1512', '2016-12-31 2015-12-31'],
    ['Not 1502 1402', 'Not 2015-02-28 2014-02-28'],
    ['jan-aug 2017', '2017-08-31'],
    ['Januari – december 2016', '2016-12-31'],
  ])('%j is %j', (text, spelt) => {
    expect(spellPeriods(text)).toBe(spelt)
  })

  it.each([
    '2019-01-01 - 2019-12-31',
    '190101-191231',
    '2009 2008',
    'Bokslut 2012 Bokslut 2011',
    '2016/2017',
    '08-123 45 67',
    '222000-1818',
    '1 612 1 512',
    // the span would be longer than any fiscal year
    '05-01 - 08-12',
    // amounts of which only one could be a month
    '1612 1713',
  ])('%j stays', (text) => {
    expect(spellPeriods(text)).toBe(text)
  })
})
