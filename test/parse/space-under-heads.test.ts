import { describe, expect, it } from 'vitest'
import { type PrintedRow, printRows } from '../support/lay-out.js'
import { readPlacedWords } from '../support/read-placed.js'

const ROWS: readonly PrintedRow[] = [
  ['', '2008', '2007', '2006', '2005'],
  ['Intäkter', '270', '241', '265', '250'],
  ['Resultat', '17', '9', '-1', '9'],
  ['Tillgångar', '350', '336', '326', '335'],
]

describe('the space under heads', () => {
  it('parts small figures close beside each other that end where the years over them do', () => {
    expect(readPlacedWords(printRows(ROWS, [0.7, 0.75, 0.8, 0.85])).rows).toEqual([
      'Intäkter: 270 | 241 | 265 | 250',
      'Resultat: 17 | 9 | -1 | 9',
      'Tillgångar: 350 | 336 | 326 | 335',
    ])
  })

  it('parts no amounts whose own spaces are as wide', () => {
    const rows: PrintedRow[] = [
      ['', '2008', '2007'],
      ['Intäkter', '5 270', '4 241'],
      ['Kostnader', '3 117', '2 019'],
      ['Tillgångar', '7 350', '6 336'],
    ]
    expect(readPlacedWords(printRows(rows, [0.7, 0.755])).rows[0]).not.toBe('Intäkter: 5 | 270 | 4 | 241')
  })

  describe('no wider than that inside figures', () => {
    // each column begins a space behind the one before: "5 403 216 5 295 979"
    const edges = [0.6, 0.6895, 0.779]
    const heads: PrintedRow = ['', '2021', '2020', '2019']
    const full: readonly PrintedRow[] = [
      ['Intäkter', '5 403 216', '5 295 979', '5 117 351'],
      ['Resultat', '33 275', '656 751', '525 900-'],
      ['Eget kapital', '2 190 142', '2 156 867', '1 500 116'],
      ['Tillgångar', '3 030 241', '2 613 690', '1 993 727'],
    ]

    it('parts figures that end where the years over them do', () => {
      expect(readPlacedWords(printRows([heads, ...full], edges)).rows).toEqual([
        'Intäkter: 5 403 216 | 5 295 979 | 5 117 351',
        'Resultat: 33 275 | 656 751 | 525 900-',
        'Eget kapital: 2 190 142 | 2 156 867 | 1 500 116',
        'Tillgångar: 3 030 241 | 2 613 690 | 1 993 727',
      ])
    })
  })
})
