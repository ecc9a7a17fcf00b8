import { describe, expect, it } from 'vitest'
import { findOrgNumbers, identifyReport } from '../../src/parse/report-identity.js'
import { linesOfText } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const identify = (text: string) => identifyReport(linesOfText(text), parsingWords)

describe('findOrgNumbers', () => {
  it.each([
    ['Org.nr 222000-1818', ['222000-1818']],
    ['Org.nr 222000–1818', ['222000-1818']],
    ['Org.nr 222000 - 1818', ['222000-1818']],
    ['Org.nr 222000-1819', []],
    ['Bankgiro 5555-222000-1818', []],
    ['Telefon 019-222000', []],
  ])('%s', (text, numbers) => {
    expect(findOrgNumbers(linesOfText(text))).toEqual(numbers)
  })
})

describe('identifyReport', () => {
  it.each([
    ['Årsredovisning 2009\nSamordningsförbundet i Mellandalen', 'annual', '2009-12-31'],
    ['Årsredovisning för år 2014\nFinsam Norr', 'annual', '2014-12-31'],
    ['Delårsrapport januari - augusti 2017\nFinsam Norr', 'interim', '2017-08-31'],
    ['Delårsredovisning\njanuari – juni 2018', 'interim', '2018-06-30'],
    ['Årsredovisning\njanuari - december 2012', 'annual', '2012-12-31'],
    ['Årsbokslut 2016\n2016-04-30 2015-04-30\n2016-04-30 2015-04-30', 'annual', '2016-04-30'],
    ['Årsredovisning 2004\n2063-67-01 - 2004-06-39', 'annual', '2004-06-30'],
    ['Årsredovisning 2003\n1999-11-30\nIntäkter\n1999-11-30\nKostnader\n1999-11-30', 'annual', '2003-12-31'],
    ['Styrelsen\nHär står text', 'annual', null],
  ])('%j is %s to %s', (text, kind, periodEnd) => {
    expect(identify(text)).toMatchObject({ kind, periodEnd })
  })

  it.each([
    ['Årsredovisning 2009\nSamordningsförbundet Mellandalen', 'Samordningsförbundet Mellandalen'],
    ['Samordningsförbundet i norra Dalby län, DALFIN', 'Samordningsförbundet i norra Dalby län, DALFIN'],
    ['Norra Mellandalens Samordningsförbund', 'Norra Mellandalens Samordningsförbund'],
    ['Finsam Dalby och Berga', 'Finsam Dalby och Berga'],
    ['HSB Brf Tallen nr 4 i Dalby', 'HSB Brf Tallen nr 4 i Dalby'],
    ['Dalby Bostadsrättsförening', 'Dalby Bostadsrättsförening'],
    ['Dalverk AB', 'Dalverk AB'],
    ['Bygdegårdsföreningen Berga', 'Bygdegårdsföreningen Berga'],
    ['Dalbys hembygdsförening', 'Dalbys hembygdsförening'],
    ['Dalbys gymnasieförbund', 'Dalbys gymnasieförbund'],
    ['Brf Tallen i Dalby Org nr 716416-0001', 'Brf Tallen i Dalby'],
    ['Samordningsforbundet Mellandalen', 'Samordningsförbundet Mellandalen'],
    ['Förbundet har haft möten', null],
    ['Föreningen', null],
  ])('%j names %j', (text, organisation) => {
    expect(identify(text).organisation).toBe(organisation)
  })

  it('a body misread beside its number is no body of another kind', () => {
    const text = 'Samordningsförbundet Dalby\nÅrsredovisning 2009\nSamvrdmagsförbundet Dulby 222000-1818'
    expect(identify(text).organisation).toBe('Samordningsförbundet Dalby')
  })

  it('the name beside the number outweighs one that is met oftener', () => {
    const text =
      'Årsredovisning 2009\nFinsam Dalby\nOrg.nr 222000-1818\nStyrelsen\nSamarbete med Finsam Berga och andra i länet\nMöte med Finsam Berga och andra i länet'
    expect(identify(text)).toMatchObject({ organisation: 'Finsam Dalby', orgNumber: '222000-1818' })
  })
})
