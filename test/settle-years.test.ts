import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Report } from '../src/model/report.js'
import type { SettledReport } from '../src/model/settled.js'
import { report, table, years } from './support/build-report.js'
import { settleOrganisation } from './support/settle.js'
import { withSums } from './support/with-sums.js'

/** What a report of `year` prints of its debts, its own year and the one before; it prints no sum. */
function debts(year: number, own: readonly number[], before: readonly number[]): { id: string; report: Report } {
  const names = ['Leverantörsskulder', 'Skatteskulder', 'Upplupna kostnader']
  const rows = names.map((name, index) => [name, own[index]!, before[index]!] as const)
  const one = table('balance_sheet', rows, { columns: years(2, year) })
  const more = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` }
  return { id: String(year), report: withSums(report([one], more)) }
}

function statuses(settled: readonly SettledReport[], id: string): string[][] {
  return settled.find((one) => one.id === id)!.judgements[0]!.map((row) => row.map(({ status }) => status))
}

const first = debts(2018, [87_535, 8596, 616_573], [91_204, 7743, 580_061])
const second = debts(2019, [90_117, 9012, 633_845], [87_535, 8596, 616_573])

describe('reports of several years', () => {
  test('a comparative and the earlier report’s own figure prove each other, whichever came first', () => {
    expect(statuses(settleOrganisation([second]), '2019').flat()).not.toContain('verified')
    const arrivals = [
      [first, second],
      [second, first],
    ]
    for (const arrival of arrivals) {
      const both = settleOrganisation(arrival)
      expect(statuses(both, '2018')).toEqual(Array(3).fill(['verified', 'unverified']))
      expect(statuses(both, '2019')).toEqual(Array(3).fill(['unverified', 'verified']))
    }
  })

  test('of two that differ and have no sums neither is sure', () => {
    const misread = debts(2019, [90_117, 9012, 633_845], [87_535, 8596, 676_573])
    const both = settleOrganisation([first, misread])
    expect(statuses(both, '2018')[2]![0]).not.toBe('verified')
    expect(statuses(both, '2019')[2]![1]).not.toBe('verified')
  })

  test('a further true document turns no sure figure wrong', () => {
    const figures = fc.array(fc.integer({ min: 1000, max: 9e6 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(figures, figures, figures, figures, (a, b, c, d) => {
        const all = [debts(2017, b, a), debts(2018, c, b), debts(2019, d, c)]
        const sure = (settled: readonly SettledReport[], id: string) =>
          statuses(settled, id).map((row) => row.map((status) => status === 'verified'))
        const few = settleOrganisation(all.slice(0, 2))
        const more = settleOrganisation(all)
        for (const { id, report: printed } of all.slice(0, 2)) {
          expect(more.find((one) => one.id === id)!.report).toEqual(printed)
          sure(few, id).forEach((row, r) => {
            row.forEach((was, at) => {
              if (was) expect(sure(more, id)[r]![at]).toBe(true)
            })
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})
