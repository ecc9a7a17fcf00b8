import { describe, expect, it } from 'vitest'
import { findSums } from '../../src/parse/find-sums.js'
import { withoutInk } from '../../src/parse/without-ink.js'
import { amount, type RowSketch, rows, years } from '../support/build-report.js'

const box = { x0: 0.6, y0: 0.4, x1: 0.7, y1: 0.42 }

/** The labels and values that are left of a note of one year's rows and one of what was read as `raws` in its cells. */
function left(sketches: readonly RowSketch[], raws: readonly (string | null)[], values: readonly number[]) {
  const columns = years(raws.length)
  const read = [
    ...rows(sketches),
    { ...rows([[null]])[0]!, cells: raws.map((raw, at) => (raw === null ? null : amount(values[at]!, { raw, box }))) },
  ]
  const kept = withoutInk(read, (some) => findSums({ kind: 'note', columns, rows: some }).sums)
  return kept.map(({ label, cells }) => [label, ...cells.map((cell) => cell?.value ?? null)])
}

const note: RowSketch[] = [
  ['Hyror', 4200, 4100],
  ['Avgifter', 1300, 1250],
  ['Summa', 5500, 5350],
]

describe('withoutInk', () => {
  it.each([
    ['letters of which the second reader made a figure', [null, 'ML'], [0, 2304]],
    ['a stroke that looks like a bracket', ['20)', null], [20, 0]],
    ['a stroke under the sum', [null, '2'], [0, 2]],
  ])('takes %s for ink', (_, raws, values) => {
    expect(left(note, raws, values)).toEqual(note.map((row) => [...row]))
  })

  it('keeps a small sum without a label, and a row whose label was lost', () => {
    const small: RowSketch[] = [
      ['Hyror', 42, 31],
      ['Avgifter', 13, 20],
    ]
    expect(left(small, ['55', '51'], [55, 51])).toHaveLength(3)
    expect(left(small, ['12', '7'], [12, 7])).toHaveLength(3)
  })

  it('keeps a figure that is read and printed as others are, though nothing sums it', () => {
    expect(left(note, [null, '740'], [0, 740])).toHaveLength(4)
  })
})
