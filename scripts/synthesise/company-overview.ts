import type { Unit } from '../../src/model/report.js'
import { beforeTax, type CompanyYear, claimsOf, closingProperty } from './company-ledger.js'
import type { CompanyWording } from './company-wording.js'
import { draftTable } from './draft-table.js'
import { columnOf, companyColumns, totalOf } from './ledger-columns.js'
import type { MadeTable } from './made-report.js'

/** Key figures of the given years, the latest first, as the board tells them before the statements. */
export function makeCompanyOverview(books: readonly CompanyYear[], wording: CompanyWording, unit: Unit): MadeTable {
  const shown = [...books].reverse()
  const table = draftTable({ kind: 'multi_year', title: 'Flerårsöversikt', columns: companyColumns(shown, wording) })
  const cells = (value: (year: CompanyYear) => number) => shown.map(value)
  const assets = (year: CompanyYear) => closingProperty(year) + year.holdings + claimsOf(year) + year.cash
  const equity = (year: CompanyYear) => year.paidIn + year.fund + year.retained + year.result
  table.line(
    'Nettoomsättning',
    cells((year) => totalOf(year.revenue)),
  )
  table.line('Resultat efter finansiella poster', cells(beforeTax))
  table.line('Balansomslutning', cells(assets))
  table.line(
    'Soliditet (%)',
    cells((year) => Math.round((1000 * equity(year)) / assets(year))),
    { unit: '%' },
  )
  if (wording.perSquareMetre) {
    const each = (value: (year: CompanyYear) => number) => cells((year) => Math.round(value(year) / areaOf(year) / 100))
    table.line(
      'Driftskostnader, kr/kvm',
      each((year) => totalOf(year.operating)),
      { unit: 'count' },
    )
    table.line(
      'Räntekostnader, kr/kvm',
      each((year) => year.interestCosts),
      { unit: 'count' },
    )
    table.line(
      'Lån, kr/kvm',
      each((year) => year.longLoans + year.shortLoans),
      { unit: 'count' },
    )
  }
  if (wording.members) table.line('Antal medlemmar', cells(membersOf), { unit: 'count' })
  return table.print(unit)
}

/** The square metres that three thousand kronor each are mortgaged on; the same every year. */
function areaOf({ mortgaged }: CompanyYear): number {
  return Math.round(mortgaged / 300_000)
}

/** How many members trade for so much. */
function membersOf(year: CompanyYear): number {
  return 240 + Math.round(totalOf(year.revenue) / 1_500_000)
}

/** What the meeting has to decide on, and what the board proposes; its one column has no head. */
export function makeDisposition(year: CompanyYear, wording: CompanyWording, unit: Unit, decimals = 0): MadeTable {
  const column = columnOf(year.year, 'actual', wording.broken)
  const table = draftTable({
    kind: 'other',
    title: 'Förslag till resultatdisposition',
    columns: [{ ...column, head: '' }],
  })
  table.section('Till stämmans förfogande står')
  table.sum('Summa', 'total', [
    table.line(wording.retained, [year.retained]),
    table.line('Årets resultat', [year.result]),
  ])
  table.section('Styrelsen föreslår att medlen disponeras så')
  table.line('att i ny räkning överförs', [year.retained + year.result])
  return { ...table.print(unit, decimals), loose: true }
}
