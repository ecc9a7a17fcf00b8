import { expect, it } from 'vitest'
import { readColumnHead } from '../../src/parse/column-heads.js'
import { headsFromRow } from '../../src/parse/years-in-row.js'
import { table } from '../support/build-report.js'

/** What is told of columns without heads by a first row of these figures under this label. */
function periods(label: string | null, figures: readonly number[], heads = figures.map(() => '')) {
  const { rows } = table('multi_year', [[label ?? '', ...figures]])
  const draft = { page: 1, labelRaw: label, label, section: null }
  const options = [{ cells: rows[0]!.cells, noteRef: null, cost: 0 }]
  return headsFromRow(
    heads.map((head) => readColumnHead(head)),
    [{ ...draft, options }],
  ).map(({ periodEnd, yearOnly }) => (yearOnly ? periodEnd?.slice(0, 4) : periodEnd))
}

it('years that were taken for figures are the heads of columns that have none', () => {
  expect(periods(null, [2007, 2006, 2005, 2004, 2003])).toEqual(['2007', '2006', '2005', '2004', '2003'])
})

it.each([
  ['with a label', 'Antal medlemmar', [2007, 2006, 2005]],
  ['that do not follow each other', null, [2007, 2006, 2004]],
  ['two alone', null, [2007, 2006]],
] as const)('figures %s are no years', (_, label, figures) => {
  expect(periods(label, figures)).toEqual(figures.map(() => null))
})

it('heads that were read stay', () => {
  expect(periods(null, [2007, 2006, 2005], ['2009', '2008', ''])).toEqual(['2009', '2008', null])
})
