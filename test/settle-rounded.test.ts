import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastDigitMisreadings } from '../src/arithmetic/misreadings.js'
import type { Report } from '../src/model/report.js'
import { amount, report, table } from './support/build-report.js'
import { settleOrganisation } from './support/settle.js'
import { withSums } from './support/with-sums.js'

const SURE = ['verified', 'repaired', 'reviewed']

const kronor = fc.integer({ min: 100_000, max: 90_000_000 })

/** A report in thousands whose figures were rounded each by itself, from any amounts in kronor. */
const rounded = fc.tuple(kronor, kronor, kronor, kronor, kronor, kronor, kronor, kronor).map((drawn) => {
  const [rent, wages, taxes, revenue] = [
    drawn.slice(0, 2),
    drawn.slice(2, 4),
    drawn.slice(4, 6),
    drawn.slice(6, 8),
  ] as [number[], number[], number[], number[]]
  const both = (of: (year: 0 | 1) => number) => [thousands(of(0)), thousands(of(1))] as const
  const costs = (year: 0 | 1) => rent[year]! + wages[year]! + taxes[year]!
  return report([
    table(
      'income_statement',
      [
        ['Verksamhetens intäkter', ...both((year) => revenue[year]! + 90_000_000)],
        ['Verksamhetens kostnader', ...both((year) => -costs(year))],
        ['Årets resultat', ...both((year) => revenue[year]! + 90_000_000 - costs(year))],
      ],
      { unit: 'tkr', noteRefs: { 'Verksamhetens kostnader': '2' } },
    ),
    table(
      'note',
      [
        ['Lokalhyra', ...both((year) => rent[year]!)],
        ['Löner', ...both((year) => wages[year]!)],
        ['Sociala avgifter', ...both((year) => taxes[year]!)],
        ['Summa', ...both(costs)],
      ],
      { unit: 'tkr', note: '2', title: 'Verksamhetens kostnader' },
    ),
  ])
})

describe('figures in thousands, rounded each by itself', () => {
  test('are no mismatch of one another', () => {
    fc.assert(
      fc.property(rounded, (printed) => {
        const [settled] = settleOrganisation([{ id: 'a', report: withSums(printed) }])
        expect(settled!.checks.filter(({ verdict }) => verdict === 'mismatch')).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('a last digit that was misread for another is never sure', () => {
    fc.assert(
      fc.property(rounded, fc.nat(13), fc.nat(4), (printed, place, which) => {
        const at = place < 6 ? ([0, place >> 1, place & 1] as const) : ([1, (place - 6) >> 1, place & 1] as const)
        const [t, r, c] = at
        const truth = printed.tables[t]!.rows[r]!.cells[c]!.value
        const others = lastDigitMisreadings(truth)
        const wrong = replaced(printed, at, others[which % others.length]!)
        const [settled] = settleOrganisation([{ id: 'a', report: withSums(wrong) }])
        const after = settled!.report.tables[t]!.rows[r]!.cells[c]!.value
        expect(after === truth || !SURE.includes(settled!.judgements[t]![r]![c]!.status)).toBe(true)
      }),
      { numRuns: 120 },
    )
  })
})

function replaced(whole: Report, [t, r, c]: readonly [number, number, number], value: number): Report {
  const one = whole.tables[t]!
  const cells = one.rows[r]!.cells.map((cell, index) => (index === c ? amount(value) : cell))
  return { ...whole, tables: whole.tables.with(t, { ...one, rows: one.rows.with(r, { ...one.rows[r]!, cells }) }) }
}

function thousands(value: number): number {
  return Math.round(value / 1000)
}
