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
})
