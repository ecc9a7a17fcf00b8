import { describe, expect, test } from 'vitest'
import type { Amount } from '../../src/model/report.js'
import { amount, report, table } from '../support/build-report.js'
import { settleOrganisation } from '../support/settle.js'
import { withSums } from '../support/with-sums.js'

const box = { x0: 0.6, y0: 0.3, x1: 0.7, y1: 0.32 }

/** Repairs to an income statement whose operating revenue of the year before was read as `read`. */
function repairsOf(read: Amount) {
  const income = table('income_statement', [
    ['Verksamhetens intäkter', 8_000_000, 0],
    ['Verksamhetens kostnader', -8_265_492, -10_062_021],
    ['Verksamhetens resultat', -265_492, -2_062_021],
    ['Finansiella intäkter', 96, 2300],
    ['Årets resultat', -265_396, -2_059_721],
  ])
  const damaged = {
    ...income,
    rows: income.rows.with(0, { ...income.rows[0]!, cells: [income.rows[0]!.cells[0]!, read] }),
  }
  const [settled] = settleOrganisation([{ id: 'a', report: withSums(report([damaged])) }])
  return {
    repairs: settled!.repairs.map(({ before, after, fault, decision }) => ({ before, after, fault, decision })),
    status: settled!.judgements[0]![0]![1]!.status,
    verdict: settled!.checks.find(({ expected }) => expected === -2_062_021)?.verdict,
    value: settled!.report.tables[0]!.rows[0]!.cells[1]!.value,
  }
}

describe('a figure that breaks its sum', () => {
  test('is mended where text alone lost a digit that its neighbour has', () => {
    expect(repairsOf(amount(800_000))).toEqual({
      repairs: [{ before: 800_000, after: 8_000_000, fault: 'one of two like digits lost', decision: 'auto' }],
      status: 'repaired',
      verdict: 'repaired',
      value: 8_000_000,
    })
  })

  test('is read otherwise where another reading of the picture closes the sum', () => {
    expect(repairsOf(amount(6_000_000, { box, second: 8_000_000 }))).toEqual({
      repairs: [{ before: 6_000_000, after: 8_000_000, fault: 'another reading of the picture', decision: 'auto' }],
      status: 'repaired',
      verdict: 'ok',
      value: 8_000_000,
    })
  })

  test('is only offered for change where both readings of the picture agree (F42)', () => {
    const { repairs, status, verdict, value } = repairsOf(amount(800_000, { box, second: 800_000 }))
    expect(repairs).toContainEqual({
      before: 800_000,
      after: 8_000_000,
      fault: 'one of two like digits lost',
      decision: 'proposed',
    })
    expect({ status, verdict, value }).toEqual({ status: 'suspect', verdict: 'mismatch', value: 800_000 })
  })

  test('is only offered for change where a printer may have set another digit', () => {
    const { repairs, value } = repairsOf(amount(6_000_000))
    expect(repairs.map(({ decision }) => decision)).not.toContain('auto')
    expect(value).toBe(6_000_000)
  })

  test('stays as printed where digits changed places', () => {
    const { repairs, status, verdict } = repairsOf(amount(800))
    expect({ repairs, status, verdict }).toEqual({ repairs: [], status: 'suspect', verdict: 'mismatch' })
  })
})

test('two faults in one column are mended each by its own row', () => {
  const budget = table(
    'operating_statement',
    [
      ['Irma', 3_400_000, 3_208_366, 191_634],
      ['Miljövårdscentrum', 363_168, 363_168, 4],
      ['Insatskatalogen', 8250, 9166, -9216],
      ['SUMMA', 3_771_418, 3_580_700, 190_718],
    ],
    {
      columns: (['budget', 'actual', 'variance'] as const).map((scenario) => ({
        label: null,
        periodEnd: '2020-12-31',
        scenario,
        unit: null,
      })),
    },
  )
  const [settled] = settleOrganisation([{ id: 'a', report: withSums(report([budget])) }])
  expect(settled!.repairs.map(({ before, after, decision }) => [before, after, decision])).toEqual([
    [4, 0, 'auto'],
    [-9216, -916, 'auto'],
  ])
  expect(settled!.repairs.every(({ evidence, margin }) => evidence.length === 2 && margin >= 1)).toBe(true)
  expect(settled!.checks.filter(({ verdict }) => verdict === 'mismatch')).toEqual([])
})

test('a figure is not mended to what another printing of it contradicts', () => {
  const note = (total: number) =>
    table(
      'note',
      [
        ['Lokalhyra', 612_352, 3102],
        ['Arvoden', 25_513, 6852],
        ['Summa', total, 9954],
      ],
      { note: '2', title: 'Övriga kostnader' },
    )
  const income = table(
    'income_statement',
    [
      ['Intäkter', 700_000, 10_000],
      ['Övriga kostnader', -637_965, -9954],
      ['Årets resultat', 62_035, 46],
    ],
    { noteRefs: { 'Övriga kostnader': '2' } },
  )
  const [settled] = settleOrganisation([{ id: 'a', report: withSums(report([income, note(637_965)])) }])
  // The rows of the note give 637 865; both printings of the sum, and the result, say 637 965.
  expect(settled!.report.tables[1]!.rows[2]!.cells[0]!.value).toBe(637_965)
  expect(settled!.judgements[1]![2]![0]!.status).toBe('verified')
  expect(settled!.judgements[1]![0]![0]!.status).toBe('suspect')
})
