import { describe, expect, it } from 'vitest'
import { type Table, UNTOLD_NOTE } from '../../src/model/report.js'
import { findPointers, isToldByRow } from '../../src/parse/notes-by-rows.js'
import { settleNotes } from '../../src/parse/settle-notes.js'
import { type RowSketch, report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

const COSTS: readonly RowSketch[] = [
  ['Beviljade anslag', -2003, -1967],
  ['Förvaltning', -890, -874],
  ['Löner', -1558, -1530],
]
const REFS = { 'Beviljade anslag': '3', Förvaltning: '4', Löner: '5' }
const GRANTS: readonly RowSketch[] = [
  ['Stipendier', 1271, 1350],
  ['Priser', 732, 617],
  ['Summa', 2003, 1967],
]
const OFFICE: readonly RowSketch[] = [
  ['Revision', 592, 611],
  ['Annonsering', 298, 263],
  ['Summa', 890, 874],
]
const WAGES: readonly RowSketch[] = [
  ['Löner', 1425, 1364],
  ['Avgifter', 133, 166],
  ['Summa', 1558, 1530],
]

/** Where rows stand on paper, a line's height apart; `room` before the fourth and each third row behind it. */
const placed = (one: Table, room: number, typed = false): Table => ({
  ...one,
  rows: one.rows.map((row, index) => {
    const y0 = 0.02 * (index + 1 + room * Math.floor(index / 3))
    const box = { x0: 0.6, y0, x1: 0.7, y1: y0 + 0.01 }
    return { ...row, cells: row.cells.map((cell) => cell && { ...cell, box, typed }) }
  }),
})

const note = (number: string | null, rows: readonly RowSketch[], room = 3, typed = false) =>
  placed(table('note', rows, { note: number }), room, typed)

/** The notes as `number: figures of the first year`, `?` behind figures whose number is doubted. */
function settled(notes: readonly Table[], costs = COSTS, refs: Record<string, string> = REFS): string[] {
  const { tables } = withSums(report([table('income_statement', costs, { noteRefs: refs }), ...notes]))
  return settleNotes(tables)
    .slice(1)
    .map(({ note: number, rows }) =>
      `${number}: `.concat(
        rows.map(({ cells }) => `${cells[0]?.value}${cells[0]?.doubts.includes(UNTOLD_NOTE) ? '?' : ''}`).join(' '),
      ),
    )
}

const GRANTS_TOLD = '3: 1271 732 2003'
const OFFICE_TOLD = '4: 592 298 890'
const WAGES_TOLD = '5: 1425 133 1558'
const misread = (rows: readonly RowSketch[], sum: RowSketch): readonly RowSketch[] => [...rows.slice(0, -1), sum]

describe('a note whose heading was not read', () => {
  it('is found behind a note whose sum stands over its parts', () => {
    const parts: readonly RowSketch[] = [['Summa', 2003, 1967], ...GRANTS.slice(0, 2)]
    const whole = note('3', [...parts, ...OFFICE])
    const sums = [0, 5].map((row) => ({
      row,
      terms: (row === 0 ? [1, 2] : [3, 4]).map((term) => ({ row: term, sign: 1 as const })),
      basis: 'label' as const,
    }))
    const statement = table('income_statement', COSTS, { noteRefs: REFS })
    expect(settleNotes([statement, { ...whole, sums }]).map(({ note: number, rows }) => [number, rows.length])).toEqual(
      [
        [null, 3],
        ['3', 3],
        ['4', 3],
      ],
    )
  })

  it('is the one that a row with its figures points to', () => {
    expect(settled([note('3', GRANTS), note(null, OFFICE), note('5', WAGES)])).toEqual([
      GRANTS_TOLD,
      OFFICE_TOLD,
      WAGES_TOLD,
    ])
    // two of them, and none between numbers that leave no choice
    expect(settled([note(null, GRANTS), note(null, OFFICE), note('9', WAGES)]).slice(0, 2)).toEqual([
      GRANTS_TOLD,
      OFFICE_TOLD,
    ])
  })

  it('is cut from the note over it', () => {
    expect(settled([note('3', [...GRANTS, ...OFFICE]), note('5', WAGES)])).toEqual([
      GRANTS_TOLD,
      OFFICE_TOLD,
      WAGES_TOLD,
    ])
    expect(settled([note('3', [...GRANTS, ...OFFICE, ...WAGES])])).toEqual([GRANTS_TOLD, OFFICE_TOLD, WAGES_TOLD])
  })

  it('is cut from the note over it though no sum of that was found', () => {
    const grants = misread(GRANTS, ['Bidrag', 2083, 1961])
    expect(settled([note('3', [...grants, ...OFFICE]), note('5', WAGES)])).toEqual([
      '3: 1271 732 2083',
      OFFICE_TOLD,
      WAGES_TOLD,
    ])
  })

  it('was not there where there is no room for it, or where nothing is unread', () => {
    const both = '3: 1271 732 2003 592 298 890'
    expect(settled([note('3', [...GRANTS, ...OFFICE], 0.5), note('5', WAGES)])[0]).toBe(both)
    expect(settled([note('3', [...GRANTS, ...OFFICE], 3, true), note('5', WAGES)])[0]).toBe(both)
  })

  it('stays in doubt where the row has the figure of one year alone', () => {
    const office = misread(OFFICE, ['Summa', 890, 974])
    expect(settled([note('3', GRANTS), note(null, office), note('5', WAGES)])[1]).toBe('4: 592? 298? 890?')
    expect(settled([note('3', [...GRANTS, ...office]), note('5', WAGES)])[1]).toBe('4: 592? 298? 890?')
  })

  it('stays in doubt under the note over it where nothing tells its number', () => {
    const other: readonly RowSketch[] = [
      ['Revision', 592, 611],
      ['Annonsering', 300, 200],
      ['Summa', 892, 811],
    ]
    expect(settled([note('3', [...GRANTS, ...other]), note('5', WAGES)])[0]).toBe('3: 1271 732 2003 592? 300? 892?')
  })

  it('is no other note where all that rows point to were read', () => {
    const other: readonly RowSketch[] = [...GRANTS, ...OFFICE]
    expect(settled([note('3', other), note('4', OFFICE), note('5', WAGES)])[0]).toBe('3: 1271 732 2003 592 298 890')
  })
})

describe('a number that was read', () => {
  it('is in doubt where the row that points to it has other figures, and one that points to a note that is wanting has them', () => {
    expect(settled([note('3', OFFICE), note('5', WAGES)])).toEqual(['4: 592? 298? 890?', WAGES_TOLD])
  })

  it('is sure again where it is mended and a row points to it with the figures of both years', () => {
    expect(settled([note('3', GRANTS), note('8', OFFICE), note('5', WAGES)])[1]).toBe(OFFICE_TOLD)
    const office = misread(OFFICE, ['Summa', 390, 374])
    expect(settled([note('3', GRANTS), note('8', office), note('5', WAGES)])[1]).toBe('4: 592? 298? 390?')
  })

  it('stays where only the reference of the row was misread', () => {
    const refs = { ...REFS, Löner: '6' }
    expect(settled([note('3', GRANTS), note('4', OFFICE), note('5', WAGES)], COSTS, refs)[2]).toBe(WAGES_TOLD)
  })
})

describe('isToldByRow', () => {
  it('finds the figures of a group beside those of its parent', () => {
    const columns = years(2).flatMap((column) => [column, column])
    const pointing = table('income_statement', [['Löner', 1558, 1425, 1530, 1364]], {
      columns,
      noteRefs: { Löner: '5' },
    })
    const isTold = (...sum: number[]) =>
      isToldByRow(table('note', [['Summa', ...sum]], { columns }), '5', findPointers([pointing]))
    expect(isTold(1558, 1425, 1530, 1364)).toBe(true)
    expect(isTold(1558, 1425, 1530, 1363)).toBe(false)
  })
})
