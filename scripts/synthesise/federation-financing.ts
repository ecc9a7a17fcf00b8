import type { CoordinationYear } from './coordination-ledger.js'
import { type DraftTable, draftTable } from './draft-table.js'
import { columnOf, totalOf } from './ledger-columns.js'

/** What the work brought in, what was bought for it and what was borrowed, of each given year since the one before it. */
export function makeFinancing(
  steps: readonly { year: CoordinationYear; last: CoordinationYear }[],
  title: string,
): DraftTable {
  const table = draftTable({ kind: 'cash_flow', title, columns: steps.map(({ year }) => columnOf(year.year)) })
  const cells = (value: (year: CoordinationYear, last: CoordinationYear) => number) =>
    steps.map(({ year, last }) => value(year, last))
  table.section('Den löpande verksamheten')
  const before = table.sum('Medel från verksamheten före förändring av rörelsekapital', 'subtotal', [
    table.line(
      'Årets resultat',
      cells((year) => year.result),
    ),
    table.line(
      'Justering för avskrivningar',
      cells((year) => year.depreciation),
    ),
    table.line(
      'Justering för förändring av avsättningar',
      cells((year, last) => year.provision - last.provision),
    ),
  ])
  const running = table.sum('Medel från den löpande verksamheten', 'subtotal', [
    before,
    table.line(
      'Ökning/minskning kortfristiga fordringar',
      cells((year, last) => totalOf(last.receivables) - totalOf(year.receivables)),
      { key: 'receivables_change' },
    ),
    table.line(
      'Ökning/minskning kortfristiga skulder',
      cells((year, last) => totalOf(year.debts) - totalOf(last.debts)),
      { key: 'short_debts_change' },
    ),
  ])
  table.section('Investeringsverksamheten')
  const invested = table.line(
    'Investering i materiella anläggningstillgångar',
    cells((year) => -year.investment),
  )
  table.section('Finansieringsverksamheten')
  const borrowed = table.line(
    'Förändring av långfristiga skulder',
    cells((year, last) => year.loan - last.loan),
  )
  const change = table.sum('Förändring av likvida medel', 'total', [running, invested, borrowed])
  table.section(null)
  const opening = table.line(
    'Likvida medel vid årets början',
    cells((_, last) => last.cash),
  )
  table.sum('Likvida medel vid årets slut', 'total', [opening, change], { key: 'closing_cash' })
  return table
}
