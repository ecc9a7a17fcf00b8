import { describe, expect, it } from 'vitest'
import { withLostPercent } from '../../src/parse/lost-percent.js'
import { amount, table } from '../support/build-report.js'

/** What a column of shares and one of amounts come to, as `value/decimals`, `?` where it is doubted. */
function shares(raws: readonly string[]): string[] {
  const { rows } = table(
    'note',
    raws.map(() => ['Lån', 1, 9_470_136]),
  )
  const read = rows.map((row, at) => ({
    ...row,
    cells: [amount(Number(raws[at]!.replace(/\D/g, '')), { raw: raws[at]! }), row.cells[1]!],
  }))
  return withLostPercent(read).map(
    ({ cells }) => `${cells[0]!.value}/${cells[0]!.decimals}${cells[0]!.doubts.length > 0 ? '?' : ''}`,
  )
}

describe('withLostPercent', () => {
  const sound = ['2,26%', '2,63%', '2,43%', '2,73%']

  it.each([
    ['2,7086', '270/2?'],
    ['2,26986', '226/2?'],
    ['0,7556', '75/2?'],
  ])('%s among shares is %s', (raw, expected) => {
    expect(shares([...sound, raw]).at(-1)).toBe(expected)
  })

  it.each([
    ['a share stays', [...sound, '2,70%'], '270/0'],
    ['what has no more digits stays', [...sound, '2,70'], '270/0'],
    ['no comma, no share', [...sound, '27086'], '27086/0'],
    ['two shares do not tell', ['2,26%', '2,63%', '2,7086'], '27086/0'],
    ['nor do shares of other decimals', ['2,26%', '2,6%', '2,43%', '2,7086'], '27086/0'],
    ['nor a column that holds more else', [...sound, '12,500', '13,500', '14,500', '15,500', '2,7086'], '27086/0'],
  ])('%s', (_, raws, expected) => {
    expect(shares(raws).at(-1)).toBe(expected)
  })
})
