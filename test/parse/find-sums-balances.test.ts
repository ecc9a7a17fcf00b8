import { describe, expect, test } from 'vitest'
import type { RowSketch } from '../support/build-report.js'
import { sumsOf } from '../support/sums-of.js'

describe('what is left of a sum, and balances that are carried forward', () => {
  test('what is left under "Avgår" is the rest of all above it, within rounding', () => {
    const found = sumsOf('note', [
      ['Stadshypotek', 164, 164],
      ['SBAB', 322, 328],
      ['Summa lån', 486, 492],
      ['Avgår kortfristig del', -6, -6],
      ['Långfristig del', 479, 486],
    ])
    expect(found).toEqual(['2 = 0 1', '4 = 2 3'])
  })

  test('"Varav" with a minus, over what is left of the sum above it, is taken off; another is only told', () => {
    const loans: RowSketch[] = [
      ['Stadshypotek', 6_813, 6_905],
      ['SBAB', 6_813, 6_903],
      ['Lån totalt', 13_626, 13_808],
    ]
    const left: RowSketch = ['Lån, långfristig del', 13_354, 13_536]
    const claimed = ['2 = 0 1', '4 = 2 3']
    expect(sumsOf('note', [...loans, ['Varav amortering inom ett år', -272, -272], left])).toEqual(claimed)
    expect(sumsOf('note', [...loans, ['Varav i utländsk valuta', -100, -90], left])).toEqual(['2 = 0 1'])
  })

  test('balances of the first and the last day, IB and UB', () => {
    const values: RowSketch[] = [
      ['Anskaffningsvärde 1 januari', 3_370, 3_300],
      ['Nyanskaffningar', 40, 70],
      ['Anskaffningsvärde 31 december', 3_410, 3_370],
    ]
    expect(sumsOf('note', values)).toEqual(['2 = 0 1'])
    const cash: RowSketch[] = [
      ['Kassaflöde löpande verksamhet', 3_531, -1_715],
      ['Inköp av inventarier', -78, 0],
      ['Årets kassaflöde', 3_453, -1_715],
      ['Likvida medel IB', 9_985, 11_700],
      ['Likvida medel UB', 13_438, 9_985],
    ]
    expect(sumsOf('cash_flow', cash)).toEqual(['2 = 0 1', '4 = 2 3'])
  })

  test('a closing balance that one year proves is one in the other year too', () => {
    const note = (closing: number) =>
      sumsOf('note', [
        ['Ingående avskrivningar', -968, -450],
        ['Årets avskrivningar', -21, -21],
        ['Utgående ackumulerade avskrivningar', -492, closing],
      ])
    expect(note(-471)).toEqual(['2 = 0 1'])
    expect(note(-470)).toEqual([])
  })
})
