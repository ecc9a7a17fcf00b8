import { describe, expect, it } from 'vitest'
import type { Row, Scenario } from '../../src/model/report.js'
import { settleNotes } from '../../src/parse/settle-notes.js'
import { type RowSketch, table } from '../support/build-report.js'

/** The numbers that notes read as these are given, `?` behind those whose figures are doubted. */
function settled(numbers: readonly (string | null)[], wanted: readonly string[] = []): string {
  const balance = table(
    'balance_sheet',
    wanted.map((note) => [`Post ${note}`, 1]),
    { noteRefs: Object.fromEntries(wanted.map((note) => [`Post ${note}`, note])) },
  )
  const notes = numbers.map((note) => table('note', [['Kassa', 1]], { note }))
  return settleNotes([balance, ...notes])
    .slice(1)
    .map(({ note, rows }) => `${note}${(rows[0]?.cells[0]?.doubts.length ?? 0) > 0 ? '?' : ''}`)
    .join(' ')
}

describe('settleNotes', () => {
  it.each([
    ['in a row', ['1', '2', '3'], '1 2 3'],
    ['with letters', ['1', '2', '2a', '3'], '1 2 2a 3'],
    ['a note over two tables', ['1', '2', '2', '3'], '1 2 2 3'],
    ['a note that goes on under no heading', ['1', '2', null, '3'], '1 2 2 3'],
    ['one digit too many', ['4', '35', '6'], '4 5? 6'],
    ['misread as a later one', ['1', '2', '8', '4'], '1 2 3? 4'],
    ['misread as an earlier one', ['4', '1', '6'], '4 5? 6'],
    ['not read', ['4', null, '6'], '4 5? 6'],
    ['notes left out are no misreading', ['1', '4', '9'], '1 4 9'],
    ['two that were not read are not told apart', ['1', null, null, '4'], '1 null? null? 4'],
    ['a number that stands twice, behind some that are left out', ['2', '5', '5'], '2 5? 5'],
    ['nothing stands after it', ['1', '2', '8'], '1 2 8'],
    ['fallen behind a later one, and again behind that', ['2', '3', '1', '3', '6'], '2 3? 1? 3? 6'],
    ['none', [], ''],
  ])('%s', (_, numbers, expected) => {
    expect(settled(numbers)).toBe(expected)
  })

  it('rows that add up behind all that is owed, or behind the years of an overview, are in doubt', () => {
    const behind: RowSketch[] = [
      ['Förutbetalda hyror', 73],
      ['Övriga poster', 61],
      ['Summa', 134],
    ]
    const doubtsOf = (kind: 'balance_sheet' | 'multi_year', first: RowSketch) => {
      const one = table(kind, [first, ...behind])
      const sums = [{ row: 3, terms: [1, 2].map((row) => ({ row, sign: 1 as const })), basis: 'label' as const }]
      const columns = kind === 'multi_year' ? [...one.columns, one.columns[0]!] : one.columns
      return settleNotes([{ ...one, columns, sums }])[0]!.rows.map(({ cells }) => cells[0]!.doubts.length > 0)
    }
    expect(doubtsOf('balance_sheet', ['Summa eget kapital och skulder', 5, 4])).toEqual([false, true, true, true])
    expect(doubtsOf('balance_sheet', ['Fordringar', 5, 4])).toEqual([false, false, false, false])
    expect(doubtsOf('multi_year', ['Nettoomsättning', 5, 4])).toEqual([false, true, true, true])
  })

  it('more rows than pledges take are in doubt behind all that is owed, whether they add up or not', () => {
    const owed: RowSketch = ['Summa eget kapital och skulder', 5, 4]
    const behind = ['Resultat', 'Avskrivningar', 'Fordringar', 'Skulder', 'Investeringar'].map(
      (label, at): RowSketch => [label, 10 ** at, 10 ** at],
    )
    const doubted = (rows: readonly RowSketch[]) =>
      settleNotes([{ ...table('balance_sheet', [owed, ...rows]), sums: [] }])[0]!.rows.filter(
        ({ cells }) => cells[0]!.doubts.length > 0,
      ).length
    expect([doubted(behind.slice(1)), doubted(behind)]).toEqual([0, 5])
  })

  it.each([
    ['a last note that was not read', ['1', '2', null], ['3'], '1 2 3?'],
    ['a first note misread, of two that may be wanting', ['9', '3'], ['2', '3'], '2? 3'],
    ['two in a row, of which rows know both', ['4', '3', null, '7'], ['5', '6'], '4 5? 6? 7'],
    ['one of two that rows know is not told', ['4', '3', '7'], ['5', '6'], '4 3? 7'],
    ['one of two that were not printed', ['1', null, '4'], ['1', '3', '4'], '1 3? 4'],
    ['a last note with a digit too many', ['1', '2', '35'], ['3'], '1 2 3?'],
    ['a last note that a row points to', ['1', '2', '13'], ['3', '13'], '1 2 13'],
  ])('where rows point to notes: %s', (_, numbers, wanted, expected) => {
    expect(settled(numbers, wanted)).toBe(expected)
  })

  it('figures under the heading of a note of text alone are of the note whose heading was not read behind it', () => {
    const rents = table('note', [['Summa', 10_285, 9_763]], { note: '1', title: 'Redovisningsprinciper' })
    const costs = table('note', [['Summa', 4_197, 4_219]], { note: '3' })
    const income = (label: string) =>
      table(
        'income_statement',
        [
          ['Hyror', 10_285, 9_763],
          ['Fastighetskostnader', -4_197, -4_219],
        ],
        { noteRefs: { [label]: '2', Fastighetskostnader: '3' } },
      )
    const found = (label: string) =>
      settleNotes([income(label), rents, costs]).map(({ note, rows }) => [note, rows[0]?.cells[0]?.doubts.length])
    expect(found('Hyror')).toEqual([
      [null, 0],
      ['2', 0],
      ['3', 0],
    ])
    expect(found('Räntor')).toEqual([
      [null, 0],
      ['1', 0],
      ['3', 0],
    ])
  })

  it('tables under one heading whose number was not read are one note', () => {
    const note = (number: string | null, title: string) => table('note', [['Kassa', 1]], { note: number, title })
    const balance = table('balance_sheet', [['Lån', 1]], { noteRefs: { Lån: '14' } })
    const bank = table('balance_sheet', [['Bank', 1]], { noteRefs: { Bank: '13' } })
    const notes = [
      note('12', 'Intäkter'),
      note(null, 'Bank'),
      note(null, 'Lån'),
      note(null, 'Lån'),
      note('15', 'Skulder'),
    ]
    const told = settleNotes([balance, bank, ...notes])
    expect(told.slice(2).map((one) => one.note)).toEqual(['12', '13', '14', '14', '15'])
    expect(told[5]!.rows[0]!.cells[0]!.doubts).toHaveLength(1)
  })

  const isDoubted = ({ rows }: { readonly rows: readonly Row[] }) =>
    rows.map(({ cells }) => cells.some((cell) => cell !== null && cell.doubts.length > 0))

  it('a note that comes to all assets and to all that is owed is a balance sheet: it is in doubt', () => {
    const note = table(
      'note',
      [
        ['Mark', 500],
        ['Tillgångar, summa', 500],
        ['Kapital', 500],
        ['Eget kapital och skulder, summa', 500],
      ],
      { note: '5' },
    )
    expect(settleNotes([note]).map(isDoubted)).toEqual([[true, true, true, true]])
  })

  it('a cash flow under the last number of a note is in doubt', () => {
    const flow: RowSketch[] = [
      ['Årets resultat', 90],
      ['Årets kassaflöde', 90],
      ['Likvida medel UB', 130],
    ]
    const notes = [table('note', [['Skatt', 5]], { note: '5' }), table('note', flow, { note: null })]
    expect(settleNotes(notes).map(isDoubted)).toEqual([[false], [true, true, true]])
  })

  it('a table behind the end of a statement, under the same heading, is in doubt', () => {
    const statement = table('income_statement', [
      ['Intäkter', 500],
      ['Årets resultat', 500],
    ])
    const programmes = table('income_statement', [['Kansli', 300]])
    expect(settleNotes([statement, programmes]).map(isDoubted)).toEqual([[false, false], [true]])
    expect(settleNotes([programmes, statement]).map(isDoubted)).toEqual([[false], [false, false]])
    expect(settleNotes([statement, programmes, programmes]).map(isDoubted)).toEqual([[false, false], [true], [true]])
  })

  it('a balance sheet that goes on under an income statement is in doubt from its end', () => {
    const rows: RowSketch[] = [
      ['Intäkter', 500],
      ['Årets resultat', 500],
      ['Fordringar', 700],
      ['Summa tillgångar', 700],
      ['Årets resultat', 500],
    ]
    const both = { ...table('income_statement', rows), sums: [] }
    expect(settleNotes([both]).map(isDoubted)).toEqual([[false, false, true, true, true]])
  })

  it('what is read as a note whose number stands again behind others is in doubt', () => {
    expect(settled(['2', '3', '2', '3'])).toMatch(/^2\? 3\?/)
  })

  it('a table against a budget behind a note is in doubt', () => {
    const column = (scenario: Scenario) => ({ label: null, periodEnd: '2021-12-31', scenario, unit: null })
    const against = { ...table('note', [['Kansli', 5]], { note: null }), columns: [column('variance')] }
    expect(settleNotes([table('note', [['Kassa', 1]], { note: '6' }), against]).map(isDoubted)).toEqual([
      [false],
      [true],
    ])
  })

  it("rows that add up behind the year's result are in doubt, those over it are not", () => {
    const statement = table('income_statement', [
      ['Intäkter', 500],
      ['Årets resultat', 500],
      ['Bidrag', 300],
      ['Gåvor', 200],
      ['Summa intäkter', 500],
    ])
    const sum = (row: number, ...terms: number[]) => ({
      row,
      terms: terms.map((term) => ({ row: term, sign: 1 as const })),
      basis: 'label' as const,
    })
    const behind = { ...statement, sums: [sum(4, 2, 3)] }
    const across = { ...statement, sums: [sum(4, 1, 2, 3)] }
    expect(settleNotes([behind, across]).map(isDoubted)).toEqual([
      [false, false, true, true, true],
      [false, false, false, false, false],
    ])
    const rows = behind.rows.with(1, { ...behind.rows[1]!, label: 'Likvida medel vid årets slut' })
    expect(isDoubted(settleNotes([{ ...behind, kind: 'cash_flow', rows }])[0]!)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
  })
})
