import { describe, expect, test } from 'vitest'
import type { Column } from '../../src/model/report.js'
import { report, table, years } from '../support/build-report.js'
import { balance, income } from '../support/small-statements.js'
import { toldChecks } from '../support/told-checks.js'

describe('other tables', () => {
  const columns = (scenarios: readonly Column['scenario'][]): Column[] =>
    scenarios.map((scenario) => ({ ...years(1)[0]!, scenario }))

  test('variances are taken the way the table takes them', () => {
    const budget = table(
      'operating_statement',
      [
        ['Coachingteamet', 2_811_000, 2_883_113, -72_113],
        ['Växthuset', 1_092_000, 945_393, 146_607],
        ['Unga vuxna', 1_087_000, 1_152_599, 65_599],
      ],
      { columns: columns(['budget', 'actual', 'variance']) },
    )
    expect(toldChecks(report([budget]), 'variance')).toEqual([
      'Coachingteamet 2020-12-31 -72113/-72113 ok',
      'Växthuset 2020-12-31 146607/146607 ok',
      'Unga vuxna 2020-12-31 65599/-65599 mismatch',
    ])
  })

  test('a programme table in kr meets the result in tkr with the sign turned', () => {
    const inThousands = table(
      'income_statement',
      [
        ['Verksamhetens intäkter', 7002, 7163],
        ['Verksamhetens kostnader', -8181, -9028],
        ['Årets resultat', -1179, -1865],
      ],
      { unit: 'tkr' },
    )
    const programmes = table(
      'operating_statement',
      [
        ['Styrelsens intäkter', -7_000_004, -7_080_070],
        ['Administration', 1_087_929, 1_061_453],
        ['Samordningsteam', 7_091_029, 7_883_409],
        [null, 1_178_954, 1_864_792],
      ],
      { title: 'Driftredovisning' },
    )
    expect(toldChecks(report([inThousands, programmes]), 'cross_statement')).toEqual([
      'Årets resultat 2020-12-31 -1179000/-1178954 rounding',
      'Årets resultat 2019-12-31 -1865000/-1864792 rounding',
    ])
  })

  test('what an overview calls otherwise meets the statement by what it is', () => {
    const named = (one: ReturnType<typeof table>, label: string, concept: string) => ({
      ...one,
      rows: one.rows.map((row) => (row.label === label ? { ...row, concept } : row)),
    })
    const sheet = named(balance, 'Summa tillgångar', 'total_assets')
    const total = sheet.rows.find(({ concept }) => concept === 'total_assets')!.cells.map((cell) => cell!.value)
    const overview = table('multi_year', [['Balansomslutning', ...total]], { title: 'Flerårsöversikt' })
    const lines = toldChecks(report([sheet, named(overview, 'Balansomslutning', 'total_assets')]), 'cross_statement')
    expect(lines.map((line) => line.replace(/\d+\/\d+/, ''))).toEqual([
      'Summa tillgångar 2020-12-31  ok',
      'Summa tillgångar 2019-12-31  ok',
    ])
    expect(toldChecks(report([sheet, overview]), 'cross_statement')).toEqual([])
  })

  test('a figure one slip away under a kindred name is told; one that is merely different is not', () => {
    const note = table(
      'note',
      [
        ['Individinsatser', 2_660_174, 1_809_329],
        ['Strukturinsatser', 155_226, 0],
        ['Summa', 2_815_400, 1_809_329],
      ],
      { note: '2', title: 'Verksamhetens kostnader' },
    )
    const costs = table(
      'other',
      [
        ['Administration', 1_156_203, null],
        ['Individinriktade insatser', 2_660_174, null],
        ['Strukturövergripande insatser', 155_526, null],
      ],
      { title: 'Kostnadsfördelning' },
    )
    expect(toldChecks(report([note, costs]), 'cross_statement')).toEqual([
      'Individinsatser 2020-12-31 2660174/2660174 ok',
      'Strukturinsatser 2020-12-31 155226/155526 mismatch',
    ])
  })

  test('soliditet, prose and the check digit of the number', () => {
    const overview = table('multi_year', [['Soliditet', 59, 86]], { title: 'Flerårsöversikt' })
    const withUnit = { ...overview, rows: overview.rows.map((row) => ({ ...row, unit: '%' as const })) }
    const sentence = {
      value: 175_916,
      unit: 'kr' as const,
      raw: '175 916 kr',
      page: 3,
      sentence: 'Kortfristiga fordringar uppgick till 175 916 kr.',
    }
    const misquoted = {
      ...sentence,
      value: 286_855,
      raw: '286 855 kr',
      sentence: 'Kortfristiga skulder var 286 855 kr året innan.',
    }
    const whole = report([income, balance, withUnit], { orgNumber: '222000-1819', prose: [sentence, misquoted] })
    expect(toldChecks(whole, 'key_figure')).toEqual(['Soliditet 2020-12-31 59/59 ok', 'Soliditet 2019-12-31 86/86 ok'])
    expect(toldChecks(whole, 'prose')).toEqual([
      'Kortfristiga fordringar 2020-12-31 175916/175916 ok',
      'Kortfristiga skulder 2019-12-31 286355/286855 mismatch',
    ])
    expect(toldChecks(whole, 'organisation_number')).toEqual(['222000-1819 2020-12-31 9/8 mismatch'])
  })
})
