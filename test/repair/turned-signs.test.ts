import { describe, expect, test } from 'vitest'
import { report, table } from '../support/build-report.js'
import { settleOrganisation } from '../support/settle.js'
import { withSums } from '../support/with-sums.js'

const PRINTED = [-512_344, -1_250_301, -61_222, -88_915]

/** A note of costs whose rows of this year were read so: their amounts after settling, and each status that they have. */
function settled(read: readonly number[]) {
  const labels = ['Lokalhyra', 'Löner', 'Resor', 'Övrigt']
  const note = table(
    'note',
    [
      ...labels.map((label, at) => [label, PRINTED[at]! - 3_001, read[at]!] as const),
      ['Summa', -1_924_786, -1_912_782],
    ],
    { note: '2', title: 'Kostnader' },
  )
  // What the sum is made of is told by the year before, in which all was read.
  const whole = withSums(
    report([
      {
        ...note,
        rows: note.rows.map((row, at) => ({
          ...row,
          cells: row.cells.with(1, { ...row.cells[1]!, value: [...PRINTED, -1_912_782][at]! }),
        })),
      },
    ]),
  )
  const damaged = { ...whole, tables: whole.tables.map((one) => ({ ...one, rows: note.rows })) }
  const [one] = settleOrganisation([{ id: 'a', report: damaged }])
  const { rows } = one!.report.tables[0]!
  return {
    values: rows.slice(0, 4).map(({ cells }) => cells[1]!.value),
    faults: [...new Set(one!.repairs.map(({ fault, decision }) => `${decision}: ${fault}`))],
    statuses: [...new Set(one!.judgements[0]!.slice(0, 4).map((cells) => cells[1]!.status))],
  }
}

describe('minuses lost in a sum', () => {
  test('are one fault where the sum closes with all of them, and proven by it', () => {
    expect(settled(PRINTED.map(Math.abs).with(1, PRINTED[1]!))).toEqual({
      values: PRINTED,
      faults: ['auto: minuses lost'],
      statuses: ['repaired', 'verified'],
    })
  })

  test('are put right where one alone is lost, and stay in doubt without another witness', () => {
    const { values, statuses } = settled(PRINTED.with(2, 61_222))
    expect(values).toEqual(PRINTED)
    expect(statuses).toContain('suspect')
    expect(statuses).not.toContain('repaired')
  })

  test('are not made of rows that do not add up so', () => {
    const read = PRINTED.map(Math.abs).with(0, 912_344).with(1, PRINTED[1]!)
    expect(settled(read).values).toEqual(read)
  })
})
