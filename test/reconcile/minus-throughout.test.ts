import { describe, expect, test } from 'vitest'
import type { Amount, Report, Row, Table } from '../../src/model/report.js'
import { judge } from '../../src/reconcile/judge.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { checkYears } from '../../src/reconcile/years.js'
import { type RowSketch, report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

const box = { x0: 0.6, y0: 0.3, x1: 0.7, y1: 0.32 }

/** Each status that figures of the last table have, or those of its first rows, as settled after all sums hold. */
function statuses(tables: readonly Table[], rows?: number): string[] {
  const one: Report = withSums(report(tables))
  const [judged] = judge([{ id: 'a', report: one, checks: reconcileReport(one), repaired: [] }])
  return [
    ...new Set(
      judged!
        .at(-1)!
        .slice(0, rows)
        .flatMap((cells) => cells.map(({ status }) => status)),
    ),
  ]
}

const costs: readonly RowSketch[] = [
  ['Lokalhyra', 812_450, 790_120],
  ['Löner', 1_250_300, 1_198_750],
  ['Övrigt', 61_222, 48_302],
  ['Summa', 2_123_972, 2_037_172],
]

/** The note of the costs as one reader saw it in the picture, its figures with a minus or without. */
function note(sign: 1 | -1, more: (value: number) => Partial<Amount> = () => ({})): Table {
  const sketches = costs.map(([label, ...values]): RowSketch => [label, ...values.map((value) => sign * value!)])
  const { rows, ...rest } = table('note', sketches, { note: '2', title: 'Verksamhetens kostnader' })
  const seen = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && { ...cell, box, ...more(cell.value) }),
  }))
  return { ...rest, rows: seen }
}

const same = (row: Row): Row => row

/** A row a year later: last year's figure stands second, this year's is half as much again. */
const ahead = (row: Row): Row => ({
  ...row,
  cells: [{ ...row.cells[0]!, value: 1.5 * row.cells[0]!.value }, row.cells[0]!],
})

/** The statement with its costs printed so. */
function statement(sign: 1 | -1): Table {
  const rows: RowSketch[] = [
    ['Verksamhetens intäkter', 5_000_000, 4_800_000],
    ['Verksamhetens kostnader', sign * 2_123_972, sign * 2_037_172],
    ['Årets resultat', 2_876_028, 2_762_828],
  ]
  return table('income_statement', rows, { noteRefs: { 'Verksamhetens kostnader': '2' } })
}

describe('figures with a minus all the way down', () => {
  test('are not verified by their sum, nor by the statement that has it without', () => {
    expect(statuses([note(-1)])).toEqual(['unverified'])
    expect(statuses([statement(1), note(-1)])).toEqual(['unverified'])
    expect(statuses([statement(1), note(1)])).toEqual(['verified'])
  })

  test('are verified where the statement has it with a minus too', () => {
    expect(statuses([statement(-1), note(-1)])).toEqual(['verified'])
  })

  test('are not verified because two readers saw the minuses; in a text they are', () => {
    expect(statuses([note(-1, (value) => ({ second: value }))])).toEqual(['unverified'])
    expect(statuses([note(-1, () => ({ box: null }))])).toEqual(['verified'])
  })

  test('are verified where another report prints one of them so too, in either of the two', () => {
    const one = (year: number) => {
      const columns = years(2, year)
      return withSums(
        report([{ ...note(-1), columns, rows: note(-1).rows.map(year === 2021 ? ahead : same) }], {
          periodEnd: `${year}-12-31`,
        }),
      )
    }
    const [earlier, later] = [one(2020), one(2021)]
    const known = [
      { id: 'a', report: earlier, checks: reconcileReport(earlier), repaired: [] },
      {
        id: 'b',
        report: later,
        checks: [...reconcileReport(later), ...checkYears({ id: 'a', report: earlier }, { id: 'b', report: later })],
        repaired: [],
      },
    ]
    const judged = judge(known)
    expect(judged.map((tables) => new Set(tables.flat(2).map(({ status }) => status)))).toEqual(
      Array(2).fill(new Set(['verified'])),
    )
  })

  test('are verified in no balance sheet by a result that is a deficit', () => {
    const result = table('income_statement', [
      ['Intäkter', 100_412, 98_220],
      ['Kostnader', -158_276, -116_315],
      ['Årets resultat', -57_864, -18_095],
    ])
    const balance = (sign: 1 | -1): Table => {
      const sketched = table('balance_sheet', [
        ['Fond för yttre underhåll', sign * 2_498_050, sign * 2_440_205],
        ['Balanserat resultat', sign * 2_403_897, sign * 2_443_647],
        ['Årets resultat', -57_864, -18_095],
        ['Summa eget kapital', sign * 4_901_947 - 57_864, sign * 4_883_852 - 18_095],
      ])
      return {
        ...sketched,
        rows: sketched.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, box }) })),
      }
    }
    expect(statuses([result, balance(-1)], 2)).toEqual(['unverified'])
    expect(statuses([result, balance(1)], 2)).toEqual(['verified'])
  })
})
