import { describe, expect, test } from 'vitest'
import type { Amount, Report, Table } from '../../src/model/report.js'
import { judge } from '../../src/reconcile/judge.js'
import { reconcileReport } from '../../src/reconcile/reconcile-report.js'
import { type RowSketch, report, table, years } from '../support/build-report.js'
import { withSums } from '../support/with-sums.js'

/** The status of every figure of the row called `label`, column by column, through all tables. */
function statuses(tables: readonly Table[], label: string): string[] {
  const one: Report = withSums(report(tables))
  const [judged] = judge([{ id: 'a', report: one, checks: reconcileReport(one), repaired: [] }])
  return one.tables.flatMap(({ rows }, at) =>
    rows.flatMap((row, index) => (row.label === label ? judged![at]![index]!.map(({ status }) => status) : [])),
  )
}

/** A note that carries a book value forward, with its depreciation as it was read in each year. */
function carriedForward(depreciation: readonly number[], more: Partial<Amount> = {}): Table {
  const sketches: RowSketch[] = [
    ['Ingående bokfört värde', 37_530, 45_021],
    ['Årets anskaffningar', 1_204, 8_644],
    ['Årets avskrivningar', ...depreciation],
    ['Utgående bokfört värde', 27_391, 37_530],
  ]
  const note = table('note', sketches, { note: '4', title: 'Inventarier' })
  const rows = note.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, ...more }) }))
  return { ...note, rows }
}

describe('a figure without a minus that its sum takes off', () => {
  test('is not verified by that sum: a minus lost in every year would close as well', () => {
    expect(statuses([carriedForward([11_343, 16_135])], 'Årets avskrivningar')).toEqual(['unverified', 'unverified'])
    expect(statuses([carriedForward([11_343, 16_135])], 'Årets anskaffningar')).toEqual(['verified', 'verified'])
    expect(statuses([carriedForward([-11_343, -16_135])], 'Årets avskrivningar')).toEqual(['verified', 'verified'])
  })

  test('nor by the statement that has it with a minus: which of the two lost or never had one is not told', () => {
    const statement = table('income_statement', [['Årets avskrivningar', -11_343, -16_135]], {
      noteRefs: { 'Årets avskrivningar': '4' },
    })
    const note = carriedForward([11_343, 16_135])
    expect(statuses([statement, note], 'Årets avskrivningar').slice(2)).toEqual(['unverified', 'unverified'])
  })

  test('is verified in a text layer, which loses no minus', () => {
    const typed = carriedForward([11_343, 16_135], { typed: true })
    expect(statuses([typed], 'Årets avskrivningar')).toEqual(['verified', 'verified'])
  })

  test('is verified where the table takes off a whole sum of rows without a minus', () => {
    const statement = (...costs: RowSketch[]) =>
      table('income_statement', [
        ['Nettoomsättning', 912_431, 874_118],
        ...costs,
        ['Rörelseresultat', 112_104, 96_530],
        ['Räntekostnader', 21_437, 17_902],
        ['Årets resultat', 90_667, 78_628],
      ])
    const rows: RowSketch[] = [
      ['Råvaror', 412_067, 398_221],
      ['Personalkostnader', 301_944, 296_305],
      ['Övriga kostnader', 86_316, 83_062],
      ['Summa kostnader', 800_327, 777_588],
    ]
    expect(statuses([statement(...rows)], 'Räntekostnader')).toEqual(['verified', 'verified'])
    const signed = rows.map(([label, ...amounts]): RowSketch => [label, ...amounts.map((value) => -value!)])
    expect(statuses([statement(...signed)], 'Räntekostnader')).toEqual(['unverified', 'unverified'])
  })

  test('a net is not verified by income and costs that close with it turned', () => {
    const capital = (net: number): Table =>
      table('income_statement', [
        ['Räntor på avräkning', 12_425, 13_902],
        ['Räntor inteckningslån', 91_489, 94_435],
        ['Kapitalnetto', net, net === 79_064 ? 80_533 : -80_533],
      ])
    expect(statuses([capital(-79_064)], 'Kapitalnetto')).toEqual(['verified', 'verified'])
    expect(statuses([capital(79_064)], 'Kapitalnetto')).toEqual(['unverified', 'unverified'])
  })

  test('a minus without which a broken sum would close is not told by the note, in no year', () => {
    const debts = (accrued: number): Table =>
      table(
        'balance_sheet',
        [
          ['Leverantörsskulder', 2_914, 3_984],
          ['Upplupna kostnader', accrued, accrued < 0 ? -13_683 : 13_683],
          ['Summa kortfristiga skulder', 21_099, null],
        ],
        { noteRefs: { 'Upplupna kostnader': '3' } },
      )
    const note = table(
      'note',
      [
        ['Upplupna räntor', 5_126, 3_156],
        ['Förutbetalda avgifter', 13_059, 10_527],
        ['Summa', 18_185, 13_683],
      ],
      { note: '3', title: 'Upplupna kostnader' },
    )
    expect(statuses([debts(-18_185), note], 'Upplupna kostnader')).not.toContain('verified')
    expect(statuses([debts(18_185), note], 'Upplupna kostnader')).toEqual(['verified', 'verified'])
  })

  test('is verified where it stands elsewhere with the same sign', () => {
    const statement = table(
      'income_statement',
      [
        ['Verksamhetens intäkter', 284_212, 301_845],
        ['Verksamhetens kostnader', 297_920, 290_161],
        ['Verksamhetens resultat', -13_708, 11_684],
      ],
      { noteRefs: { 'Verksamhetens kostnader': '2' } },
    )
    const note = table(
      'note',
      [
        ['Löner', 187_415, 190_027],
        ['Lokaler', 110_505, 100_134],
        ['Summa', 297_920, 290_161],
      ],
      { note: '2', title: 'Verksamhetens kostnader' },
    )
    expect(statuses([statement], 'Verksamhetens kostnader')).toEqual(['unverified', 'unverified'])
    expect(statuses([statement, note], 'Verksamhetens kostnader')).toEqual(['verified', 'verified'])
  })

  test('is verified where its row keeps to it in many columns, and no reading sees a minus', () => {
    const overview = (alternatives: readonly number[]) => {
      const sketched = table(
        'multi_year',
        [
          ['Verksamhetens intäkter', 284_212, 301_845, 275_518, 266_207],
          ['Verksamhetens kostnader', 297_920, 290_161, 281_330, 259_416],
          ['Verksamhetens resultat', -13_708, 11_684, -5_812, 6_791],
        ],
        { columns: years(4) },
      )
      const rows = sketched.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell, column) => cell && { ...cell, alternatives: column === 1 ? alternatives : [] }),
      }))
      return { ...sketched, rows }
    }
    expect(new Set(statuses([overview([299_161])], 'Verksamhetens kostnader'))).toEqual(new Set(['verified']))
    const beside = table('multi_year', [['Verksamhetens intäkter', 284_212, 301_845, 275_518, 266_207]], {
      columns: years(4),
    })
    const rows = overview([299_161]).rows
    const lost = {
      ...beside,
      rows: [
        ...rows.slice(0, 2),
        { ...rows[1]!, label: 'Räntor', cells: rows[1]!.cells.map((cell) => cell && { ...cell, value: -1_000 }) },
        ...rows
          .slice(2)
          .map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, value: cell.value - 1_000 }) })),
      ],
    }
    expect(new Set(statuses([lost], 'Verksamhetens kostnader'))).toEqual(new Set(['unverified']))
    expect(new Set(statuses([overview([-290_161])], 'Verksamhetens kostnader'))).toEqual(new Set(['unverified']))
  })
})

describe('minuses too thin to be read', () => {
  const costs = (...shown: readonly RowSketch[]) =>
    table('income_statement', [...shown, ['Summa kostnader', -1_232_413, -1_180_204]], { noteRefs: { Lokaler: '2' } })
  const note = table(
    'note',
    [
      ['Hyra', 612_340, 598_115],
      ['El', 81_907, 77_460],
      ['Summa', 694_247, 675_575],
    ],
    { note: '2', title: 'Lokaler' },
  )

  test('a cost that stands plain under a sum with a minus is not verified by its note, which is', () => {
    const lost = costs(['Lokaler', 694_247, 675_575], ['Löner', 538_166, 504_629])
    expect(statuses([lost, note], 'Lokaler')).toEqual(['unverified', 'unverified'])
    expect(statuses([lost, note], 'Hyra')).toEqual(['verified', 'verified'])
    const whole = costs(['Lokaler', -694_247, -675_575], ['Löner', -538_166, -504_629])
    expect(statuses([whole, note], 'Lokaler')).toEqual(['verified', 'verified'])
  })

  test('nor is it where a minus of its own sum is one reading of two', () => {
    const interest = (alternatives: readonly number[]): Table => {
      const sketched = table('income_statement', [
        ['Ränteintäkter', 51_840, 44_102],
        ['Räntekostnader', 47_316, 39_870],
        ['Summa finansiella poster', -4_524, -4_232],
      ])
      const rows = sketched.rows.map((row, at) => ({
        ...row,
        cells: row.cells.map((cell) => cell && { ...cell, alternatives: at === 2 ? alternatives : [] }),
      }))
      return { ...sketched, rows }
    }
    expect(statuses([interest([])], 'Räntekostnader')).toEqual(['verified', 'verified'])
    expect(statuses([interest([4_524, 4_232])], 'Räntekostnader')).toEqual(['unverified', 'unverified'])
  })
})
