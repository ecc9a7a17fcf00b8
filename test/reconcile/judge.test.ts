import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Amount,
  BORROWED_PERIOD,
  DASH_BEFORE,
  type Report,
  type Table,
  UNTOLD_NOTE,
  UNTOLD_PERIOD,
} from '../../src/model/report.js'
import { judge } from '../../src/reconcile/judge.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { amount, type RowSketch, report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

/** A note in thousands over one year, rows first, its sum last; each amount as `read` makes it. */
function note(values: readonly number[], read: (value: number, row: number) => Partial<Amount> = () => ({})): Report {
  const one = table(
    'note',
    values.map((value, index) => [index === values.length - 1 ? 'Summa' : `Rad ${index}`, value]),
    { note: '2', unit: 'tkr' },
  )
  const rows = one.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => cell && amount(cell.value, read(cell.value, index))),
  }))
  const last = rows.length - 1
  const terms = rows.slice(0, last).map((_, row) => ({ row, sign: 1 as const }))
  const sums = [{ row: last, terms, basis: 'label' as const }]
  return report([{ ...one, rows, sums, columns: one.columns.slice(0, 1) }])
}

function statuses(one: Report): string[] {
  const [settled] = judge([{ id: 'a', report: one, checks: reconcileReport(one), repaired: [] }])
  return settled!.flat(2).map(({ status }) => status)
}

const agreed = (value: number): Partial<Amount> => ({ second: value })

describe('a sum that holds within rounding', () => {
  test('confirms figures that are typed, or whose digits two readings agree on if it would show most slips', () => {
    // 3546 read as 3544 would leave as much open the other way, and readers may share a slip
    expect(statuses(note([2352, 3544, 5897], agreed))).toEqual(['verified', 'unverified', 'verified'])
    expect(statuses(note([2352, 3540, 5893], agreed))).toEqual(['verified', 'verified', 'verified'])
    expect(statuses(note([2352, 3544, 5897], () => ({ typed: true })))).toEqual(['verified', 'verified', 'verified'])
    expect(statuses(note([2352, 3544, 5897]))).toEqual(['unverified', 'unverified', 'unverified'])
    const onlyFirst = note([2352, 3544, 5897], (value, row) => (row === 0 ? { second: value } : {}))
    expect(statuses(onlyFirst)).toEqual(['verified', 'unverified', 'unverified'])
  })

  test('within thousands one that closes to the unit confirms digits that rounding could not have made good', () => {
    // 5 for 6 or 8 for 9 moves a sum by one, as rounding does; what is taken for 0, 1, 2 or 7 moves it further
    expect(statuses(note([2352, 3541, 5893]))).toEqual(['verified', 'verified', 'verified'])
    expect(statuses(note([2355, 3541, 5896]))).toEqual(['unverified', 'verified', 'unverified'])
  })

  test('confirms no row that stands alone over it: a digit of the two is misread', () => {
    expect(statuses(note([4312, 4313], agreed))).toEqual(['unverified', 'unverified'])
    expect(statuses(note([4312, 4312], agreed))).toEqual(['verified', 'verified'])
  })

  test('confirms no figure in worn print, where two readings go wrong alike', () => {
    const worn = note([2352, 3544, 5897], (value) => ({ second: value, confidence: 0.8 }))
    expect(statuses(worn)).toEqual(['unverified', 'unverified', 'unverified'])
  })

  test('confirms digits that every further look bears out, in worn print too', () => {
    const worn = (...again: number[]) =>
      note([2352, 3544, 5897], (value) => ({
        second: value,
        confidence: 0.8,
        again: again.map((more) => value + more),
      }))
    expect(statuses(worn(0, 0, 0, 0))).toEqual(['verified', 'verified', 'verified'])
    expect(statuses(worn(0, 0, 0, 2))).toEqual(['unverified', 'unverified', 'unverified'])
    expect(statuses(worn(2, 2, 2, 2))).toEqual(['unverified', 'unverified', 'unverified'])
  })

  test('confirms no figure so small that its absence or its sign would not be seen', () => {
    expect(statuses(note([2352, 3547, 1, 2, 5903], agreed))).toEqual([
      'verified',
      'verified',
      'unverified',
      'unverified',
      'verified',
    ])
  })

  test('confirms nothing by a second reading that differs', () => {
    expect(statuses(note([2352, 3544, 5897], (value) => ({ second: value + 3 })))).not.toContain('verified')
  })

  test('does not hold for a figure misread beyond rounding, though both readings agree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 11_000, max: 9e6 }), { minLength: 2, maxLength: 7 }),
        fc.nat(),
        fc.boolean(),
        (kronor, which, turned) => {
          const printed = [...kronor, kronor.reduce((sum, value) => sum + value, 0)].map((value) => thousands(value))
          const at = which % printed.length
          const read = printed.with(at, turned ? -printed[at]! : printed[at]! + 10)
          expect(statuses(note(read, agreed))[at]).not.toBe('verified')
        },
      ),
    )
  })
})

test('a net income whose minus was lost in every column is not verified: the sums close without it too', () => {
  const lost = table('income_statement', [
    ['Summa intäkter', 8_622_519],
    ['Summa kostnader', 8_382_051],
    ['Verksamhetens resultat', 240_468],
    ['Räntor', 1332],
    ['Räntekostnader', 22_076],
    ['Summa finansiella poster', 20_744],
    ['Årets resultat', 219_724],
  ])
  const [, , , , , net, result] = statuses(withSums(report([lost])))
  expect(net).toBe('unverified')
  expect(result).toBe('verified')
})

describe('a broken identity', () => {
  const income = (rent: number) =>
    table(
      'income_statement',
      [
        ['Verksamhetens intäkter', 5_000_000],
        ['Verksamhetens kostnader', -(rent + 1_250_300)],
        ['Årets resultat', 5_000_000 - rent - 1_250_300],
      ],
      { noteRefs: { 'Verksamhetens kostnader': '2' } },
    )
  const costs = table(
    'note',
    [
      ['Lokalhyra', 812_450],
      ['Löner', 1_250_300],
      ['Summa', 2_062_750],
    ],
    { note: '2', title: 'Verksamhetens kostnader' },
  )

  test('leaves figures in peace that sums prove on both of its sides: the document itself differs', () => {
    const whole = withSums(report([income(815_450), costs]))
    expect(reconcileReport(whole).find(({ rule }) => rule === 'note_to_statement')?.verdict).toBe('mismatch')
    expect(new Set(statuses(whole))).toEqual(new Set(['verified']))
  })

  test('casts doubt on a figure that no sum proves', () => {
    const bare = { ...costs, rows: costs.rows.slice(2) }
    const whole = withSums(report([income(815_450), bare]))
    expect(statuses(whole)).toEqual(['verified', 'verified', 'verified', 'suspect'])
  })
})

function thousands(kronor: number): number {
  return Math.round(kronor / 1000)
}

test('confirmations count the checks that would have failed: a sum, the note’s sum and that the two are one', () => {
  const income = table(
    'income_statement',
    [
      ['Verksamhetens intäkter', 5_000_000],
      ['Verksamhetens kostnader', 2_062_750],
      ['Summa', 7_062_750],
    ],
    { noteRefs: { 'Verksamhetens kostnader': '2' } },
  )
  const note = table(
    'note',
    [
      ['Lokalhyra', 812_450],
      ['Löner', 1_250_300],
      ['Summa', 2_062_750],
    ],
    { note: '2', title: 'Verksamhetens kostnader' },
  )
  const one = withSums(report([income, note]))
  const [judged] = judge([{ id: 'a', report: one, checks: reconcileReport(one), repaired: [] }])
  const counts = judged!.map((rows) => rows.map(([first]) => first!.confirmations))
  expect(counts).toEqual([
    [1, 3, 1],
    [1, 1, 3],
  ])
})

test('a figure of no known time is never sure, repaired or not', () => {
  const sketches: [string, number][] = [
    ['Lokalhyra', 812_450],
    ['Löner', 1_250_300],
    ['Summa', 2_062_750],
  ]
  const judgedAt = (periodEnd: string | null) => {
    const columns = [{ label: null, periodEnd, scenario: 'actual' as const, unit: null }]
    const one = withSums(report([table('note', sketches, { note: '2', columns })]))
    const repaired = [{ table: 0, row: 1, column: 0 }]
    const [judged] = judge([{ id: 'a', report: one, checks: reconcileReport(one), repaired }])
    return judged!.flat(2).map(({ status }) => status)
  }
  expect(judgedAt('2020-12-31')).toEqual(['verified', 'repaired', 'verified'])
  expect(judgedAt(null)).toEqual(['unverified', 'unverified', 'unverified'])
})

test('what adds up says nothing of the number of a note', () => {
  const sumOf = (doubt: string) => {
    const [own] = note([2352, 3544, 5896], () => ({ typed: true, doubts: [doubt] })).tables
    const costs = table('income_statement', [['Kostnader', 5896]], { unit: 'tkr', noteRefs: { Kostnader: '2' } })
    return statuses(report([{ ...costs, columns: own!.columns }, own!])).at(-1)
  }
  expect(sumOf('its column was inferred')).toBe('verified')
  for (const doubt of [UNTOLD_NOTE, DASH_BEFORE]) expect(sumOf(doubt)).toBe('suspect')
})

describe('a label that ends in a number', () => {
  /** Statuses of the sum of a note whose label goes on with `behind`, where the statement has `printed` and −4 500. */
  function sumWith(behind: string, printed = -10940602): string {
    const terms = [0, 1].map((row) => ({ row, sign: 1 as const }))
    const rows: RowSketch[] = [
      ['Löner', 9562200],
      ['Hyra', 6000000],
      [`Summa${behind}`, 15562200],
    ]
    const costs = table('note', rows, { note: '2', columns: years(1), sums: [{ row: 2, terms, basis: 'label' }] })
    const result = table('income_statement', [
      ['Verksamhetens kostnader', printed],
      ['Avskrivningar', -4500],
    ])
    return statuses(report([costs, result]))[2]!
  }

  test.each([' nr 10940602', ' 10 940 602', ' 2 10 940 602'])(
    'Summa%s: an amount of the report was swallowed',
    (behind) => {
      expect(sumWith(behind)).toBe('suspect')
    },
  )

  test('the number of the note may have run into the amount', () => {
    expect(sumWith(' nr 10940602', 210940602)).toBe('suspect')
    expect(sumWith(' nr 10940602', 3210940602)).toBe('suspect')
    expect(sumWith(' nr 10940602', 1059)).toBe('verified')
  })

  test.each(['', ' 10940603', ' nr 4500', ' 10940602 kr', ' 02-10940602'])('Summa%s: none was', (behind) => {
    expect(sumWith(behind)).toBe('verified')
  })
})

describe('a column whose date is not printed over it', () => {
  const results: RowSketch[] = [
    ['Verksamhetens intäkter', 5_000_120, 4_800_310],
    ['Verksamhetens kostnader', -2_123_972, -2_037_171],
    ['Årets resultat', 2_876_148, 2_763_139],
  ]
  const undated = (): Table => {
    const income = table('income_statement', results)
    const doubts = [UNTOLD_PERIOD, BORROWED_PERIOD]
    return {
      ...income,
      rows: income.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, doubts }) })),
    }
  }
  const overview = (...rows: readonly RowSketch[]): Table => table('multi_year', rows, { columns: years(3) })
  const shown = (...rows: readonly RowSketch[]) =>
    statuses(withSums(report([undated(), overview(...rows)]))).slice(0, 6)

  test('is told by two figures that an overview has under its years, and by one no more than likely', () => {
    const income: RowSketch = ['Verksamhetens intäkter', 5_000_120, 4_800_310, 4_512_044]
    const outcome: RowSketch = ['Årets resultat', 2_876_148, 2_763_139, 2_511_903]
    expect(new Set(shown(income, outcome))).toEqual(new Set(['verified']))
    expect(shown(outcome).slice(0, 2)).toEqual(['suspect', 'suspect'])
  })
})
