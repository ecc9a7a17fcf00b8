import { describe, expect, it } from 'vitest'
import { unsureAmounts } from '../../scripts/why-unsure/unsure-amounts.js'
import type { Amount, Report } from '../../src/model/report.js'
import { amount, type RowSketch, report, table, years } from '../support/build-report.js'
import { settleOrganisation } from '../support/settle.js'

/** A note that ends with its sum, in one column; `read` tells how a row's amount was read. */
function note(sketches: readonly RowSketch[], read: (row: number) => Partial<Amount> = () => ({})): Report {
  const bare = table('note', sketches, { note: '2', columns: years(1) })
  const rows = bare.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => cell && amount(cell.value, read(index))),
  }))
  const last = rows.length - 1
  const terms = Array.from({ length: last }, (_, row) => ({ row, sign: 1 as const }))
  return report([{ ...bare, rows, sums: last > 0 ? [{ row: last, terms, basis: 'label' }] : [] }])
}

const timeless = (one: Report): Report => ({
  ...one,
  tables: one.tables.map((own) => ({ ...own, columns: own.columns.map((column) => ({ ...column, periodEnd: null })) })),
})

/** The reasons of what is not sure in a report, each with its row. */
function reasons(one: Report): string[] {
  const settled = settleOrganisation([{ id: 'a', report: one }])
  return unsureAmounts(settled[0]!, settled).map(({ reason, place }) => `${reason}: ${/"(.*)"/.exec(place)![1]}`)
}

const sound: RowSketch[] = [
  ['Lokalhyra', 812_450],
  ['Löner', 1_250_300],
  ['Summa', 2_062_750],
]

describe('unsureAmounts', () => {
  it.each([
    ['nothing of what adds up', note(sound), []],
    [
      'a broken identity',
      note([...sound.slice(0, 2), ['Summa', 2_060_750]]),
      ['broken identity: Lokalhyra', 'broken identity: Löner', 'broken identity: Summa'],
    ],
    [
      'a doubtful reading',
      note([['Lokalhyra', 812_450]], () => ({ doubts: ['letters were taken for digits'] })),
      ['doubtful reading: Lokalhyra'],
    ],
    ['no date', timeless(note(sound)), ['no date: Lokalhyra', 'no date: Löner', 'no date: Summa']],
    [
      'rounding, where it leaves room for another last digit',
      note([...sound.slice(0, 2), ['Summa', 2_062_751]], (row) => (row < 2 ? { typed: true } : {})),
      ['rounding only: Summa'],
    ],
    [
      'noughts, that would add up whatever they are',
      note([
        ['Hyra', 0],
        ['Löner', 0],
        ['Summa', 0],
      ]),
      ['no proof: Hyra', 'no proof: Löner', 'no proof: Summa'],
    ],
    ['no identity', note([['Lokalhyra', 812_450]]), ['no identity: Lokalhyra']],
  ])('tells %s', (_, one, told) => {
    expect(reasons(one)).toEqual(told)
  })

  it('names the row as printed, and the checks that touch it', () => {
    const settled = settleOrganisation([{ id: 'a', report: note([...sound.slice(0, 2), ['Summa', 2_060_750]]) }])
    expect(unsureAmounts(settled[0]!, settled)[2]!.place).toBe('note 2 "Summa" 2020-12-31: 2060750 (note_sum mismatch)')
  })
})
