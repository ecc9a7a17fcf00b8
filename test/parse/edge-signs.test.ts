import { describe, expect, it } from 'vitest'
import { type PrintedRow, printRows } from '../support/lay-out.js'
import { readPlaced, readPlacedWords } from '../support/read-placed.js'

/** Columns of signs at the left edges of the cells, and of figures at the right ones. */
const edges = [0.5, 0.62, 0.72, 0.84]

function withSigns(rows: readonly PrintedRow[]): string[] {
  return readPlaced(rows, edges).rows
}

describe('signs at the left edges of cells', () => {
  it('belong to the figures at the right edges', () => {
    expect(
      withSigns([
        ['', null, 'Utfall 2013', null, 'Utfall 2012'],
        ['Intäkter', null, '17 662', null, '15 208'],
        ['Kostnader', '-', '15 900', '-', '15 546'],
        ['Räntor', null, '13', null, '11'],
        ['Bankavgifter', '-', '3', '-', '2'],
        ['Årets resultat', null, '1 772', '-', '329'],
      ]),
    ).toEqual([
      'Intäkter: 17 662 | 15 208',
      'Kostnader: - 15 900 | - 15 546',
      'Räntor: 13 | 11',
      'Bankavgifter: - 3 | - 2',
      'Årets resultat: 1 772 | - 329',
    ])
  })

  it('belong to them too where units or the name of a body stand over both', () => {
    expect(
      withSigns([
        ['', null, '2013', null, '2012'],
        ['', null, '1000-tal kronor', null, '1000-tal kronor'],
        ['Intäkter', null, '62', null, '58'],
        ['Kostnader', '-', '50', '-', '46'],
        ['Bankavgifter', '-', '3', '-', '2'],
      ]),
    ).toEqual(['Intäkter: 62 | 58', 'Kostnader: - 50 | - 46', 'Bankavgifter: - 3 | - 2'])
  })

  it('dashes under a head of their own are a column that has nothing to say', () => {
    expect(
      withSigns([
        ['', '2014', '2013', null, '2012'],
        ['Kostnader', '-', '15 900', null, '15 546'],
        ['Bankavgifter', '-', '3', null, '2'],
        ['Räntor', '-', '13', null, '11'],
      ]),
    ).toEqual(['Kostnader: - | 15 900 | 15 546', 'Bankavgifter: - | 3 | 2', 'Räntor: - | 13 | 11'])
  })

  it('a dash among the figures of another column is nought', () => {
    expect(
      withSigns([
        ['', null, '2013', null, '2012'],
        ['Intäkter', null, '17 662', null, '15 208'],
        ['Inköp', null, '-', null, '78'],
        ['Försäljning', null, '-', null, '46'],
      ]),
    ).toEqual(['Intäkter: 17 662 | 15 208', 'Inköp: - | 78', 'Försäljning: - | 46'])
  })

  it('are those of the figures behind them where cells are so narrow that they stand close to those before', () => {
    const narrow = [0.5, 0.65, 0.668, 0.8]
    expect(
      readPlaced(
        [
          ['', null, '2003', null, '2002'],
          ['Bidrag', null, '14 017', null, '14 017'],
          ['Kostnader', '-', '11 597', '-', '13 791'],
          ['Avskrivningar', '-', '126', '-', '88'],
          ['Nettokostnader', '-', '11 723', '-', '13 878'],
        ],
        narrow,
      ).rows,
    ).toEqual([
      'Bidrag: 14 017 | 14 017',
      'Kostnader: - 11 597 | - 13 791',
      'Avskrivningar: - 126 | - 88',
      'Nettokostnader: - 11 723 | - 13 878',
    ])
  })

  it('are told by those that stand apart, where another stands close behind the figure before it', () => {
    // what is left of the rule of a cell makes the last figure wider
    const wide = [0.5, 0.64, 0.668, 0.84]
    const words = printRows(
      [
        ['Resultat', null, '255', '-', '138'],
        ['Fordringar', null, '407', '-', '316'],
        ['Skulder', null, '184', null, '349'],
        ['Årets kassaflöde', null, '354', '-', '140'],
      ],
      wide,
    )
    const last = words.findLast(({ text }) => text === '354')!
    const high = words.map((word) =>
      word === last ? { ...word, box: { ...word.box, x1: 0.655, y1: word.box.y1 + 0.008 } } : word,
    )
    expect(readPlacedWords(high).rows).toEqual([
      'Resultat: 255 | - 138',
      'Fordringar: 407 | - 316',
      'Skulder: 184 | 349',
      'Årets kassaflöde: 354 | - 140',
    ])
  })

  it('are no signs of the figures behind them where they stand behind the last figures too', () => {
    const trailing = [0.65, 0.668, 0.8, 0.818]
    expect(
      readPlaced(
        [
          ['', '2003', null, '2002', null],
          ['Bidrag', '14 017', null, '14 017', null],
          ['Kostnader', '11 597', '-', '13 791', '-'],
          ['Nettokostnader', '11 723', '-', '13 878', '-'],
        ],
        trailing,
      ).rows,
    ).toEqual(['Bidrag: 14 017 | 14 017', 'Kostnader: 11 597 - | 13 791 -', 'Nettokostnader: 11 723 - | 13 878 -'])
  })
})
