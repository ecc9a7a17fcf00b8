import { type CompanyYear, closingProperty } from './company-ledger.js'
import type { CompanyNotes } from './company-report.js'
import { draftReserves } from './company-reserves.js'
import type { CompanyWording } from './company-wording.js'
import { type DraftTable, draftTable } from './draft-table.js'
import { companyColumns, totalOf } from './ledger-columns.js'

/** The balance sheet while it is drafted, with what all of its parts ask for. */
type Draft = {
  table: DraftTable
  years: readonly CompanyYear[]
  wording: CompanyWording
  notes: CompanyNotes
  cells(value: (year: CompanyYear) => number): number[]
  /** Begins rows under the headings; only the last of them is printed where the house has no headings over headings. */
  under(...headings: string[]): void
  /** The words of a sum of the lowest order, which some print without any. */
  low(words: string): string | null
}

/** Assets, then equity and debts, which go on a second page; in the order of the law of 1975 the liquid comes first. */
export function makeCompanyBalance(
  years: readonly CompanyYear[],
  wording: CompanyWording,
  notes: CompanyNotes,
): DraftTable {
  const table = draftTable({ kind: 'balance_sheet', title: 'Balansräkning', columns: companyColumns(years, wording) })
  const draft: Draft = {
    table,
    years,
    wording,
    notes,
    cells: (value) => years.map(value),
    under: (...headings) => table.section(wording.deep ? headings.join('|') : (headings.at(-1) ?? null)),
    low: (words) => (wording.namelessSums ? null : words),
  }
  const inOrder = <Part>(parts: readonly Part[]) => (wording.currentFirst ? [...parts].reverse() : parts)
  const assets = inOrder([draftFixedAssets, draftCurrentAssets]).flatMap((part) => part(draft))
  table.sum('Summa tillgångar', 'total', assets, { key: 'assets' })
  table.breakPage()
  const over = wording.currentFirst ? 'Skulder och eget kapital' : 'Eget kapital och skulder'
  const funding = inOrder([draftEquity, draftProvisions, draftLongDebts, draftShortDebts])
  table.sum(
    wording.fundingTotal,
    'total',
    funding.flatMap((part) => part(draft, over)),
    { key: 'funding' },
  )
  if (wording.mortgages !== null && !wording.mortgagesNoted) {
    table.section('Ställda säkerheter')
    table.line(
      wording.mortgages,
      draft.cells((year) => year.mortgaged),
    )
  }
  return table
}

function draftFixedAssets({ table, wording, notes, cells, under }: Draft): number[] {
  under('Tillgångar', 'Anläggningstillgångar')
  const property = table.line(wording.property, cells(closingProperty), { note: notes.property })
  const holdings =
    wording.holdings === null
      ? []
      : [
          table.line(
            wording.holdings,
            cells((year) => year.holdings),
            { note: notes.holdings },
          ),
        ]
  return [table.sum(wording.propertyTotal, 'subtotal', [property, ...holdings])]
}

function draftCurrentAssets({ table, years, wording, notes, cells, under, low }: Draft): number[] {
  under('Tillgångar', 'Omsättningstillgångar', 'Kortfristiga fordringar')
  const receivables = (years[0]?.receivables ?? []).map(({ label }, index) =>
    table.line(
      label,
      cells((year) => year.receivables[index]?.ore ?? 0),
    ),
  )
  const accrued = table.line(
    'Förutbetalda kostnader och upplupna intäkter',
    cells((year) => totalOf(year.accruedIncome)),
    { note: notes.accruedIncome },
  )
  const claimed = table.sum(low('Summa kortfristiga fordringar'), 'subtotal', [...receivables, accrued], {
    key: 'receivables',
  })
  const cash = table.line(
    wording.cash,
    cells((year) => year.cash),
    { key: 'cash' },
  )
  return [table.sum('Summa omsättningstillgångar', 'subtotal', [claimed, cash])]
}

function draftEquity({ table, wording, cells, under, low }: Draft, over: string): number[] {
  under(over, 'Eget kapital', 'Bundet eget kapital')
  const bound = table.sum(low('Summa bundet eget kapital'), 'subtotal', [
    table.line(
      wording.paidIn,
      cells((year) => year.paidIn),
    ),
    table.line(
      wording.fund,
      cells((year) => year.fund),
    ),
  ])
  under(over, 'Eget kapital', 'Fritt eget kapital')
  const free = table.sum(low('Summa fritt eget kapital'), 'subtotal', [
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
  return [table.sum('Summa eget kapital', 'subtotal', [bound, free], { key: 'equity' })]
}

function draftProvisions({ table, years, wording, cells, under }: Draft, over: string): number[] {
  if (wording.reserves.length > 0) {
    under(over, 'Obeskattade reserver')
    return [draftReserves(table, years, wording.reserves)]
  }
  if (wording.provisions === null) return []
  under(over, 'Avsättningar')
  const provisions = table.line(
    wording.provisions,
    cells((year) => year.provisions),
  )
  return [table.sum('Summa avsättningar', 'subtotal', [provisions])]
}

function draftLongDebts({ table, wording, cells, under }: Draft, over: string): number[] {
  under(over, 'Långfristiga skulder')
  const loans = table.line(
    wording.loans,
    cells((year) => year.longLoans),
  )
  return [table.sum('Summa långfristiga skulder', 'subtotal', [loans])]
}

function draftShortDebts({ table, years, wording, notes, cells, under }: Draft, over: string): number[] {
  under(over, 'Kortfristiga skulder')
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
      { note: notes.accruedCosts },
    ),
  ]
  return [table.sum('Summa kortfristiga skulder', 'subtotal', short, { key: 'short_debts' })]
}
