import { type CompanyYear, closingProperty } from './company-ledger.js'
import type { CompanyNotes } from './company-report.js'
import type { CompanyWording } from './company-wording.js'
import { type DraftTable, draftTable, less } from './draft-table.js'
import { companyColumns, totalOf } from './ledger-columns.js'

type Years = readonly CompanyYear[]

/** Revenue, costs, what money earned and cost, and the result. */
export function makeCompanyIncome(years: Years, wording: CompanyWording, notes: CompanyNotes): DraftTable {
  const table = draftTable({
    kind: 'income_statement',
    title: 'Resultaträkning',
    columns: companyColumns(years, wording),
  })
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
  if (wording.tax !== null) table.section('Bokslutsdispositioner och skatt')
  const tax =
    wording.tax === null
      ? []
      : [
          table.line(
            wording.tax,
            cells((year) => -year.tax),
          ),
        ]
  table.section(null)
  table.sum('Årets resultat', 'total', [after, ...tax], { key: 'result' })
  return table
}

/** Assets, then equity and debts, which go on a second page. */
export function makeCompanyBalance(years: Years, wording: CompanyWording, notes: CompanyNotes): DraftTable {
  const table = draftTable({ kind: 'balance_sheet', title: 'Balansräkning', columns: companyColumns(years, wording) })
  const cells = (value: (year: CompanyYear) => number) => years.map(value)
  const under = (over: string, heading: string) => table.section(wording.deep ? `${over}|${heading}` : heading)
  under('Tillgångar', 'Anläggningstillgångar')
  const property = table.line(wording.property, cells(closingProperty), { note: notes.property })
  const holdings =
    wording.holdings === null
      ? []
      : [
          table.line(
            wording.holdings,
            cells((year) => year.holdings),
          ),
        ]
  const fixed = table.sum(wording.propertyTotal, 'subtotal', [property, ...holdings])
  under('Tillgångar|Omsättningstillgångar', 'Kortfristiga fordringar')
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
  under('Eget kapital och skulder|Eget kapital', 'Bundet eget kapital')
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
  under('Eget kapital och skulder|Eget kapital', 'Fritt eget kapital')
  const free = table.sum('Summa fritt eget kapital', 'subtotal', [
    table.line(
      wording.retained,
      cells((year) => year.retained),
    ),
    table.line(
      'Årets resultat',
      cells((year) => year.result),
      { key: 'result' },
    ),
  ])
  const equity = table.sum('Summa eget kapital', 'subtotal', [bound, free], { key: 'equity' })
  if (wording.provisions !== null) under('Eget kapital och skulder', 'Avsättningar')
  const provisions =
    wording.provisions === null
      ? []
      : [
          table.sum('Summa avsättningar', 'subtotal', [
            table.line(
              wording.provisions,
              cells((year) => year.provisions),
            ),
          ]),
        ]
  under('Eget kapital och skulder', 'Långfristiga skulder')
  const loans = table.line(
    wording.loans,
    cells((year) => year.longLoans),
  )
  const long = table.sum('Summa långfristiga skulder', 'subtotal', [loans])
  under('Eget kapital och skulder', 'Kortfristiga skulder')
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
  table.sum(wording.fundingTotal, 'total', [equity, ...provisions, long, owed], { key: 'funding' })
  return table
}
