import { describe, expect, it } from 'vitest'
import { isTable } from '../../src/parse/is-table.js'
import { type RowSketch, rows } from '../support/build-report.js'

const rowsOf = (...sketches: readonly RowSketch[]) => rows(sketches)

describe('isTable', () => {
  it.each([
    ['a row with a label and an amount', rowsOf(['Depositioner', 7190]), 1],
    ['figures whose labels were not read', rowsOf([null, 1204, 986], [null, 2204, 1986], ['Summa', 3408, 2972]), 3],
    ['small figures with labels', rowsOf(['Kvinnor', 3, 2], ['Män', 1, 2]), 3],
    ['one note of nothing but noughts', rowsOf(['Bokfört värde', 0, 0]), 2],
  ])('%s: a table', (_, read, lines) => {
    expect(isTable(read, lines)).toBe(true)
  })

  it.each([
    ['strokes of signatures', rowsOf([null, 3], [null, 11], [null, null, 54], ['RS', 5]), 20],
    ['a chart', rowsOf([null, 790], [null, null, 38], [null, 3], ['st', 2]), 12],
    [
      'running text with a figure',
      rowsOf(['medlemmarna betalat in och fastighetslån finansierat byggandet av huset', 4]),
      30,
    ],
    ['the number of a page', rowsOf([null, 29]), 1],
  ])('%s: none', (_, read, lines) => {
    expect(isTable(read, lines)).toBe(false)
  })
})
