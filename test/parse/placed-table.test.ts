import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placedTable } from '../../src/parse/placed-table.js'
import { linesOfWords, type PrintedRow, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'
import { readPlaced } from '../support/read-placed.js'

describe('placedTable', () => {
  it('columns of small figures beside each other stay apart, though thousands have narrow spaces', () => {
    const rows = Array.from({ length: 4 }, (): PrintedRow => ['Rad', '676', '421', '389', '84', '1 570'])
    expect(readPlaced(rows, [0.35, 0.5, 0.65, 0.72, 0.78]).rows).toEqual(
      rows.map(() => 'Rad: 676 | 421 | 389 | 84 | 1 570'),
    )
  })

  it('the days that a statement speaks of, under its title, are the head of no column', () => {
    const rows: PrintedRow[] = [
      ['1 januari – 31 december 2013', null, null, null],
      ['', 'Not', '2013-12-31', '2012-12-31'],
      ['Intäkter', '1', '232 907', '126 722'],
      ['Kostnader', '2', '1 150 049', '1 717 682'],
    ]
    expect(readPlaced(rows, [0.45, 0.7, 0.88])).toEqual({
      heads: ['2013-12-31', '2012-12-31'],
      rows: ['Intäkter (1): 232 907 | 126 722', 'Kostnader (2): 1 150 049 | 1 717 682'],
    })
  })

  it('spans that begin over the title end on its line, and each stays that of its own column', () => {
    const [over, own, ...rows] = [
      ['', '2005-07-01 -', '2006-07-01 -'],
      ['', '2006-06-30', '2007-06-30'],
      ['Hyror', '11 164 473', '12 242 505'],
      ['Räntor', '223 289', '244 850'],
    ].flatMap((row, at) =>
      linesOfWords(printRows([row as unknown as PrintedRow], [0.5, 0.7], { top: 0.1 + 0.018 * at })),
    )
    const { heads } = placedTable([over!, ...rows], own!, parsingWords.mendText, true)
    expect(heads.map(({ periodEnd }) => periodEnd)).toEqual(['2006-06-30', '2007-06-30'])
  })

  it('the rest of a title before the heads of columns stands over the labels', () => {
    const rows: PrintedRow[] = [
      ['med budget', '2006', 'Budget 2006', '2005'],
      ['Hyror', '232 907', '230 000', '126 722'],
    ]
    expect(readPlaced(rows, [0.5, 0.7, 0.88]).heads).toEqual(['2006', 'Budget 2006', '2005'])
  })

  it('a body over the labels says whose the columns are', () => {
    const rows: PrintedRow[] = [
      ['Koncernen', '2007', '2006'],
      ['Hyror', '232 907', '126 722'],
    ]
    expect(readPlaced(rows, [0.7, 0.88])).toEqual({
      heads: ['Koncernen 2007', '2006'],
      rows: ['Hyror: 232 907 | 126 722'],
    })
  })

  it('a statement with notes and two years', () => {
    const rows: PrintedRow[] = [
      ['', 'Not', '2009', '2008'],
      ['TILLGÅNGAR', null, null, null],
      ['Fordringar', '3', '232 907', '126 722'],
      ['Kassa och bank', '12', '1 150 049', '1 717 682'],
      ['Summa tillgångar', null, '1 382 956', '1 844 404'],
    ]
    expect(readPlaced(rows, [0.5, 0.7, 0.88])).toEqual({
      heads: ['2009', '2008'],
      rows: [
        'TILLGÅNGAR',
        'Fordringar (3): 232 907 | 126 722',
        'Kassa och bank (12): 1 150 049 | 1 717 682',
        'Summa tillgångar: 1 382 956 | 1 844 404',
      ],
    })
  })

  it('of two years over a column whose neighbour was not read the one that stands over it is its own', () => {
    const rows = (place: number): PrintedRow[] =>
      [
        ['', '2009', '2008'] as const,
        ['Fordringar', '232 907', '126 722'] as const,
        ['Kassa', '1 150 049', '1 717 682'] as const,
      ].map(([label, ...figures]) => [
        label,
        ...figures.map((figure, at) => (label !== '' && at !== place ? null : figure)),
      ])
    expect(readPlaced(rows(0), [0.7, 0.88]).heads).toEqual(['2009'])
    expect(readPlaced(rows(1), [0.7, 0.88]).heads).toEqual(['2008'])
  })

  it('spans of two dates over each year are no overview of four years', () => {
    const rows: PrintedRow[] = [
      ['', 'Not', '2010-01-01 - 2010-12-31', '2009-01-01 - 2009-12-31'],
      ['Nettoomsättning', '2', '3 413 865', '2 946 515'],
      ['Varukostnader', '3', '-1 439 420', '-1 172 180'],
      ['Årets resultat', null, '1 974 445', '1 774 335'],
    ]
    expect(readPlaced(rows, [0.45, 0.7, 0.95])).toEqual({
      heads: ['2010-01-01 - 2010-12-31', '2009-01-01 - 2009-12-31'],
      rows: [
        'Nettoomsättning (2): 3 413 865 | 2 946 515',
        'Varukostnader (3): -1 439 420 | -1 172 180',
        'Årets resultat: 1 974 445 | 1 774 335',
      ],
    })
  })

  it('references to notes with a dot', () => {
    const rows: PrintedRow[] = [
      ['', 'Not', '1999', '1998'],
      ['Nettoomsättning', '2.', '13 527', '13 719'],
      ['Varukostnader', '3.', '-5 534', '-5 479'],
      ['Årets vinst', null, '7 993', '8 240'],
    ]
    expect(readPlaced(rows, [0.5, 0.7, 0.88]).rows).toEqual([
      'Nettoomsättning (2): 13 527 | 13 719',
      'Varukostnader (3): -5 534 | -5 479',
      'Årets vinst: 7 993 | 8 240',
    ])
  })

  it('references to notes behind the figures', () => {
    const rows: PrintedRow[] = [
      ['', '2009', '2008', null],
      ['Maskiner', '232 907', '126 722', 'not 1'],
      ['Kassa', '1 150 049', '1 717 682', null],
      ['Upplupna kostnader', '12 956', '84 404', 'not 2'],
    ]
    expect(readPlaced(rows, [0.6, 0.78, 0.9])).toEqual({
      heads: ['2009', '2008'],
      rows: [
        'Maskiner (1): 232 907 | 126 722',
        'Kassa: 1 150 049 | 1 717 682',
        'Upplupna kostnader (2): 12 956 | 84 404',
      ],
    })
  })

  it('budget, outcome and variance, where not each row has all', () => {
    const rows: PrintedRow[] = [
      ['', 'Budget 2019', 'Utfall 2019', 'Avvikelse'],
      ['Irma', '3 400 000', '3 208 366', '191 634'],
      ['Utredare', '194 300', null, '194 300'],
      ['Kansli', null, '1 223 845', '-1 223 845'],
    ]
    expect(readPlaced(rows, [0.5, 0.7, 0.88], false)).toEqual({
      heads: ['Budget 2019', 'Utfall 2019', 'Avvikelse'],
      rows: [
        'Irma: 3 400 000 | 3 208 366 | 191 634',
        'Utredare: 194 300 | . | 194 300',
        'Kansli: . | 1 223 845 | -1 223 845',
      ],
    })
  })

  it.each([
    ['figures that close up', '1 234 567', '89 012'],
    ['digits lost between the groups', '1234567', '89 012'],
    ['a minus that stands apart', '- 1 204', '-986'],
    ['a minus behind', '1 204-', '986-'],
    ['parentheses', '(1 204)', '(986)'],
    ['a dash for nil', '-', '1 204'],
    ['shares', '59 %', '61 %'],
  ])('%s: %s and %s', (_, own, before) => {
    const usual: PrintedRow[] = [
      ['Intäkter', '2 842 100', '2 979 200'],
      ['Kostnader', '2 120 300', '2 514 800'],
    ]
    expect(readPlaced([...usual, ['Annat', own, before]], [0.7, 0.88]).rows[2]).toBe(`Annat: ${own} | ${before}`)
  })

  it('references to notes stay a column where the reader misread one', () => {
    const rows: PrintedRow[] = [
      ['', null, '2007-12-31', '2006-12-31'],
      ['Byggnader', 'Not 5', '144 632 865', '106 569 620'],
      ['Inventarier', 'Not 6', '275 332', '333 387'],
      ['Kostnader', 'Not I 1', '798 440', '848 888'],
      ['Placeringar', 'Not 12', '9 000 423', '20 000 810'],
    ]
    expect(readPlaced(rows, [0.5, 0.7, 0.88])).toEqual({
      heads: ['2007-12-31', '2006-12-31'],
      rows: [
        'Byggnader (5): 144 632 865 | 106 569 620',
        'Inventarier (6): 275 332 | 333 387',
        'Kostnader: 798 440 | 848 888',
        'Placeringar (12): 9 000 423 | 20 000 810',
      ],
    })
  })

  it('words over the columns of a loan table are its heads', () => {
    const rows: PrintedRow[] = [
      ['Långivare', 'Ränta', 'Skuld 2012-12-31'],
      ['Nordea', '3,24%', '5 760 000'],
      ['Swedbank', '2,73%', '7 120 000'],
    ]
    const { heads } = placedTable(linesOfWords(printRows(rows, [0.5, 0.75])), null, parsingWords.mendText, false)
    expect(heads.map(({ label, periodEnd }) => [label, periodEnd])).toEqual([
      ['Ränta', null],
      ['Skuld 2012-12-31', '2012-12-31'],
    ])
  })

  it('the title beside the years of an overview is no head', () => {
    const rows: PrintedRow[] = [
      ['Resultat och ställning', '2011', '2010', '2009'],
      ['Nettoomsättning', '13 537', '13 459', '13 168'],
    ]
    expect(readPlaced(rows, [0.5, 0.7, 0.88], false).heads).toEqual(['2011', '2010', '2009'])
  })

  it('years that stand closer than their figures part them', () => {
    const years: PrintedRow = ['Resultat', '2006', '2005', '2004', '2003', '2002']
    const figures: PrintedRow = ['Nettoomsättning', '13 015', '13081', '13018', '12928', '12966']
    const edges = [0.5, 0.565, 0.63, 0.695, 0.76]
    const { entries } = placedTable(
      linesOfWords(printRows([years, figures], edges)),
      null,
      parsingWords.mendText,
      false,
    )
    expect(entries[0]?.options[0]?.cells.map((cell) => cell?.value)).toEqual([13_015, 13_081, 13_018, 12_928, 12_966])
  })

  it('numbers and dates of loans are no amounts', () => {
    const rows: PrintedRow[] = [
      ['Långivare', 'Lånenummer', 'Ränta', 'Belopp'],
      ['Nordea', '694329', '3,24%', '5 760 000'],
      ['Swedbank', '694330', '2,73%', '7 120 000'],
    ]
    expect(readPlaced(rows, [0.4, 0.6, 0.8], false)).toEqual({
      heads: ['Ränta', 'Belopp'],
      rows: ['Nordea: 3,24% | 5 760 000', 'Swedbank: 2,73% | 7 120 000'],
    })
  })

  it.each([
    ['digits that are not grouped', '12 34', ['the digits of "12 34" do not stand in groups of three']],
    ['letters among digits', '1 2O4', ['letters in "1 2O4" were taken for digits']],
    ['nothing odd', '1 204', []],
  ])('%s: the doubts', (_, figure, doubts) => {
    const lines = linesOfWords(
      printRows(
        [
          ['Ränta', figure],
          ['Hyra', '1 234'],
          ['Lön', '5 678'],
        ],
        [0.7],
      ),
    )
    const { entries } = placedTable(lines, null, parsingWords.mendText, false)
    expect(entries[0]?.options[0]?.cells[0]?.doubts).toEqual(doubts)
  })

  it('no lines make no table', () => {
    expect(placedTable([], null, parsingWords.mendText, true)).toMatchObject({ entries: [], heads: [], bands: [] })
  })
})

describe('laws', () => {
  const grouped = (value: number) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ' ')
  // from a thousand up: a column of small figures beside labels may be numbers of notes
  const figure = fc.integer({ min: -99_999_999, max: 99_999_999 }).filter((value) => Math.abs(value) >= 1000)
  const tables = fc.integer({ min: 1, max: 3 }).chain((columns) =>
    fc.record({
      rows: fc.array(fc.array(figure, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 12 }),
      edges: fc.tuple(
        ...Array.from({ length: columns }, (_, column) =>
          fc.double({ min: 0.48 + 0.17 * column, max: 0.52 + 0.17 * column, noNaN: true }),
        ),
      ),
      left: fc.double({ min: 0.05, max: 0.15, noNaN: true }),
      leading: fc.double({ min: 0.013, max: 0.03, noNaN: true }),
    }),
  )

  it('a table laid out anywhere is read back exactly', () => {
    fc.assert(
      fc.property(tables, ({ rows, edges, left, leading }) => {
        const printed = rows.map(
          (row, index): PrintedRow => [`Post ${'abcdefghijkl'[index]}`, ...row.map((value) => grouped(value))],
        )
        const lines = linesOfWords(printRows(printed, edges, { left, leading }))
        const { entries } = placedTable(lines, null, (text) => text, false)
        expect(entries.map((entry) => entry.options[0]?.cells.map((cell) => cell?.value))).toEqual(rows)
        expect(entries.map((entry) => entry.label)).toEqual(printed.map(([label]) => label))
      }),
    )
  })
})
