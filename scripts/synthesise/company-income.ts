import type { CompanyYear } from './company-ledger.js'
import type { CompanyNotes } from './company-report.js'
import { draftAppropriations } from './company-reserves.js'
import type { CompanyWording } from './company-wording.js'
import type { Entry } from './coordination-ledger.js'
import { type DraftTable, draftTable, less } from './draft-table.js'
import { companyColumns, totalOf } from './ledger-columns.js'

type Years = readonly CompanyYear[]

/** A group of accounts: the line that stands for all of them, and the note that specifies it. */
type Group = { label: string; note: string | null; entries: (year: CompanyYear) => readonly Entry[] }

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
  /** One line for the group, or one for each of its accounts where the statement is detailed. */
  const lines = (group: Group, turned: 1 | -1) => {
    const accounts = years[0] === undefined ? [] : group.entries(years[0])
    if (!wording.detailed || accounts.length === 0) {
      return [
        table.line(
          group.label,
          cells((year) => turned * totalOf(group.entries(year))),
          { note: group.note },
        ),
      ]
    }
    return accounts.map(({ label }, index) =>
      table.line(
        label,
        cells((year) => turned * (group.entries(year)[index]?.ore ?? 0)),
      ),
    )
  }
  table.section('Rörelseintäkter')
  const income = table.sum(wording.revenueTotal, 'subtotal', [
    ...lines({ label: wording.revenue, note: notes.revenue, entries: (year) => year.revenue }, 1),
    table.line(
      'Övriga rörelseintäkter',
      cells((year) => totalOf(year.otherRevenue)),
    ),
  ])
  table.section('Rörelsekostnader')
  const costs = [
    ...lines({ label: wording.operating, note: notes.operating, entries: (year) => year.operating }, sign),
    ...lines({ label: wording.external, note: notes.external, entries: (year) => year.external }, sign),
    ...lines({ label: 'Personalkostnader', note: notes.staff, entries: (year) => year.staff }, sign),
  ]
  const writeOff = () =>
    table.line(
      'Avskrivningar',
      cells((year) => sign * year.depreciation),
    )
  const within = wording.beforeDepreciation === null ? [writeOff()] : []
  const spent = table.sum(wording.costsTotal, 'subtotal', [...costs, ...within])
  const operating =
    wording.beforeDepreciation === null
      ? table.sum(wording.operatingResult, 'subtotal', [income, off(spent)])
      : table.sum(wording.operatingResult, 'subtotal', [
          table.sum(wording.beforeDepreciation, 'subtotal', [income, off(spent)]),
          off(writeOff()),
        ])
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
  const taxed = wording.reserves.length > 0 ? draftAppropriations(table, years, wording.reserves, after) : after
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
  const result = table.sum('Årets resultat', 'total', [taxed, ...tax], { key: 'result' })
  if (wording.fundMoves) {
    table.section('Tillägg till resultaträkningen')
    const moved = table.line(
      'Avsättning till underhållsfonden',
      cells((year) => -year.fundMove),
    )
    table.sum('Resultat efter fondförändring', 'total', [result, moved])
  }
  return table
}
