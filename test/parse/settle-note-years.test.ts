import { describe, expect, it } from 'vitest'
import { settleNoteYears } from '../../src/parse/settle-note-years.js'
import { type RowSketch, report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

const COSTS = table('income_statement', [['Personalkostnader', -597_175, -581_832]], {
  noteRefs: { Personalkostnader: '5' },
})

/** The year over the only column of note 5, `?` behind it if its figures are doubted. */
function yearOf(rows: readonly RowSketch[], last: number): string {
  const note = table('note', rows, { note: '5', columns: years(1, last) })
  const [, found] = settleNoteYears(withSums(report([COSTS, note])).tables)
  const isDoubted = found!.rows.every(({ cells }) => cells[0]!.doubts.length > 0)
  return `${found!.columns[0]!.periodEnd!.slice(0, 4)}${isDoubted ? '?' : ''}`
}

describe('a note of one column', () => {
  const rows = (sum: number): RowSketch[] => [
    ['Arvode', 347_567],
    ['Sociala avgifter', sum - 347_567],
    ['Summa', sum],
  ]

  it('is of the year in which the row that points to it has its sum', () => {
    expect(yearOf(rows(597_175), 2019)).toBe('2020?')
    expect(yearOf([['Arvode', 597_175]], 2019)).toBe('2020?')
  })

  it('keeps its year where the row says the same or nothing', () => {
    expect(yearOf(rows(597_175), 2020)).toBe('2020')
    expect(yearOf(rows(581_832), 2019)).toBe('2019')
    expect(yearOf(rows(612_000), 2019)).toBe('2019')
    expect(yearOf(rows(597_175), 2017)).toBe('2017')
  })
})
