import { describe, expect, it } from 'vitest'
import { placedTable } from '../../src/parse/placed-table.js'
import { linesOfWords, type PrintedRow, printRows } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** The columns' heads, and the rows as `label: figures`. */
function read(rows: readonly PrintedRow[], edges: readonly number[]): string[] {
  const { entries, heads } = placedTable(linesOfWords(printRows(rows, edges)), null, parsingWords.mendText, false)
  return [
    heads.map(({ label }) => label).join(' | '),
    ...entries.map(
      ({ label, options: [option] }) => `${label}: ${option?.cells.map((cell) => cell?.raw ?? '.').join(' | ')}`,
    ),
  ]
}

const ITEMS: readonly PrintedRow[] = [
  ['Lotterier', '109 560', null],
  ['Servering', '86 481', null],
  ['Summa inkomster', null, '196 041'],
  ['Kurser', '20 493', null],
  ['Ledararvoden', '30 072', null],
  ['Summa utgifter', null, '50 565'],
  ['Resultat', null, '145 476'],
]

describe('joinInnerColumns', () => {
  it('items stand in the column of their sums', () => {
    expect(read([['', null, '1993'], ...ITEMS], [0.6, 0.8])).toEqual([
      '1993',
      'Lotterier: 109 560',
      'Servering: 86 481',
      'Summa inkomster: 196 041',
      'Kurser: 20 493',
      'Ledararvoden: 30 072',
      'Summa utgifter: 50 565',
      'Resultat: 145 476',
    ])
  })

  it('items of two years stand in the columns of their sums, the second told by its place', () => {
    const both = ITEMS.map(
      ([label, item, sum]): PrintedRow => [label ?? '', item ?? null, sum ?? null, item ?? null, sum ?? null],
    )
    const [heads, ...rows] = read([['', null, '1993', null, 'Föregående år'], ...both], [0.45, 0.6, 0.75, 0.9])
    expect(heads).toBe('1993 | Föregående år')
    expect(rows[0]).toBe('Lotterier: 109 560 | 109 560')
  })

  it('a sum beside the last of its items is a row of its own', () => {
    const rows: PrintedRow[] = [
      ['', null, '1993'],
      ['Lotterier', '109 560', null],
      ['Servering', '86 481', '196 041'],
      ['Kurser', '20 493', null],
      ['Ledararvoden', '30 072', '50 565'],
    ]
    expect(read(rows, [0.6, 0.8])).toEqual([
      '1993',
      'Lotterier: 109 560',
      'Servering: 86 481',
      ': 196 041',
      'Kurser: 20 493',
      'Ledararvoden: 30 072',
      ': 50 565',
    ])
  })

  it.each<[string, PrintedRow[]]>([
    ['two years, though no line has both', [['', '1992', '1993'], ...ITEMS]],
    ['a year whose head was lost beside another', [['', null, '1993'], ...ITEMS, ['Kassa', '5 300', '9 100']]],
  ])('%s stay two columns', (_, rows) => {
    expect(
      read(rows, [0.6, 0.8])
        .slice(1)
        .every((row) => row.includes(' | ')),
    ).toBe(true)
  })
})
