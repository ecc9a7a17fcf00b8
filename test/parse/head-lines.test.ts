import { describe, expect, it } from 'vitest'
import { readColumnHead } from '../../src/parse/column-heads.js'
import {
  asWorded,
  findHeadLines,
  headsAlone,
  isHeadLine,
  readHeads,
  wordsBeforeDates,
} from '../../src/parse/head-lines.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

describe('isHeadLine', () => {
  it.each([
    [['Not', '2009', '2008'], true],
    [['Belopp i kr', '2009-12-31', '2008-12-31'], true],
    [['Belonp i tkr', '2009/10', '2009/10', '2008/09'], true],
    [['', 'Budget', 'Utfall', 'Avvikelse'], true],
    [['Fordringar', '2009', '2008'], false],
    [['Koncernen', '2009', '2008'], true],
    [['Belopp i 1000-tal kronor', '2009', '2008'], true],
    [['Resultat och ställning', '2011', '2010', '2009'], true],
    [['Arvoden och löner', '2011-12-31', '2010-12-31'], true],
    [['', 'Utfall', 'Föregående år'], true],
    // the heading of rows, which may stand over a column of its own too
    [['Kostnader'], false],
    [['', 'Kostnader'], true],
    [['Kassa', '1 204', '986'], false],
    [['', '345', '986'], false],
    // strokes of a pen among years
    [['V', '1996', '1995'], true],
    [['', '1996', 'V', '1995 /'], true],
    [['', 'V', '1996'], false],
    [['Mark', '1996', '1995'], false],
    [['', 'Budget 2005', 'Utfall 2005', 'Budgetavvikelse'], true],
    // a letter of the word over the middle column misread
    [['', '== 19-12-31', 'Budaet 2019', '18-12-31'], true],
    [['Mudget', '2019', '2018'], true],
    [['Kudset', '1 204', '986'], false],
    // the rest of the label above, with small figures
    [['', 'kostnader', '7', '5'], false],
    [['', 'kostnader', '14', '11'], false],
    [['', 'bokslut', '14', '13'], true],
  ] as const)('%j: %s', ([label, ...figures], is) => {
    const [line] = linesOfWords(printRows([[label, ...figures]], [0.5, 0.7, 0.88]))
    expect(isHeadLine(line!, parsingWords.mendText(line!.text))).toBe(is)
  })
})

describe('findHeadLines', () => {
  it('small figures behind rows are no years of two figures', () => {
    const rows: PrintedRow[] = [
      ['', '2015', '2014'],
      ['Inbetalda avgifter', '16', '16'],
      ['', '34', '33'],
    ]
    expect(areHeads(...rows)).toEqual([true, false, false])
  })

  const areHeads = (...rows: PrintedRow[]) =>
    findHeadLines(linesOfWords(printRows(rows, [0.5, 0.7, 0.88])), parsingWords.mendText)

  it('the rest of a label below its first line is no head, though its figures could be years of two figures', () => {
    const narrow: PrintedRow[] = [
      ['', '2009', '2008'],
      ['Avskrivningar 1', null, null],
      ['januari', '-768', '-803'],
      ['Avskrivningar under', null, null],
      ['året', '-35', '-35'],
    ]
    expect(areHeads(...narrow)).toEqual([true, false, false, false, false])
    expect(areHeads(...narrow.slice(0, 4), ['året', '2009', '2008'])).toEqual([true, false, false, false, true])
  })

  it('days stand over years, and the years are heads though one was misread', () => {
    expect(areHeads(['', '31/12', '31/12'], ['', '1996', '1995'], ['Avgifter', '3 112', '3 112'])).toEqual([
      true,
      true,
      false,
    ])
    expect(areHeads(['', '1/1-31/12', '1/1-31/12'], ['', '1996', '3895'], ['Avgifter', '207 924', '186 315'])).toEqual([
      true,
      true,
      false,
    ])
  })

  it('words on the right half of a page that begin where the label below does are the first line of it', () => {
    const onRight = (...rows: PrintedRow[]) =>
      findHeadLines(linesOfWords(printRows(rows, [0.8, 0.95], { left: 0.5 })), parsingWords.mendText)
    const [heads, figures] = [
      ['', '2009', '2008'],
      ['Mark', '1 204', '986'],
    ] as const
    const isHead = [true, false, false, false]
    expect(onRight(heads, figures, ['UTGÅENDE REDOVISAT'], ['VÄRDE', '1 204', '986'])).toEqual(isHead)
    expect(onRight(heads, figures, ['', 'Budget', 'Utfall'], ['Avgifter', '1 204', '986'])[2]).toBe(true)
    expect(onRight(heads, figures, ['', 'Budget'], ['Avgifter', '1 204', '986'])[2]).toBe(true)
  })

  it('days may be read with letters for figures, and beside a stroke', () => {
    expect(areHeads(['', '31 dec', '31 dec'], ['', '1993', '1992'], ['Avgifter', '3 112', '3 112'])).toEqual([
      true,
      true,
      false,
    ])
    expect(areHeads(['', '3i dec', '31 dec'], ['', '1993', '3992'])).toEqual([true, true])
    expect(areHeads(['Byggt dec', '31', '31'])).toEqual([false])
  })

  it('figures under days are no years', () => {
    expect(areHeads(['', '31/12', '31/12'], ['', '2 842', '2 979'])).toEqual([true, false])
    expect(areHeads(['', '31/12', '31/12'], ['', '3895', '4112'])).toEqual([true, false])
    expect(areHeads(['Avgifter', '207 924', '186 315'], ['', '1996', '3895'])).toEqual([false, false])
  })
})

describe('years that only the second reader saw', () => {
  const withSeconds = (row: PrintedRow, seconds: readonly string[]) => {
    const words = printRows([row], [0.5, 0.7, 0.88]).map((word, index) => ({ ...word, second: seconds[index] ?? '' }))
    return [...words, ...printRows([['Avgifter', null, '207 924', '186 315']], [0.5, 0.7, 0.88], { top: 0.13 })]
  }
  const areHeads = (row: PrintedRow, seconds: readonly string[]) =>
    findHeadLines(linesOfWords(withSeconds(row, seconds)), parsingWords.mendText)

  it.each<[PrintedRow, readonly string[]]>([
    [
      ['', 'M', '2001', 'oe'],
      ['', '200', '2000'],
    ],
    [
      ['', 'No', 'rn!', '20'],
      ['', '2601', '2000'],
    ],
  ])('%j with %j are heads', (row, seconds) => {
    expect(areHeads(row, seconds)).toEqual([true, false])
  })

  it('scraps, a single year, and years behind a label are none', () => {
    expect(areHeads(['', 'M', '26', 'oe'], ['', '2601', '2609'])).toEqual([false, false])
    expect(areHeads(['', 'M', 'rn!', 'oe'], ['', '', '2000'])).toEqual([false, false])
    expect(areHeads(['El', null, '2001', 'oe'], ['', '', '1998'])).toEqual([false, false])
  })
})

describe('wordsBeforeDates', () => {
  it.each([
    ['Resultat och ställning 2011 = 2010 2009', 'Resultat och ställning'],
    ['1. Resultat och ställning 2011 2010 2009', 'Resultat och ställning'],
    ['2011-12-31 2010-12-31', ''],
    ['Arvoden 2011-12-31 2010-12-31', 'Arvoden'],
    ['Belonp tkr 2015/16 2015/16 2016/17 2014/15', 'Belonp tkr'],
    ['Fordringar 2015/16 2014/2015', 'Fordringar'],
    ['Budget 2015/16 2014/15', undefined],
    ['Avgifter 2015/16', undefined],
    // amounts of thousands, budgets, years that do not follow each other
    ['Fordringar 2009 2008', undefined],
    ['Not Budget 2016 2015 2016', undefined],
    ['Tomter 2009 1987 1950', undefined],
    ['Taket lades 2011, 2010 och 2009', undefined],
  ])('%j: %j', (text, words) => {
    expect(wordsBeforeDates(text)).toBe(words)
  })
})

describe('headsAlone', () => {
  it.each<[PrintedRow, readonly string[]]>([
    [
      ['Noter', '2012-12-31', '2011-12-31'],
      ['2012-12-31', '2011-12-31'],
    ],
    [
      ['', '31 dec 2012', '31 dec 2011'],
      ['2012-12-31', '2011-12-31'],
    ],
    [['Noter', null, '2012-12-31'], ['2012-12-31']],
  ])('%j', (row, periods) => {
    const { heads, bands, page } = headsAlone(linesOfWords(printRows([row], [0.7, 0.88]), 3), parsingWords.mendText)
    expect(heads.map((head) => head.periodEnd)).toEqual(periods)
    expect(bands.at(-1)?.x1).toBeCloseTo(0.88)
    expect(page).toBe(3)
  })
})

describe('asWorded', () => {
  it.each([
    ['Budget 96', 'budget'],
    ['Budset Y6', 'budget'],
    ['Återstår', 'variance'],
    ['Förändring', null],
    ['Balanserat resultat', null],
  ])('%j holds %s', (label, scenario) => {
    expect(asWorded(readColumnHead(label))?.scenario).toBe(scenario)
  })
})

describe('readHeads', () => {
  it('what stands over several columns is over none of references, however near', () => {
    const years = ['1999', '1998', '1999', '1998']
    const [bodies, dates] = linesOfWords([
      ...printPhrase({ text: 'Koncernen', left: 0.512, top: 0.1 }),
      ...printPhrase({ text: 'Moderbolaget', left: 0.768, top: 0.1 }),
      ...printRows([['Belopp i tkr', 'Not', ...years]], [0.455, 0.53, 0.66, 0.79, 0.92], { top: 0.12 }),
    ])
    const bands = [0.455, 0.53, 0.66, 0.79, 0.92].map((x1, at) => ({ x0: x1 - (at === 0 ? 0.01 : 0.06), x1 }))
    const heads = readHeads([bodies!, dates!], bands, parsingWords.mendText)
    expect(heads.map(({ label }) => label.split(' ')[0])).toEqual([
      'Not',
      'Koncernen',
      'Koncernen',
      'Moderbolaget',
      'Moderbolaget',
    ])
    expect(heads[0]!.isNote).toBe(true)
  })
})
