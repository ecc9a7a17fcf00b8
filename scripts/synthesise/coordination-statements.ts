import type { Unit } from '../../src/model/report.js'
import type { CoordinationYear } from './coordination-ledger.js'
import type { CoordinationWording } from './coordination-wording.js'
import { type DraftTable, draftTable, less } from './draft-table.js'
import { columnOf, totalOf } from './ledger-columns.js'
import type { MadeTable } from './made-report.js'

/** Revenue less costs, and what money earned and cost; perhaps with the budget in a third column. */
export function makeIncomeStatement(
  now: CoordinationYear,
  before: CoordinationYear,
  wording: CoordinationWording,
  notes: { revenueNote: string; costsNote: string },
): DraftTable {
  const columns = [columnOf(now.year), columnOf(before.year)]
  if (wording.budgetColumn) columns.push(columnOf(now.year, 'budget'))
  const statement = draftTable({ kind: 'income_statement', title: 'Resultaträkning', columns })
  const sign = wording.costsNegative ? -1 : 1
  const cells = (value: (year: CoordinationYear) => number, budget: number) => [
    value(now),
    value(before),
    ...(wording.budgetColumn ? [budget] : []),
  ]
  const cost = (row: number) => (sign < 0 ? row : less(row))
  const { depreciationApart } = wording
  const costs = (year: CoordinationYear) => totalOf(year.costs) + (depreciationApart ? 0 : year.depreciation)
  const revenue = statement.line(
    'Verksamhetens intäkter',
    cells((year) => totalOf(year.revenue), now.budgetRevenue),
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
  const writtenOff = depreciationApart
    ? [
        statement.line(
          'Avskrivningar',
          cells((year) => sign * year.depreciation, 0),
        ),
      ]
    : []
  const net = statement.sum(wording.net, 'subtotal', [revenue, cost(spent), ...writtenOff.map(cost)])
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

/** The programmes against their budget, in one line each or by account. */
export function makeProgrammes(now: CoordinationYear, title: string, accounts = false): DraftTable {
  const table = draftTable({
    kind: 'operating_statement',
    title,
    columns: [columnOf(now.year, 'budget'), columnOf(now.year), columnOf(now.year, 'variance')],
  })
  const rows = now.programmes.map(({ label, budget, outcome }, index) => {
    if (!accounts) return table.line(label, [budget, outcome, budget - outcome])
    table.section(label)
    const lines = divideProgramme(budget, outcome, index).map((line) =>
      table.line(line.label, [line.budget, line.outcome, line.budget - line.outcome]),
    )
    return table.sum(`Summa ${label}`, 'subtotal', lines)
  })
  table.section(null)
  table.sum(accounts ? 'Summa projekt' : 'Summa', 'total', rows)
  return table
}

/** What a programme paid for: most of it pay, in somewhat other shares than were planned. */
function divideProgramme(budget: number, outcome: number, index: number) {
  const part = (ore: number, share: number) => Math.round((ore * share) / 100) * 100
  const shares = [
    { label: 'Löner', planned: 0.7, came: 0.66 + (index % 4) / 30 },
    { label: 'Lokal och telefon', planned: 0.2, came: 0.17 + (index % 3) / 40 },
  ]
  const lines = shares.map(({ label, planned, came }) => ({
    label,
    budget: part(budget, planned),
    outcome: part(outcome, came),
  }))
  const left = (all: number, name: 'budget' | 'outcome') => lines.reduce((rest, line) => rest - line[name], all)
  return [...lines, { label: 'Resor och övrigt', budget: left(budget, 'budget'), outcome: left(outcome, 'outcome') }]
}

/** Cash flow of the last two of the years; takes at least three. */
export function makeCashFlow(books: readonly CoordinationYear[], wording: CoordinationWording): DraftTable {
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
    columns: steps.map(({ year }) => columnOf(year.year)),
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
    cells((year, last) => totalOf(last.receivables) - totalOf(year.receivables)),
    { key: 'receivables_change' },
  )
  const debts = table.line(
    'Ökning/minskning kortfristiga skulder',
    cells((year, last) => totalOf(year.debts) - totalOf(last.debts)),
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

/** Key figures of the last five years, the latest first. */
export function makeOverview(books: readonly CoordinationYear[], unit: Unit): MadeTable {
  const shown = books.slice(-5).reverse()
  const table = draftTable({
    kind: 'multi_year',
    title: 'Flerårsöversikt',
    columns: shown.map(({ year }) => columnOf(year)),
  })
  const cells = (value: (year: CoordinationYear) => number) => shown.map(value)
  const assets = (year: CoordinationYear) => year.equipment + totalOf(year.receivables) + year.cash
  table.line(
    'Verksamhetens intäkter',
    cells((year) => totalOf(year.revenue)),
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
