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
})
