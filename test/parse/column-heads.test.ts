import { describe, expect, it } from 'vitest'
import { isHeadText, readColumnHead, readUnit, toColumn } from '../../src/parse/column-heads.js'

describe('readColumnHead', () => {
  it.each([
    ['Not', true],
    ['(Se not)', true],
    // the unit of the table stands at its edge, over whatever column is there
    ['Belopp i kr Not', true],
    ['Notariat', false],
    ['Budget Not', false],
  ])('%j stands over references to notes: %s', (label, isNote) => {
    expect(readColumnHead(label).isNote).toBe(isNote)
  })

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
    ['Budset 2014', 'budget', '2014-12-31'],
    ['Boksiut 2014', 'actual', '2014-12-31'],
    ['Budord 2014', null, '2014-12-31'],
    ['2019-01-01 -2019-12-31', null, '2019-12-31'],
    ['2010-01-07 2010-12-31', null, '2010-12-31'],
    ['Not', null, null],
    ['1/1-31/12', null, null],
    ['1/1-31/12 1996', null, '1996-12-31'],
    // heads of two columns run together: which is meant is not told
    ['2009-12-31 2008-12-31', null, null],
    // a date and the year of another: which is meant is not told either
    ['30 juni 2008 i kronor Budget 2008/09', 'budget', null],
    ['2007/2008 2007-07-01 - 2008-06-30', null, '2008-06-30'],
    // of a span over two lines only the first was read
    ['2019-01-01', null, '2019-01-01'],
  ])('%j is %s of %s', (label, scenario, periodEnd) => {
    expect(readColumnHead(label)).toMatchObject({ label, scenario, periodEnd })
  })

  it.each([
    ['I år', 'current'],
    ['Årets utfall', 'current'],
    ['Räkenskapsåret', 'current'],
    ['Innevarande period', 'current'],
    ['UB', 'current'],
    ['Vid årets slut', 'current'],
    ['Fg års utfall', 'previous'],
    ['Föreg. bokslut', 'previous'],
    ['Fjolåret', 'previous'],
    ['IB', 'previous'],
    ['Ing. balans', 'previous'],
    ['Räkenskapsåret 2007', null],
    ['Budget', null],
  ])('%j speaks of the year %s', (label, relative) => {
    expect(readColumnHead(label).relative).toBe(relative)
  })

  it.each([
    ['IB 2007', '2006-12-31'],
    ['UB 2007', '2007-12-31'],
    // a year over its span is told to the day by the span
    ['2004/2005 1 september 2004 – 31 augusti 2005', '2005-08-31'],
  ])('%j ends %s', (label, end) => {
    expect(readColumnHead(label).periodEnd).toBe(end)
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
    ['BELOPP ITKR', 'tkr'],
    // "tkr" whose first letter was misread
    ['Belopp ikr', null],
    ['Tusentals kronor', 'tkr'],
    ["Belopp i tusenta's kronor", 'tkr'],
    ['Belopp i lusentals kronor', null],
    ['Belopp i hela kronor', 'kr'],
    ['(1000-tal', 'tkr'],
    ['1 000-tals kr', 'tkr'],
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
    'Belopp i tusen kronor 31.12.2017 31.12.2018',
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
