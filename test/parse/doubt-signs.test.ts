import { describe, expect, it } from 'vitest'
import { type Column, DASH_BEFORE } from '../../src/model/report.js'
import { doubtSigns } from '../../src/parse/doubt-signs.js'
import { amount } from '../support/build-report.js'

const dated: Column = { label: '2015', periodEnd: '2015-12-31', scenario: 'actual', unit: null }
const bare: Column = { label: null, periodEnd: null, scenario: 'actual', unit: null }
const dash = amount(0, { raw: '-' })

/** Whether the figures of the second column are in doubt. */
function doubted(columns: readonly Column[], firsts: readonly (ReturnType<typeof amount> | null)[]): boolean[] {
  const rows = firsts.map((first) => ({ cells: [first, amount(50)] }))
  return doubtSigns(rows, columns).map(({ cells }) => cells[1]!.doubts.includes(DASH_BEFORE))
}

describe('doubtSigns', () => {
  it('a figure behind a dash of a column without a head, which holds nothing else, may be negative', () => {
    expect(doubted([bare, dated], [dash, null, dash])).toEqual([true, false, true])
  })

  it('a column with a head, or with figures, holds dashes of its own', () => {
    expect(doubted([dated, dated], [dash, null])).toEqual([false, false])
    expect(doubted([bare, dated], [dash, amount(3)])).toEqual([false, false])
  })
})
