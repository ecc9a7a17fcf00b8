import type { CompanyYear } from './company-ledger.js'
import type { CompanyWording } from './company-wording.js'
import { type DraftTable, draftTable } from './draft-table.js'
import { companyColumns, totalOf } from './ledger-columns.js'

type Years = readonly CompanyYear[]

/** The note on buildings or equipment: acquisition values, depreciation, and what is left. */
export function propertyTable(years: Years, wording: CompanyWording, note: string): DraftTable {
  const table = draftTable({ kind: 'note', title: wording.property, note, columns: companyColumns(years, wording) })
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
  if (wording.assessed) {
    table.section('Taxeringsvärden')
    const house = table.line('Taxeringsvärde byggnad', cells(assessedHouse))
    const land = table.line(
      'Taxeringsvärde mark',
      cells((year) => wholeThousands(assessedHouse(year) * 0.44)),
    )
    table.sum('Summa taxeringsvärde', 'total', [house, land])
  }
  return table
}

const wholeThousands = (ore: number) => Math.round(ore / 100_000) * 100_000

const assessedHouse = (year: CompanyYear) => wholeThousands(year.acquisition * 0.57)

/** The note on securities: what each sort is entered at, and under their sum what all would fetch on the market. */
export function portfolioTable(years: Years, wording: CompanyWording, note: string): DraftTable {
  const columns = companyColumns(years, wording)
  const table = draftTable({ kind: 'note', title: wording.holdings ?? '', note, columns })
  // What is held moves between the sorts from year to year, while all of it stays.
  const foreign = ({ year, holdings }: CompanyYear) => wholeThousands(holdings * (0.11 + ((year * 7) % 9) / 100))
  const bonds = ({ year, holdings }: CompanyYear) => wholeThousands(holdings * (0.27 + ((year * 5) % 8) / 100))
  const funds = ({ holdings }: CompanyYear) => wholeThousands(holdings * 0.13)
  const cells = (value: (year: CompanyYear) => number) => years.map(value)
  const rows = [
    table.line(
      'Svenska aktier',
      cells((year) => year.holdings - foreign(year) - bonds(year) - funds(year)),
    ),
    table.line('Utländska aktier', cells(foreign)),
    table.line('Obligationer', cells(bonds)),
    table.line('Andelar i räntefonder', cells(funds)),
  ]
  table.sum(wording.noteSum, 'total', rows, { key: 'note_total' })
  table.line(
    'Marknadsvärde vid årets slut',
    cells(({ year, holdings }) => wholeThousands(holdings * (1.18 + ((year * 11) % 17) / 40))),
  )
  return table
}

/** The note on loans: what is owed to each lender, and the part that falls due within a year taken off. */
export function loansTable(
  years: Years,
  wording: CompanyWording,
  note: string,
  lenders: readonly string[],
): DraftTable {
  const table = draftTable({ kind: 'note', title: wording.loans, note, columns: companyColumns(years, wording) })
  const owed = (year: CompanyYear) => year.longLoans + year.shortLoans
  const shareOf = (year: CompanyYear) => Math.floor(owed(year) / lenders.length / 100_000) * 100_000
  const rows = lenders.map((lender, index) =>
    table.line(
      lender,
      years.map((year) => (index === 0 ? owed(year) - shareOf(year) * (lenders.length - 1) : shareOf(year))),
    ),
  )
  const all = table.sum('Summa lån', 'subtotal', rows)
  const short = table.line(
    'Avgår kortfristig del',
    years.map((year) => -year.shortLoans),
  )
  table.sum('Långfristig del', 'total', [all, short], { key: 'note_total' })
  return table
}

/** The note on equity, or the board's table of it: each kind in a column, from the year's opening to its closing. */
export function equityTable(
  year: CompanyYear,
  last: CompanyYear,
  wording: CompanyWording,
  note: string | null,
): DraftTable {
  const [column] = companyColumns([year], wording)
  if (column === undefined) throw new Error('Expected a column for the year')
  const heads = [wording.paidIn, wording.fund, wording.retained, 'Årets resultat', 'Totalt']
  const columns = heads.map((head) => ({ ...column, head }))
  const kind = note === null ? 'other' : 'note'
  const table = draftTable({ kind, title: 'Förändring av eget kapital', note, columns })
  const across = (paidIn: number, fund: number, retained: number, result: number) => [
    paidIn,
    fund,
    retained,
    result,
    paidIn + fund + retained + result,
  ]
  const opening = table.line('Belopp vid årets ingång', across(last.paidIn, last.fund, last.retained, last.result))
  const moved = table.line(
    'Disposition enligt stämmobeslut',
    across(0, year.fund - last.fund, year.retained - last.retained, -last.result),
  )
  const result = table.line('Årets resultat', across(0, 0, 0, year.result))
  table.sum('Belopp vid årets utgång', 'total', [opening, moved, result])
  return table
}

/** The note on buildings or equipment with a column for each part of it, after the year's figures alone. */
export function partsTable(
  year: CompanyYear,
  wording: CompanyWording,
  note: string,
  parts: readonly string[],
): DraftTable {
  const [column] = companyColumns([year], wording)
  if (column === undefined) throw new Error('Expected a column for the year')
  const columns = [...parts, 'Summa'].map((head) => ({ ...column, head }))
  const table = draftTable({ kind: 'note', title: `${wording.property}, fördelning`, note, columns })
  const spread = (ore: number) => {
    const part = Math.floor(ore / (parts.length + 1) / 100) * 100
    const rest = ore - part * (parts.length - 1)
    return [rest, ...parts.slice(1).map(() => part), ore]
  }
  const rows = [
    table.line('Ingående anskaffningsvärde', spread(year.acquisition)),
    table.line('Inköp', spread(year.bought)),
    table.line('Ingående avskrivningar', spread(-year.accumulated)),
    table.line('Årets avskrivning', spread(-year.depreciation)),
  ]
  table.sum('Utgående planenligt restvärde', 'total', rows)
  return table
}

/** What of the year's pay went to the board and its director, in whole kronor; a part of the largest account. */
export function boardPay({ staff }: CompanyYear): number {
  const [pay] = [...staff].sort((one, other) => (other.ore ?? 0) - (one.ore ?? 0))
  return Math.floor((pay?.ore ?? 0) / 700) * 100
}

/** What one who is employed for a year costs, in öre. */
const COST_OF_ONE = 38_000_000

/** The note on how many were employed, women and men. */
export function employeesTable(years: Years, wording: CompanyWording, note: string): DraftTable {
  const columns = companyColumns(years, wording)
  const table = draftTable({ kind: 'note', title: 'Medelantalet anställda', note, columns })
  const all = (year: CompanyYear) => Math.max(2, Math.round(totalOf(year.staff) / COST_OF_ONE))
  const women = (year: CompanyYear) => Math.ceil(all(year) * 0.4)
  const rows = [
    table.line('Kvinnor', years.map(women), { unit: 'count' }),
    table.line(
      'Män',
      years.map((year) => all(year) - women(year)),
      { unit: 'count' },
    ),
  ]
  table.sum('Totalt', 'total', rows, { key: 'note_total', unit: 'count' })
  return table
}

/** The note on what the loans are secured by. */
export function mortgagesTable(years: Years, wording: CompanyWording, secured: string, note: string): DraftTable {
  const table = draftTable({ kind: 'note', title: 'Ställda säkerheter', note, columns: companyColumns(years, wording) })
  const row = table.line(
    secured,
    years.map((year) => year.mortgaged),
  )
  table.sum('Summa ställda säkerheter', 'total', [row], { key: 'note_total' })
  return table
}
