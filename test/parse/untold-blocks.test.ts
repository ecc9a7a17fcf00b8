import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model/report.js'
import { doubtUntoldBlocks } from '../../src/parse/untold-blocks.js'
import { type RowSketch, table } from '../support/build-report.js'

const STATEMENT = table(
  'balance_sheet',
  [
    ['Fordringar', 300, 200],
    ['Skulder', 700, 500],
  ],
  { noteRefs: { Fordringar: '4', Skulder: '5' } },
)

const CLAIMS: RowSketch[] = [
  ['Kundfordringar', 100, 50],
  ['Skattefordran', 200, 150],
  ['Summa', 300, 200],
]
const LOANS: RowSketch[] = [
  ['Stadshypotek', 450, 310],
  ['Swedbank', 250, 190],
  ['Summa lån', 700, 500],
]

/** A note of rows in threes, the third of which is the sum of the others. */
function noteOf(number: string, sketches: readonly RowSketch[], sections: Readonly<Record<number, string>> = {}) {
  const note = table('note', sketches, { note: number })
  const sums = sketches.flatMap((_, row) =>
    row % 3 === 2
      ? [{ row, terms: [row - 2, row - 1].map((term) => ({ row: term, sign: 1 as const })), basis: 'label' as const }]
      : [],
  )
  return { ...note, sums, rows: note.rows.map((row, index) => ({ ...row, section: sections[index] ?? null })) }
}

/** Which rows of the notes are in doubt. */
function doubted(...notes: readonly Table[]): string {
  return doubtUntoldBlocks([STATEMENT, ...notes])
    .slice(1)
    .map(({ rows }) => rows.map(({ cells }) => (cells[0]!.doubts.length > 0 ? '?' : '.')).join(''))
    .join(' ')
}

describe('doubtUntoldBlocks', () => {
  it('rows that add up behind the sum of a note are in doubt', () => {
    expect(doubted(noteOf('4', [...CLAIMS, ...LOANS]))).toBe('...???')
  })

  it('they are not where a statement points to the note with their sum', () => {
    expect(doubted(noteOf('5', [...CLAIMS, ...LOANS]))).toBe('......')
  })

  it('rows under words of their own behind the sum are in doubt, and others are not', () => {
    const [first, second] = LOANS
    expect(doubted(noteOf('4', [...CLAIMS, first!, second!], { 3: 'Not nio Lån', 4: 'Not nio Lån' }))).toBe('...??')
    expect(doubted(noteOf('4', [...CLAIMS, first!, second!]))).toBe('.....')
  })

  it('rows that add up under words of their own are in doubt behind rows of no sum', () => {
    const [first, second, sum] = LOANS
    const note = noteOf('4', [CLAIMS[0]!, first!, second!, sum!], { 1: 'Lån', 2: 'Lån', 3: 'Lån' })
    const sums = [{ row: 3, terms: [1, 2].map((row) => ({ row, sign: 1 as const })), basis: 'label' as const }]
    expect(doubted({ ...note, sums })).toBe('.???')
    expect(doubted({ ...noteOf('4', [CLAIMS[0]!, first!, second!, sum!]), sums }, noteOf('5', LOANS))).toBe('.... ...')
  })

  it('a part of what stands before it is as much in doubt as that', () => {
    const values: RowSketch[] = [
      ['Taxeringsvärde byggnad', 40, 40],
      ['Taxeringsvärde mark', 20, 20],
      ['Summa taxeringsvärde', 60, 60],
    ]
    expect(doubted(noteOf('4', [...CLAIMS, ...values]))).toBe('......')
    expect(doubted(noteOf('4', [...CLAIMS, ...LOANS, ...values]))).toBe('...??????')
  })

  it('a second table under the number is in doubt, unless a statement has its sum', () => {
    expect(doubted(noteOf('4', CLAIMS), noteOf('4', LOANS))).toBe('... ???')
    expect(doubted(noteOf('5', CLAIMS), noteOf('5', LOANS))).toBe('... ...')
  })

  it('a sum that stands over its parts, behind another such note, is in doubt with them', () => {
    const [first, second, sum] = LOANS
    const note = noteOf('4', [CLAIMS[2]!, CLAIMS[0]!, CLAIMS[1]!, sum!, first!, second!])
    const sums = [0, 3].map((row) => ({
      row,
      terms: [row + 1, row + 2].map((term) => ({ row: term, sign: 1 as const })),
      basis: 'label' as const,
    }))
    const rows = note.rows.map((row, index) => ({ ...row, section: index > 0 ? 'varav' : null }))
    expect(doubted({ ...note, sums, rows })).toBe('...???')
    expect(doubted({ ...note, note: '5', sums, rows })).toBe('......')
  })

  it('rows that come to the figures of a note of which no heading was read are in doubt', () => {
    const [first, second, sum] = LOANS
    const note = noteOf('4', [CLAIMS[2]!, CLAIMS[0]!, first!, second!, sum!])
    const sums = [{ row: 4, terms: [2, 3].map((row) => ({ row, sign: 1 as const })), basis: 'label' as const }]
    expect(doubted({ ...note, sums })).toBe('..???')
    expect(doubted({ ...note, sums }, noteOf('5', LOANS))).toBe('..... ...')
  })
})
