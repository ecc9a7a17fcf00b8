import { describe, expect, it } from 'vitest'
import { findHeading } from '../../src/parse/headings.js'

describe('findHeading', () => {
  it.each([
    'Styrelsens förslag till disposition',
    'FÖRSLAG TILL BEHANDLING AV',
    'A. Till föreningsstämmans förfogande står',
  ])('%j opens what becomes of the result, and no table', (line) => {
    expect(findHeading(line, false)).toMatchObject({ opens: 'text' })
  })

  it.each([
    // line, kind, title, heads on the same line
    ['Resultaträkning', 'income_statement', 'Resultaträkning', ''],
    ['RESULTATRÄKNING', 'income_statement', 'RESULTATRÄKNING', ''],
    ['Resultaträkning 2009 2008', 'income_statement', 'Resultaträkning', '2009 2008'],
    ['2.1 Balansräkning', 'balance_sheet', 'Balansräkning', ''],
    ['Balansräkning 2019-12-31 2018-12-31', 'balance_sheet', 'Balansräkning', '2019-12-31 2018-12-31'],
    ['Kassaflödesanalys -2002-12-31 -2001-12-31', 'cash_flow', 'Kassaflödesanalys', '-2002-12-31 -2001-12-31'],
    ['| Kassaflödesanalys', 'cash_flow', 'Kassaflödesanalys', ''],
    ['Rapport över kassaflöden', 'cash_flow', 'Rapport över kassaflöden', ''],
    ['Rapport över resultatet 2015 2014', 'income_statement', 'Rapport över resultatet', '2015 2014'],
    ['Finansieringsanalys', 'cash_flow', 'Finansieringsanalys', ''],
    ['Flerårsöversikt', 'multi_year', 'Flerårsöversikt', ''],
    ['5. Driftredovisning', 'operating_statement', 'Driftredovisning', ''],
    ['Budgetuppföljning', 'operating_statement', 'Budgetuppföljning', ''],
    ['[Budgetuppföljning insatser 2014', 'operating_statement', 'Budgetuppföljning insatser', '2014'],
    ['i Balansräkning', 'balance_sheet', 'Balansräkning', ''],
    ['Föreningens resultaträkning', 'income_statement', 'Föreningens resultaträkning', ''],
    ['Så gick det: resultaträkning', 'income_statement', 'Så gick det: resultaträkning', ''],
    ['Så gick det: resultaträkning, kronor', 'income_statement', 'Så gick det: resultaträkning, kronor', ''],
    ['Kassaflödesanalyser', 'cash_flow', 'Kassaflödesanalyser', ''],
    [
      'SÅ GICK DET: RESULTATRÄKNING KRONOR KRONOR',
      'income_statement',
      'SÅ GICK DET: RESULTATRÄKNING KRONOR KRONOR',
      '',
    ],
    ['Så gick det: resultaträkning i kr', 'income_statement', 'Så gick det: resultaträkning i kr', ''],
    ['Not Resultaträkning 2013', 'income_statement', 'Resultaträkning', '2013'],
    ['NOT 3. Balansräkning', 'balance_sheet', 'Balansräkning', ''],
    ['Vinst- och förlusträkning för år 1981', 'income_statement', 'Vinst- och förlusträkning för år', '1981'],
    ['VINST OCH FÖRLUSTKONTO', 'income_statement', 'VINST OCH FÖRLUSTKONTO', ''],
    ['Föreningens intäkts- och kostnadsräkning', 'income_statement', 'Föreningens intäkts- och kostnadsräkning', ''],
    ['Utgående balansräkning per den 31 december', 'balance_sheet', 'Utgående balansräkning per den 31 december', ''],
    ['Koncernens balansräkning', 'balance_sheet', 'Koncernens balansräkning', ''],
    ['Koncernbalansräkning', 'balance_sheet', 'Koncernbalansräkning', ''],
    ['Balansräkning, tkr Not UB 2013-12-31', 'balance_sheet', 'Balansräkning,', 'tkr Not UB 2013-12-31'],
    ['Kassaflöde, kr. Utfall 2016 Utfall 2015', 'cash_flow', 'Kassaflöde,', 'kr. Utfall 2016 Utfall 2015'],
    ['Kassaflöde, tkr Utfall 2013 Utfall 2012', 'cash_flow', 'Kassaflöde,', 'tkr Utfall 2013 Utfall 2012'],
    ['X<ASSAFLÖDESANALYS', 'cash_flow', 'X<ASSAFLÖDESANALYS', ''],
    ['Ba1ansräknlng 2009 2008', 'balance_sheet', 'Ba1ansräknlng', '2009 2008'],
    ['Förändring av likvida medel 2009 2008', 'cash_flow', 'Förändring av likvida medel', '2009 2008'],
  ])('%j opens a table: %s', (line, kind, title, rest) => {
    expect(findHeading(line, false)).toEqual({ opens: 'table', kind, title, rest })
  })

  it.each([
    ['Not 5 Marknadsföring', '5', 'Marknadsföring'],
    ['Not 12 Majoritetens andel', '12', 'Majoritetens andel'],
    ['Not 2 2013 2012', '2', ''],
  ])('%j opens note %s, though it begins like a day', (line, note, title) => {
    expect(findHeading(line, true)).toMatchObject({ opens: 'note', note, title })
  })

  it.each([
    'Not 5 Betalda räntor -5 844',
    'Not 2 Mottagna medel 178303 13 889 784',
    'NOT 81.01.01-81.12.31 80.01.01-80.12.31',
    'Not 2 Förutbetalda utgifter 13.772',
    'Not 2 Nettoomsättning 3.329.281,00 3.580.000,00',
    'NOT 6 INTÄKTER 26 63',
    'Not 1 Verksamhetens intäkter - - - -',
    'Not 31 dec 2020 31 dec 2021',
    'Not 31 der 2019 31 des 2018',
    'Not 1 januari – 31 december',
    'Not 1/1–31/12',
    'Not 1.1–31.12.2001 1.1–31.12.2000',
    'Not 00-12-31 99-12-31',
    '31 DEC 2012 31 DEC 2013',
  ])('%j is no note', (line) => {
    expect(findHeading(line, true)).toBeUndefined()
  })

  it.each(['Noter 12', 'Noter ........ 9'])('%j stands in a list of contents and opens nothing', (line) => {
    expect(findHeading(line, false)).toBeUndefined()
  })

  it.each([
    ['Not 3 Kortfristiga fordringar', '3', 'Kortfristiga fordringar', ''],
    ['i NOT 6 Byggnader och mark', '6', 'Byggnader och mark', ''],
    ['Ö Not 7 Förutbetalda kostnader', '7', 'Förutbetalda kostnader', ''],
    ['ee NOT2 FORDRINGAR', '2', 'FORDRINGAR', ''],
    ['Not 3. Kortfristiga fordringar', '3', 'Kortfristiga fordringar', ''],
    ['NOT 12: Eget kapital', '12', 'Eget kapital', ''],
    ['Not nr 3 Fordringar', '3', 'Fordringar', ''],
    ['Not nummer 12. Eget kapital', '12', 'Eget kapital', ''],
    ['NOT NR. 4 KASSA OCH BANK', '4', 'KASSA OCH BANK', ''],
    ['Not 8a Personal', '8a', 'Personal', ''],
    ['Notl Verksamhetens intäkter', '1', 'Verksamhetens intäkter', ''],
    ['Not 05 Skulder', '5', 'Skulder', ''],
    ['Not 4', '4', '', ''],
    ['Not 1 Verksamhetens intäkter 2009 2008', '1', 'Verksamhetens intäkter', '2009 2008'],
    ['Not 6 forts. Skulder', '6', 'Skulder', ''],
    ['Not 7 – Personal m.m.', '7', 'Personal m.m.', ''],
    ['Not 9 Pågående nyanläggningar', '9', 'Pågående nyanläggningar', ''],
    ['Not 9 Inventarier', '9', 'Inventarier', ''],
    ['Not 1 N msättn ng', '1', 'N msättn ng', ''],
    ['Not 8A Personal', '8a', 'Personal', ''],
  ])('%j opens note %s', (line, note, title, rest) => {
    expect(findHeading(line, false)).toEqual({ opens: 'note', note, title, rest })
  })

  it.each(['Noti3 Kassa och bank', 'Not ib Övriga skulder', 'Not & Fordringar', 'NOT Förutbetalt och upplupet'])(
    '%j opens a note whose number is not told',
    (line) => {
      expect(findHeading(line, true)).toMatchObject({ opens: 'note', note: null })
    },
  )

  it.each(['Förslag till vinstdisposition, TSEK', 'Till årsstämmans förfogande i moderbolaget står'])(
    '%j ends the table before it',
    (line) => {
      expect(findHeading(line, false)).toEqual({ opens: 'text', title: line })
    },
  )

  it('heads of columns behind a head of notes open nothing', () => {
    expect(findHeading('Not Utfall Budget', true)).toBeUndefined()
  })

  it('a disposition among notes is a row of equity', () => {
    expect(findHeading('Disposition av föregående', true)).toBeUndefined()
  })

  it.each([
    ['4 Kassa och bank', '4'],
    ['12. Eget kapital', '12'],
    ['3a Fordringar 2019 2018', '3a'],
  ])('%j opens note %s only among notes', (line, note) => {
    expect(findHeading(line, true)).toMatchObject({ opens: 'note', note })
    expect(findHeading(line, false)).toBeUndefined()
  })

  it.each([
    ...['Noter', 'NOTER', '4. Noter', 'Noter till bokslutet', 'Noter 2009 2008'],
    ...['Specifikationer', '7. Bokslutskommentarer', 'Specifikationer till resultaträkningen'],
    ...['Redovisningsprinciper och bokslutskommentarer', 'Kommentarer till resultat- och balansräkning'],
  ])('%j opens the notes', (line) => {
    expect(findHeading(line, false)).toEqual({ opens: 'notes' })
  })

  it.each([
    'Förvaltningsberättelse',
    '1. Förvaltningsberättelse',
    'REVISIONSBERÄTTELSE',
    'Redovisningsprinciper',
    'Styrelsens underskrifter',
  ])('%j opens text', (line) => {
    expect(findHeading(line, false)).toMatchObject({ opens: 'text' })
  })

  it.each([
    ['', 'nothing'],
    ['Resultaträkningen sammanfattar kostnader och intäkter', 'a sentence'],
    ['Balansräkning ........ 12', 'a line of contents'],
    ['Balansräkning 12', 'a line of contents'],
    ['Not 4 och 5 visar fordringarna', 'a sentence'],
    ['Noten visar kostnaderna.', 'a sentence'],
    ['Not 4 1 234', 'a reference with a figure'],
    ['Not 3 Fordringarna har minskat under året.', 'a sentence'],
    ['Årets förändring av likvida medel', 'a row of the cash flow'],
    ['Förändring av likvida medel 1993 543', 'the same with figures, of which one might be a year'],
    ['Summa intäkter 1 234', 'a row'],
    ['Kassa och bank', 'a row'],
    ['Årets resultat', 'a row'],
    ['Notarius publicus', 'a word that begins so'],
  ])('%j is no heading: %s', (line) => {
    expect(findHeading(line, false)).toBeUndefined()
  })

  it.each([
    ['0 Kassa', 'no note is numbered so'],
    ['61 Kassa', 'nor so'],
    ['4 kassa och bank', 'a title begins with a capital'],
    ['4 Projekt 12', 'a figure stands in it'],
    ['4 Föreningen äger inga fastigheter.', 'a sentence'],
  ])('%j is none even among notes: %s', (line) => {
    expect(findHeading(line, true)).toBeUndefined()
  })
})
