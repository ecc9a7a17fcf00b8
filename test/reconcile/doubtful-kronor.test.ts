import { describe, expect, it } from 'vitest'
import { table } from '../support/build-report.js'
import { dated, doubts, scaled } from '../support/column-doubts.js'

describe('doubtColumns, of kronor that were cut off', () => {
  it('doubts kronor where most sums hold only nearly: their last three digits were lost', () => {
    const cut = ['1', '2', '3', '4'].map((number) =>
      table(
        'note',
        [
          ['Lokaler', 812, 790],
          ['Löner', 1250, 1198],
          ['Summa', 2063, 1989],
        ],
        { note: number },
      ),
    )
    expect(doubts(cut)).toEqual(Array(2).fill('sums in whole kronor hold only nearly'))
    expect(doubts(cut.map((one) => ({ ...one, unit: 'tkr' })))).toEqual([undefined, undefined])
    // What was read well beside them, a programme against its budget, speaks for itself alone.
    const programme = (number: string) =>
      table('operating_statement', scaled([3, 3]), { title: number, columns: dated('2020-12-31', '2019-12-31') })
    expect(doubts([...['1', '2', '3', '4', '5', '6', '7', '8'].map(programme), ...cut])).toEqual(
      Array(2).fill('sums in whole kronor hold only nearly'),
    )
  })

  it('doubts a report of small figures whose sums are all too great by what was cut off their rows', () => {
    const notes = (...sums: readonly [number, number][]) =>
      sums.map(([one, two], index) =>
        table(
          'note',
          [
            ['Lokaler', 812, 790],
            ['Löner', 1250, 1198],
            ['Summa', one, two],
          ],
          { note: String(index + 1) },
        ),
      )
    const cut = notes([2063, 1988], [2062, 1989], [2063, 1988], [2062, 1988])
    expect(doubts(cut)).toEqual(Array(2).fill('sums in whole kronor hold only nearly'))
    expect(doubts(notes([2063, 1988], [2062, 1987], [2063, 1988], [2062, 1988]))).toEqual([undefined, undefined])
  })
})
