import type { Scenario, Unit } from '../../src/model/report.js'
import type { CoordinationYear, Entry } from './coordination-ledger.js'
import { type DraftTable, draftTable, less } from './draft-table.js'
import type { MadeColumn, MadeReport, MadeTable, Period } from './made-report.js'
import { coordinationProse } from './prose.js'
import type { Random } from './random.js'

/** The words and habits that an organisation keeps from year to year. */
export type CoordinationWording = {
  net: string
  financialIncome: string
  financialCosts: string
  currentAssets: string
  receivables: string
  cash: string
  fundingTotal: string
  opening: string
  programmes: string
  cashFlow: string
  /** Costs printed with a minus in the statement. */
  costsNegative: boolean
  /** Revenue printed with a minus in its note. */
  noteTurned: boolean
  /** One line for equity, specified in a note, instead of opening and result. */
  equityInNote: boolean
  budgetColumn: boolean
  overview: boolean
  cashNote: boolean
}

export function inventCoordinationWording(random: Random): CoordinationWording {
  return {
    net: random.pick(['Verksamhetens nettokostnader', 'Verksamhetens resultat', 'Resultat före finansiella poster']),
    financialIncome: random.pick(['Finansiella intäkter', 'Ränteintäkter']),
    financialCosts: random.pick(['Finansiella kostnader', 'Räntekostnader', 'Bankkostnader']),
    currentAssets: random.pick(['Summa omsättningstillgångar', 'Summa omsättningstillgångar']),
    receivables: random.pick(['Kortfristiga fordringar', 'Fordringar']),
    cash: random.pick(['Kassa och bank', 'Likvida medel', 'Kassa, bank']),
    fundingTotal: random.pick(['Summa eget kapital och skulder', 'Summa skulder och eget kapital']),
    opening: random.pick(['Ingående eget kapital', 'Eget kapital vid årets början', 'Balanserat resultat']),
    programmes: random.pick(['Driftredovisning', 'Insatser, utfall och budget', 'Uppföljning av budget per insats']),
    cashFlow: random.pick(['Kassaflödesanalys', 'Kassaflödesanalys', 'Finansieringsanalys']),
    costsNegative: random.chance(0.7),
    noteTurned: random.chance(0.25),
    equityInNote: random.chance(0.3),
    budgetColumn: random.chance(0.3),
    overview: random.chance(0.6),
    cashNote: random.chance(0.5),
  }
}

const period = (year: number): Period => ({ start: `${year}-01-01`, end: `${year}-12-31` })
const column = (year: number, scenario: Scenario = 'actual'): MadeColumn => ({ period: period(year), scenario })
const total = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + (entry.ore ?? 0), 0)

/** The report of the last of the given years; the one before it is the comparative, earlier ones fill the overview. */
export function makeCoordinationReport(
  random: Random,
  organisation: { name: string; number: string; wording: CoordinationWording; unit: Unit; programmesUnit: Unit },
  books: readonly CoordinationYear[],
): MadeReport {
  const now = books.at(-1)
  const before = books.at(-2)
  if (now === undefined || before === undefined) throw new Error('Expected at least two years of books')
  const { wording, unit } = organisation
  const both = [now, before]
  const columns = both.map(({ year }) => column(year))
  const pair = (value: (year: CoordinationYear) => number) => both.map(value)
  let notes = 0
  const nextNote = () => String(++notes)
  const revenueNote = nextNote()
  const costsNote = nextNote()
  const receivablesNote = nextNote()
  const cashNote = wording.cashNote ? nextNote() : null
  const equityNote = wording.equityInNote ? nextNote() : null
  const debtsNote = nextNote()

  const note = (number: string, title: string, value: (year: CoordinationYear) => Entry[], turned = 1): MadeTable => {
    const table = draftTable({ kind: 'note', title, note: number, columns })
    const printed = both.map(value)
    const rows = (printed[0] ?? []).flatMap(({ label }, index) => {
      const ore = printed.map((entries) => turnSign(entries[index]?.ore ?? null, turned))
      return ore.every((amount) => amount === null) ? [] : [table.line(label, ore)]
    })
    table.sum('Summa', 'total', rows, { key: 'note_total' })
    return table.print(unit)
  }

  const tables: MadeTable[] = []
  if (wording.overview) tables.push(makeOverview(books, unit))
  tables.push(makeProgrammes(now, wording.programmes).print(organisation.programmesUnit))
  tables.push(makeIncomeStatement(now, before, wording, { revenueNote, costsNote }).print(unit))

  const balance = draftTable({ kind: 'balance_sheet', title: 'Balansräkning', columns })
  balance.section('Tillgångar')
  const fixed = now.equipment > 0 || before.equipment > 0
  const equipment = fixed
    ? [
        balance.line(
          'Inventarier',
          pair((year) => year.equipment),
        ),
      ]
    : []
  const current = [
    balance.line(
      wording.receivables,
      pair((year) => total(year.receivables)),
      { note: receivablesNote, key: 'receivables' },
    ),
    balance.line(
      wording.cash,
      pair((year) => year.cash),
      { note: cashNote, key: 'cash' },
    ),
  ]
  const currentSum = balance.sum(wording.currentAssets, 'subtotal', current)
  balance.sum('Summa tillgångar', 'total', [...equipment, currentSum], { key: 'assets' })
  balance.section('Eget kapital och skulder')
  const equity = wording.equityInNote
    ? balance.line(
        'Eget kapital',
        pair((year) => year.closingEquity),
        { note: equityNote, key: 'equity' },
      )
    : balance.sum(
        'Summa eget kapital',
        'subtotal',
        [
          balance.line(
            wording.opening,
            pair((year) => year.openingEquity),
          ),
          balance.line(
            'Årets resultat',
            pair((year) => year.result),
            { key: 'result' },
          ),
        ],
        { key: 'equity' },
      )
  const debts = balance.line(
    'Kortfristiga skulder',
    pair((year) => total(year.debts)),
    {
      note: debtsNote,
      key: 'short_debts',
    },
  )
  balance.sum(wording.fundingTotal, 'total', [equity, debts], { key: 'funding' })
  tables.push(balance.print(unit))
  if (books.length > 2) tables.push(makeCashFlow(books, wording).print(unit))

  tables.push(note(revenueNote, 'Verksamhetens intäkter', (year) => year.revenue, wording.noteTurned ? -1 : 1))
  tables.push(
    note(costsNote, 'Verksamhetens kostnader', (year) => [
      ...year.costs,
      { label: 'Avskrivningar', ore: year.depreciation === 0 ? null : year.depreciation },
    ]),
  )
  tables.push(note(receivablesNote, wording.receivables, (year) => year.receivables))
  if (cashNote !== null) {
    tables.push(note(cashNote, wording.cash, (year) => splitCash(year.cash, now.year)))
  }
  if (equityNote !== null) {
    tables.push(
      note(equityNote, 'Eget kapital', (year) => [
        { label: wording.opening, ore: year.openingEquity },
        { label: 'Årets resultat', ore: year.result },
      ]),
    )
  }
  tables.push(note(debtsNote, 'Kortfristiga skulder', (year) => year.debts))
  const result = tables.find(({ kind }) => kind === 'income_statement')?.rows.at(-1)?.cells[0] ?? null
  const { paragraphs, quoted } = coordinationProse(random, { name: organisation.name, year: now.year, result, unit })
  return {
    organisation: organisation.name,
    orgNumber: organisation.number,
    period: period(now.year),
    tables,
    prose: paragraphs,
    quoted,
    planted: [],
  }
}

function turnSign(ore: number | null, sign: number): number | null {
  return ore === null ? null : ore * sign
}

function splitCash(cash: number, seed: number): Entry[] {
  const account = Math.floor(cash / 100 / (3 + (seed % 4))) * 100
  return [
    { label: 'Bankkonto', ore: cash - account },
    { label: 'Placeringskonto', ore: account },
  ]
}

function makeIncomeStatement(
  now: CoordinationYear,
  before: CoordinationYear,
  wording: CoordinationWording,
  notes: { revenueNote: string; costsNote: string },
): DraftTable {
  const columns = [column(now.year), column(before.year)]
  if (wording.budgetColumn) columns.push(column(now.year, 'budget'))
  const statement = draftTable({ kind: 'income_statement', title: 'Resultaträkning', columns })
  const sign = wording.costsNegative ? -1 : 1
  const cells = (value: (year: CoordinationYear) => number, budget: number) => [
    value(now),
    value(before),
    ...(wording.budgetColumn ? [budget] : []),
  ]
  const cost = (row: number) => (sign < 0 ? row : less(row))
  const costs = (year: CoordinationYear) => total(year.costs) + year.depreciation
  const revenue = statement.line(
    'Verksamhetens intäkter',
    cells((year) => total(year.revenue), now.budgetRevenue),
    {
      note: notes.revenueNote,
    },
  )
  const spent = statement.line(
    'Verksamhetens kostnader',
    cells((year) => sign * costs(year), sign * now.budgetCosts),
    {
      note: notes.costsNote,
    },
  )
  const net = statement.sum(wording.net, 'subtotal', [revenue, cost(spent)])
  const income = statement.line(
    wording.financialIncome,
    cells((year) => year.financialIncome, 0),
  )
  const financial = statement.line(
    wording.financialCosts,
    cells((year) => sign * year.financialCosts, sign * 200_000),
  )
  statement.sum('Årets resultat', 'total', [net, income, cost(financial)], { key: 'result' })
  return statement
}

function makeProgrammes(now: CoordinationYear, title: string): DraftTable {
  const table = draftTable({
    kind: 'operating_statement',
    title,
    columns: [column(now.year, 'budget'), column(now.year), column(now.year, 'variance')],
  })
  const rows = now.programmes.map(({ label, budget, outcome }) =>
    table.line(label, [budget, outcome, budget - outcome]),
  )
  table.sum('Summa', 'total', rows)
  return table
}

function makeCashFlow(books: readonly CoordinationYear[], wording: CoordinationWording): DraftTable {
  const [now, before, earlier] = [books.at(-1), books.at(-2), books.at(-3)] as CoordinationYear[]
  const steps = [
    { year: now, last: before },
    { year: before, last: earlier },
  ] as { year: CoordinationYear; last: CoordinationYear }[]
  const cells = (value: (year: CoordinationYear, last: CoordinationYear) => number) =>
    steps.map(({ year, last }) => value(year, last))
  const table = draftTable({
    kind: 'cash_flow',
    title: wording.cashFlow,
    columns: steps.map(({ year }) => column(year.year)),
  })
  table.section('Den löpande verksamheten')
  const result = table.line(
    'Årets resultat',
    cells((year) => year.result),
  )
  const adjust = table.line(
    'Justering för ej likviditetspåverkande poster',
    cells((year) => year.depreciation),
  )
  const receivables = table.line(
    'Ökning/minskning kortfristiga fordringar',
    cells((year, last) => total(last.receivables) - total(year.receivables)),
    { key: 'receivables_change' },
  )
  const debts = table.line(
    'Ökning/minskning kortfristiga skulder',
    cells((year, last) => total(year.debts) - total(last.debts)),
    { key: 'short_debts_change' },
  )
  const running = table.sum('Kassaflöde från den löpande verksamheten', 'subtotal', [
    result,
    adjust,
    receivables,
    debts,
  ])
  table.section('Investeringsverksamheten')
  const invested = table.line(
    'Förvärv av inventarier',
    cells((year) => -year.investment),
  )
  const change = table.sum('Årets kassaflöde', 'total', [running, invested])
  table.section(null)
  const opening = table.line(
    'Likvida medel vid årets början',
    cells((_, last) => last.cash),
  )
  table.sum('Likvida medel vid årets slut', 'total', [opening, change], { key: 'closing_cash' })
  return table
}

function makeOverview(books: readonly CoordinationYear[], unit: Unit): MadeTable {
  const shown = books.slice(-5).reverse()
  const table = draftTable({
    kind: 'multi_year',
    title: 'Flerårsöversikt',
    columns: shown.map(({ year }) => column(year)),
  })
  const cells = (value: (year: CoordinationYear) => number) => shown.map(value)
  const assets = (year: CoordinationYear) => year.equipment + total(year.receivables) + year.cash
  table.line(
    'Verksamhetens intäkter',
    cells((year) => total(year.revenue)),
  )
  table.line(
    'Årets resultat',
    cells((year) => year.result),
  )
  table.line(
    'Eget kapital',
    cells((year) => year.closingEquity),
  )
  table.line('Balansomslutning', cells(assets))
  table.line(
    'Soliditet, %',
    cells((year) => Math.round((1000 * year.closingEquity) / assets(year))),
    { unit: '%' },
  )
  return table.print(unit)
}
