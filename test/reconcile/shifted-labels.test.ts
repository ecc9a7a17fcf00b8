import { describe, expect, it } from 'vitest'
import type { StatementKind } from '../../src/model/report.js'
import { shiftedLabels } from '../../src/reconcile/shifted-labels.js'
import { type RowSketch, table } from '../support/build-report.js'

/** Labels in doubt, where `total` is the sum of the rows before it. */
function shifted(rows: readonly RowSketch[], total: number, kind: StatementKind = 'note'): (string | null)[] {
  const terms = Array.from({ length: total }, (_, row) => ({ row, sign: 1 as const }))
  const whole = table(kind, rows, { sums: [{ row: total, terms, basis: 'figures' }] })
  const isShifted = shiftedLabels(whole)
  return whole.rows.flatMap(({ label }, row) => (isShifted(row) ? [label] : []))
}

describe('shiftedLabels', () => {
  it.each<[string, readonly RowSketch[], readonly string[]]>([
    [
      'all have their own',
      [
        ['Hyra', 1, 2],
        ['Löner', 3, 4],
        ['Summa', 4, 6],
      ],
      [],
    ],
    [
      'the sum has none, as many have',
      [
        ['Hyra', 1, 2],
        ['Löner', 3, 4],
        [null, 4, 6],
      ],
      [],
    ],
    [
      'one was lost, and whether others moved is not told',
      [
        [null, 1, 2],
        ['Hyra', 3, 4],
        ['Löner', 4, 6],
      ],
      ['Hyra', 'Löner'],
    ],
    [
      'that of the sum went up a row',
      [
        ['Löner', 1, 2],
        ['Summa', 3, 4],
        [null, 4, 6],
      ],
      ['Löner', 'Summa'],
    ],
    [
      'none was read',
      [
        [null, 1, 2],
        [null, 3, 4],
        ['Summa', 4, 6],
      ],
      [],
    ],
  ])('%s', (_, rows, labels) => {
    expect(shifted(rows, 2)).toEqual(labels)
  })

  it('the rows behind a sum keep theirs, and those of other kinds of table', () => {
    const rows: RowSketch[] = [
      ['Hyra', 1, 2],
      [null, 3, 4],
      ['Summa', 4, 6],
      ['Därav kommunen', 1, 1],
    ]
    expect(shifted(rows, 2)).toEqual(['Hyra'])
    expect(shifted(rows, 2, 'multi_year')).toEqual([])
  })
})
