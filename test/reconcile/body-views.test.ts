import { describe, expect, test } from 'vitest'
import type { Column, Table } from '../../src/model/report.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { checkYears } from '../../src/reconcile/years.js'
import { type RowSketch, report, table, years } from '../support/build-report.js'
import { toldChecks } from '../support/told-checks.js'

function statements(body: string, income: number, costs: number, cash: number): Table[] {
  const result = income - costs
  const resultRows: RowSketch[] = [
    ['Nettoomsättning', income, income - 10],
    ['Kostnader', -costs, -costs],
    ['Årets resultat', result, result - 10],
  ]
  const balanceRows: RowSketch[] = [
    ['Bank', cash, cash - 10],
    ['Summa tillgångar', cash, cash - 10],
    ['Kapital vid årets början', cash - result, cash - result],
    ['Årets resultat', result, result - 10],
    ['Summa eget kapital och skulder', cash, cash - 10],
  ]
  const noteRefs = { Kostnader: '1' }
  return [
    table('income_statement', resultRows, { title: `${body} resultaträkning`.trim(), noteRefs }),
    table('balance_sheet', balanceRows, { title: `${body} balansräkning`.trim() }),
  ]
}

const ofBoth: Column[] = ['Koncernen', 'Moderbolaget'].flatMap((name) =>
  years(2).map((column, index) => ({ ...column, label: index === 0 ? name : null })),
)
const note = table('note', [['Hyror', 4_310, 4_310, 2_120, 2_120]], { note: '1', title: 'Kostnader', columns: ofBoth })
const group = statements('Koncernens', 8_146, 4_310, 24_782)
const parent = statements('Moderbolagets', 5_497, 2_120, 13_749)

describe('a group and its parent with statements apart', () => {
  const whole = report([...group, ...parent, note])

  test.each(['Summa tillgångar 2020-12-31 24782/24782 ok', 'Summa tillgångar 2020-12-31 13749/13749 ok'])(
    'balance: %s',
    (told) => {
      expect(toldChecks(whole, 'balance')).toContain(told)
    },
  )

  test('each result answers to its own equity, each cost to its own column of the note', () => {
    expect(toldChecks(whole, 'result_in_equity')).toEqual([
      'Årets resultat 2020-12-31 3836/3836 ok',
      'Årets resultat 2019-12-31 3826/3826 ok',
      'Årets resultat 2020-12-31 3377/3377 ok',
      'Årets resultat 2019-12-31 3367/3367 ok',
    ])
    expect(toldChecks(whole, 'note_to_statement')).toEqual([
      'Kostnader 2020-12-31 -4310/-4310 ok',
      'Kostnader 2019-12-31 -4310/-4310 ok',
      'Kostnader 2020-12-31 -2120/-2120 ok',
      'Kostnader 2019-12-31 -2120/-2120 ok',
    ])
  })

  test('statements that name nobody are those of the body that no others name', () => {
    expect(toldChecks(report([...group, ...statements('', 5_497, 2_120, 13_749)]), 'result_in_equity')).toHaveLength(4)
    expect(
      toldChecks(report([...group, ...statements('', 5_497, 2_120, 13_749)]), 'result_in_equity').every((told) =>
        told.endsWith('ok'),
      ),
    ).toBe(true)
  })

  test('an overview is the group’s, and a note without columns of either is nobody’s fault', () => {
    const overview = table('multi_year', [['Årets resultat', 3_836, 3_826]])
    const plain = table('note', [['Hyror', 2_120, 2_120]], { note: '1', title: 'Kostnader' })
    const checks = reconcileReport(report([...group, ...parent, overview, plain]))
    expect(checks.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
    expect(checks.filter(({ rule }) => rule === 'cross_statement').map(({ expected }) => expected)).toEqual([
      3_836, 3_826,
    ])
  })

  test('the year after compares each with its own', () => {
    const before = report(
      [...statements('Koncernens', 8_136, 4_310, 24_772), ...statements('Moderbolagets', 5_487, 2_120, 13_739)],
      {
        periodEnd: '2019-12-31',
      },
    )
    const aged = { ...before, tables: before.tables.map((one) => ({ ...one, columns: years(2, 2019) })) }
    const checks = checkYears({ id: 'a', report: aged }, { id: 'b', report: whole })
    expect(checks.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
    expect(checks.length).toBeGreaterThan(12)
  })
})
