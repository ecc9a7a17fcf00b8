import { describe, expect, it } from 'vitest'
import { findDates, isHeadText, readColumnHead, readUnit, toColumn } from '../../src/parse/column-heads.js'

describe('findDates', () => {
  it.each([
    ['2019-12-31', '2019-12-31'],
    ['2013.12.31', '2013-12-31'],
    ['2013/12/31', '2013-12-31'],
    ['2013—12—31', '2013-12-31'],
    ['20131231', '2013-12-31'],
    ['131231', '2013-12-31'],
    ['971231', '1997-12-31'],
    ['31 december 2014', '2014-12-31'],
    ['31 dec 2014', '2014-12-31'],
    ['31/12 2014', '2014-12-31'],
    ['31/12-81 31/12 -80', '1981-12-31 1980-12-31'],
    ['31/12/81 31.12.80', '1981-12-31 1980-12-31'],
    ['30.6.2014', '2014-06-30'],
    ['1.7.2013–30.6.2014', '2014-06-30'],
    ['1.1–30.6.2014', '2014-06-30'],
    ['94-06-30', '1994-06-30'],
    ['81.12.31', '1981-12-31'],
    ['81.01.01-81.12.31 80.01.01-80.12.31', '1981-12-31 1980-12-31'],
    ['00-07-01 - 01-06-30', '2001-06-30'],
    // of a span its end
    ['2019-01-01 - 2019-12-31', '2019-12-31'],
    ['2019-01-01–2019-12-31', '2019-12-31'],
    ['190101-191231', '2019-12-31'],
    ['2019-01-01 t.o.m. 2019-12-31', '2019-12-31'],
    ['1 januari 2017 till 31 augusti 2017', '2017-08-31'],
    ['07-01 - 07-12 06-01 - 06-12', '2007-12-31 2006-12-31'],
    ['1612 1512', '2016-12-31 2015-12-31'],
    // two columns
    ['2009-12-31 2008-12-31', '2009-12-31 2008-12-31'],
    ['131231 121231', '2013-12-31 2012-12-31'],
    // a month has the days it has
    ['2015-02-31', '2015-02-28'],
  ])('%j names %j', (text, dates) => {
    expect(findDates(text).map(({ date }) => date)).toEqual(dates.split(' '))
    expect(findDates(text).some(({ yearOnly }) => yearOnly)).toBe(false)
  })

  it.each([
    ['2009 2008', '2009 2008'],
    ['Bokslut 2013 Budget 2013', '2013 2013'],
    ['2016/2017', '2017'],
    ['2016/17 2015/16', '2017 2016'],
    ['1999/00', '2000'],
    ['2019 2018 2017 2016 2015', '2019 2018 2017 2016 2015'],
  ])('%j names the years %j', (text, years) => {
    expect(findDates(text).map(({ date }) => date.slice(0, 4))).toEqual(years.split(' '))
    expect(findDates(text).every(({ yearOnly }) => yearOnly)).toBe(true)
  })

  it.each(['', 'Not', '12', '131331', '222000-1818', '769617-1052', '1 234 567', '12019', '009 008'])(
    '%j names none',
    (text) => {
      expect(findDates(text)).toEqual([])
    },
  )
})

describe('readColumnHead', () => {
  it.each([
    ['Budget 2019', 'budget', '2019-12-31'],
    ['Bokslut 2013', 'actual', '2013-12-31'],
    ['Utfall 2019-12-31', 'actual', '2019-12-31'],
    ['Avvikelse', 'variance', null],
    ['Avvikelse budget - utfall', 'variance', null],
    ['Differens', 'variance', null],
    ['Helårsprognos 2017', 'forecast', '2017-12-31'],
    ['Beviljade medel', 'budget', null],
    ['Tilldelade medel 2014', 'budget', '2014-12-31'],
    ['Förbrukade medel', 'actual', null],
    ['2019-01-01 -2019-12-31', null, '2019-12-31'],
    ['2010-01-07 2010-12-31', null, '2010-12-31'],
    ['Not', null, null],
    ['1/1-31/12', null, null],
    ['1/1-31/12 1996', null, '1996-12-31'],
    // heads of two columns run together: which is meant is not told
    ['2009-12-31 2008-12-31', null, null],
    // of a span over two lines only the first was read
    ['2019-01-01', null, '2019-01-01'],
  ])('%j is %s of %s', (label, scenario, periodEnd) => {
    expect(readColumnHead(label)).toMatchObject({ label, scenario, periodEnd })
  })

  it('a head that says only where the year begins names the year', () => {
    expect(toColumn(readColumnHead('2019-01-01'), '12-31').periodEnd).toBe('2019-12-31')
  })

  it.each([
    ['Not', true],
    ['Not.', true],
    ['(not)', true],
    ['Noter', true],
    ['Not Not', true],
    ['Notering', false],
    ['Not 4 Kassa', false],
    ['Se not', true],
    ['Se not 6 under', false],
  ])('%j heads a column of notes: %s', (label, isNote) => {
    expect(readColumnHead(label).isNote).toBe(isNote)
  })
})

describe('readUnit', () => {
  it.each([
    ['Belopp i kr', 'kr'],
    ['(kronor)', 'kr'],
    ['SEK', 'kr'],
    ['(tkr)', 'tkr'],
    ['Belopp i tkr', 'tkr'],
    ['kkr', 'tkr'],
    ['Tusentals kronor', 'tkr'],
    ['KSEK', 'tkr'],
    ['mkr', 'mkr'],
    ['miljoner kronor', 'mkr'],
    ['Kronofogden', null],
    ['Kreditkort', null],
    ['', null],
  ])('%j is in %s', (text, unit) => {
    expect(readUnit(text)).toBe(unit)
  })
})

describe('isHeadText', () => {
  it.each([
    'Not 2009 2008',
    'Se not Kr Kr',
    'Belopp i kr',
    'Budget 2019 Utfall 2019 Avvikelse',
    'Not Budget 2005 Bokslut 2005 Budgetavvikelse Bokslut 2004',
    '2019-01-01',
    '190101-191231',
    'Bokslut',
  ])('%j stands over columns', (text) => {
    expect(isHeadText(text)).toBe(true)
  })
  it.each(['Summa intäkter', 'Kassa och bank 2019', '', '-', '1 234', 'Resultaträkning 2019'])(
    '%j does not',
    (text) => {
      expect(isHeadText(text)).toBe(false)
    },
  )
})

describe('toColumn', () => {
  it.each([
    ['Bokslut 2013', '12-31', '2013-12-31', 'actual'],
    ['2016/2017', '04-30', '2017-04-30', 'actual'],
    ['Budget 2017', '08-31', '2017-08-31', 'budget'],
    ['2017-08-31', '12-31', '2017-08-31', 'actual'],
    ['Avvikelse', '12-31', null, 'variance'],
    ['', '12-31', null, 'actual'],
  ])('%j of a fiscal year that ends %s is of %s', (label, fiscalYearEnd, periodEnd, scenario) => {
    expect(toColumn(readColumnHead(label), fiscalYearEnd)).toMatchObject({
      label: label === '' ? null : label,
      periodEnd,
      scenario,
    })
  })

  it('a column of shares is known by its head', () => {
    expect(toColumn(readColumnHead('Fördelning %'), '12-31').unit).toBe('%')
  })
})
