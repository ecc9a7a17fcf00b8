import { describe, expect, it } from 'vitest'
import { placedTable } from '../../src/parse/placed-table.js'
import { linesOfWords, type PrintedRow, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const EDGES = [0.5, 0.7, 0.88]

/** The dates over the columns of a table, and what its rows have under them. */
function read(rows: readonly PrintedRow[]) {
  const { heads, entries } = placedTable(linesOfWords(printRows(rows, EDGES)), null, parsingWords.mendText, false)
  return {
    periods: heads.map(({ periodEnd }) => periodEnd),
    cells: entries.map(({ options }) => options[0]?.cells.map((cell) => cell?.value ?? null)),
  }
}

const DEBTS: PrintedRow[] = [
  ['Nästa års amortering', '1 469', null, '2 469'],
  ['Leverantörsskulder', '4 910', null, '4 165'],
  ['Innehållen preliminärskatt', '4 285', null, '4 598'],
  ['Förskottsbetalda avgifter', '3 477', null, '3 699'],
  ['Upplupna kostnader', '8 649', null, '13 975'],
  ['Summa', '22 790', null, '28 906'],
]

describe('withoutStamp', () => {
  it('a stamp between two columns without heads is no column', () => {
    const stamped = read([['', null, '10 MAJ 2007', null], ['SKULDER', null, '10', null], ...DEBTS])
    expect(stamped.periods).toEqual([null, null])
    expect(stamped.cells.at(-1)).toEqual([22_790, 28_906])
  })

  it('nor is a speck beside columns that have each its own head', () => {
    const heads: PrintedRow = ['', null, '1996', '1995']
    const arvoden: PrintedRow[] = [
      ['Arvoden', null, '9 277', '9 013'],
      ['Avgifter', null, '6 804', '5 449'],
      ['Summa', '2', '16 081', '14 462'],
    ]
    expect(read([heads, ['', 'OO', null, null], ...arvoden]).periods).toEqual(['1996-12-31', '1995-12-31'])
  })

  it('a year over a nearly empty column stays, and so does a column that a word names', () => {
    const years: PrintedRow = ['', '1997', '1996', '1995']
    const sparse: PrintedRow[] = DEBTS.map(([label, first, , last], row) => [
      label,
      first!,
      row === 0 ? '12' : null,
      last!,
    ])
    expect(read([years, ...sparse]).periods).toEqual(['1997-12-31', '1996-12-31', '1995-12-31'])
    const counted: PrintedRow[] = [
      ['', 'Andel', '1996', '1995'],
      ['Lägenheter', '24', '9 277', '9 013'],
      ['Garage', null, '6 804', '5 449'],
      ['Summa', null, '16 081', '14 462'],
    ]
    expect(read(counted).cells[0]).toEqual([24, 9_277, 9_013])
  })
})
