import type { CompanyYear } from './company-ledger.js'
import type { CompanyNotes } from './company-report.js'
import type { CompanyWording } from './company-wording.js'
import { type DraftTable, draftTable, less } from './draft-table.js'
import { columnOf, totalOf } from './ledger-columns.js'

type Years = readonly CompanyYear[]

const closingProperty = (year: CompanyYear) => year.acquisition + year.bought - year.accumulated - year.depreciation
const claims = (year: CompanyYear) => totalOf(year.receivables) + totalOf(year.accruedIncome)
const shortDebts = (year: CompanyYear) => totalOf(year.shortDebts) + totalOf(year.accruedCosts)

function columnsOf(years: Years, wording: CompanyWording) {
  return years.map(({ year }) => columnOf(year, 'actual', wording.broken))
}

/** Revenue, costs, what money earned and cost, and the result. */
export function makeCompanyIncome(years: Years, wording: CompanyWording, notes: CompanyNotes): DraftTable {
  const table = draftTable({ kind: 'income_statement', title: 'Resultaträkning', columns: columnsOf(years, wording) })
  const cells = (value: (year: CompanyYear) => number) => years.map(value)
  const sign = wording.costsNegative ? -1 : 1
  const off = (row: number) => (wording.costsNegative ? row : less(row))
  table.section('Rörelseintäkter')
  const revenue = table.line(
    wording.revenue,
    cells((year) => totalOf(year.revenue)),
    { note: notes.revenue },
  )
  const other = table.line(
    'Övriga rörelseintäkter',
    cells((year) => totalOf(year.otherRevenue)),
  )
  const income = table.sum(wording.revenueTotal, 'subtotal', [revenue, other])
  table.section('Rörelsekostnader')
  const costs = [
    table.line(
      wording.operating,
      cells((year) => sign * totalOf(year.operating)),
      { note: notes.operating },
    ),
    table.line(
      wording.external,
      cells((year) => sign * totalOf(year.external)),
      { note: notes.external },
    ),
    table.line(
      'Personalkostnader',
      cells((year) => sign * totalOf(year.staff)),
      { note: notes.staff },
    ),
    table.line(
      'Avskrivningar',
      cells((year) => sign * year.depreciation),
    ),
  ]
  const spent = table.sum(wording.costsTotal, 'subtotal', costs)
  const operating = table.sum(wording.operatingResult, 'subtotal', [income, off(spent)])
  table.section('Finansiella poster')
  const earned = table.line(
    'Ränteintäkter och liknande resultatposter',
    cells((year) => year.interestIncome),
  )
  const interest = table.line(
    'Räntekostnader och liknande resultatposter',
    cells((year) => sign * year.interestCosts),
  )
  const financial = table.sum('Summa finansiella poster', 'subtotal', [earned, off(interest)])
  const after = table.sum(wording.afterFinancial, 'subtotal', [operating, financial])
  table.section(null)
  table.sum('Årets resultat', 'total', [after], { key: 'result' })
  return table
}

/** Assets, then equity and debts, which go on a second page. */
export function makeCompanyBalance(years: Years, wording: CompanyWording, notes: CompanyNotes): DraftTable {
  const table = draftTable({ kind: 'balance_sheet', title: 'Balansräkning', columns: columnsOf(years, wording) })
  const cells = (value: (year: CompanyYear) => number) => years.map(value)
  table.section('Anläggningstillgångar')
  const property = table.line(wording.property, cells(closingProperty), { note: notes.property })
  const fixed = table.sum(wording.propertyTotal, 'subtotal', [property])
  table.section('Kortfristiga fordringar')
  const receivables = (years[0]?.receivables ?? []).map(({ label }, index) =>
    table.line(
      label,
      cells((year) => year.receivables[index]?.ore ?? 0),
    ),
  )
  const accrued = table.line(
    'Förutbetalda kostnader och upplupna intäkter',
    cells((year) => totalOf(year.accruedIncome)),
    {
      note: notes.accruedIncome,
    },
  )
  const claimed = table.sum('Summa kortfristiga fordringar', 'subtotal', [...receivables, accrued], {
    key: 'receivables',
  })
  const cash = table.line(
    wording.cash,
    cells((year) => year.cash),
    { key: 'cash' },
  )
  const current = table.sum('Summa omsättningstillgångar', 'subtotal', [claimed, cash])
  table.sum('Summa tillgångar', 'total', [fixed, current], { key: 'assets' })
  table.breakPage()
  table.section('Bundet eget kapital')
  const bound = table.sum('Summa bundet eget kapital', 'subtotal', [
    table.line(
      wording.paidIn,
      cells((year) => year.paidIn),
    ),
    table.line(
      wording.fund,
      cells((year) => year.fund),
    ),
  ])
  table.section('Fritt eget kapital')
  const free = table.sum('Summa fritt eget kapital', 'subtotal', [
    table.line(
      'Balanserat resultat',
      cells((year) => year.retained),
    ),
    table.line(
      'Årets resultat',
      cells((year) => year.result),
      { key: 'result' },
    ),
  ])
  const equity = table.sum('Summa eget kapital', 'subtotal', [bound, free], { key: 'equity' })
  table.section('Långfristiga skulder')
  const loans = table.line(
    wording.loans,
    cells((year) => year.longLoans),
  )
  const long = table.sum('Summa långfristiga skulder', 'subtotal', [loans])
  table.section('Kortfristiga skulder')
  const short = [
    table.line(
      `Kortfristig del av ${wording.loans.toLowerCase()}`,
      cells((year) => year.shortLoans),
    ),
    ...(years[0]?.shortDebts ?? []).map(({ label }, index) =>
      table.line(
        label,
        cells((year) => year.shortDebts[index]?.ore ?? 0),
      ),
    ),
    table.line(
      'Upplupna kostnader och förutbetalda intäkter',
      cells((year) => totalOf(year.accruedCosts)),
      {
        note: notes.accruedCosts,
      },
    ),
  ]
  const owed = table.sum('Summa kortfristiga skulder', 'subtotal', short, { key: 'short_debts' })
  table.sum(wording.fundingTotal, 'total', [equity, long, owed], { key: 'funding' })
  return table
}

/** Cash flow of the last two of three years. */
export function makeCompanyCashFlow(books: Years, wording: CompanyWording): DraftTable {
  const steps = books.slice(1).map((year, index) => ({ year, last: books[index] ?? year }))
  const shown = steps.toReversed()
  const table = draftTable({
    kind: 'cash_flow',
    title: 'Kassaflödesanalys',
    columns: columnsOf(
      shown.map(({ year }) => year),
      wording,
    ),
  })
  const cells = (value: (year: CompanyYear, last: CompanyYear) => number) =>
    shown.map(({ year, last }) => value(year, last))
  table.section('Den löpande verksamheten')
  const before = table.sum('Kassaflöde före förändringar av rörelsekapital', 'subtotal', [
    table.line(
      'Resultat efter finansiella poster',
      cells((year) => year.result),
    ),
    table.line(
      'Avskrivningar',
      cells((year) => year.depreciation),
    ),
  ])
  const running = table.sum('Kassaflöde från den löpande verksamheten', 'subtotal', [
    before,
    table.line(
      'Förändring av kortfristiga fordringar',
      cells((year, last) => claims(last) - claims(year)),
      {
        key: 'receivables_change',
      },
    ),
    table.line(
      'Förändring av kortfristiga skulder',
      cells((year, last) => shortDebts(year) - shortDebts(last)),
    ),
  ])
  table.section('Investeringsverksamheten')
  const invested = table.line(
    'Investeringar i materiella anläggningstillgångar',
    cells((year) => -year.bought),
  )
  table.section('Finansieringsverksamheten')
  const repaid = table.line(
    'Amortering av lån',
    cells((year, last) => year.longLoans + year.shortLoans - last.longLoans - last.shortLoans),
  )
  const change = table.sum('Årets kassaflöde', 'total', [running, invested, repaid])
  table.section(null)
  const opening = table.line(
    'Likvida medel vid årets början',
    cells((_, last) => last.cash),
  )
  table.sum('Likvida medel vid årets slut', 'total', [opening, change], { key: 'closing_cash' })
  return table
}

/** The note on buildings or equipment: acquisition values, depreciation, and what is left. */
export function propertyTable(years: Years, wording: CompanyWording, note: string): DraftTable {
  const table = draftTable({ kind: 'note', title: wording.property, note, columns: columnsOf(years, wording) })
  const cells = (value: (year: CompanyYear) => number) => years.map(value)
  const gross = table.sum('Utgående ackumulerade anskaffningsvärden', 'subtotal', [
    table.line(
      'Ingående anskaffningsvärden',
      cells((year) => year.acquisition),
    ),
    table.line(
      'Årets inköp',
      cells((year) => year.bought),
    ),
  ])
  const written = table.sum('Utgående ackumulerade avskrivningar', 'subtotal', [
    table.line(
      'Ingående avskrivningar',
      cells((year) => -year.accumulated),
    ),
    table.line(
      'Årets avskrivningar',
      cells((year) => -year.depreciation),
    ),
  ])
  table.sum('Utgående redovisat värde', 'total', [gross, written], { key: 'note_total' })
  return table
}
