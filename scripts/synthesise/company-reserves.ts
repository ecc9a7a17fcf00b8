import type { CompanyYear } from './company-ledger.js'
import type { DraftTable } from './draft-table.js'

type Years = readonly CompanyYear[]

/** Three fifths of the reserves, in whole kronor. */
const stockPart = (ore: number) => Math.round((ore * 0.6) / 100) * 100

/** The reserves of a company by what they are for, with the words for what was set aside in the year. */
const RESERVES = [
  { held: 'Lagerreserv', change: 'Förändring av lagerreserv', part: stockPart },
  {
    held: 'Ackumulerade avskrivningar utöver plan',
    change: 'Skillnad mellan bokförda avskrivningar och avskrivningar enligt plan',
    part: (ore: number) => ore - stockPart(ore),
  },
] as const

/** What was set aside for tax in the income statement, after the row with the financial result; gives the sum's row. */
export function draftAppropriations(table: DraftTable, years: Years, after: number): number {
  table.section('Bokslutsdispositioner')
  const rows = RESERVES.map(({ change, part }) =>
    table.line(
      change,
      years.map(({ provisions, reserved }) => part(provisions - reserved) - part(provisions)),
    ),
  )
  return table.sum('Resultat före skatt', 'subtotal', [after, ...rows])
}

/** The reserves under their heading in the balance sheet; gives their sum's row. */
export function draftReserves(table: DraftTable, years: Years): number {
  const rows = RESERVES.map(({ held, part }) =>
    table.line(
      held,
      years.map(({ provisions }) => part(provisions)),
    ),
  )
  return table.sum('Summa obeskattade reserver', 'subtotal', rows)
}
