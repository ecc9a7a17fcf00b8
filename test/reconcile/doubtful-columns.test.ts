import { describe, expect, it } from 'vitest'
import { BORROWED_PERIOD, type Column, type Table, UNTOLD_UNIT } from '../../src/model/report.js'
import { doubtColumns } from '../../src/reconcile/doubtful-columns.js'
import { judge } from '../../src/reconcile/judge.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { type RowSketch, report, table, years } from '../support/build-report.js'
import { COSTS, dated, doubts, scaled } from '../support/column-doubts.js'
import { withSums } from '../support/with-sums.js'

const LINES: readonly RowSketch[] = [
  ['Verksamhetens intäkter', 5_000_000, 4_800_000],
  ['Verksamhetens kostnader', -2_123_972, -2_037_171],
  ['Årets resultat', 2_876_028, 2_762_829],
]

const income = table('income_statement', LINES, { noteRefs: { 'Verksamhetens kostnader': '2' } })
const note = (more: Partial<Table> = {}, costs: readonly RowSketch[] = COSTS) =>
  table('note', costs, { note: '2', title: 'Verksamhetens kostnader', ...more })

const ANOTHER = 'another table prints its rows under another date or unit'
describe('doubtColumns', () => {
  it('has no doubt of a note whose sum is its line in the statement, sign turned', () => {
    expect(doubts([income, note()])).toEqual([undefined, undefined])
  })

  it('a table of projects whose figures are of another size than the accounts is in doubt', () => {
    const projects = (unit: 'kr' | 'tkr') => table('operating_statement', COSTS, { unit })
    expect(doubts([income, projects('tkr')])).toEqual([
      'its figures are of another size than those of the accounts',
      'its figures are of another size than those of the accounts',
    ])
    expect(doubts([income, projects('kr')])).toEqual([undefined, undefined])
  })

  it('a column of differences without an outcome beside it is in doubt', () => {
    const alone: Column = { label: 'Avvikelse', periodEnd: '2020-12-31', scenario: 'variance', unit: null }
    const costs = COSTS.map(([label, cost]): RowSketch => [label, cost])
    expect(doubts([income, note({ columns: [alone] }, costs)])).toEqual([
      'what it is the difference of is not there, or of another date',
    ])
  })

  it.each([
    ['2032-12-31', 'its date is years from that of the column beside it'],
    ['2013-12-31', undefined],
    ['2012-12-31', undefined],
  ])('a plan for %s beside outcomes of 2012: %s', (date, doubt) => {
    const [actual] = dated('2012-12-31')
    const columns = [actual!, { ...actual!, scenario: 'budget', periodEnd: date } as const]
    expect(doubts([table('income_statement', LINES, { columns })], { periodEnd: '2012-12-31' })).toEqual([
      undefined,
      doubt,
    ])
    const [variance] = [{ ...columns[1]!, scenario: 'variance' } as const]
    const rows = LINES.map(([label, one, other]): RowSketch => [label, one!, other!, other! - one!])
    const plans = table('operating_statement', rows, { columns: [...columns, variance] })
    expect(doubts([income, plans], { periodEnd: '2012-12-31' })[1]).toBe(doubt)
  })

  it('doubts differences that are dated otherwise than every budget beside them', () => {
    const against = (date: string): Column[] => [
      { label: 'Budget', periodEnd: '2020-12-31', scenario: 'budget', unit: null },
      { label: 'Avvikelse', periodEnd: date, scenario: 'variance', unit: null },
    ]
    const OTHER = 'what it is the difference of is not there, or of another date'
    expect(doubts([table('income_statement', LINES, { columns: against('2019-12-31') })])).toEqual([undefined, OTHER])
    expect(doubts([table('income_statement', LINES, { columns: against('2020-12-31') })])[1]).toBeUndefined()
  })

  it('doubts calendar years under heads of two, with all that stands beside them, unless a day was read', () => {
    const broken = (label: string, date: string): Column => ({ ...dated(date)[0]!, label })
    const heads = (end: string) => [broken('Bokslut 2019/20', `2020-${end}`), broken('Bokslut 2018/19', `2019-${end}`)]
    const UNTOLD = 'its head names a year that ends before December, and no day'
    const statement = (end: string) => table('income_statement', LINES, { columns: heads(end) })
    expect(doubts([statement('12-31')])).toEqual([UNTOLD, UNTOLD])
    expect(doubts([statement('12-31'), note()])).toEqual([UNTOLD, UNTOLD])
    expect(doubts([statement('06-30')], { periodEnd: '2020-06-30' })).toEqual([undefined, undefined])
    const toTheDay = [broken('2019-09-01 – 2020-12-31', '2020-12-31'), broken('2018/19', '2019-08-31')]
    expect(doubts([table('income_statement', LINES, { columns: toTheDay })])).toEqual([undefined, undefined])
    // "2009-10" begins a span to the day, and is no broken year
    const since = [broken('2009-10-01 – 2010-12-31', '2010-12-31'), broken('2008/09', '2009-09-30')]
    const longYear = table('income_statement', LINES, { columns: since, noteRefs: { 'Verksamhetens kostnader': '2' } })
    const own = note({ columns: dated('2010-12-31', '2009-09-30') })
    expect(doubts([longYear, own], { periodEnd: '2010-12-31' })).toEqual([undefined, undefined])
  })

  it('doubts a plan whose year ends on a day on which no outcomes do', () => {
    const plan = (date: string): Column[] => [
      { label: 'Utfall', periodEnd: '2020-12-31', scenario: 'actual', unit: null },
      { label: 'Budget', periodEnd: date, scenario: 'budget', unit: null },
    ]
    const own = (date: string) => doubts([table('income_statement', LINES, { columns: plan(date) })])
    expect(own('2020-01-31')).toEqual([undefined, 'no year of outcomes ends on its day'])
    expect(own('2021-12-31')).toEqual([undefined, undefined])
  })

  it.each([
    ['years swapped', { columns: dated('2019-12-31', '2020-12-31') }, ANOTHER],
    ['both years misread', { columns: dated('2026-12-31', '2019-12-31') }, ANOTHER],
    ['thousands for kronor', { unit: 'tkr' as const }, ANOTHER],
  ])('doubts a note with its %s', (_, more, doubt) => {
    expect(doubts([income, note(more)])).toEqual([doubt, doubt])
  })

  it('doubts a statement of small figures whose result another has in another unit', () => {
    const result: RowSketch = ['Överskott/underskott', 23, 13]
    const small = table('income_statement', [['Avgifter', 43, 33], ['Arrende', -20, -20], result])
    const equity = (unit: 'kr' | 'tkr') => table('balance_sheet', [['Kassa', 23, 13], result], { unit })
    expect(doubts([small, equity('tkr')])).toEqual([ANOTHER, ANOTHER])
    expect(doubts([small, equity('kr')])).toEqual([undefined, undefined])
  })

  it('doubts the plans beside outcomes that are all in doubt', () => {
    const planned: Column[] = [...years(2), { ...dated('2020-12-31')[0]!, scenario: 'budget' }]
    const rows = COSTS.map(([label, own, before]): RowSketch => [label, own, before, own])
    expect(doubts([income, note({ unit: 'tkr', columns: planned }, rows)])).toEqual([ANOTHER, ANOTHER, ANOTHER])
    expect(doubts([income, note({ columns: planned }, rows)])[2]).toBeUndefined()
  })

  it('doubts a note of small figures that no other table has: it may count people', () => {
    const people = (...sum: [number, number]): RowSketch[] => [
      ['Kvinnor', 4, 5],
      ['Män', sum[0] - 4, sum[1] - 5],
      ['Totalt', ...sum],
    ]
    const small = 'its figures are small enough to be no money, and no other table has them'
    expect(doubts([income, note({ title: 'MeCelunnmsis? ens' }, people(9, 11))])).toEqual([small, small])
    expect(doubts([income, note({ title: 'Övriga kostnader' }, people(9, 111))])).toEqual([undefined, undefined])
    const few = table('income_statement', [['Verksamhetens kostnader', -9, -11]], {
      noteRefs: { 'Verksamhetens kostnader': '2' },
    })
    expect(doubts([few, note({}, people(9, 11))])).toEqual([undefined, undefined])
  })

  it('doubts dates taken from other tables until a table with dates of its own shows them', () => {
    const borrowed = (one: Table): Table => ({
      ...one,
      rows: one.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => cell && { ...cell, doubts: [BORROWED_PERIOD] }),
      })),
    })
    const unshown = Array(2).fill('its date or unit is not printed, and no other table shows it')
    expect(doubts([borrowed(note({ note: '3' }))])).toEqual(unshown)
    expect(doubts([borrowed(income), borrowed(note())])).toEqual(unshown)
    expect(doubts([income, borrowed(note())])).toEqual([undefined, undefined])
    const results: RowSketch = ['Årets resultat', 2_876_028, 2_762_829, 2_511_900]
    const overview = table('multi_year', [results], { columns: dated('2020-12-31', '2019-12-31', '2018-12-31') })
    expect(doubts([overview, borrowed(income), borrowed(note())])).toEqual([undefined, undefined])
    const short = table('multi_year', [results.slice(0, 3) as unknown as RowSketch])
    expect(doubts([short, borrowed(income), borrowed(note())])).toEqual(unshown)
  })

  it('doubts dates that lie years apart, and those of another report', () => {
    const apart = 'its date is years from that of the column beside it'
    expect(doubts([table('note', COSTS, { note: '2', columns: dated('2020-12-31', '2013-12-31') })])).toEqual([
      apart,
      apart,
    ])
    const [first, second] = doubts([income, note({ columns: dated('2016-12-31', '2015-12-31') }, scaled([0.5, 0.4]))])
    expect([first, second]).toEqual(Array(2).fill('its date is not of this report'))
  })

  it('doubts a table of the two years before, and outcomes against the budget of another year, not what is set aside for one', () => {
    const other = 'its date is not of this report'
    expect(doubts([table('note', COSTS, { columns: years(2, 2019) })])).toEqual([other, other])
    const columns = (last: Column['scenario']) =>
      (['budget', 'actual', last] as const).map((scenario) => ({ ...dated('2022-12-31')[0]!, scenario }))
    const programme = (last: Column['scenario']) =>
      doubts([table('operating_statement', [['Projekt', 900_000, 811_098, 88_902]], { columns: columns(last) })])
    expect(programme('variance')).toEqual([other, other, other])
    expect(programme('forecast')).toEqual([undefined, undefined, undefined])
  })

  it('doubts a misread year in every table once the statements show it to be one', () => {
    const misread = dated('2027-12-31', '2019-12-31')
    const overview = table('multi_year', LINES, { columns: misread })
    expect(doubts([{ ...income, columns: misread }, overview], { periodEnd: '2027-12-31' })).toEqual(
      Array(2).fill('its date is years from that of the column beside it'),
    )
  })

  it('takes the half year beside a whole one, and the first year of eighteen months', () => {
    expect(doubts([table('note', COSTS, { columns: dated('2020-12-31', '2020-08-31', '2019-12-31') })])).toEqual(
      Array(3).fill(undefined),
    )
    expect(doubts([table('note', COSTS, { columns: dated('2020-12-31', '2019-06-30') })])).toEqual([
      undefined,
      undefined,
    ])
  })

  it('doubts a column whose every sign turns, or that is a thousand times as small, though its sum holds', () => {
    const turned = doubts([note({}, scaled([1, -1]))])
    expect(turned).toEqual(Array(2).fill('all its signs are other than in the column beside it'))
    const cut = doubts([
      note({}, [
        ['A', 812, 790_120],
        ['B', 1250, 1_198_750],
        ['Summa', 2062, 1_988_870],
      ]),
    ])
    expect(cut).toEqual(Array(2).fill('all its figures are of another size than in the column beside it'))
  })

  it('doubts a note that its line contradicts and nothing bears out, not one a misprinted digit apart', () => {
    const other: RowSketch[] = [
      ['Lokalhyra', 12_450, 90_120],
      ['Löner', 250_300, 198_750],
      ['Summa', 262_750, 288_870],
    ]
    const misprinted: RowSketch[] = [
      ['Lokalhyra', 815_450, 790_120],
      ['Löner', 1_311_522, 1_247_051],
      ['Summa', 2_126_972, 2_037_171],
    ]
    expect(doubts([income, note({}, other)])).toEqual(Array(2).fill('no other table agrees with it'))
    expect(doubts([income, note({}, misprinted)])).toEqual([undefined, undefined])
  })

  it('doubts all columns of a report that tells no unit', () => {
    expect(doubts([income, note()], { issues: [UNTOLD_UNIT] })).toEqual([UNTOLD_UNIT, UNTOLD_UNIT])
    const overview = table('multi_year', LINES)
    expect(doubts([income, overview], { issues: [UNTOLD_UNIT] })).toEqual([UNTOLD_UNIT, UNTOLD_UNIT])
    const keys = table('multi_year', [['Soliditet', 44, 41]], { unit: '%' })
    expect(doubts([income, keys], { issues: [UNTOLD_UNIT] })).toEqual([undefined, undefined])
  })

  it('doubts a table of which most sums are broken, those too that hold', () => {
    const broken = table(
      'balance_sheet',
      [1, 2, 3, 4].flatMap((part): RowSketch[] => [
        [`Fordringar ${part}`, 812_450 * part, 790_120 * part],
        [`Kassa ${part}`, 250_300, 198_750],
        [
          `Summa ${part}`,
          812_450 * part + 250_300 + (part > 1 ? 30_000 : 0),
          790_120 * part + 198_750 + (part > 1 ? 3000 : 0),
        ],
      ]),
      {
        sums: [2, 5, 8, 11].map((row) => ({
          ...{ row, basis: 'label' as const },
          terms: [row - 2, row - 1].map((term) => ({ row: term, sign: 1 as const })),
        })),
      },
    )
    const doubt = doubtColumns(report([broken]), reconcileReport(report([broken])))
    expect(doubt(0, 0)).toMatch(/^so many sums are broken/)
  })
})

it('figures of a doubtful column are in doubt, however well they add up', () => {
  const whole = withSums(report([income, note({ columns: years(2).toReversed() })]))
  const [judged] = judge([{ id: 'a', report: whole, checks: reconcileReport(whole), repaired: [] }])
  expect(new Set(judged![1]!.flat().map(({ status }) => status))).toEqual(new Set(['suspect']))
})
