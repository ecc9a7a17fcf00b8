import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAULTS, type Fault, injure } from '../../scripts/bench-repair/injure.js'
import { madeSeries } from '../../scripts/bench-repair/true-reports.js'
import { createRandom } from '../../scripts/synthesise/random.js'
import type { Report, Table } from '../../src/model/report.js'
import type { IdentifiedReport, SettledReport } from '../../src/model/settled.js'
import { settleOrganisation } from '../support/settle.js'
import { withSums } from '../support/with-sums.js'

const SURE = ['verified', 'repaired']
const RUNS = { numRuns: 3 }
/** Milliseconds; a machine that does much else needs them. */
const PATIENCE = 120_000

const plan = { firstYear: 2012, years: 2, unit: 'kr', rounded: false } as const
const books = (['housing', 'company', 'coordination'] as const).map((kind) =>
  madeSeries({ ...plan, seed: `laws ${kind}`, kind }),
)

/** Two true years of an organisation, and both again with up to three faults in each. */
const damaged = fc
  .tuple(fc.nat(2), fc.array(fc.constantFrom<Fault>(...FAULTS), { maxLength: 3 }), fc.nat(9999), fc.boolean())
  .map(([which, faults, seed, pictured]) => {
    const { reports } = books[which]!
    // in a text that was read once, a misprint that all else contradicts cannot be told from a misreading
    const possible = faults.filter((fault) => pictured || fault !== 'misprint')
    const hurt = reports.map(({ id, report }) => ({
      id,
      ...injure(report, possible, createRandom(`${seed} ${id}`), pictured),
    }))
    return {
      faults: possible,
      truth: reports,
      hurt: hurt.map(({ id, report }) => ({ id, report: withSums(report) })),
      misprints: hurt.map(({ injuries }) =>
        injuries.filter(({ fault }) => fault === 'misprint').flatMap(({ cells }) => cells),
      ),
    }
  })

describe('laws of settling', { timeout: PATIENCE }, () => {
  test('the order of documents changes nothing', () => {
    fc.assert(
      fc.property(damaged, ({ hurt }) => {
        expect(byId(settleOrganisation(hurt.toReversed()))).toEqual(byId(settleOrganisation(hurt)))
      }),
      RUNS,
    )
  })

  test('the order of a sum’s rows changes nothing', () => {
    fc.assert(
      fc.property(damaged, ({ hurt: [one] }) => {
        const turned = { id: one!.id, report: { ...one!.report, tables: one!.report.tables.map(lastTwoTurned) } }
        expect(outcomes(settleOrganisation([turned])[0]!)).toEqual(outcomes(settleOrganisation([one!])[0]!))
      }),
      RUNS,
    )
  })

  test('no figure is sure and wrong, and a true document more makes none so', () => {
    fc.assert(
      fc.property(damaged, ({ truth, hurt, misprints }) => {
        const trueFirst = { id: truth[0]!.id, report: withSums(truth[0]!.report) }
        const alone = settleOrganisation([hurt[1]!])
        const beside = settleOrganisation([trueFirst, hurt[1]!]).slice(1)
        for (const [settled] of [alone, beside]) {
          expect(wrongAndSure(settled!, truth[1]!, misprints[1]!)).toEqual([])
        }
      }),
      RUNS,
    )
  })

  test('thousands round what kronor say, and break nothing', () => {
    for (const { reports } of books) {
      const settled = settleOrganisation(
        reports.map(({ id, report }) => ({ id, report: withSums(inThousands(report)) })),
      )
      const broken = settled.flatMap(({ checks }) => checks.filter(({ verdict }) => verdict === 'mismatch'))
      expect(broken.map(({ rule, explanation }) => `${rule}: ${explanation}`)).toEqual([])
      expect(settled.flatMap(({ repairs }) => repairs)).toEqual([])
    }
  })
})

function byId(settled: readonly SettledReport[]): SettledReport[] {
  return settled.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The last two rows of a table's first sum change places, where both are plain lines. */
function lastTwoTurned(table: Table): Table {
  const inSums = (row: number) => table.sums.filter(({ terms }) => terms.some((term) => term.row === row)).length
  const [first, second] = table.sums[0]?.terms.slice(-2).map(({ row }) => row) ?? []
  if (first === undefined || second === undefined || second !== first + 1) return table
  if ([first, second].some((row) => inSums(row) !== 1 || table.sums.some((sum) => sum.row === row))) return table
  const moved = (row: number) => (row === first ? second : row === second ? first : row)
  return {
    ...table,
    rows: table.rows.map((_, row) => table.rows[moved(row)]!),
    sums: table.sums.map((sum) => ({ ...sum, terms: sum.terms.map((term) => ({ ...term, row: moved(term.row) })) })),
  }
}

/** What came of each amount, by the names of its row and column, in no order. */
function outcomes({ report, judgements }: SettledReport): string[] {
  return report.tables
    .flatMap((table, t) =>
      table.rows.flatMap((row, r) =>
        row.cells.map(
          (cell, c) => `${t} ${row.section} ${row.label} ${c}: ${cell?.value} ${judgements[t]![r]![c]!.status}`,
        ),
      ),
    )
    .sort()
}

function wrongAndSure(
  { report, judgements }: SettledReport,
  truth: IdentifiedReport,
  misprints: readonly { cell: { table: number; row: number; column: number }; after: number }[],
): string[] {
  return report.tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      row.cells.flatMap((cell, c) => {
        const misprint = misprints.find(({ cell: at }) => at.table === t && at.row === r && at.column === c)
        const printed = misprint?.after ?? truth.report.tables[t]!.rows[r]!.cells[c]?.value
        const isSure = SURE.includes(judgements[t]![r]![c]!.status)
        return isSure && cell?.value !== printed ? [`${row.label}: ${cell?.value}, printed ${printed}`] : []
      }),
    ),
  )
}

function inThousands(report: Report): Report {
  const tables = report.tables.map((table): Table => {
    if (table.unit !== 'kr') return table
    const rows = table.rows.map((row) => {
      if (row.unit !== null) return row
      const cells = row.cells.map((cell) => cell && { ...cell, value: Math.round(cell.value / 1000) + 0 })
      return { ...row, cells }
    })
    return { ...table, unit: 'tkr', rows }
  })
  return { ...report, tables }
}
