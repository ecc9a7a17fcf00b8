import { expect, test } from 'vitest'
import { readColumnHead, toColumn } from '../../src/parse/column-heads.js'
import { completeColumns } from '../../src/parse/complete-columns.js'

const periodsOf = (labels: readonly string[]): (string | null)[] => {
  const heads = labels.map((label) => readColumnHead(label))
  const named = heads.map((head) => toColumn(head, '12-31'))
  const known = { kind: 'income_statement' as const, periodEnd: '2001-12-31' }
  return completeColumns(named, heads, [], known).map(({ periodEnd }) => periodEnd)
}

test('a column of specks without a head does not take the date of the one beside it away', () => {
  expect(periodsOf(['Utfall -01', '', 'Budget -01', 'Utfall -00'])).toEqual([
    '2001-12-31',
    null,
    '2001-12-31',
    '2000-12-31',
  ])
})

test.each([
  [
    ['2001', 'Föregående år'],
    ['2001-12-31', '2000-12-31'],
  ],
  [
    ['Årets utfall', 'Föregående år'],
    ['2001-12-31', '2000-12-31'],
  ],
  [
    ['', 'Föregående år'],
    ['2001-12-31', '2000-12-31'],
  ],
  [
    ['', '2001', '', 'Föregående år'],
    [null, '2001-12-31', null, '2000-12-31'],
  ],
  // the head of a plan names a time of its own, which is not understood
  [
    ['2001', 'Budget 20002'],
    ['2001-12-31', null],
  ],
  [
    ['2001', 'Budget'],
    ['2001-12-31', '2001-12-31'],
  ],
  // the heads of two columns over one of them
  [
    ['2001', '', 'Budget 2001 2000-12-31'],
    ['2001-12-31', null, null],
  ],
  [
    ['1999', 'Föregående år'],
    ['1999-12-31', null],
  ],
])('the year before the one beside it: %j', (labels, expected) => {
  expect(periodsOf(labels)).toEqual(expected)
})

test('two heads of one date leave both untold', () => {
  expect(periodsOf(['Utfall 2001', 'Utfall 2001', 'Budget 2001'])).toEqual([null, null, '2001-12-31'])
})

test('"Föregående år" is the year before beside one other column, and none among parts of a whole', () => {
  expect(periodsOf(['Belopp', 'Föregående år'])).toEqual(['2001-12-31', '2000-12-31'])
  expect(periodsOf(['Fond', 'Balans från föregående år', 'Totalt'])).toEqual([null, null, null])
})
