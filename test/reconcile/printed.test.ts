import { describe, expect, test } from 'vitest'
import { printedAt, printedBeside } from '../../src/reconcile/printed.js'
import { report, table, years } from '../support/build-report.js'

const both = [...years(2), ...years(2)]
const statement = table('income_statement', [['Nettoomsättning', 900, 800, 300, 200]], { columns: both })
const note = table('note', [['Summa', 901, 801, 301, 201]], { columns: both, note: '1' })
const groupOnly = table('note', [['Summa', 901, 801]], { note: '2' })

describe('the figure beside another', () => {
  const made = report([statement, note, groupOnly])
  const beside = (column: number, other: number) => {
    const at = printedAt(made, { table: 0, row: 0, column })
    return at && printedBeside(made, { table: other, row: 0 }, at)?.amount.value
  }

  test('of a parent is the parent’s, where both print the same years', () => {
    expect([0, 1, 2, 3].map((column) => beside(column, 1))).toEqual([901, 801, 301, 201])
  })

  test('is none where the other table prints the group alone', () => {
    expect([0, 1, 2, 3].map((column) => beside(column, 2))).toEqual([901, 801, undefined, undefined])
  })
})
