import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Amount, Report } from '../src/model/report.js'
import { groupOrganisations } from '../src/reconcile/organisations.js'
import { amount, report, table } from './support/build-report.js'
import { type GoldCheck, goldDocuments, goldReport, hasGold } from './support/gold.js'
import { settleOrganisation } from './support/settle.js'
import { withSums } from './support/with-sums.js'

const SURE = ['verified', 'repaired', 'reviewed']

/** A note and an income statement that hold together, from any three amounts; costs are of last year's size, as costs are. */
const sound = fc
  .tuple(fc.integer({ min: 1e5, max: 9e6 }), fc.integer({ min: 1e5, max: 9e6 }), fc.integer({ min: 1, max: 9e6 }))
  .map(([rent, wages, revenue]) =>
    report([
      table(
        'income_statement',
        [
          ['Verksamhetens intäkter', revenue, 5_000_000],
          ['Verksamhetens kostnader', -(rent + wages), -4_000_000],
          ['Årets resultat', revenue - rent - wages, 1_000_000],
        ],
        { noteRefs: { 'Verksamhetens kostnader': '2' } },
      ),
      table(
        'note',
        [
          ['Lokalhyra', rent, 1_500_000],
          ['Löner', wages, 2_500_000],
          ['Summa', rent + wages, 4_000_000],
        ],
        { note: '2', title: 'Verksamhetens kostnader' },
      ),
    ]),
  )

describe('laws of settling', () => {
  test('what is printed without fault is verified, every amount of it', () => {
    fc.assert(
      fc.property(sound, (printed) => {
        const [settled] = settleOrganisation([{ id: 'a', report: withSums(printed) }])
        expect(settled!.repairs).toEqual([])
        expect(settled!.checks.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
        expect(new Set(settled!.judgements.flat(2).map(({ status }) => status))).toEqual(new Set(['verified']))
      }),
    )
  })

  test('one misread digit is never sure', () => {
    fc.assert(
      fc.property(
        sound,
        fc.nat(1),
        fc.nat(2),
        fc.nat(1),
        fc.nat(6),
        fc.integer({ min: 1, max: 9 }),
        (printed, t, r, c, place, step) => {
          const whole = withSums(printed)
          const value = whole.tables[t]!.rows[r]!.cells[c]!.value
          const digits = String(Math.abs(value))
          const at = place % digits.length
          const digit = (Number(digits[at]) + step) % 10
          const wrong = Math.sign(value || 1) * Number(digits.slice(0, at) + digit + digits.slice(at + 1))
          const [settled] = settleOrganisation([{ id: 'a', report: withSums(replaced(printed, [t, r, c], wrong)) }])
          const after = settled!.report.tables[t]!.rows[r]!.cells[c]!.value
          const { status } = settled!.judgements[t]![r]![c]!
          expect(after === value || !SURE.includes(status)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('a unit’s scale changes no verdict', () => {
    fc.assert(
      fc.property(sound, (printed) => {
        const scaled = { ...printed, tables: printed.tables.map((one) => ({ ...one, unit: 'tkr' as const })) }
        const verdicts = (one: Report) =>
          settleOrganisation([{ id: 'a', report: withSums(one) }])[0]!.checks.map(({ verdict }) => verdict)
        expect(verdicts(scaled)).toEqual(verdicts(printed))
      }),
      { numRuns: 30 },
    )
  })
})

describe('judgements', () => {
  const note = (...values: [number, number][]) =>
    report([
      table(
        'note',
        values.map((pair, index) => [index === values.length - 1 ? 'Summa' : `Rad ${index}`, ...pair]),
        { note: '2' },
      ),
    ])

  test('figures of a broken sum that nothing else confirms are in doubt, in that column only', () => {
    const [settled] = settleOrganisation([
      { id: 'a', report: withSums(note([2352, 3102], [5344, 3263], [5896, 6365])) },
    ])
    expect(settled!.judgements[0]!.map((row) => row.map(({ status }) => status))).toEqual([
      ['suspect', 'verified'],
      ['suspect', 'verified'],
      ['suspect', 'verified'],
    ])
  })

  test('a sum within rounding confirms nothing in a plain text, nor does one of noughts', () => {
    const [settled] = settleOrganisation([{ id: 'a', report: withSums(note([2352, 0], [3544, 0], [5897, 0])) }])
    expect(settled!.checks.map(({ verdict }) => verdict)).toEqual(['rounding', 'ok'])
    expect(new Set(settled!.judgements.flat(2).map(({ status }) => status))).toEqual(new Set(['unverified']))
  })

  test('of two readings the one is sure that closes a sum which the other breaks; other doubts need two proofs', () => {
    const first = (more: Partial<Amount>) => {
      const one = withSums(note([2352, 3102], [3544, 3263], [5896, 6365]))
      const row = one.tables[0]!.rows[0]!
      const doubted = { ...row, cells: [amount(2352, more), row.cells[1]!] }
      const tables = [{ ...one.tables[0]!, rows: one.tables[0]!.rows.with(0, doubted) }]
      return settleOrganisation([{ id: 'a', report: { ...one, tables } }])[0]!.judgements[0]![0]![0]!.status
    }
    expect(first({ second: 2852 })).toBe('verified')
    expect(first({ second: -2352 })).toBe('verified')
    expect(first({ doubts: ['the heads do not tell the period of its column'] })).toBe('suspect')
  })

  test('of two readings neither is sure where no sum closes to the unit', () => {
    const one = withSums(note([2352, 3102], [3544, 3263], [5897, 6365]))
    const row = one.tables[0]!.rows[0]!
    const doubted = { ...row, cells: [amount(2352, { second: 2353 }), row.cells[1]!] }
    const tables = [{ ...one.tables[0]!, rows: one.tables[0]!.rows.with(0, doubted) }]
    const [settled] = settleOrganisation([{ id: 'a', report: { ...one, tables } }])
    expect(settled!.judgements[0]![0]![0]!.status).toBe('suspect')
  })
})

describe.skipIf(!hasGold)('the shared truth', () => {
  const sets = (['seeds/gold', 'scans', 'real'] as const).map((set) => ({
    set,
    members: goldDocuments(set).flatMap(({ file, reports }) =>
      reports.map((gold, index) => ({
        id: `${file}#${index}`,
        gold,
        clean: withSums(goldReport(gold, { roles: 'withheld', damage: false })),
        damaged: withSums(goldReport(gold, { roles: 'withheld', damage: true })),
      })),
    ),
  }))

  test.each(sets)(
    '$set: at least 97 % of the verdicts, and no mismatch that the truth does not know',
    ({ members }) => {
      const settled = settleAll(members.map(({ id, damaged }) => ({ id, report: damaged })))
      let [wanted, right] = [0, 0]
      for (const { id, gold } of members) {
        const { checks } = settled.get(id)!
        for (const known of gold.checks.filter(({ expected, actual }) => expected !== 0 || actual !== 0)) {
          wanted++
          if (checks.some((check) => isSame(check, known) && [known.verdict].flat().includes(check.verdict))) right++
        }
        const printedWrong = members.flatMap((one) => one.gold.planted ?? [])
        const alarms = checks.filter(
          (check) =>
            check.verdict === 'mismatch' &&
            !gold.checks.some((known) => isSame(check, known) && [known.verdict].flat().includes('mismatch')) &&
            !printedWrong.some(({ printed }) => check.expected === printed || check.actual === printed) &&
            check.rule !== 'funding_shares',
        )
        expect(alarms.filter((check) => !printedWrong.some(({ meant }) => check.expected === meant))).toEqual([])
      }
      expect(right / wanted).toBeGreaterThanOrEqual(0.97)
    },
  )

  test('misprints stay as printed, and damaged figures of the texts come out right and sure', () => {
    for (const { members } of sets) {
      const settled = settleAll(members.map(({ id, damaged }) => ({ id, report: damaged })))
      for (const { id, clean } of members) {
        const { report: after, judgements } = settled.get(id)!
        after.tables.forEach((one, t) => {
          one.rows.forEach((row, r) => {
            row.cells.forEach((cell, c) => {
              const truth = clean.tables[t]!.rows[r]!.cells[c]
              if (!cell || !truth) return
              expect(cell.value).toBe(truth.value)
              if (cell.raw !== truth.raw) expect(judgements[t]![r]![c]!.status).toBe('repaired')
            })
          })
        })
      }
    }
  })

  test('the order of the reports changes nothing', () => {
    const { members } = sets[1]!
    const reports = members.map(({ id, clean }) => ({ id, report: clean }))
    expect([...settleAll(reports.toReversed())].sort(byId)).toEqual([...settleAll(reports)].sort(byId))
  })
})

type Identified = { id: string; report: Report }

function settleAll(reports: readonly Identified[]) {
  const settled = groupOrganisations(reports.map(({ id, report }) => ({ ...report, id }))).flatMap(({ reportIds }) =>
    settleOrganisation(reports.filter(({ id }) => reportIds.includes(id))),
  )
  return new Map(settled.map((one) => [one.id, one]))
}

function isSame(
  check: { rule: string; periodEnd: string | null; scenario: string; expected: number | null },
  known: GoldCheck,
): boolean {
  return (
    check.rule === known.rule &&
    check.periodEnd === known.period_end &&
    check.scenario === known.scenario &&
    Math.abs(check.expected ?? Number.NaN) === Math.abs(known.expected)
  )
}

function replaced(whole: Report, [t, r, c]: [number, number, number], value: number): Report {
  const one = whole.tables[t]!
  const cells = one.rows[r]!.cells.map((cell, index) => (index === c ? amount(value) : cell))
  return { ...whole, tables: whole.tables.with(t, { ...one, rows: one.rows.with(r, { ...one.rows[r]!, cells }) }) }
}

function byId([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
