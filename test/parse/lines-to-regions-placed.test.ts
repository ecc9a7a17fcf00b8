import { describe, expect, it } from 'vitest'
import { linesToRegions } from '../../src/parse/lines-to-regions.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

describe('linesToRegions on a page with places', () => {
  /** The regions of printed rows as `kind note title: first line`. */
  const printed = (rows: readonly PrintedRow[], leading = 0.018) =>
    linesToRegions(linesOfWords(printRows(rows, [0.5, 0.7, 0.88], { leading })), parsingWords).map(
      ({ kind, note, title, lines }) => `${kind ?? 'text'} ${note ?? '-'} ${title}: ${lines[0]?.text}`,
    )

  it('a title beside the last of several lines of heads has those over it', () => {
    const rows: PrintedRow[] = [
      ['', '2015-07-01 -', '2014-07-01 -'],
      ['', '2016-06-30', '2015-06-30'],
      ['Resultaträkning för år 2016', 'kr', 'kr'],
      ['Avgifter', '437', '459'],
    ]
    expect(printed(rows, 0.0135)).toContain('income_statement - Resultaträkning för år: 2015-07-01 - 2014-07-01 -')
  })

  it.each([
    ['small figures', '-33', '-20'],
    ['a figure as a year', '-15', '1910'],
  ])(
    'a title that its parts tell stands beside the last of the lines of heads, and a last row of %s is none',
    (_, ...result) => {
      const rows: PrintedRow[] = [
        ['Resultaträkning', '2016', '2015'],
        ['Gåvor', '437', '459'],
        ['Årets resultat', ...result],
        ['', '2016-01-01', '2015-01-01'],
        ['Stiftelsens ställning', '2016-12-31', '2015-12-31'],
        ['Kortfristiga fordringar'],
        ['Hyror', '400', '500'],
        ['Summa tillgångar', '400', '500'],
      ]
      const regions = printed(rows, 0.0135)
      expect(regions).toHaveLength(2)
      expect(regions.at(-1)).toBe('balance_sheet - Stiftelsens ställning: 2016-01-01 2015-01-01')
    },
  )

  it('words that are a row too are a title beside heads of columns', () => {
    const rows: PrintedRow[] = [
      ['Noter'],
      ['Not 5 Skulder', '2019', '2018'],
      ['Skatt', '51 337', '82 194'],
      ['Kassaflöde', 'Utfall -19', 'Utfall -18'],
      ['Årets resultat', '90 922', '17 578'],
    ]
    expect(printed(rows)).toContain('cash_flow - Kassaflöde: Årets resultat 90 922 17 578')
  })

  it('a number with a dot and the years behind it open a note, whose title stands below', () => {
    const rows: PrintedRow[] = [
      ['Noter'],
      ['NOT 1.', '2015', 'Föregående år'],
      ['Inventarier', 'tkr', 'tkr'],
      ['Anskaffat', '4 159', '4 159'],
    ]
    expect(printed(rows)).toContain('note 1 Inventarier: tkr tkr')
  })

  it.each([
    ['Not I', 'note 1 Inventarier: kr kr'],
    ['Not S', 'note - Inventarier: kr kr'],
  ])('a letter where the number of a note stands opens it: %s', (heading, expected) => {
    const rows: PrintedRow[] = [
      ['Noter'],
      [heading, '2016-12-31', '2015-12-31'],
      ['Inventarier', 'kr', 'kr'],
      ['Anskaffat', '4 159', '4 159'],
    ]
    expect(printed(rows)).toContain(expected)
  })

  it('the title of a note stands below the bodies that its columns are of', () => {
    const rows: PrintedRow[] = [
      ['Noter'],
      ['Not 7', 'Koncernen', 'Moderbolaget'],
      ['Kassa och bank', '2017-06-30', '2017-06-30'],
      ['Bank', '4 159', '4 159'],
    ]
    expect(printed(rows)).toContain('note 7 Kassa och bank: 2017-06-30 2017-06-30')
  })

  it('the title of a note below its number goes on in lines that stand closer than rows', () => {
    const lines = (...texts: string[]) =>
      texts.flatMap((text, at) => printPhrase({ text, left: 0.2, top: 0.12 + 0.0125 * at }))
    const words = [
      ...printPhrase({ text: 'Noter', left: 0.1, top: 0.06 }),
      ...printPhrase({ text: 'NOT 3', left: 0.1, top: 0.095 }),
      ...lines('UPPLUPNA', 'KOSTNADER', 'OCH AVGIFTER'),
      ...printRows([['RÄNTOR', '81', '38']], [0.5, 0.7], { left: 0.2, top: 0.175 }),
    ]
    const note = linesToRegions(linesOfWords(words), parsingWords).at(-1)
    expect(note).toMatchObject({ note: '3', title: 'UPPLUPNA KOSTNADER OCH AVGIFTER' })
    expect(note?.lines.map(({ text }) => text)).toEqual(['RÄNTOR 81 38'])
  })

  it.each([
    ['RESULTATRÄKNING OCH', 'FÖRSLAG TILL BUDGET'],
    ['Resultaträkning för tiden 1 januari', '- 31 december 2006'],
  ])('the heading of a statement, %s, goes on in letters as high beside the heads of columns', (first, second) => {
    const high = (text: string, top: number) =>
      printPhrase({ text, left: 0.1, top }).map((word) => ({ ...word, box: { ...word.box, y1: word.box.y1 + 0.002 } }))
    const rows: PrintedRow[] = [
      ['', '2006', 'Budget 2006'],
      ['Avgifter', '982 170', '967 000'],
    ]
    const table = printRows(rows, [0.7, 0.88], { top: 0.12 })
    const regionOf = (title: ReturnType<typeof high>) =>
      linesToRegions(linesOfWords([...high(first, 0.1), ...title, ...table]), parsingWords)[0]
    expect(regionOf(high(second, 0.119))).toMatchObject({
      kind: 'income_statement',
      title: `${first} ${second}`,
      lines: [{ text: '2006 Budget 2006' }, { text: 'Avgifter 982 170 967 000' }],
    })
    const asHeads = printPhrase({ text: second, left: 0.1, top: 0.12 })
    expect(regionOf(asHeads)?.lines[0]?.text).toBe(`${second} 2006 Budget 2006`)
  })

  it('small figures behind a reference and a label are no years of a note', () => {
    const rows: PrintedRow[] = [
      ['Balansräkning'],
      ['', '2013-06-30', '2012-06-30'],
      ['NOT 6 Utgifter', '2', '1'],
      ['NOT 7 Redskap', '49', '48'],
      ['Summa', '51', '49'],
    ]
    expect(printed(rows)).toEqual(['balance_sheet - Balansräkning: 2013-06-30 2012-06-30'])
  })

  it.each<[string, PrintedRow[]]>([
    [
      'begins above its figures',
      [
        ['Förutbetalda kostnader och', null, null],
        ['upplupna intäkter', 'Not 1', '66 398'],
      ],
    ],
    [
      'ends below them',
      [
        ['Förutbetalda kostnader och upplupna', 'Not 1', '66 398'],
        ['intäkter', null, null],
      ],
    ],
  ])('a bare number opens the note that a row points to whose label %s', (_, row) => {
    const rows: PrintedRow[] = [
      ['Balansräkning'],
      ['', 'Not', '2010'],
      ...row,
      ['1. Förutbetalda kostnader och upplupna intäkter'],
      ['Hyror', null, '66 398'],
    ]
    expect(printed(rows)).toContain('note 1 Förutbetalda kostnader och upplupna intäkter: Hyror 66 398')
  })

  it('a title that no statement has stands over heads of two lines, and the rows tell which it is', () => {
    const rows = printRows(
      [
        ['Pengar in och ut'],
        ['', 'Utfall', 'Utfall'],
        ['', '2004', '2003'],
        ['Stiftelsens intäkter'],
        ['Bidrag', '539 987', '517 456'],
        ['Årets resultat', '539 987', '517 456'],
      ],
      [0.7, 0.85],
    )
    expect(linesToRegions(linesOfWords(rows), parsingWords).map(({ kind }) => kind)).toContain('income_statement')
  })

  it('a statement of a title of its own stands behind notes, on two pages, and its heads have a column for them', () => {
    const heads = [['Stiftelsens ställning'], ['Belopp i hela kronor'], ['Noter', '21-12-31', '20-12-31']] as const
    const first = [
      ['Not 5 Löner'],
      ['Löner', '500 000', '400 000'],
      ...heads,
      ['Anläggningstillgångar'],
      ['Mark', '500 000', '400 000'],
    ] as const
    const second = [...heads, ['Bundet kapital'], ['Gåvor', '500 000', '400 000']] as const
    const lines = [first, second].flatMap((rows, index) =>
      linesOfWords(printRows(rows, [0.7, 0.85], { leading: 0.03 }), index + 1),
    )
    expect(linesToRegions(lines, parsingWords).map(({ kind, title }) => [kind, title])).toEqual([
      ['note', 'Löner'],
      ['balance_sheet', 'Stiftelsens ställning'],
    ])
  })

  it('headings of a picture are mended', () => {
    const lines = linesOfWords(printRows([['Resultatrikning'], ['Intäkter', '2 842']], [0.7]))
    expect(linesToRegions(lines, parsingWords)[0]).toMatchObject({ kind: 'income_statement', title: 'Resultaträkning' })
  })

  it('the second line of a title is no label beside the heads on it', () => {
    const rows = [
      ['Not 7 Stuga och'],
      ['redskap', '2013 12 31', '2012 12 31'],
      ['Inköp', '500 000', '400 000'],
    ] as const
    const [note] = linesToRegions(linesOfWords(printRows(rows, [0.7, 0.9])), parsingWords)
    expect(note).toMatchObject({ title: 'Stuga och redskap', lines: [{ text: '2013 12 31 2012 12 31' }, {}] })
  })
})
