import { describe, expect, it } from 'vitest'
import type { PicturePage } from '../../src/model/page.js'
import type { Amount, Report } from '../../src/model/report.js'
import { findDoubtfulPages } from '../../src/reconcile/doubtful-pages.js'
import { amount, type RowSketch, report, table, years } from '../support/build-report.js'
import { settleOrganisation } from '../support/settle.js'

const page: PicturePage = {
  kind: 'picture',
  number: 1,
  width: 1000,
  height: 1400,
  source: 'ocr',
  readings: [],
  turned: 0,
  issues: [],
}

/** A note with its sum, each figure on a line of its own; `read` tells how its rows were read. */
function note(sketches: readonly RowSketch[], read: (row: number) => Partial<Amount> = () => ({})): Report {
  const bare = table('note', sketches, { note: '2', columns: years(1) })
  const rows = bare.rows.map((row, index) => {
    const box = { x0: 0.7, y0: index / 100, x1: 0.8, y1: (index + 0.7) / 100 }
    const told = { box, second: row.cells[0]!.value, confidence: 0.95, ...read(index) }
    return { ...row, cells: row.cells.map((cell) => cell && amount(cell.value, told)) }
  })
  const last = rows.length - 1
  const terms = Array.from({ length: last }, (_, row) => ({ row, sign: 1 as const }))
  return report([{ ...bare, rows, sums: [{ row: last, terms, basis: 'label' as const }] }])
}

/** The rows whose figures are to be looked at again. */
function rowsAgain(one: Report, on = page): number[] {
  const settled = settleOrganisation([{ id: 'a', report: one }])
  return findDoubtfulPages([on], settled).flatMap(({ boxes }) => boxes.map(({ y0 }) => Math.round(y0 * 100)))
}

const sound: RowSketch[] = [
  ['Lokalhyra', 812_450],
  ['Löner', 1_250_300],
  ['Summa', 2_062_750],
]
const broken: RowSketch[] = [...sound.slice(0, 2), ['Summa', 2_060_705]]
/** In thousands, open by one: any last digit may be misread. */
const rounded: RowSketch[] = [
  ['Lokalhyra', 812],
  ['Löner', 1250],
  ['Summa', 2063],
]

describe('findDoubtfulPages', () => {
  it.each([
    ['nothing of what adds up', note(sound), []],
    ['all figures of a broken sum', note(broken), [0, 1, 2]],
    ['what is sure but for its last digit', note(rounded, (row) => ({ confidence: row === 1 ? 0.7 : 0.95 })), [1]],
    ['no dash', note(broken, (row) => (row === 0 ? { raw: '-' } : {})), [1, 2]],
    ['nothing that is typed', note(broken, () => ({ typed: true })), []],
    ['nothing that a person settled', note(broken, () => ({ reviewed: 'settled' })), []],
    ['nothing without a place', note(broken, () => ({ box: null })), []],
  ])('names %s', (_, one, rows) => {
    expect(rowsAgain(one)).toEqual(rows)
  })

  it('leaves alone what adds up under heads that name no date', () => {
    const own = note(sound)
    const undated = own.tables.map((one) => ({ ...one, columns: one.columns.map((c) => ({ ...c, periodEnd: null })) }))
    const doubted = undated.map((one) => ({
      ...one,
      rows: one.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => cell && { ...cell, doubts: ['no date'] }),
      })),
    }))
    expect(rowsAgain({ ...own, tables: doubted })).toEqual([])
  })

  it('looks at a page once, and at pictures only', () => {
    expect(rowsAgain(note(broken), { ...page, again: [] })).toEqual([])
    expect(rowsAgain(note(broken), { ...page, source: 'text_layer' })).toEqual([])
    expect(rowsAgain(note(broken), { ...page, number: 2 })).toEqual([])
  })

  it('takes those in doubt first where there are more than it looks at', () => {
    const many = Array.from({ length: 90 }, (_, row): RowSketch => [`Rad ${row}`, 1000 + row])
    const rows = rowsAgain(note([...many, ['Summa', 95_005]]))
    expect(rows).toHaveLength(60)
    expect(rows).toEqual([...rows].sort((a, b) => a - b))
  })

  it('names the place of a sum that was not read, and those of a column of which nothing was', () => {
    const print = (x0: number, y0: number) => ({ x0, y0, x1: x0 + 0.06, y1: y0 + 0.01 })
    const placed = (sketches: readonly RowSketch[], top: number) => {
      const bare = table('note', sketches)
      const cells = bare.rows.map((row, at) =>
        row.cells.map((cell, column) => cell && { ...cell, box: print(0.6 + 0.1 * column, top + 0.02 * at) }),
      )
      const terms = Array.from({ length: sketches.length - 1 }, (_, row) => ({ row, sign: 1 as const }))
      const sums = [{ row: sketches.length - 1, terms, basis: 'form' as const }]
      return { ...bare, sums, rows: bare.rows.map((row, at) => ({ ...row, cells: cells[at]! })) }
    }
    const torn = placed(
      [
        ['Skattekonto', 390_742, 359_537],
        ['Moms', null, 74_176],
        [null, 390_742, null],
      ],
      0.4,
    )
    const half = placed(
      [
        ['Depositioner', 80_000, null],
        [null, 80_000, null],
      ],
      0.6,
    )
    const settled = settleOrganisation([{ id: 'a', report: report([torn, half]) }])
    const empty = findDoubtfulPages([page], settled).flatMap(({ boxes }) => boxes.filter(({ x0 }) => x0 > 0.65))
    const missing = [print(0.7, 0.44), print(0.7, 0.6), print(0.7, 0.62)]
    expect(empty.map(({ y0 }) => y0)).toEqual(expect.arrayContaining(missing.map(({ y0 }) => y0)))
    expect(empty.every(({ x1 }) => Math.abs(x1 - 0.76) < 1e-9)).toBe(true)
    // shares are not summed
    const columns = torn.columns.map((column, place) => (place === 1 ? { ...column, unit: '%' as const } : column))
    const shares = settleOrganisation([{ id: 'a', report: report([{ ...torn, columns }]) }])
    const looked = findDoubtfulPages([page], shares).flatMap(({ boxes }) => boxes.map(({ x0, y0 }) => [x0, y0]))
    expect(looked).not.toContainEqual([0.7, 0.44])
  })
})
