import { describe, expect, test } from 'vitest'
import { applyDecisions } from '../../src/decide/apply-decisions.js'
import { findEmptyCells } from '../../src/decide/find-empty.js'
import type { Ruling } from '../../src/model/decision.js'
import type { Box } from '../../src/model/page.js'
import type { Report } from '../../src/model/report.js'
import { report, table, years } from '../support/build-report.js'
import { about, logOf } from '../support/decide.js'
import { settleOrganisation } from '../support/settle.js'
import { withSums } from '../support/with-sums.js'

type Values = readonly (readonly [string, number | null, number | null])[]

const text = (rows: Values) => withSums(report([table('note', rows, { columns: years(2) })]))
const missed = text([
  ['Lokalhyra', 1500, null],
  ['Löner', 2500, 2400],
  ['Summa', 4000, 3800],
])

/** The report with each figure at its place on a page, moved a little. */
function scan(read: Report, shift = 0, width = 0.1): Report {
  const box = (row: number, column: number): Box => {
    const [x1, y0] = [0.6 + 0.2 * column + shift, 0.1 + 0.03 * row + shift / 4]
    return { x0: x1 - width, y0, x1, y1: y0 + 0.02 }
  }
  const tables = read.tables.map((one) => ({
    ...one,
    rows: one.rows.map((row, r) => ({
      ...row,
      cells: row.cells.map((cell, c) => cell && { ...cell, box: box(r, c) }),
    })),
  }))
  return { ...read, tables }
}

function add(read: Report, cell: readonly [number, number, number], amount = 1400): Ruling {
  return { kind: 'correct', ...about([read], cell), amount, decimals: 0, offers: [] }
}

const apply = (read: Report, rulings: readonly Ruling[]) => applyDecisions([read], logOf(rulings), () => null)
const cellAt = (one: Report, row: number, column: number) => one.tables[0]!.rows[row]!.cells[column]

describe('empty cells', () => {
  test('are those of rows and columns that have figures', () => {
    const odd = report([
      table(
        'note',
        [
          ['Rubrik', null, null, null],
          ['Hyra', 1, null, null],
          ['Lön', 2, 3, null],
        ],
        { columns: years(3) },
      ),
    ])
    expect(findEmptyCells([odd]).map(({ cell, page }) => [cell.row, cell.column, page])).toEqual([[1, 1, 1]])
  })

  test('on paper are as wide as their column and as high as their row', () => {
    const [empty] = findEmptyCells([scan(missed)])
    const expected = { x0: 0.7, x1: 0.8, y0: 0.1, y1: 0.12 }
    for (const [side, value] of Object.entries(expected)) expect(empty!.box![side as 'x0']).toBeCloseTo(value, 9)
  })
})

describe.each([
  ['in a text', missed],
  ['on paper', scan(missed)],
])('a figure that was missed, %s', (_, read) => {
  const ruling = add(read, [0, 0, 1])

  test('is added, and nothing is said to have been read', () => {
    const { reports, repairs, places } = apply(read, [ruling])
    expect(cellAt(reports[0]!, 0, 1)).toMatchObject({
      value: 1400,
      raw: '',
      confidence: 0,
      reviewed: 'settled',
      page: 1,
    })
    expect(cellAt(reports[0]!, 0, 1)!.box === null).toBe(read === missed)
    expect([repairs, places[0]!.state]).toEqual([[], 'applied'])
  })

  test('completes its sum, which then confirms the rest of it', () => {
    const settled = (rulings: readonly Ruling[]) =>
      settleOrganisation([{ id: 'a', report: apply(read, rulings).reports[0]! }])[0]!
    expect(settled([]).judgements[0]![1]![1]!.status).not.toBe('verified')
    const { judgements, checks } = settled([ruling])
    expect(judgements[0]!.map((row) => row[1]!.status)).toEqual(['reviewed', 'verified', 'verified'])
    expect(checks.map(({ verdict }) => verdict)).toEqual(['ok', 'ok'])
  })

  test('is corrected, and taken away again, by later decisions', () => {
    const second = add(read, [0, 0, 1], 1300)
    expect(cellAt(apply(read, [ruling, second]).reports[0]!, 0, 1)!.value).toBe(1300)
    const log = logOf([ruling])
    const undone = apply(read, [ruling, { kind: 'undo', decision: log[0]!.id }])
    expect(cellAt(undone.reports[0]!, 0, 1)).toBeNull()
  })

  test('stays where a better reading finds one in its place', () => {
    const better = text([
      ['Lokalhyra', 1500, 1480],
      ['Löner', 2500, 2400],
      ['Summa', 4000, 3800],
    ])
    const again = read === missed ? better : scan(better, 0.01, 0.05)
    const { reports } = apply(again, [ruling])
    expect(cellAt(reports[0]!, 0, 1)).toMatchObject({ value: 1400, raw: '1480', reviewed: 'settled' })
  })

  test('stays where the rows about it are read otherwise', () => {
    const rows: Values = [
      ['Rubrik', 7, 7],
      ['Lokalhyra', 1500, null],
      ['Löner', 2800, 2400],
      ['Summa', 4000, 3800],
    ]
    const again = read === missed ? text(rows) : scan(text(rows), -0.12)
    const { reports, places } = apply(again, [ruling])
    if (read === missed) expect(cellAt(reports[0]!, 1, 1)!.value).toBe(1400)
    // where all was moved on the page, nothing is guessed
    else expect(places[0]!.state).toBe('not found')
  })
})

test('of rows that are alike the one is meant that was in hand, and none where one is gone', () => {
  const twins = text([
    ['Hyra', 5, null],
    ['Hyra', 5, null],
    ['Summa', 10, 12],
  ])
  const ruling = add(twins, [0, 1, 1], 6)
  expect(apply(twins, [ruling]).reports[0]!.tables[0]!.rows.map(({ cells }) => cells[1]?.value)).toEqual([
    undefined,
    6,
    12,
  ])
  const one = text([
    ['Hyra', 5, null],
    ['Summa', 10, 12],
  ])
  expect(apply(one, [ruling]).places[0]!.state).toBe('not found')
})

test('beside a figure that was read over its place, the cell is the empty one', () => {
  const wide = scan(missed)
  const [first, ...others] = wide.tables[0]!.rows
  const over = { ...first!.cells[0]!, box: { ...first!.cells[0]!.box!, x1: 0.8 } }
  const rows = [{ ...first!, cells: [over, null] }, ...others]
  const read = { ...wide, tables: [{ ...wide.tables[0]!, rows }] }
  const { reports } = apply(read, [add(read, [0, 0, 1])])
  expect([0, 1].map((column) => cellAt(reports[0]!, 0, column)!.value)).toEqual([1500, 1400])
})
