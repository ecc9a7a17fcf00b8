import { describe, expect, it } from 'vitest'
import { readAmount } from '../../src/parse/amount.js'
import { withColumnDecimals, withColumnSteps } from '../../src/parse/column-decimals.js'
import { amount, rows } from '../support/build-report.js'

/** What each printed figure is read as in a column of others with öre, and whether it is in doubt. */
function readIn(column: readonly string[], typed = false) {
  const drafts = column.map((raw) => {
    const read = readAmount(raw)
    const value = read?.value ?? Number(raw.replace(/\D/g, ''))
    const cell = amount(value, { raw, decimals: read?.decimals ?? 0, typed })
    return { page: 1, labelRaw: raw, label: raw, section: null, options: [{ cells: [cell], noteRef: null, cost: 0 }] }
  })
  return withColumnDecimals(drafts).map(({ options }) => {
    const { value, decimals, doubts } = options[0]!.cells[0]!
    return [value, decimals, doubts.length > 0]
  })
}

const ORE = ['6.252.993,92', '2.757.958,53', '231.398,34', '11.322.350,79']

describe('withColumnDecimals', () => {
  it.each([
    ['a lost comma', '1446.48326', [144_648_326, 2, true]],
    ['a comma lost beside groups', '1.446.48326', [144_648_326, 2, true]],
    ['a comma read as a space', '1.446.483 26', [144_648_326, 2, true]],
    ['a comma read as a full stop', '1.446.483.26', [144_648_326, 2, false]],
    ['one decimal lost', '1.446.483,2', [14_464_832, 1, true]],
    ['whole kronor in groups of three', '1.446.483', [1_446_483, 0, false]],
    ['a dash', '-', [0, 0, false]],
    ['a small whole figure', '12', [12, 0, false]],
    ['a share', '59 %', [59, 0, false]],
  ])('%s among figures with öre', (_, raw, expected) => {
    const own = raw.includes('%') ? [...ORE, raw].map((figure) => figure) : [...ORE, raw]
    expect(readIn(own).at(-1)).toEqual(expected)
  })

  it('a figure that was typed has what it shows', () => {
    expect(readIn([...ORE, '144648326'], true).at(-1)).toEqual([144_648_326, 0, false])
  })

  it('öre that all stand behind a space are öre', () => {
    expect(readIn(['6 252 993 92', '2 757 958 53', '231 398 34', '11 322 350 79'])[0]).toEqual([625_299_392, 2, true])
  })

  it.each([
    ['whole kronor', ['6 252 993', '2 757 958', '231398', '11 322 350', '3,8']],
    ['too few figures', ['6 252,93', '2 757,58', '231398']],
  ])('%s give no figure decimals', (_, column) => {
    expect(readIn(column).map(([, decimals]) => decimals)).toEqual(column.map((raw) => readAmount(raw)!.decimals))
  })
})

describe('withColumnSteps', () => {
  const cells = (...printed: string[]) =>
    rows([['Rad']]).flatMap((row) =>
      printed.map((raw) => ({
        ...row,
        cells: [amount(readAmount(raw)!.value, { decimals: readAmount(raw)!.decimals })],
      })),
    )
  const values = (...printed: string[]) => withColumnSteps(cells(...printed)).map((row) => row.cells[0]!.value)

  it('whole kronor among öre are as many öre', () => {
    expect(values('1 000,50', '2 000', '3 000,50', '-')).toEqual([100_050, 200_000, 300_050, 0])
  })
  it('stray decimals among whole kronor are rounded away', () => {
    expect(values('1 000', '2 000,4', '3 000')).toEqual([1000, 2000, 3000])
  })
})
