import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/model/page.js'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, plainPage, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const COVER: readonly PrintedRow[] = [['Årsredovisning 2009'], ['Samordningsförbundet Mellandalen'], ['222000-1818']]
const INCOME: readonly PrintedRow[] = [
  ['Resultaträkning'],
  ['(tkr)', 'Not', '2009', '2008'],
  ['Verksamhetens intäkter', '1', '2 842', '2 979'],
  ['Verksamhetens kostnader', '2', '-2 979', '-2 514'],
  ['Verksamhetens nettokostnad', null, '-137', '465'],
  ['Finansiella intäkter', null, '27', '31'],
  ['Årets resultat', null, '-110', '496'],
]
const NOTES: readonly PrintedRow[] = [
  ['Noter'],
  ['Not 1 Verksamhetens intäkter', null, '2009', '2008'],
  ['Staten', null, '1 421', '1 490'],
  ['Regionen', null, '1 421', '1 489'],
  ['Summa', null, '2 842', '2 979'],
]
const EDGES = [0.5, 0.7, 0.88]

const inPicture = (...pages: readonly (readonly PrintedRow[])[]): Page[] =>
  pages.map((rows, index) => picturePage(printRows(rows, EDGES), index + 1))
const inText = (...pages: readonly (readonly PrintedRow[])[]): Page[] =>
  pages.map((rows, index) =>
    plainPage(rows.map((row) => row.filter((cell) => cell !== null).join(' ')).join('\n'), index + 1),
  )

describe('parseReports', () => {
  it('a unit that is said once holds for all tables', () => {
    const once: PrintedRow[] = [['Året i korthet'], ['Alla belopp anges i tkr om inget annat sägs']]
    const bare = INCOME.map((row, index): PrintedRow => (index === 1 ? ['', ...row.slice(1)] : row))
    const unit = (...pages: readonly (readonly PrintedRow[])[]) =>
      parseReports(inPicture(COVER, ...pages), parsingWords)[0]?.tables[0]?.unit
    expect(unit(once, bare)).toBe('tkr')
    const counted: PrintedRow[] = [['Året i korthet'], ['Alla belopp anges i 1000-tal kronor om inget annat sägs']]
    expect(unit(counted, bare)).toBe('tkr')
    const broken: PrintedRow[] = [
      ['Räkningarna framgår nedan. Alla belopp'],
      ['anges i 1000-tal kronor om inget annat sägs'],
    ]
    expect(unit(broken, bare)).toBe('tkr')
    expect(unit(bare)).toBe('kr')
  })

  it('heads of which one was not read are not carried on to the notes behind them', () => {
    const balance: PrintedRow[] = [
      ['Balansräkning'],
      ['(tkr)', null, null, '2008'],
      ['Fordringar', null, '1 421', '1 490'],
      ['Kassa', null, '1 421', '1 489'],
      ['Summa tillgångar', null, '2 842', '2 979'],
    ]
    const bare = NOTES.map(
      ([label, _, ...figures], index): PrintedRow => (index === 1 ? [label] : [label, null, ...figures.slice()]),
    )
    const [report] = parseReports(inPicture(COVER, INCOME, balance, bare), parsingWords)
    const note = report?.tables.at(-1)
    expect(note?.columns.map(({ periodEnd }) => periodEnd)).toEqual(['2009-12-31', '2008-12-31'])
    expect(note?.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.doubts ?? []))).toEqual([])
  })

  it('a number at the foot of a page that another reading has as such is no row', () => {
    const notes = picturePage(
      [
        ...printRows(NOTES, EDGES),
        ...printRows([['', null, '209', '1 218']], EDGES, { top: 0.215 }).map((word) => ({ ...word, second: '9(9)' })),
      ],
      3,
    )
    const [report] = parseReports([...inPicture(COVER, INCOME), notes], parsingWords)
    expect(report?.tables[1]?.rows.map(({ label }) => label)).toEqual(['Staten', 'Regionen', 'Summa'])
  })

  it('behind text within a note its tables go on', () => {
    const note: PrintedRow[] = [
      ['Noter'],
      ['Not 1 Byggnader och mark', null, '2009', '2008'],
      ['Byggnader', null, '2 842', '2 979'],
      ['År 2009 har en första etapp av den nya fasaden på våra hus slutförts och betalats'],
      ['av förbundet, och i samband med detta har värdet av de gamla fasaderna skrivits av'],
      ['Taxeringsvärde', null, '2009', '2008'],
      ['Byggnader', null, '218 600', '184 600'],
      ['Mark', null, '71 777', '96 399'],
      ['Summa', null, '290 377', '280 999'],
    ]
    const [report] = parseReports(inPicture(COVER, INCOME, note), parsingWords)
    expect(report?.tables.slice(1).map(({ kind, note }) => [kind, note])).toEqual([
      ['note', '1'],
      ['note', '1'],
    ])
  })

  it.each([
    ['a scan', inPicture(COVER, INCOME, NOTES)],
    ['an archived text', inText(COVER, INCOME, NOTES)],
  ])('reads a whole report from %s', (_, pages) => {
    const [report, ...more] = parseReports(pages, parsingWords)
    expect(more).toEqual([])
    expect(report).toMatchObject({
      organisation: 'Samordningsförbundet Mellandalen',
      orgNumber: '222000-1818',
      kind: 'annual',
      periodStart: '2009-01-01',
      periodEnd: '2009-12-31',
      firstPage: 1,
      lastPage: 3,
    })
    const [income, note] = report!.tables
    expect(income).toMatchObject({ kind: 'income_statement', unit: 'tkr', page: 2 })
    expect(income?.columns.map((column) => column.periodEnd)).toEqual(['2009-12-31', '2008-12-31'])
    expect(income?.rows.map((row) => [row.label, row.noteRef, ...row.cells.map((cell) => cell?.value)])).toEqual([
      ['Verksamhetens intäkter', '1', 2842, 2979],
      ['Verksamhetens kostnader', '2', -2979, -2514],
      ['Verksamhetens nettokostnad', null, -137, 465],
      ['Finansiella intäkter', null, 27, 31],
      ['Årets resultat', null, -110, 496],
    ])
    expect(income?.rows.at(-1)).toMatchObject({ role: 'total', concept: 'net_result' })
    expect(note).toMatchObject({ kind: 'note', note: '1', title: 'Verksamhetens intäkter', unit: 'tkr', page: 3 })
    expect(note?.sums.map((sum) => [sum.row, ...sum.terms.map((term) => term.row)])).toEqual([[2, 0, 1]])
  })

  it.each([
    ['no pages', []],
    ['blank pages', [picturePage([]), plainPage('', 2)]],
    ['a page that could not be read', [{ ...picturePage([]), readings: [], issues: ['timeout'] }]],
  ])('%s hold no report', (_, pages) => {
    expect(parseReports(pages, parsingWords)).toEqual([])
  })

  it.each(['Sida 3', '- Sida 3 -', 'Sidan 3 av 12', '3(12)', '3 (12)'])('the mark of a page is no row: %s', (mark) => {
    const [report] = parseReports(inPicture(COVER, [...INCOME, [mark]]), parsingWords)
    expect(report?.tables[0]?.rows).toHaveLength(5)
  })

  it('two years in one file are two reports', () => {
    const later = COVER.map(([text]): PrintedRow => [text.replace('2009', '2010')])
    const accounts = INCOME.map(
      (row): PrintedRow => [
        row[0],
        ...row.slice(1).map((cell) => (cell === '2009' ? '2010' : cell === '2008' ? '2009' : cell)),
      ],
    )
    const reports = parseReports(inPicture(COVER, INCOME, later, accounts), parsingWords)
    expect(reports.map((report) => [report.periodEnd, report.firstPage, report.lastPage])).toEqual([
      ['2009-12-31', 1, 2],
      ['2010-12-31', 3, 4],
    ])
  })

  it('the order in which a reader delivers words changes nothing', () => {
    const pages = inPicture(COVER, INCOME, NOTES)
    const turned = pages.map((page) =>
      page.kind === 'picture'
        ? { ...page, readings: page.readings.map((one) => ({ ...one, words: [...one.words].reverse() })) }
        : page,
    )
    expect(parseReports(turned, parsingWords)).toEqual(parseReports(pages, parsingWords))
  })

  it('reads the year before from a head that does not name it', () => {
    const rows: PrintedRow[] = [
      ['Resultaträkning'],
      ['', null, 'Utfall', 'Föregående år'],
      ['Verksamhetens intäkter', null, '2 842', '2 979'],
      ['Verksamhetens kostnader', null, '-2 979', '-2 514'],
    ]
    const [report] = parseReports(inPicture(COVER, rows), parsingWords)
    expect(report?.tables[0]?.columns.map((column) => column.periodEnd)).toEqual(['2009-12-31', '2008-12-31'])
  })

  it('a group beside its parent prints each year twice', () => {
    const rows: PrintedRow[] = [
      ['Resultaträkning'],
      ['', '2009', '2008', '2009', '2008'],
      ['Verksamhetens intäkter', '9 842', '9 979', '2 842', '2 979'],
      ['Verksamhetens kostnader', '-8 979', '-8 514', '-2 979', '-2 514'],
      ['Årets resultat', '863', '1 465', '-137', '465'],
    ]
    const page = picturePage(printRows(rows, [0.5, 0.62, 0.76, 0.88]), 2)
    const [report] = parseReports([...inPicture(COVER), page], parsingWords)
    const ends = ['2009-12-31', '2008-12-31']
    expect(report?.tables[0]?.columns.map((column) => column.periodEnd)).toEqual([...ends, ...ends])
  })

  it('what is held against a budget behind a balance sheet is none of it, whatever its heading was read as', () => {
    const balance: PrintedRow[] = [
      ['Balansräkning'],
      ['', null, '2009', '2008'],
      ['Kassa', null, '500', '400'],
      ['Summa tillgångar', null, '500', '400'],
      ['Kostnader per del'],
      ['', 'Budget 2009', 'Utfall 2009', 'Avvikelse'],
      ['Kansli', '800', '700', '100'],
      ['Stab', '900', '950', '-50'],
    ]
    const [report] = parseReports(inPicture(COVER, INCOME, balance), parsingWords)
    expect(report?.tables.map(({ kind }) => kind)).toEqual(['income_statement', 'balance_sheet', 'operating_statement'])
  })

  it("a table with a budget that comes to the year's result is the income statement, without a title of one too", () => {
    const rows: PrintedRow[] = [
      ['Pengarna under året'],
      ['', 'Utfall 2009', 'Budget 2009', 'Utfall 2008'],
      ['Bidrag', '800', '700', '600'],
      ['Utgifter', '-500', '-600', '-450'],
      ['Årets resultat', '300', '100', '150'],
    ]
    const [report] = parseReports(inPicture(COVER, rows), parsingWords)
    expect(report?.tables.map(({ kind }) => kind)).toEqual(['income_statement'])
  })

  it('a balance sheet behind an overview is none of it, though its heading was not read', () => {
    const rows: PrintedRow[] = [
      ['Flerårsöversikt'],
      ['', '2009', '2008', '2007'],
      ['Nettoomsättning', '2 842', '2 979', '2 611'],
      ['', 'Not', '2009', '2008'],
      ['Fordringar', '2', '500', '400'],
      ['Kassa', null, '300', '200'],
      ['Summa tillgångar', null, '800', '600'],
    ]
    const [report] = parseReports(inPicture(COVER, INCOME, rows), parsingWords)
    expect(report?.tables.map(({ kind }) => kind)).toEqual(['income_statement', 'multi_year', 'balance_sheet'])
  })

  it('a sentence over the heads of columns goes on in no row under them', () => {
    const rows: PrintedRow[] = [
      ['Not 1 Verksamhetens intäkter'],
      ['Inga förändringar har skett jämfört med'],
      ['', null, '2009', '2008'],
      ['Staten', null, '2 842', '2 979'],
    ]
    const [report] = parseReports(inPicture(COVER, INCOME, [['Noter'], ...rows]), parsingWords)
    expect(report?.tables.at(-1)?.rows.map(({ label }) => label)).toEqual(['Staten'])
  })

  it('what lies between a budget and its outcome is of the year of the budget, beside whatever it stands', () => {
    const rows: PrintedRow[] = [
      ['Resultaträkning'],
      ['', '2008', 'Avvikelse', 'Utfall 2009', 'Budget 2009'],
      ['Intäkter', '400', '50', '550', '500'],
      ['Kostnader', '-300', '-10', '-310', '-300'],
      ['Årets resultat', '100', '40', '240', '200'],
    ]
    const page = picturePage(printRows(rows, [0.5, 0.62, 0.76, 0.88]), 2)
    const [report] = parseReports([...inPicture(COVER), page], parsingWords)
    expect(report?.tables[0]?.columns.find(({ scenario }) => scenario === 'variance')?.periodEnd).toBe('2009-12-31')
  })

  it('a row that begins with "Belopp" is one, where heads of columns are not', () => {
    const rows: PrintedRow[] = [
      ['Not 1 Eget kapital', null, '2009', '2008'],
      ['Belopp vid årets ingång', null, '1 421', '1 490'],
      ['Årets resultat', null, '100', '-69'],
      ['Belopp vid årets slut', null, '1 521', '1 421'],
    ]
    const [report] = parseReports(inPicture(COVER, INCOME, [['Noter'], ...rows]), parsingWords)
    expect(report?.tables.at(-1)?.rows.map((row) => row.label)).toEqual(rows.slice(1).map(([label]) => label))
  })
})
