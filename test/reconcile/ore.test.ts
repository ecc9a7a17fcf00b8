import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model/report.js'
import { amount, report, table } from '../support/build-report.js'
import { settleOrganisation } from '../support/settle.js'
import { withSums } from '../support/with-sums.js'

/** A table whose figures, in öre, are printed with their decimals. */
function withOre(one: Table): Table {
  const printed = one.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => cell && { ...cell, decimals: 2 }),
  }))
  return { ...one, rows: printed }
}

const income = (result = 293_588_797) =>
  withOre(
    table('income_statement', [
      ['Intäkter', 1_132_235_079, 1_078_453_424],
      ['Kostnader', -731_595_197, -757_292_356],
      ['Räntor', -107_051_085, -74_815_986],
      ['Årets resultat', result, 246_345_082],
    ]),
  )

const balance = (result: number) =>
  withOre(
    table('balance_sheet', [
      ['Kassa och bank', 6_928_011_114, 6_634_422_317],
      ['Summa tillgångar', 6_928_011_114, 6_634_422_317],
      ['Balanserat resultat', 6_634_422_317, 6_388_077_235],
      ['Årets resultat', result, 246_345_082],
      ['Summa eget kapital', 6_928_011_114, 6_634_422_317],
      ['Summa eget kapital och skulder', 6_928_011_114, 6_634_422_317],
    ]),
  )

function verdicts(tables: readonly Table[], rule: string) {
  const [settled] = settleOrganisation([{ id: 'a', report: withSums(report(tables)) }])
  return settled!.checks
    .filter((check) => check.rule === rule && check.periodEnd === '2020-12-31')
    .map(({ verdict, expected, actual, tolerance }) => ({ verdict, expected, actual, tolerance }))
}

describe('figures with öre', () => {
  it('a sum closes to the öre, whatever binary fractions make of it', () => {
    expect(verdicts([income()], 'statement_sum')).toEqual([
      { verdict: 'ok', expected: 2_935_887.97, actual: 2_935_887.97, tolerance: 0.02 },
    ])
  })

  it.each([
    [293_588_800, 'mismatch'],
    [293_588_799, 'rounding'],
  ])('a sum off by so many öre is no more than its figures allow: %i is a %s', (result, verdict) => {
    expect(verdicts([income(result)], 'statement_sum')).toMatchObject([{ verdict }])
  })

  it('forty öre between two printings of one figure are no rounding', () => {
    expect(verdicts([income(), balance(293_588_837)], 'result_in_equity')).toMatchObject([{ verdict: 'mismatch' }])
  })

  it('whole kronor beside öre may differ by half a krona, and no more', () => {
    const overview = (value: number) => table('multi_year', [['Årets resultat', value, 2_463_451]])
    expect(verdicts([income(), overview(2_935_888)], 'cross_statement')).toEqual([
      { verdict: 'rounding', expected: 2_935_887.97, actual: 2_935_888, tolerance: 0.505 },
    ])
    expect(verdicts([income(), overview(2_935_887)], 'cross_statement')).toMatchObject([{ verdict: 'mismatch' }])
  })

  it('a bare nought among öre stands for nothing', () => {
    const nil = { ...income(293_588_800) }
    const rows = [
      ...nil.rows.slice(0, 3),
      { ...nil.rows[0]!, label: 'Skatt', cells: [amount(0), amount(0)] },
      nil.rows[3]!,
    ]
    expect(verdicts([{ ...nil, rows }], 'statement_sum')).toMatchObject([{ verdict: 'mismatch', tolerance: 0.025 }])
  })

  it('a digit that the reader lost is mended in öre as in kronor', () => {
    const own = withOre(
      table('income_statement', [
        ['Verksamhetens intäkter', 800_000_050, 0],
        ['Verksamhetens kostnader', -826_549_250, -1_006_202_150],
        ['Verksamhetens resultat', -26_549_200, -206_202_100],
        ['Finansiella intäkter', 9600, 230_000],
        ['Årets resultat', -26_539_600, -205_972_100],
      ]),
    )
    const read = amount(80_000_050, { decimals: 2, raw: '800 000,50' })
    const damaged = { ...own, rows: own.rows.with(0, { ...own.rows[0]!, cells: [own.rows[0]!.cells[0]!, read] }) }
    const [settled] = settleOrganisation([{ id: 'a', report: withSums(report([damaged])) }])
    expect(settled!.repairs).toMatchObject([{ before: 80_000_050, after: 800_000_050, decision: 'auto' }])
    expect(settled!.judgements[0]![0]![1]!.status).toBe('repaired')
  })
})
