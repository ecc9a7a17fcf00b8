import { describe, expect, it } from 'vitest'
import { parseReports } from '../../src/parse/parse-reports.js'
import { type PrintedRow, picturePage, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const ROWS: readonly PrintedRow[] = [
  ['Verksamhetens intäkter', '2 842', '2 979'],
  ['Verksamhetens kostnader', '-2 979', '-2 514'],
  ['Verksamhetens resultat', '-137', '465'],
]

/** Period and scenario of each column of an income statement under these heads, in a report of that title. */
function columnsUnder(title: string, ...heads: readonly PrintedRow[]): string[] {
  const cover: PrintedRow[] = [[title], ['Samordningsförbundet Mellandalen'], ['222000-1818']]
  const statement: PrintedRow[] = [['Resultaträkning'], ...heads, ...ROWS]
  const pages = [cover, statement].map((rows, index) => picturePage(printRows(rows, [0.6, 0.88]), index + 1))
  const columns = parseReports(pages, parsingWords)[0]?.tables[0]?.columns ?? []
  return columns.map(({ periodEnd, scenario }) => (scenario === 'actual' ? `${periodEnd}` : `${scenario} ${periodEnd}`))
}

describe('years over columns', () => {
  it.each<[string, readonly PrintedRow[], readonly string[]]>([
    ['the latest first', [['', '2013', '2012']], ['2013-12-31', '2012-12-31']],
    ['the earliest first', [['', '2012', '2013']], ['2012-12-31', '2013-12-31']],
    ['dates', [['Belopp i kr', '2013-12-31', '2012-12-31']], ['2013-12-31', '2012-12-31']],
    ['spans', [['', '130101-131231', '120101-121231']], ['2013-12-31', '2012-12-31']],
    ['months', [['', '13-01 - 13-12', '12-01 - 12-12']], ['2013-12-31', '2012-12-31']],
    [
      'spans over two lines',
      [
        ['', '2013-01-01', '2012-01-01'],
        ['', '-2013-12-31', '-2012-12-31'],
      ],
      ['2013-12-31', '2012-12-31'],
    ],
    ['year and month', [['', '1312', '1212']], ['2013-12-31', '2012-12-31']],
    ['outcome of months', [['', 'Bokslut 1312', 'Bokslut 1212']], ['2013-12-31', '2012-12-31']],
    ['outcome and budget', [['', 'Utfall 2013', 'Budget 2013']], ['2013-12-31', 'budget 2013-12-31']],
    ['words alone', [['', 'Utfall', 'Föregående år']], ['2013-12-31', '2012-12-31']],
  ])('%s', (_, heads, periods) => {
    expect(columnsUnder('Årsredovisning 2013', ...heads)).toEqual(periods)
  })

  it.each<[string, readonly PrintedRow[], readonly string[]]>([
    [
      'named by both',
      [
        ['', '2016-07-01', '2015-07-01'],
        ['', '-2017-06-30', '-2016-06-30'],
      ],
      ['2017-06-30', '2016-06-30'],
    ],
    ['in months', [['', '16-07 - 17-06', '15-07 - 16-06']], ['2017-06-30', '2016-06-30']],
    ['by its end', [['', '2017-06-30', '2016-06-30']], ['2017-06-30', '2016-06-30']],
  ])('a broken fiscal year, %s', (_, heads, periods) => {
    expect(columnsUnder('Årsredovisning 2016/2017', ...heads)).toEqual(periods)
  })

  it.each(['10 MAJ 2007', '30 APRIL 2007', '2007-05-31'])('a stamp of %s ends no fiscal year', (stamp) => {
    expect(columnsUnder(stamp, ['', '2006', '2005'])).toEqual(['2006-12-31', '2005-12-31'])
  })

  it('spans that begin over the title and end beside it', () => {
    const cover: PrintedRow[] = [['Årsredovisning 2020'], ['Aktiebolaget Provet']]
    const rows: PrintedRow[] = [
      ['', '2019-07-01 -', '2018-07-01 -'],
      ['Resultaträkning', '2020-06-30', '2019-06-30'],
      ...ROWS,
    ]
    const pages = [printRows(cover, [0.6]), printRows(rows, [0.6, 0.88], { leading: 0.0135 })]
    const [report] = parseReports(
      pages.map((words, index) => picturePage(words, index + 1)),
      parsingWords,
    )
    const ends = report!.tables[0]!.columns.map(({ periodEnd }) => periodEnd)
    expect(ends).toEqual(['2020-06-30', '2019-06-30'])
  })

  it('years of broken fiscal years end when the title says so', () => {
    const columns = columnsUnder('Årsredovisning 2016-07-01 - 2017-06-30', ['', '2016/2017', '2015/2016'])
    expect(columns).toEqual(['2017-06-30', '2016-06-30'])
  })
})

describe('signs and noughts', () => {
  it.each([
    ['(2 979)', -2979],
    ['2 979-', -2979],
    ['- 2 979', -2979],
    ['−2 979', -2979],
    ['-', 0],
  ])('%j is %d', (printed, value) => {
    const rows: PrintedRow[] = [
      ['Resultaträkning'],
      ['', '2013', '2012'],
      ['Verksamhetens intäkter', '2 842', '2 979'],
      ['Verksamhetens kostnader', printed, '-2 514'],
      ['Finansiella intäkter', '1 204', '1 465'],
    ]
    const pages = [
      picturePage(printRows([['Årsredovisning 2013']], [0.6])),
      picturePage(printRows(rows, [0.6, 0.88]), 2),
    ]
    const table = parseReports(pages, parsingWords)[0]?.tables[0]
    expect(table?.rows[1]?.cells[0]?.value).toBe(value)
  })
})
