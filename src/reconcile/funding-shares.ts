import { foldLabel } from '../arithmetic/row-kind.js'
import type { Check, Term } from '../model/check.js'
import type { Report } from '../model/report.js'
import { makeCheck, money } from './make-check.js'
import { type Printed, printedAt, printedNumber, roundingOf } from './printed.js'

/** The parties of a samordningsförbund by the words of a contributions note. */
const PARTIES = {
  state: /\bstat(en|liga?|sbidrag)?\b|forsakringskass|arbetsformedling/,
  region: /\bregion|landsting/,
  municipalities: /kommun/,
} as const

/** Beyond this share of the whole the note is not a list of what the parties pay by law. */
const NOT_IN_FORCE = 0.05

/**
 * Half of the contributions is the state's, a quarter the region's, a quarter the municipalities' (lag 2003:1210 § 5).
 * Tried only in a note that names all three; a breach may be agreed upon, so it casts doubt on no figure.
 */
export function checkFundingShares(report: Report): Check[] {
  return report.tables.flatMap((table, index) => {
    if (table.kind !== 'note') return []
    const party = table.rows.map((row) => partyOf(foldLabel(row.label)))
    if (!(['state', 'region', 'municipalities'] as const).every((name) => party.includes(name))) return []
    return table.columns.flatMap((column, at): Check[] => {
      if (column.scenario !== 'actual') return []
      const paid = table.rows.flatMap((_, row) => {
        const printed = party[row] ? printedAt(report, { table: index, row, column: at }) : undefined
        return printed ? [{ party: party[row], printed }] : []
      })
      const state = paid.filter((one) => one.party === 'state').map(({ printed }) => printed)
      const [whole, half] = [total(paid.map(({ printed }) => printed)), total(state)]
      const [first] = state
      if (!first || whole === 0 || Math.abs(half / whole - 0.5) > NOT_IN_FORCE) return []
      const terms: Term[] = state.map(({ cell }) => ({ cell, sign: 1 }))
      const shares = `the state pays ${money(half, first.unit)} of ${money(whole, first.unit)}`
      return [
        makeCheck({
          rule: 'funding_shares',
          subject: `Not ${table.note}`,
          at: first,
          note: table.note,
          expected: whole / 2,
          actual: half,
          // Each party's share is rounded by itself, and the whole with them.
          tolerance: roundingOf([first, ...paid.map(({ printed }) => printed)]),
          subjectCell: null,
          terms,
          confirms: false,
          holds: `Not ${table.note}: ${shares}, half of it, as the law has it.`,
          fails: (difference) =>
            `Not ${table.note}: ${shares}; half would be ${money(whole / 2, first.unit)}, ${money(Math.abs(difference), first.unit)} ${difference > 0 ? 'more' : 'less'}. The parties may have agreed so.`,
        }),
      ]
    })
  })
}

function partyOf(folded: string): keyof typeof PARTIES | undefined {
  if (!/bidrag|avgift|anslag|medel|kommun|region|landsting|forsakring|staten/.test(folded)) return undefined
  if (PARTIES.state.test(folded)) return 'state'
  if (PARTIES.region.test(folded)) return 'region'
  return PARTIES.municipalities.test(folded) ? 'municipalities' : undefined
}

function total(printed: readonly Printed[]): number {
  return printed.reduce((sum, { amount }) => sum + printedNumber(amount), 0)
}
