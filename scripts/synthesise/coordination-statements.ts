import type { Unit } from '../../src/model/report.js'
import type { CoordinationYear, Entry } from './coordination-ledger.js'
import type { CoordinationWording } from './coordination-wording.js'
import { type DraftTable, draftTable, less } from './draft-table.js'
import { columnOf, totalOf } from './ledger-columns.js'
import type { MadeTable } from './made-report.js'

/** Revenue less costs, and what money earned and cost; perhaps with the budget in a third column. */
export function makeIncomeStatement(
  now: CoordinationYear,
  before: CoordinationYear,
  wording: CoordinationWording,
  notes: { revenueNote: string | null; costsNote: string | null },
): DraftTable {
  if (wording.detailed) return makeDetailedIncome([now, before], wording)
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

/** The same with each account in a row of its own, and no notes or budget. */
function makeDetailedIncome(both: readonly CoordinationYear[], wording: CoordinationWording): DraftTable {
  const columns = both.map(({ year }) => columnOf(year))
  const table = draftTable({ kind: 'income_statement', title: 'Resultaträkning', columns })
  const sign = wording.costsNegative ? -1 : 1
  const off = (row: number) => (wording.costsNegative ? row : less(row))
  const lines = (entriesOf: (year: CoordinationYear) => readonly Entry[], turned: number) => {
    const accounts = both.map(entriesOf)
    return (accounts[0] ?? []).flatMap(({ label }, index) => {
      const ore = accounts.map((entries) => entries[index]?.ore ?? null)
      if (ore.every((amount) => amount === null)) return []
      return [
        table.line(
          label,
          ore.map((amount) => (amount === null ? null : turned * amount)),
        ),
      ]
    })
  }
  table.section('Intäkter')
  const income = table.sum(
    'Summa intäkter',
    'subtotal',
    lines((year) => year.revenue, 1),
  )
  table.section('Kostnader')
  const writtenOff = (year: CoordinationYear): Entry => ({
    label: 'Avskrivningar',
    ore: year.depreciation === 0 ? null : year.depreciation,
  })
  const spent = table.sum(
    'Summa kostnader',
    'subtotal',
    lines((year) => [...year.costs, writtenOff(year)], sign),
  )
  table.section(null)
  const net = table.sum(wording.net, 'subtotal', [income, off(spent)])
  const earned = table.line(
    wording.financialIncome,
    both.map((year) => year.financialIncome),
  )
  const interest = table.line(
    wording.financialCosts,
    both.map((year) => sign * year.financialCosts),
  )
  table.sum('Årets resultat', 'total', [net, earned, off(interest)], { key: 'result' })
  return table
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
