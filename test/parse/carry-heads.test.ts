import { describe, expect, it } from 'vitest'
import { carryHeads } from '../../src/parse/carry-heads.js'
import { readColumnHead } from '../../src/parse/column-heads.js'
import { placedTable } from '../../src/parse/placed-table.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const EDGES = [0.5, 0.7, 0.88]

function tableOf(rows: readonly PrintedRow[], page = 1) {
  return placedTable(linesOfWords(printRows(rows, EDGES), page), null, parsingWords.mendText, false)
}

const HEADS = tableOf([['Noter', null, '2012-12-31', '2011-12-31']])
const carried = { heads: HEADS.heads, bands: HEADS.bands ?? null, page: 1 }

function periods(rows: readonly PrintedRow[], page = 1) {
  return carryHeads(tableOf(rows, page), carried).heads.map((head) => head.periodEnd)
}

describe('carryHeads', () => {
  it('a table without heads stands under those of the page', () => {
    expect(
      periods([
        ['Räntor', null, '1 204', '986'],
        ['Hyror', null, '55', '12'],
      ]),
    ).toEqual(['2012-12-31', '2011-12-31'])
  })

  it('heads that say each year twice hold for tables that name the group and its parent', () => {
    const edges = [0.45, 0.58, 0.72, 0.88]
    const read = (rows: readonly PrintedRow[]) =>
      placedTable(linesOfWords(printRows(rows, edges)), null, parsingWords.mendText, false)
    const { heads, bands } = read([['Noter', '2012', '2011', '2012', '2011']])
    const draft = read([
      ['', 'Koncernen', null, 'Moderbolaget'],
      ['Räntor', '1 204', '986', '812', '775'],
      ['Hyror', '55', '12', '44', '10'],
    ])
    const carriedTwice = { heads, bands: bands ?? null, page: 1 }
    expect(carryHeads(draft, carriedTwice).heads.map(({ label, periodEnd }) => `${label} ${periodEnd}`)).toEqual([
      'Koncernen 2012 2012-12-31',
      '2011 2011-12-31',
      'Moderbolaget 2012 2012-12-31',
      '2011 2011-12-31',
    ])
  })

  it('short figures under the names of the group and its parent stand under the years over them', () => {
    const edges = [0.467, 0.609, 0.751, 0.892]
    const bodies = [
      ...printPhrase({ text: 'KONCERNEN', left: 0.4325, top: 0.1 }),
      ...printPhrase({ text: 'MODERBOLAGET', left: 0.7015, top: 0.1 }),
    ]
    const read = (rows: readonly PrintedRow[]) => {
      const words = [...bodies, ...printRows(rows, edges, { top: 0.118 })]
      return placedTable(linesOfWords(words), null, parsingWords.mendText, false)
    }
    const years = ['2017-12-31', '2016-12-31', '2017-12-31', '2016-12-31']
    const { heads, bands } = read([
      ['', ...years],
      ['RÄNTOR', '12 581', '12 338', '11 189', '12 111'],
    ])
    const draft = read([
      ['KVINNOR', '3', '3', '4', '5'],
      ['MÄN', '3', '3', '5', '6'],
    ])
    expect(carryHeads(draft, { heads, bands: bands ?? null, page: 1 }).heads).toEqual(heads)
    const elsewhere = { heads, bands: bands!.map(({ x0, x1 }) => ({ x0: x0 - 0.08, x1: x1 - 0.08 })), page: 1 }
    expect(carryHeads(draft, elsewhere).heads).toEqual(draft.heads)
  })

  it('the only column of a table is of the year that it stands under', () => {
    expect(periods([['Räntor', null, null, '1 204']])).toEqual(['2011-12-31'])
    expect(periods([['Räntor', null, '1 204', null]])).toEqual(['2012-12-31'])
  })

  it('a column under no head has no period', () => {
    const rows: PrintedRow[] = [
      ['Byggnader', '1 500 000', '1 204', '986'],
      ['Mark', '1 700 000', '1 000', '12'],
    ]
    expect(periods(rows)).toEqual([null, '2012-12-31', '2011-12-31'])
  })

  it('a speck that stands under no head is no column', () => {
    const rows: PrintedRow[] = [
      ['Räntor', null, '1 204', '986'],
      ['Hyror', null, '55', '12'],
      ['', '16', null, null],
    ]
    const table = carryHeads(tableOf(rows), carried)
    expect(table.heads.map((head) => head.periodEnd)).toEqual(['2012-12-31', '2011-12-31'])
    expect(table.entries.map((entry) => entry.options[0]?.cells.map((cell) => cell?.value))).toEqual([
      [1204, 986],
      [55, 12],
      undefined,
    ])
  })

  it('on another page a single column may stand anywhere: nothing is carried over', () => {
    expect(periods([['Räntor', null, null, '1 204']], 2)).toEqual([null])
  })

  it('on another page all columns together are under the same heads', () => {
    expect(periods([['Räntor', null, '1 204', '986']], 2)).toEqual(['2012-12-31', '2011-12-31'])
  })

  it('without places the number of columns must agree', () => {
    const draft = { entries: [], heads: [readColumnHead(''), readColumnHead('')] }
    const plain = { ...carried, bands: null }
    expect(carryHeads(draft, plain).heads).toBe(carried.heads)
    expect(carryHeads({ entries: [], heads: [readColumnHead('')] }, plain).heads[0]?.periodEnd).toBeNull()
  })

  it('as many columns in other places do not tell which head is whose', () => {
    const moved = placedTable(
      linesOfWords(printRows([['Räntor', '1 204', '986']], [0.6, 0.72]), 1),
      null,
      parsingWords.mendText,
      false,
    )
    expect(carryHeads(moved, carried).heads.map((head) => head.periodEnd)).toEqual([null, null])
  })

  it('a body named over a column takes no head of the other', () => {
    const heads = (...labels: string[]) => ({ entries: [], heads: labels.map((label) => readColumnHead(label)) })
    const both = { ...heads('Koncernen 2012', '2011', 'Moderbolaget 2012', '2011'), bands: null, page: 1 }
    const taken = carryHeads(heads('Koncernen', '', 'Moderbolaget', ''), both).heads.map((head) => head.periodEnd)
    expect(taken).toEqual(['2012-12-31', '2011-12-31', '2012-12-31', '2011-12-31'])
    const turned = heads('Moderbolaget', '', 'Koncernen', '')
    expect(carryHeads(turned, both)).toBe(turned)
  })
})
