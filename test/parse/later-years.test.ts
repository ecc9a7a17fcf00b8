import { expect, it } from 'vitest'
import { withoutLaterYears } from '../../src/parse/later-years.js'
import { table } from '../support/build-report.js'

/** The dates of a note with these over its columns, in a report that the text gives this year, `?` where doubted. */
function dates(told: string | null, ...over: readonly string[]): string[] {
  const columns = over.map((date) => ({ label: date, periodEnd: date, scenario: 'actual' as const, unit: null }))
  const note = table('note', [['Kassa', ...over.map((_, index) => index + 1)]], { note: '6', columns })
  const [found] = withoutLaterYears([note], told)
  return found!.columns.map(({ periodEnd }, place) =>
    (found!.rows[0]!.cells[place]?.doubts.length ?? 0) > 0 ? `${periodEnd}?` : `${periodEnd}`,
  )
}

it.each([
  ['the year behind, a digit misread', '2007-12-31', ['2007-12-31', '2008-12-31'], ['2007-12-31', '2006-12-31?']],
  ['as they should be', '2007-12-31', ['2007-12-31', '2006-12-31'], ['2007-12-31', '2006-12-31']],
  ['the report is of the later year', '2007-12-31', ['2008-12-31', '2007-12-31'], ['2008-12-31', '2007-12-31']],
  ['too far from the year before', '2010-12-31', ['2010-12-31', '2011-12-31'], ['2010-12-31', '2011-12-31']],
  ['no year is told', null, ['2007-12-31', '2008-12-31'], ['2007-12-31', '2008-12-31']],
] as const)('years behind the year of the report: %s', (_, told, over, expected) => {
  expect(dates(told, ...over)).toEqual(expected)
})
