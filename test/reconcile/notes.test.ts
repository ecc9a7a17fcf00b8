import { describe, expect, test } from 'vitest'
import { checkNotesToStatements } from '../../src/reconcile/notes.js'
import { report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

const loans = table(
  'balance_sheet',
  [
    ['Inventarier', 0, 0],
    ['Skulder till kreditinstitut', 27_784_226, 28_664_058],
  ],
  { noteRefs: { Inventarier: '8', 'Skulder till kreditinstitut': '11' } },
)

function told(...tables: Parameters<typeof report>[0][number][]): string[] {
  return checkNotesToStatements(withSums(report([loans, ...tables]))).map(
    ({ subject, periodEnd, expected, actual, verdict }) => `${subject} ${periodEnd} ${expected}/${actual} ${verdict}`,
  )
}

describe('a note that does not meet its line', () => {
  const specified = (...amounts: number[]) => [
    ['Nordea', 20_208_361, ...amounts.slice(1)] as const,
    ['Swedbank', 7_575_865, ...amounts.slice(1)] as const,
    ['Summa skulder till kreditinstitut', amounts[0]!, ...amounts.slice(1)] as const,
  ]

  test('is no mismatch where its figure is the line’s of another year: the column was taken for another', () => {
    const note = table('note', specified(27_784_226), {
      note: '11',
      title: 'Skulder till kreditinstitut',
      columns: years(1, 2019),
    })
    expect(told(note)).toEqual([])
  })

  test('is one where its figure stands nowhere in the line', () => {
    const note = table('note', specified(27_784_726), {
      note: '11',
      title: 'Skulder till kreditinstitut',
      columns: years(1, 2020),
    })
    expect(told(note)).toEqual(['Skulder till kreditinstitut 2020-12-31 27784226/27784726 mismatch'])
  })

  test('a line of nought is held against the note’s sum of nought, not against another sum in it', () => {
    const note = table(
      'note',
      [
        ['Ingående anskaffningsvärde', 717_283, 717_283],
        ['Ingående avskrivningar', -717_283, -717_283],
        ['Bokfört värde', 0, 0],
        ['Ingående pågående nyanläggningar', 2_896_067, 0],
        ['Årets investeringar', 1_695_707, 2_896_067],
        ['Utgående ackumulerade anskaffningsvärden', 4_591_774, 2_896_067],
      ],
      { note: '8', title: 'Inventarier' },
    )
    expect(told(note)).toEqual(['Inventarier 2020-12-31 0/0 ok', 'Inventarier 2019-12-31 0/0 ok'])
  })
})
