import { describe, expect, test } from 'vitest'
import { findSums } from '../../src/parse/find-sums.js'
import { type RowSketch, rows, years } from '../support/build-report.js'
import { goldDocuments, goldReport, hasGold } from '../support/gold.js'
import { sumsOf } from '../support/sums-of.js'

describe('findSums', () => {
  test('all assets, whatever they are called, are the sum of their parts', () => {
    const found = sumsOf('balance_sheet', [
      ['Fordringar', 2900, 1200],
      ['Summa fordringar', 2900, 1200],
      ['Pengar på banken', 1100, 1700],
      ['Allt vi äger', 4000, 2900],
      ['Eget kapital', 3700, 2500],
      ['Skulder', 300, 400],
      ['Summa eget kapital och skulder', 4000, 2900],
    ])
    expect(found).toEqual(['1 = 0', '3 = 1 2', '6 = 4 5'])
  })

  test('the last row of a note is a sum where it is called as the note is', () => {
    const note = {
      kind: 'note' as const,
      columns: years(1),
      rows: rows([
        ['Årsavgifter', 12_900],
        ['Brutto', 12_900],
        ['Hyresbortfall', -130],
        ['Hyresförluster', -30],
        ['Nettoomsättning', 12_740],
      ]),
    }
    const last = (title: string) => findSums({ ...note, title }).sums.find(({ row }) => row === 4)
    expect(last('Nettoomsättning')?.terms.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(last('Intäkter')).toBeUndefined()
  })

  test('a row over lines that it is said to be made of is their sum', () => {
    const made = rows([
      ['Upplupna kostnader', 1200, 1050],
      ['Upplupna räntor', 700, 650],
      ['Övrigt', 500, 400],
    ]).map((row, index) => (index === 0 ? row : { ...row, section: 'VA R AV' }))
    const { sums } = findSums({ kind: 'note', columns: years(2), rows: made })
    expect(sums.map(({ row, terms }) => [row, terms.map((term) => term.row)])).toEqual([[0, [1, 2]]])
  })

  test('a total takes its subtotals as one, and may be the subtotal alone', () => {
    const found = sumsOf('balance_sheet', [
      ['Fordringar', 232_907, 126_722],
      ['Kassa och bank', 1_150_049, 1_717_682],
      ['Summa omsättningstillgångar', 1_382_956, 1_844_404],
      ['Summa tillgångar', 1_382_956, 1_844_404],
      ['Eget kapital', 1_102_741, 1_017_979],
      ['därav årets resultat', -26_469, 84_762],
      ['Summa eget kapital', 1_102_741, 1_017_979],
      ['Kortfristiga skulder', 280_215, 826_425],
      ['Summa eget kapital och skulder', 1_382_956, 1_844_404],
    ])
    expect(found).toEqual(['2 = 0 1', '3 = 2', '6 = 4', '8 = 6 7'])
  })

  test('costs printed without a minus are taken away', () => {
    const found = sumsOf('income_statement', [
      ['Verksamhetens intäkter', 2842],
      ['Verksamhetens kostnader', 2979],
      ['Resultat före finansiella poster', -137],
      ['Finansiella intäkter', 27],
      ['Finansiella kostnader', -1],
      ['Årets resultat', -111],
    ])
    expect(found).toEqual(['2 = 0 -1', '5 = 2 3 4'])
  })

  test('what is left of the rows above by any name, where the figures say so', () => {
    const found = sumsOf('income_statement', [
      ['Avkastning och gåvor', 7960, 9253],
      ['Realisationsvinster', 159, 185],
      ['Stiftelsens samlade intäkter', 8119, 9438],
      ['Beviljade anslag', -3286, -3937],
      ['Förvaltning', -4075, -4867],
      ['Stiftelsens samlade kostnader', -7361, -8804],
      ['Rörelsens överskott', 758, 634],
      ['Räntor', 4, 13],
      ['Redovisad nettovinst/förlust', 762, 646],
    ])
    expect(found).toEqual(['2 = 0 1', '5 = 3 4', '6 = 2 5', '8 = 6 7'])
  })

  test('what has come together over the years, where it closes', () => {
    const found = sumsOf('note', [
      ['Vid årets början', 8_520_370, 8_420_370],
      ['Nyanskaffningar', 50_000, 100_000],
      ['Ackumulerade anskaffningsvärden', 8_570_370, 8_520_370],
      ['Ackumulerade avskrivningar', -2_251_295, -2_149_051],
      ['Restvärde vid årets slut', 6_319_075, 6_371_319],
    ])
    expect(found).toEqual(['2 = 0 1', '4 = 2 3'])
  })

  test('a sum over the lines of its note, where it closes', () => {
    const lines: RowSketch[] = [
      ['Hyra', 500, 400],
      ['Lön', 700, 650],
    ]
    expect(sumsOf('note', [['Sammanlagt', 1200, 1050], ...lines])).toEqual(['0 = 1 2'])
    expect(sumsOf('note', [['Sammanlagt', 1210, 1050], ...lines])).toEqual(['0 = 1 2'])
    expect(sumsOf('note', [['Sammanlagt', 1210, 1060], ...lines])).toEqual([])
  })

  test('net and equity close over their lines', () => {
    const net: RowSketch[] = [
      ['Ränteintäkter', 43, 5],
      ['Räntekostnader', -33, -34],
      ['Finansnetto', 10, -29],
    ]
    expect(sumsOf('income_statement', net)).toEqual(['2 = 0 1'])
    const equity: RowSketch[] = [
      ['Ingående eget kapital', 5767, 5415],
      ['Årets resultat', 1005, 352],
      ['Eget kapital vid årets slut', 6772, 5767],
    ]
    expect(sumsOf('balance_sheet', equity)).toEqual(['2 = 0 1'])
  })

  test('a misread figure in one column does not hide the structure', () => {
    const found = sumsOf('note', [
      ['Kundfordringar', 61_270, 52_335],
      ['Momsfordran', 111_478, 115_449],
      ['Förutbetalda kostnader', 37_093, 80_369],
      ['Summa', 245_841, 248_153],
    ])
    expect(found).toEqual(['3 = 0 1 2'])
  })

  test('a slip does not hide a sum without a label, though it is the only column', () => {
    const lines: RowSketch[] = [
      ['Lokalhyra', 312_450],
      ['Telefon', 12_769],
      ['Konsulter', 187_104],
    ]
    expect(sumsOf('note', [...lines, [null, 512_323]])).toEqual(['3 = 0 1 2'])
    expect(sumsOf('note', [...lines, [null, 512_823]])).toEqual(['3 = 0 1 2'])
    expect(sumsOf('note', [...lines, [null, 51_323]])).toEqual(['3 = 0 1 2'])
    expect(sumsOf('note', [...lines, [null, 498_117]])).toEqual([])
  })

  test('digits cut between two columns do not hide a sum', () => {
    const lines: RowSketch[] = [
      ['Upplupna löner', 200_000, 300_000],
      ['Upplupna räntor', 80_594, 66_690],
    ]
    expect(sumsOf('note', [...lines, [null, 280_594_366, 690]])).toEqual(['2 = 0 1'])
    expect(sumsOf('note', [...lines, [null, 280_595_366, 690]])).toEqual([])
  })

  test('SUMMA twice has two blocks', () => {
    const found = sumsOf('operating_statement', [
      ['Irma', 3_400_000, 3_208_366],
      ['Utredare', 194_300, 191_013],
      ['SUMMA', 3_594_300, 3_399_379],
      ['Kansli', 1_246_500, 1_223_845],
      ['SUMMA', 1_246_500, 1_223_845],
    ])
    expect(found).toEqual(['2 = 0 1', '4 = 3'])
  })

  test('nameless subtotals close, and go into the named total', () => {
    const found = sumsOf('note', [
      ['Tvättstuga', 5142, 0],
      ['Hiss', 6806, 52_364],
      [null, 11_948, 52_364],
      ['El', 43_261, 43_377],
      ['Värme', 128_674, 138_494],
      [null, 171_935, 181_871],
      ['Fastighetsskatt', 29_644, 28_812],
      ['Totalt driftkostnader', 213_527, 263_047],
    ])
    expect(found).toEqual(['2 = 0 1', '5 = 3 4', '7 = 2 5 6'])
  })

  test('the cash flow goes on after the year’s flow', () => {
    const found = sumsOf('cash_flow', [
      ['Likvida medel vid årets början', 372_345, 334_873],
      ['Rörelseintäkter', 655_124, 654_090],
      ['Finansiella intäkter', 51, 121],
      [null, 655_175, 654_211],
      ['Rörelsekostnader', 549_729, 589_063],
      ['Finansiella kostnader', 9741, 9212],
      [null, 559_470, 598_275],
      ['Likvida medel vid årets slut', 468_050, 390_809],
      ['Årets förändring av likvida medel', 95_705, 55_936],
    ])
    expect(found).toEqual(['3 = 1 2', '6 = 4 5', '7 = 0 3 -6', '8 = 3 -6'])
  })

  test('sums behind all their lines are found column by column', () => {
    const found = sumsOf('operating_statement', [
      [null, 142_989, null],
      [null, 63_201, null],
      [null, null, 152_000],
      [null, null, 48_123],
      [null, 180_061, null],
      [null, 20_632, null],
      [null, null, 215_400],
      ['Summa projekt A', 206_190, 200_123],
      ['Summa projekt B', 200_693, 215_400],
      ['Totalsumma', 406_883, 415_523],
    ])
    expect(found).toEqual(['7@0 = 0 1', '7@1 = 2 3', '8@0 = 4 5', '8@1 = 6', '9 = 7 8'])
  })

  test('what the law makes equal is no sum: half the contributions are the state’s', () => {
    const found = sumsOf('note', [
      ['Kommunala bidrag', 725_000, 750_000],
      ['Landstingsbidrag', 725_000, 750_000],
      ['Statliga bidrag', 1_450_000, 1_500_000],
      ['Summa', 2_900_000, 3_000_000],
    ])
    expect(found).toEqual(['3 = 0 1 2'])
  })

  test('columns that came apart are summed each by itself, a line that is its own sum once', () => {
    const found = sumsOf('operating_statement', [
      [null, 142_989, null],
      [null, 63_201, null],
      [null, null, 107_000],
      ['Summa projekt ett', 206_190, 107_000],
      [null, 86_910, null],
      [null, 86_910, null],
      [null, 615_000, null],
      [null, 240_000, null],
      [null, null, 176_000],
      ['Summa projekt tre', 855_000, 176_000],
      ['Summa projekt fyra', 0, 0],
      ['Totalsumma', 1_148_100, 283_000],
    ])
    expect(found).toEqual(['3@0 = 0 1', '3@1 = 2', '5@0 = 4', '9@0 = 6 7', '9@1 = 8', '11@0 = 3 5 9', '11@1 = 3 9'])
  })

  test('a flow that is nought and has no rows is no sum', () => {
    const found = sumsOf('cash_flow', [
      ['Årets resultat', 14_097, 827_302],
      ['Ökning av skulder', 810_497, -129_500],
      ['Kassaflöde från den löpande verksamheten', 824_594, 697_802],
      ['Kassaflöde från investeringsverksamheten', 0, 0],
      ['Årets kassaflöde', 824_594, 697_802],
    ])
    expect(found).toEqual(['2 = 0 1', '4 = 2 3'])
  })

  test('roles: what goes into nothing further is a total', () => {
    const sketches: RowSketch[] = [
      ['Intäkter', 10_000, 20_000],
      ['Kostnader', -9000, -15_000],
      ['Resultat före finansiella poster', 1000, 5000],
      ['Årets resultat', 1000, 5000],
    ]
    const { roles } = findSums({ kind: 'income_statement', columns: years(2), rows: rows(sketches) })
    expect(roles).toEqual(['line', 'line', 'subtotal', 'total'])
  })

  test.skipIf(!hasGold)('structure does not hang on roles that were given', () => {
    for (const set of ['seeds/gold', 'scans', 'real'] as const) {
      for (const gold of goldDocuments(set).flatMap(({ reports }) => reports)) {
        const given = goldReport(gold, { roles: 'given', damage: false })
        const withheld = goldReport(gold, { roles: 'withheld', damage: false })
        withheld.tables.forEach((table, index) => {
          const sums = (one: typeof table) => findSums(one).sums.map(({ row, terms }) => ({ row, terms }))
          expect(sums(table)).toEqual(sums(given.tables[index]!))
        })
      }
    }
  })
})
