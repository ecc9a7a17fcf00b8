import { describe, expect, it } from 'vitest'
import { countHeads, isPlainHead, plainTable, readPlainHeads } from '../../src/parse/plain-table.js'
import { linesOfText } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** Heads and the natural reading of each line, `label: figure | figure`, a dot where a column is blank. */
function read(text: string, { rest = '', mayRefer = false } = {}) {
  const { entries, heads } = plainTable(linesOfText(text), rest, parsingWords.mendText, mayRefer)
  return {
    heads: heads.map((head) => head.label),
    rows: entries.map(({ label, options: [option] }) => {
      if (!option) return label
      const note = option.noteRef === null ? '' : ` (${option.noteRef})`
      return `${label}${note}: ${option.cells.map((cell) => cell?.raw ?? '.').join(' | ')}`
    }),
  }
}

describe('plainTable', () => {
  it.each([
    [
      'two years that their heads name',
      'Not 2009 2008\nFordringar 3 232 907 126 722\nKassa och bank 1 150 049 1 717 682\nSumma tillgångar 1 382 956 1 844 404',
      ['2009', '2008'],
      [
        'Fordringar (3): 232 907 | 126 722',
        'Kassa och bank: 1 150 049 | 1 717 682',
        'Summa tillgångar: 1 382 956 | 1 844 404',
      ],
    ],
    ['years that lost their first digit', '009 008\nRänta 27 31', ['2009', '2008'], ['Ränta: 27 | 31']],
    ['no heads', 'Ränta 27 -31\nHyra -510 -498', ['', ''], ['Ränta: 27 | -31', 'Hyra: -510 | -498']],
    ['one column', 'Belopp i kr\nRänta 27 000\nHyra 510 000', [''], ['Ränta: 27 000', 'Hyra: 510 000']],
    [
      'budget, outcome and variance of one year',
      'Budget Utfall Avvikelse\nIrma 3 400 000 3 208 366 191 634',
      ['Budget', 'Utfall', 'Avvikelse'],
      ['Irma: 3 400 000 | 3 208 366 | 191 634'],
    ],
    [
      'spans over two lines',
      '2020-01-01 2019-01-01\n-2020-12-31 -2019-12-31\nRänta 27 31',
      ['2020-12-31', '2019-12-31'],
      ['Ränta: 27 | 31'],
    ],
    [
      'a sum told in words',
      '2009 2008\nRänta 27 31\nUtfall total kostnad 6 188 998 kr',
      ['2009', '2008'],
      ['Ränta: 27 | 31', 'Utfall total kostnad 6 188 998 kr'],
    ],
    ['a heading between rows', '2009 2008\nTILLGÅNGAR\nBank 27 31', ['2009', '2008'], ['TILLGÅNGAR', 'Bank: 27 | 31']],
  ])('%s', (_, text, heads, rows) => {
    expect(read(text, { mayRefer: true })).toEqual({ heads, rows })
  })

  it('heads on the line of the heading are the heads of its rows', () => {
    expect(read('Ränta 27 31', { rest: '2009 2008' })).toEqual({ heads: ['2009', '2008'], rows: ['Ränta: 27 | 31'] })
  })

  it.each([
    [
      'cells between tab stops',
      '\tNot\t2014\t2013\nRänta\t3\t27\t31\nHyra\t\t-510\t\nSUMMA\t\t-483\t31',
      ['2014', '2013'],
      ['Ränta (3): 27 | 31', 'Hyra: -510 | .', 'SUMMA: -483 | 31'],
    ],
    ['a heading among them', '\t2014\nIntäkter\t\nRänta\t27', ['2014'], ['Intäkter', 'Ränta: 27']],
    ['a column without figures', '\tText\t2014\nRänta\tbank\t27', ['2014'], ['Ränta: 27']],
  ])('%s', (_, text, heads, rows) => {
    expect(read(text)).toEqual({ heads, rows })
  })

  it.each([
    'Under året har förbundet haft kostnader. Dessa uppgick till 1 234',
    'Styrelsen har haft 4 möten',
    'Växjö den 20 oktober 2017',
  ])('running text is no row: %s', (text) => {
    expect(read(`2009 2008\nRänta 27 31\n${text}`).rows.at(-1)).toBe(text)
  })
})

describe('isPlainHead', () => {
  it.each([
    ['2009 2008', true],
    ['Not 2009-12-31 2008-12-31', true],
    ['Belopp i kr', true],
    ['Budget Utfall Avvikelse', true],
    ['Insatser Budget 2014 Utfall 2014', true],
    ['Utfall för året blev lägre än budget.', false],
    ['Summa intäkter 2009', false],
    ['Ränta 27 31', false],
    ['Aktivitet\tBudget\tUtfall', true],
    ['Ränta\t27\t31', false],
    ['Ränta\t1 234\t2008', false],
    ['\t', false],
  ])('%j: %s', (text, is) => {
    const line = linesOfText(text)[0] ?? { ...linesOfText('x')[0]!, text: '', tabs: ['', ''] }
    expect(isPlainHead(parsingWords.mendText(line.text), line)).toBe(is)
  })
})

describe('countHeads', () => {
  it.each([
    [['2009 2008'], 2],
    [['2020-01-01 2019-01-01', '-2020-12-31 -2019-12-31'], 2],
    [['Budget Utfall Avvikelse'], 3],
    [['Budget 2014 Utfall 2014 Avvikelse'], 3],
    [['Belopp i kr'], 0],
    [[], 0],
  ])('%j name %i columns', (texts, count) => {
    expect(countHeads(texts)).toBe(count)
  })
})

describe('readPlainHeads', () => {
  it.each([
    [['Budget 2014 Utfall 2014'], 2, ['budget 2014', 'actual 2014']],
    [['Budget Utfall', '2014 2013'], 2, ['budget 2014', 'actual 2013']],
    [['2014', 'Budget Utfall Avvikelse'], 3, ['budget 2014', 'actual 2014', 'variance 2014']],
    [['Utfall Budget Avvikelse', '2014 2014'], 3, ['actual 2014', 'budget 2014', 'variance 2014']],
    [['2009 2008'], 2, ['null 2009', 'null 2008']],
    [['Not Belopp i kr'], 2, ['null null', 'null null']],
  ])('%j over %i columns: %j', (texts, columns, heads) => {
    const read = readPlainHeads(texts, columns)
    expect(read.map((head) => `${head.scenario} ${head.periodEnd?.slice(0, 4) ?? null}`)).toEqual(heads)
  })
})
