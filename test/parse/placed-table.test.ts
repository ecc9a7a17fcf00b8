import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseCells } from '../../src/parse/choose-cells.js'
import { isFigureWord } from '../../src/parse/phrases.js'
import { placedTable } from '../../src/parse/placed-table.js'
import { years } from '../support/build-report.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** The rows as read, `label: figure | figure`, a dot where a column is blank, `(note)` behind the label. */
function read(rows: readonly PrintedRow[], edges: readonly number[], mayHoldNotes = true) {
  const { entries, heads } = placedTable(
    linesOfWords(printRows(rows, edges)),
    null,
    parsingWords.mendText,
    mayHoldNotes,
  )
  return {
    heads: heads.map((head) => head.label),
    rows: entries.map(({ label, options: [option] }) => {
      if (!option) return label
      const note = option.noteRef === null ? '' : ` (${option.noteRef})`
      return `${label}${note}: ${option.cells.map((cell) => cell?.raw ?? '.').join(' | ')}`
    }),
  }
}

describe('placedTable', () => {
  it.each(['802000-5149', '0123-456 78', '08-123 45 67'])('the number %s at a page’s end is no amount', (number) => {
    const rows: PrintedRow[] = [
      ['Fordringar', '232 907', '126 722'],
      ['Kassa', '1 150 049', '1 717 682'],
      ['Stiftelsen Provet', null, number],
    ]
    expect(read(rows, [0.7, 0.88]).rows.at(-1)).toBe('Stiftelsen Provet')
  })

  it('digits that end a label are no part of a figure that is whole without them', () => {
    const rows: PrintedRow[] = [
      ['Dörrar', '1 700 742', '70 074'],
      ['Takfläktar', '87 423', '8 742'],
      ['Ventilation 200', '317500', '31 750'],
    ]
    expect(read(rows, [0.325, 0.5], false).rows.at(-1)).toBe('Ventilation 200: 317500 | 31 750')
  })

  it('a mark in the margin that points to a footnote is no part of the label', () => {
    const rows: PrintedRow[] = [
      ['Uppvärmning', '2 351 563', '2 346 284'],
      ['Sophämtning', '455 632', '418 803'],
      ['Vatten', '246 575', '453 066'],
    ]
    const mark = printPhrase({ text: '+', left: 0.085, top: 0.136 })
    const page = [...printRows(rows, [0.7, 0.88]), ...mark]
    const { entries } = placedTable(linesOfWords(page), null, parsingWords.mendText, false)
    expect(entries.map(({ label }) => label)).toEqual(['Uppvärmning', 'Sophämtning', 'Vatten'])
  })

  it('a share whose sign was taken for digits', () => {
    const words = printRows(
      [
        ['Lån', '3,8120'],
        ['Lån', '26390'],
        ['Lån', '3,49260'],
      ],
      [0.7],
    )
    const seconds = ['381%', '2,63%', '73,49%']
    const page = words.map((word) => (/\d/.test(word.text) ? { ...word, second: seconds.shift()! } : word))
    const { entries } = placedTable(linesOfWords(page), null, parsingWords.mendText, false)
    expect(entries.map(({ options }) => options[0]?.cells[0]?.raw)).toEqual(['3,81%', '2,63%', '3,49260'])
  })

  it('a dash far in front of a figure may be its sign', () => {
    const rows: PrintedRow[] = [
      ['Balanserat resultat', null, '10 454 480'],
      ['Uttag ur fond', '-', '1 434 274'],
      ['Överföring till fond', null, '3 000 000'],
      ['Balanserat resultat', null, '12 022 013'],
      ['Avsättning', null, '1 500 000'],
    ]
    const { entries } = placedTable(linesOfWords(printRows(rows, [0.59, 0.73])), null, parsingWords.mendText, false)
    expect(entries[1]?.options.map(({ cells }) => cells[0]?.value)).toEqual([1_434_274, -1_434_274])
  })

  it('the per cent sign that only the second reader knows is in what was read', () => {
    const page = printRows(
      [
        ['Lån', '2,00%', '500 000'],
        ['Lån', '3,00%', '400 000'],
      ],
      [0.5, 0.7],
    ).map((word) => (word.text.endsWith('%') ? { ...word, raw: word.text.replace('%', '90') } : word))
    const { entries } = placedTable(linesOfWords(page), null, parsingWords.mendText, false)
    expect(entries.map(({ options }) => options[0]?.cells[0]?.raw)).toEqual(['2,00%', '3,00%'])
  })

  it('columns of small figures beside each other stay apart, though thousands have narrow spaces', () => {
    const rows = Array.from({ length: 4 }, (): PrintedRow => ['Rad', '676', '421', '389', '84', '1 570'])
    expect(read(rows, [0.35, 0.5, 0.65, 0.72, 0.78]).rows).toEqual(rows.map(() => 'Rad: 676 | 421 | 389 | 84 | 1 570'))
  })

  it('a statement with notes and two years', () => {
    const rows: PrintedRow[] = [
      ['', 'Not', '2009', '2008'],
      ['TILLGÅNGAR', null, null, null],
      ['Fordringar', '3', '232 907', '126 722'],
      ['Kassa och bank', '12', '1 150 049', '1 717 682'],
      ['Summa tillgångar', null, '1 382 956', '1 844 404'],
    ]
    expect(read(rows, [0.5, 0.7, 0.88])).toEqual({
      heads: ['2009', '2008'],
      rows: [
        'TILLGÅNGAR',
        'Fordringar (3): 232 907 | 126 722',
        'Kassa och bank (12): 1 150 049 | 1 717 682',
        'Summa tillgångar: 1 382 956 | 1 844 404',
      ],
    })
  })

  it('spans of two dates over each year are no overview of four years', () => {
    const rows: PrintedRow[] = [
      ['', 'Not', '2010-01-01 - 2010-12-31', '2009-01-01 - 2009-12-31'],
      ['Nettoomsättning', '2', '3 413 865', '2 946 515'],
      ['Varukostnader', '3', '-1 439 420', '-1 172 180'],
      ['Årets resultat', null, '1 974 445', '1 774 335'],
    ]
    expect(read(rows, [0.45, 0.7, 0.95])).toEqual({
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
    expect(read(rows, [0.5, 0.7, 0.88]).rows).toEqual([
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
    expect(read(rows, [0.6, 0.78, 0.9])).toEqual({
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
    expect(read(rows, [0.5, 0.7, 0.88], false)).toEqual({
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
    expect(read([...usual, ['Annat', own, before]], [0.7, 0.88]).rows[2]).toBe(`Annat: ${own} | ${before}`)
  })

  it('references to notes stay a column where the reader misread one', () => {
    const rows: PrintedRow[] = [
      ['', null, '2007-12-31', '2006-12-31'],
      ['Byggnader', 'Not 5', '144 632 865', '106 569 620'],
      ['Inventarier', 'Not 6', '275 332', '333 387'],
      ['Kostnader', 'Not I 1', '798 440', '848 888'],
      ['Placeringar', 'Not 12', '9 000 423', '20 000 810'],
    ]
    expect(read(rows, [0.5, 0.7, 0.88])).toEqual({
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
    expect(read(rows, [0.5, 0.7, 0.88], false).heads).toEqual(['2011', '2010', '2009'])
  })

  it('a dash in no column is the sign of the figure behind it, unless the sums want it otherwise', () => {
    const rows: PrintedRow[] = [
      ['Uttag', null, '912 334'],
      ['Överföring', null, '1 479 000'],
    ]
    const dash = printPhrase({ text: '-', right: 0.8, top: 0.1 })
    const lines = linesOfWords([...printRows(rows, [0.7, 0.88]), ...dash])
    const { entries, heads } = placedTable(lines, null, parsingWords.mendText, false)
    expect(heads).toHaveLength(1)
    expect(entries[0]?.options.map(({ cells: [cell], cost }) => [cell?.value, cost > 0])).toEqual([
      [-912_334, false],
      [912_334, true],
    ])
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
    expect(read(rows, [0.4, 0.6, 0.8], false)).toEqual({
      heads: ['Ränta', 'Belopp'],
      rows: ['Nordea: 3,24% | 5 760 000', 'Swedbank: 2,73% | 7 120 000'],
    })
  })

  it('what the rule over a sum left before it is its sign only where the rows want it so', () => {
    const sumOf = (first: string, second: string) => {
      const sketch: PrintedRow[] = [
        ['Hyra', first],
        ['Lön', second],
        ['Summa', '= 20 452 772'],
      ]
      const { entries } = placedTable(linesOfWords(printRows(sketch, [0.7])), null, parsingWords.mendText, false)
      const drafts = entries.map(({ label, options }) => ({ page: 1, labelRaw: label, label, section: null, options }))
      return chooseCells('note', years(1), drafts)[2]!.cells[0]
    }
    expect(sumOf('20 000 000', '452 772')).toMatchObject({ value: 20_452_772, doubts: [] })
    expect(sumOf('-20 000 000', '-452 772')).toMatchObject({ value: -20_452_772 })
    expect(sumOf('7 000', '8 000')).toMatchObject({ value: -20_452_772 })
  })

  it('ink close behind the last column is no label', () => {
    const rows: PrintedRow[] = [
      ['Årets resultat', '418 094'],
      ['Balanserat resultat', '803 147'],
      ['', '11 221 241'],
    ]
    const words = printRows(rows, [0.7])
    const ink = printPhrase({ text: 'Jra', left: 0.706, top: words.at(-1)!.box.y0 })
    const { entries } = placedTable(linesOfWords([...words, ...ink]), null, parsingWords.mendText, false)
    expect(entries.at(-1)).toMatchObject({ label: '', options: [{ cells: [{ value: 11_221_241 }] }] })
  })

  it('a stray mark before a figure that has its sign is left out', () => {
    expect(read([['Skulder', '= -7 000 004', '-5 000 002']], [0.7, 0.88]).rows).toEqual([
      'Skulder: -7 000 004 | -5 000 002',
    ])
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

  it('a figure knows where it stands, what else it may be and what a second reader saw', () => {
    const [label, ...figure] = printRows([['Ränta', '1 204']], [0.7])
    const second = figure.map((word) => ({ ...word, second: word.text.replace('204', '264'), alternatives: ['214'] }))
    const { entries } = placedTable(linesOfWords([label!, ...second]), null, parsingWords.mendText, false)
    const cell = entries[0]?.options[0]?.cells[0]
    expect(cell).toMatchObject({ value: 1204, second: 1264, alternatives: [214_204, 1214] })
    expect(cell?.box).toEqual({ ...figure[0]!.box, x1: figure.at(-1)!.box.x1 })
  })

  it('no lines make no table', () => {
    expect(placedTable([], null, parsingWords.mendText, true)).toMatchObject({ entries: [], heads: [], bands: [] })
  })
})

describe('isFigureWord', () => {
  it.each(['1', '234', '-12', '(12)', '59%', '-', '–', '%', 'O', '(', '234,', '1O'])('%j', (text) => {
    expect(isFigureWord(text)).toBe(true)
  })
  it.each(['Summa', 'kr', 'A4', '2019-12-31', '', 'l'])('not %j', (text) => {
    expect(isFigureWord(text)).toBe(false)
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
