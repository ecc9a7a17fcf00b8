import { describe, expect, test } from 'vitest'
import { applyDecisions } from '../../src/decide/apply-decisions.js'
import type { Ruling } from '../../src/model/decision.js'
import type { Box } from '../../src/model/page.js'
import type { Report } from '../../src/model/report.js'
import { report, table, years } from '../support/build-report.js'
import { about, logOf } from '../support/decide.js'
import { settleOrganisation } from '../support/settle.js'
import { withSums } from '../support/with-sums.js'

const printed = withSums(
  report([
    table('note', [
      ['Lokalhyra', 1500, 1400],
      ['Löner', 2500, 2400],
      ['Summa', 4000, 3800],
    ]),
  ]),
)

function apply(parsed: Report, rulings: readonly Ruling[]) {
  return applyDecisions([parsed], logOf(rulings), (label) => (label === 'Hyror' ? 'rent' : null))
}

function correct(value: number, cell: readonly [number, number, number], parsed = printed): Ruling {
  return { kind: 'correct', ...about([parsed], cell), amount: value, decimals: 0, offers: [] }
}

/** The same report with every figure at a place of its own on the page, moved a little. */
function placed(parsed: Report, shift = 0): Report {
  const box = (row: number, column: number): Box => {
    const [x0, y0] = [0.5 + 0.2 * column + shift, 0.1 + 0.03 * row + shift / 4]
    return { x0, y0, x1: x0 + 0.1, y1: y0 + 0.02 }
  }
  const tables = parsed.tables.map((one) => ({
    ...one,
    rows: one.rows.map((row, r) => ({
      ...row,
      cells: row.cells.map((cell, c) => cell && { ...cell, box: box(r, c) }),
    })),
  }))
  return { ...parsed, tables }
}

const placeOf = (row: number, column: number) => ({ report: 0, cell: { table: 0, row, column } })
const valueAt = (one: Report, row: number, column: number) => one.tables[0]!.rows[row]!.cells[column]?.value

describe('what a decision changes', () => {
  test('the amount is what the person said, and what was read stays', () => {
    const { reports, repairs } = apply(printed, [correct(1600, [0, 0, 0])])
    expect(reports[0]!.tables[0]!.rows[0]!.cells[0]).toMatchObject({ value: 1600, raw: '1500', reviewed: 'settled' })
    expect(repairs).toMatchObject([{ before: 1500, after: 1600, decision: 'accepted' }])
  })

  test('of two decisions about one figure the later holds; without it, the earlier', () => {
    const [first, second] = [correct(1600, [0, 0, 0]), correct(1700, [0, 0, 0])]
    const { reports, places } = apply(printed, [first, second])
    expect(valueAt(reports[0]!, 0, 0)).toBe(1700)
    expect(places.map(({ state }) => state)).toEqual(['superseded', 'applied'])
    const undo = { kind: 'undo', decision: logOf([first, second])[1]!.id } as const
    const after = apply(printed, [first, second, undo])
    expect(valueAt(after.reports[0]!, 0, 0)).toBe(1600)
    expect(after.places.map(({ state }) => state)).toEqual(['applied', 'undone', 'undone'])
  })

  test('a row’s words are others, and with them its concept', () => {
    const { reports } = apply(printed, [{ kind: 'relabel', ...about([printed], [0, 0, 1]), label: 'Hyror' }])
    expect(reports[0]!.tables[0]!.rows[0]).toMatchObject({ label: 'Hyror', labelRaw: 'Lokalhyra', concept: 'rent' })
  })

  test('a sum that is none leaves its rows to the next; a line that is one takes the rows over it', () => {
    const line = apply(printed, [{ kind: 'rerole', ...about([printed], [0, 2, 0]), role: 'line' }]).reports[0]!
    expect(line.tables[0]!.sums).toEqual([])
    const again = apply(line, [{ kind: 'rerole', ...about([line], [0, 2, 0]), role: 'total' }]).reports[0]!
    expect(again.tables[0]!.sums[0]!.terms.map(({ row }) => row)).toEqual([0, 1])
    expect(settleOrganisation([{ id: 'a', report: again }])[0]!.checks.map(({ verdict }) => verdict)).toEqual([
      'ok',
      'ok',
    ])
  })

  test('figures change places, and what was said of one goes with it', () => {
    const to = { column: 1, label: null, periodEnd: null, scenario: 'actual' as const }
    const { anchor } = about([printed], [0, 0, 0])
    const { reports, places, cameFrom } = apply(printed, [
      { kind: 'move_column', anchor, to },
      correct(1600, [0, 0, 0]),
    ])
    expect([valueAt(reports[0]!, 0, 0), valueAt(reports[0]!, 0, 1)]).toEqual([1400, 1600])
    expect(places[1]!.cell).toEqual({ table: 0, row: 0, column: 1 })
    expect(cameFrom({ report: 0, cell: places[1]!.cell! }).cell).toEqual({ table: 0, row: 0, column: 0 })
  })

  test('a figure that moves twice goes from where it stood last', () => {
    const three = report([table('note', [['Hyra', 1, 2, 3]], { columns: years(3) })])
    const to = (column: number) => ({ column, label: null, periodEnd: null, scenario: 'actual' as const })
    const { anchor } = about([three], [0, 0, 0])
    const { reports, places, cameFrom } = apply(three, [
      { kind: 'move_column', anchor, to: to(1) },
      { kind: 'move_column', anchor, to: to(2) },
    ])
    expect(reports[0]!.tables[0]!.rows[0]!.cells.map((cell) => cell?.value)).toEqual([2, 3, 1])
    expect(places.map(({ state, cell }) => [state, cell?.column])).toEqual([
      ['applied', 2],
      ['applied', 2],
    ])
    expect([0, 1, 2].map((column) => cameFrom(placeOf(0, column)).cell.column)).toEqual([1, 2, 0])
  })

  test('a whole column changes places with another, rows that were moved before with it', () => {
    const to = { column: 1, label: null, periodEnd: null, scenario: 'actual' as const }
    const one: Ruling = { kind: 'move_column', ...about([printed], [0, 0, 0]), to }
    const all: Ruling = { kind: 'move_column', ...about([printed], [0, 1, 0]), to, whole: true }
    const columnOf = (rulings: readonly Ruling[]) => {
      const { rows } = apply(printed, rulings).reports[0]!.tables[0]!
      return rows.map(({ cells }) => cells[1]?.value)
    }
    expect(columnOf([all])).toEqual([1500, 2500, 4000])
    expect(columnOf([one, all])).toEqual([1400, 2500, 4000])
    expect(columnOf([all, all])).toEqual(columnOf([all]))
    expect(columnOf([all, { ...all, to: { ...to, column: 0 } }])).toEqual([1400, 2400, 3800])
  })

  test('a column’s date and scenario are what the person said, whichever of its figures was in hand', () => {
    const column = { periodEnd: '2016-12-31', scenario: 'budget' as const }
    const { reports, places } = apply(printed, [
      { kind: 'set_column', ...about([printed], [0, 0, 1]), periodEnd: '2000-12-31', scenario: 'actual' },
      { kind: 'set_column', ...about([printed], [0, 2, 1]), ...column },
    ])
    expect(reports[0]!.tables[0]!.columns[1]).toMatchObject(column)
    expect(reports[0]!.tables[0]!.columns[0]).toEqual(printed.tables[0]!.columns[0])
    expect(places.map(({ state }) => state)).toEqual(['superseded', 'applied'])
  })

  test('organisation and period of the report that holds the page', () => {
    const { reports } = apply(printed, [
      { kind: 'set_organisation', page: 1, organisation: 'Förbundet Å', orgNumber: '222000-1776' },
      { kind: 'set_period', page: 1, periodStart: '2019-01-01', periodEnd: '2019-12-31' },
    ])
    expect(reports[0]).toMatchObject({ organisation: 'Förbundet Å', orgNumber: '222000-1776', periodEnd: '2019-12-31' })
  })
})

describe('a decision finds its figure again', () => {
  const scan = placed(printed)
  const ruling = correct(1600, [0, 0, 0], scan)

  test('by its place, where it is read and parsed otherwise', () => {
    const better = placed(printed, 0.01)
    const first = { ...better.tables[0]!.rows[0]!, label: 'Hyra', labelRaw: 'Hyra' }
    const cells = [{ ...first.cells[0]!, raw: '1 S00', value: 1500 }, first.cells[1]!]
    const tables = [{ ...better.tables[0]!, rows: [first, { ...first, cells }, ...better.tables[0]!.rows.slice(1)] }]
    const moved = { ...better, tables: [{ ...tables[0]!, rows: tables[0]!.rows.slice(1) }] }
    expect(valueAt(apply(moved, [ruling]).reports[0]!, 0, 0)).toBe(1600)
  })

  test('not where the page was cut otherwise: it is told, and changes nothing', () => {
    const torn = placed(printed, 0.09)
    const { reports, places } = apply(torn, [ruling])
    expect(places).toMatchObject([{ state: 'not found', cell: null }])
    expect(reports[0]).toEqual(torn)
  })

  test('not where two figures lie in its place', () => {
    const rows = scan.tables[0]!.rows
    const twice = { ...scan, tables: [{ ...scan.tables[0]!, rows: [rows[0]!, ...rows] }] }
    expect(apply(twice, [ruling]).places[0]!.state).toBe('not found')
  })

  test('in a text by its row, which of equal rows by their order, and by no other row', () => {
    const twin = withSums(
      report([table('note', [['Hyra', 5, 0]]), table('note', [['Hyra', 5, 0]]), table('note', [['Lön', 5, 0]])]),
    )
    const second: Ruling = { kind: 'correct', ...about([twin], [1, 0, 0]), amount: 6, decimals: 0, offers: [] }
    const { reports } = apply(twin, [second])
    expect(reports[0]!.tables.map(({ rows }) => rows[0]!.cells[0]!.value)).toEqual([5, 6, 5])
    const one = { ...twin, tables: twin.tables.slice(1) }
    expect(apply(one, [second]).places[0]!.state).toBe('not found')
  })

  test('in a text though the row’s label is read otherwise', () => {
    const row = { ...printed.tables[0]!.rows[0]!, labelRaw: '1. Lokalhyra' }
    const other = { ...printed, tables: [{ ...printed.tables[0]!, rows: printed.tables[0]!.rows.with(0, row) }] }
    expect(valueAt(apply(other, [correct(1600, [0, 0, 0])]).reports[0]!, 0, 0)).toBe(1600)
  })
})

describe('what a person settled is evidence', () => {
  const wrong = (value: number) =>
    withSums(
      report([
        table('note', [
          ['Lokalhyra', value, 1400],
          ['Löner', 2500, 2400],
          ['Summa', 4000, 3800],
        ]),
      ]),
    )
  const settle = (one: Report) => settleOrganisation([{ id: 'a', report: one }])[0]!

  test('a corrected figure is reviewed, and proves the others', () => {
    const before = settle(wrong(7500))
    expect(before.judgements[0]!.map(([cell]) => cell!.status)).toEqual(['suspect', 'suspect', 'suspect'])
    const after = settle(apply(wrong(7500), [correct(1500, [0, 0, 0], wrong(7500))]).reports[0]!)
    expect(after.judgements[0]!.map(([cell]) => cell!.status)).toEqual(['reviewed', 'verified', 'verified'])
    expect(after.doubts).toEqual([])
  })

  test('no repair is made or offered for it', () => {
    const parsed = wrong(15000)
    const fixed: Ruling = { kind: 'accept', ...about([parsed], [0, 0, 0]), amount: 15000, decimals: 0, offers: [] }
    const cells = settle(apply(parsed, [fixed]).reports[0]!).repairs.map(({ cell }) => cell)
    expect(cells).not.toContainEqual({ table: 0, row: 0, column: 0 })
  })

  test('printed so: the check stays broken and says whose fault it is, and the others are in no doubt', () => {
    const parsed = wrong(7500)
    const own: Ruling = { kind: 'printed_so', ...about([parsed], [0, 2, 0]), amount: 4000, decimals: 0, offers: [] }
    const after = settle(apply(parsed, [own]).reports[0]!)
    expect(after.checks[0]).toMatchObject({ verdict: 'mismatch' })
    expect(after.checks[0]!.explanation).toContain('A person found Summa printed so')
    expect(after.judgements[0]!.map(([cell]) => cell!.status)).toEqual(['unverified', 'unverified', 'reviewed'])
    expect([after.doubts, after.repairs]).toEqual([[], []])
  })

  test('what was offered and not taken is told as rejected', () => {
    const offer = { before: 7500, after: 1500, fault: 'digit misread', cost: 1, margin: 0.5 }
    const taken: Ruling = {
      kind: 'correct',
      ...about([printed], [0, 0, 0]),
      amount: 7600,
      decimals: 0,
      offers: [offer],
    }
    const { repairs } = apply(printed, [taken])
    expect(repairs.map(({ after, decision }) => [after, decision])).toEqual([
      [1500, 'rejected'],
      [7600, 'accepted'],
    ])
  })
})

test('what waits for a person: the figure that settles most, once', () => {
  const settled = settleOrganisation([
    {
      id: 'a',
      report: withSums(
        report([
          table(
            'income_statement',
            [
              ['Verksamhetens intäkter', 9000, 9000],
              ['Verksamhetens kostnader', -7400, -4000],
              ['Årets resultat', 5000, 5000],
            ],
            { noteRefs: { 'Verksamhetens kostnader': '2' } },
          ),
          table(
            'note',
            [
              ['Lokalhyra', 1500, 1400],
              ['Löner', 2500, 2600],
              ['Summa', 4000, 4000],
            ],
            { note: '2' },
          ),
        ]),
      ),
    },
  ])
  const [first, ...others] = settled[0]!.doubts!
  expect(first).toMatchObject({ cell: { table: 0, row: 1, column: 0 }, wanted: -4000, gap: 3400 })
  expect(first!.checks).toHaveLength(2)
  expect(others).toEqual([])
})
