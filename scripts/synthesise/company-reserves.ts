import type { CompanyYear } from './company-ledger.js'
import type { Reserve } from './company-wording.js'
import type { DraftTable } from './draft-table.js'

type Years = readonly CompanyYear[]

/** What is held as each reserve: their shares in whole kronor, and the last has what is left. */
function divide(held: number, reserves: readonly Reserve[]): number[] {
  const first = reserves.slice(0, -1).map(({ share }) => Math.round((held * share) / 100) * 100)
  return [...first, first.reduce((rest, part) => rest - part, held)]
}

/** What was set aside in the income statement, after the row with the financial result; gives the sum's row. */
export function draftAppropriations(
  table: DraftTable,
  years: Years,
  reserves: readonly Reserve[],
  after: number,
): number {
  table.section('Bokslutsdispositioner')
  const rows = reserves.map(({ change }, index) =>
    table.line(
      change,
      years.map(({ provisions, setAside }) => {
        const [before = 0, now = 0] = [provisions - setAside, provisions].map((held) => divide(held, reserves)[index])
        return before - now
      }),
    ),
  )
  return table.sum('Resultat före skatt', 'subtotal', [after, ...rows])
}

/** The reserves under their heading in the balance sheet; gives their sum's row. */
export function draftReserves(table: DraftTable, years: Years, reserves: readonly Reserve[]): number {
  const rows = reserves.map(({ held }, index) =>
    table.line(
      held,
      years.map(({ provisions }) => divide(provisions, reserves)[index] ?? 0),
    ),
  )
  return table.sum('Summa obeskattade reserver', 'subtotal', rows)
}
