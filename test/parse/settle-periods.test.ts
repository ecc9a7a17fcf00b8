import { describe, expect, it } from 'vitest'
import type { Scenario, StatementKind } from '../../src/model/report.js'
import { settlePeriods } from '../../src/parse/settle-periods.js'
import { table } from '../support/build-report.js'

/** A table with these periods over its columns; `budget` or `variance` before one makes it such a column. */
function over(kind: StatementKind, ...periods: readonly (string | null)[]) {
  const columns = periods.map((period) => {
    const [date, scenario = 'actual'] = (period ?? '').split(' ').reverse()
    return {
      label: null,
      periodEnd: date === '' || date === 'null' ? null : date!,
      scenario: scenario as Scenario,
      unit: null,
    }
  })
  return table(kind, [['Kassa', ...periods.map((_, index) => index + 1)]], { columns })
}

const STATEMENTS = [
  over('income_statement', '2009-12-31', '2008-12-31'),
  over('balance_sheet', '2009-12-31', '2008-12-31'),
]

/** The periods of the last table, `?` behind those whose figures are doubted. */
function settled(last: ReturnType<typeof over>, others = STATEMENTS): string[] {
  const found = settlePeriods([...others, last]).at(-1)!
  return found.columns.map(({ periodEnd }, place) => {
    const doubted = (found.rows[0]?.cells[place]?.doubts.length ?? 0) > 0
    return `${periodEnd}${doubted ? '?' : ''}`
  })
}

describe('settlePeriods', () => {
  it.each([
    ['all as in the other tables', over('note', '2009-12-31', '2008-12-31'), ['2009-12-31', '2008-12-31']],
    ['one was not read', over('note', '2009-12-31', null), ['2009-12-31', '2008-12-31?']],
    ['the first was not read', over('cash_flow', null, '2008-12-31'), ['2009-12-31?', '2008-12-31']],
    ['none was read', over('note', null, null), ['2009-12-31?', '2008-12-31?']],
    ['one is no end of a month', over('note', '2009-12-31', '2008-12-21'), ['2009-12-31', '2008-12-31?']],
    ['one is of a year that no table has', over('note', '2009-12-31', '2003-12-31'), ['2009-12-31', '2008-12-31?']],
    ['one is there twice', over('note', '2009-12-31', '2009-12-31'), ['2009-12-31', '2008-12-31?']],
    [
      'a budget beside them',
      over('note', '2009-12-31', null, 'budget null'),
      ['2009-12-31', '2008-12-31?', '2009-12-31'],
    ],
  ])('%s', (_, last, periods) => {
    expect(settled(last)).toEqual(periods)
  })

  it('years of a group and of its parent are put right, each beside its own', () => {
    const groups = (kind: StatementKind, ...periods: readonly (string | null)[]) => {
      const own = over(kind, ...periods)
      const label = (place: number) => (place < 2 ? 'Koncernen' : 'Moderbolaget')
      return { ...own, columns: own.columns.map((column, place) => ({ ...column, label: label(place) })) }
    }
    const years = ['2011-12-31', '2010-12-31', '2011-12-31', '2010-12-31']
    const others = [groups('balance_sheet', ...years), groups('cash_flow', ...years)]
    const one = groups('income_statement', '2011-12-31', '2020-12-31', '2011-12-31', '2010-12-31')
    expect(settled(one, others)).toEqual(['2011-12-31', '2010-12-31?', '2011-12-31', '2010-12-31'])
    const twice = groups('income_statement', '2011-12-31', '2010-12-31', '2011-12-31', '2011-12-31')
    expect(settled(twice, others)).toEqual(['2011-12-31', '2010-12-31', '2011-12-31', '2010-12-31?'])
    expect(settled(groups('note', ...years), others)).toEqual(years)
  })

  it.each([
    ['they stand in the other order', over('note', '2008-12-31', null), ['2008-12-31', 'null']],
    ['both are of other years', over('note', '2007-12-31', '2006-12-31'), ['2007-12-31', '2006-12-31']],
    ['no table has as many columns', over('note', '2009-12-31', null, null), ['2009-12-31', 'null', 'null']],
    ['an overview has years of its own', over('multi_year', '2009-12-31', null), ['2009-12-31', 'null']],
    ['so has a programme table', over('operating_statement', null, null), ['null', 'null']],
  ])('left as it is: %s', (_, last, periods) => {
    expect(settled(last)).toEqual(periods)
  })

  it('a year with a misread digit is that of the other tables, though two tables have it', () => {
    const notes = [1, 2, 3, 4].map(() => over('note', '2009-12-31', '2008-12-31'))
    const misread = over('note', '2009-12-31', '2038-12-31')
    expect(settled(misread, [...STATEMENTS, ...notes, misread])).toEqual(['2009-12-31', '2008-12-31?'])
    // as many tables have the one as the other, or another digit of the date is not the same
    expect(settled(misread, [...STATEMENTS, misread])).toEqual(['2009-12-31', '2038-12-31'])
    const half = over('note', '2009-12-31', '2008-06-30')
    expect(settled(half, [...STATEMENTS, ...notes, half])).toEqual(['2009-12-31', '2008-06-30'])
  })

  it.each([
    [
      'one year is misread',
      ['2009-12-31', '2008-12-31', '2007-12-31', '2000-12-31'],
      ['2009-12-31', '2008-12-31', '2007-12-31', '2006-12-31?'],
    ],
    [
      'the later ones were not read',
      [null, null, '2007-12-31', '2006-12-31'],
      ['2009-12-31?', '2008-12-31?', '2007-12-31', '2006-12-31'],
    ],
    ['they go on from another year', [null, '2007-12-31', '2006-12-31'], ['null', '2007-12-31', '2006-12-31']],
    [
      'a year far back stands last',
      ['2009-12-31', '2008-12-31', '2007-12-31', '1995-12-31'],
      ['2009-12-31', '2008-12-31', '2007-12-31', '1995-12-31'],
    ],
    [
      'another day',
      ['2009-12-31', '2008-12-31', '2007-12-31', '2006-12-01'],
      ['2009-12-31', '2008-12-31', '2007-12-31', '2006-12-01'],
    ],
  ])('the years of an overview follow each other: %s', (_, periods, expected) => {
    expect(settled(over('multi_year', ...periods))).toEqual(expected)
  })

  it('words over the columns that name no period are heads: none is put in', () => {
    const loans = over('note', null, null)
    const columns = loans.columns.map((column, index) => ({ ...column, label: ['Räntesats', 'Belopp'][index]! }))
    const bonds = { ...loans, columns: columns.map((column) => ({ ...column, label: 'Bokfört värde' })) }
    expect(settled(bonds)).toEqual(['null', 'null'])
    expect(settled({ ...loans, columns: columns.map((column) => ({ ...column, label: 'Bokslut 2O09' })) })).toEqual([
      '2009-12-31?',
      '2008-12-31?',
    ])
  })

  it('what a fax left of dates over a statement is no word', () => {
    const headed = (...heads: readonly [string, string]) => {
      const flow = over('cash_flow', null, null)
      return { ...flow, columns: flow.columns.map((column, index) => ({ ...column, label: heads[index]! })) }
    }
    expect(settled(headed('KF if', 'Fara Zn'))).toEqual(['2009-12-31?', '2008-12-31?'])
    expect(settled(headed('Verksamheten', 'Fonden'))).toEqual(['null', 'null'])
  })

  it('where no statement tells any, an overview that goes back year by year does', () => {
    const back = over('multi_year', '2009-12-31', '2008-12-31', '2007-12-31')
    const forth = over('multi_year', '2007-12-31', '2008-12-31', '2009-12-31')
    const bare = over('balance_sheet', null, null)
    expect(settled(bare, [back, bare])).toEqual(['2009-12-31?', '2008-12-31?'])
    expect(settled(bare, [forth, bare])).toEqual(['null', 'null'])
    expect(settled(over('balance_sheet', null, '2007-12-31'), [back, bare])).toEqual(['2009-12-31?', '2008-12-31?'])
  })

  it('one report with one table is left as it is', () => {
    expect(settled(over('note', '2009-12-31', null), [])).toEqual(['2009-12-31', 'null'])
  })

  describe('a table of two bodies takes its periods from rows that stand in a statement too', () => {
    const dates = ['2009-12-31', '2008-12-31', '2009-12-31', '2008-12-31']
    const columns = (known: boolean) =>
      dates.map((date) => ({ label: null, periodEnd: known ? date : null, scenario: 'actual' as const, unit: null }))
    const statement = table('income_statement', [['Driftkostnader', -546, -579, 499, -493]], { columns: columns(true) })
    const note = (...sum: number[]) =>
      table(
        'note',
        [
          ['Energi', 1, 2, 3, 4],
          ['Summa', ...sum],
        ],
        { columns: columns(false) },
      )
    const periodsOf = (others: readonly ReturnType<typeof table>[], last: ReturnType<typeof table>) =>
      settlePeriods([...others, last])
        .at(-1)!
        .columns.map(({ periodEnd }) => periodEnd)

    it.each([
      ['the same amounts in the same order, whatever their signs', [546, 579, 499, 493], dates],
      ['in another order', [579, 546, 499, 493], [null, null, null, null]],
      ['one amount differs', [546, 579, 499, 494], [null, null, null, null]],
    ])('%s', (_, sum, expected) => {
      expect(periodsOf([statement], note(...sum))).toEqual(expected)
    })

    it('two statements that disagree tell nothing', () => {
      const other = { ...statement, columns: [...statement.columns].reverse() }
      expect(periodsOf([statement, other], note(546, 579, 499, 493))).toEqual([null, null, null, null])
    })

    it('two columns of the same amounts cannot be told apart', () => {
      const alike = table('income_statement', [['Driftkostnader', 546, 546, 499, 493]], { columns: columns(true) })
      expect(periodsOf([alike], note(546, 546, 499, 493))).toEqual([null, null, null, null])
    })
  })
})
