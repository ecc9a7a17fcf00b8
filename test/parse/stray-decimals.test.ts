import { describe, expect, it } from 'vitest'
import type { Row } from '../../src/model/report.js'
import { readAmount } from '../../src/parse/amount.js'
import { withoutStrayDecimals } from '../../src/parse/stray-decimals.js'
import { amount, rows } from '../support/build-report.js'

/** Rows of printed figures; `second` is what another reader saw of the last one. */
function rowsOf(lines: readonly (readonly string[])[], second: number | null = null): Row[] {
  const last = lines.flat().at(-1)
  return rows(lines.map((_, index) => [`Post ${index}`])).map((row, index) => ({
    ...row,
    cells: lines[index]!.map((raw) => {
      const { value, decimals } = readAmount(raw)!
      return amount(value, { raw, decimals, second: raw === last ? second : null })
    }),
  }))
}

const WHOLE = [
  ['7 250 678', '11 208 165'],
  ['657 339', '537 594'],
  ['-4 274 759', '-4 351 630'],
  ['-3 617 420', '-3 814 036'],
]

describe('withoutStrayDecimals', () => {
  it('a comma behind one of many whole figures is a stray mark, and the figure is doubted', () => {
    const cell = withoutStrayDecimals(rowsOf([...WHOLE, ['3 633 259', '7 394 129,4']])).at(-1)!.cells[1]!
    expect(cell).toMatchObject({ value: 7_394_129, decimals: 0, raw: '7 394 129,4' })
    expect(cell.doubts).toHaveLength(1)
  })

  it('it is not doubted where a second reading saw none', () => {
    const read = withoutStrayDecimals(rowsOf([...WHOLE, ['3 633 259', '7 394 129,4']], 7_394_129))
    expect(read.at(-1)!.cells[1]!.doubts).toEqual([])
  })

  it.each<[string, readonly (readonly string[])[]]>([
    ['a table printed with decimals', WHOLE.map((figures) => figures.map((figure) => `${figure},50`))],
    ['a column of interest beside amounts', WHOLE.map(([first], index) => [first!, `3,${index + 1}`])],
    ['too few figures to tell', [['7 250 678', '7 394 129,4']]],
    ['shares', [...WHOLE, ['59,1 %', '58,2 %']]],
  ])('%s stays', (_, lines) => {
    const read = rowsOf(lines)
    expect(withoutStrayDecimals(read)).toEqual(read)
  })
})
