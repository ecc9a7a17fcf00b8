import { beforeTax, type CompanyYear, claimsOf, shortDebtsOf } from './company-ledger.js'
import type { CompanyWording } from './company-wording.js'
import { type DraftTable, draftTable } from './draft-table.js'
import { companyColumns } from './ledger-columns.js'

/** Cash flow of each given year since the one before it, in the order in which they are printed. */
export function makeCompanyCashFlow(
  shown: readonly { year: CompanyYear; last: CompanyYear }[],
  wording: CompanyWording,
): DraftTable {
  const table = draftTable({
    kind: 'cash_flow',
    title: 'Kassaflödesanalys',
    columns: companyColumns(
      shown.map(({ year }) => year),
      wording,
    ),
  })
  const cells = (value: (year: CompanyYear, last: CompanyYear) => number) =>
    shown.map(({ year, last }) => value(year, last))
  table.section('Den löpande verksamheten')
  const before = table.sum('Kassaflöde före förändringar av rörelsekapital', 'subtotal', [
    table.line('Resultat efter finansiella poster', cells(beforeTax)),
    table.line(
      'Avskrivningar',
      cells((year) => year.depreciation),
    ),
    ...(wording.provisions === null
      ? []
      : [
          table.line(
            'Förändring av avsättningar',
            cells((year, last) => year.provisions - last.provisions),
          ),
        ]),
    ...(wording.tax === null
      ? []
      : [
          table.line(
            'Betald inkomstskatt',
            cells((year) => -year.tax),
          ),
        ]),
  ])
  const running = table.sum('Kassaflöde från den löpande verksamheten', 'subtotal', [
    before,
    table.line(
      'Förändring av kortfristiga fordringar',
      cells((year, last) => claimsOf(last) - claimsOf(year)),
      {
        key: 'receivables_change',
      },
    ),
    table.line(
      'Förändring av kortfristiga skulder',
      cells((year, last) => shortDebtsOf(year) - shortDebtsOf(last)),
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
