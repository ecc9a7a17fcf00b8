import type { Unit } from '../../src/model/report.js'
import type { CoordinationYear, Entry } from './coordination-ledger.js'
import { makeProgrammes } from './coordination-programmes.js'
import { makeOverview } from './coordination-statements.js'
import { type DraftTable, draftTable, less } from './draft-table.js'
import { makeFinancing } from './federation-financing.js'
import type { FederationWording } from './federation-wording.js'
import { columnOf, periodOf, totalOf } from './ledger-columns.js'
import type { MadeReport, MadeTable } from './made-report.js'
import { writeProse } from './prose.js'
import type { Random } from './random.js'

const NOTES = { revenue: '1', costs: '2', contributions: '3', equipment: '4', receivables: '5', debts: '6' }

/** The result by the form of municipal accounting, with the budget between the years. */
function makeResult(now: CoordinationYear, before: CoordinationYear, wording: FederationWording): DraftTable {
  const columns = [columnOf(now.year), columnOf(now.year, 'budget'), columnOf(before.year)]
  const table = draftTable({ kind: 'income_statement', title: 'Resultaträkning', columns })
  const cells = (value: (year: CoordinationYear) => number, budget: number) => [value(now), budget, value(before)]
  const own = (year: CoordinationYear) => year.revenue.at(-1)?.ore ?? 0
  const paid = (year: CoordinationYear) => totalOf(year.revenue) - own(year)
  const net = table.sum(wording.net, 'subtotal', [
    table.line('Verksamhetens intäkter', cells(own, 0), { note: NOTES.revenue }),
    table.line(
      'Verksamhetens kostnader',
      cells((year) => -totalOf(year.costs), -now.budgetCosts),
      { note: NOTES.costs },
    ),
    table.line(
      'Avskrivningar',
      cells((year) => -year.depreciation, -100_000_00),
    ),
  ])
  const contributions = table.line(wording.contributions, cells(paid, now.budgetRevenue), {
    note: NOTES.contributions,
  })
  const income = table.line(
    'Finansiella intäkter',
    cells((year) => year.financialIncome, 0),
  )
  const sign = wording.interestNegative ? -1 : 1
  const costs = table.line(
    'Finansiella kostnader',
    cells((year) => sign * year.financialCosts, sign * 20_000_00),
  )
  const terms = [net, contributions, income, wording.interestNegative ? costs : less(costs)]
  if (!wording.extraordinary) {
    table.sum('Årets resultat', 'total', terms, { key: 'result' })
    return table
  }
  const usual = table.sum('Resultat före extraordinära poster', 'subtotal', terms)
  const extraordinary = table.line(
    'Extraordinära poster',
    cells(() => 0, 0),
  )
  table.sum('Årets resultat', 'total', [usual, extraordinary], { key: 'result' })
  return table
}

function makeBalance(both: readonly CoordinationYear[], wording: FederationWording): DraftTable {
  const columns = both.map(({ year }) => columnOf(year))
  const table = draftTable({ kind: 'balance_sheet', title: 'Balansräkning', columns })
  const pair = (value: (year: CoordinationYear) => number) => both.map(value)
  table.section('Tillgångar|Anläggningstillgångar')
  const fixed = table.sum('Summa anläggningstillgångar', 'subtotal', [
    table.line(
      wording.equipment,
      pair((year) => year.equipment),
      { note: NOTES.equipment },
    ),
  ])
  table.section('Tillgångar|Omsättningstillgångar')
  const current = table.sum('Summa omsättningstillgångar', 'subtotal', [
    table.line(
      'Fordringar',
      pair((year) => totalOf(year.receivables)),
      { note: NOTES.receivables, key: 'receivables' },
    ),
    table.line(
      'Kassa och bank',
      pair((year) => year.cash),
      { key: 'cash' },
    ),
  ])
  table.sum('Summa tillgångar', 'total', [fixed, current], { key: 'assets' })
  table.section('Eget kapital, avsättningar och skulder|Eget kapital')
  const equity = wording.resultWithin === null ? sumEquity(table, both) : tellEquity(table, both, wording.resultWithin)
  table.section('Eget kapital, avsättningar och skulder|Avsättningar')
  const provision = table.line(
    wording.provision,
    pair((year) => year.provision),
  )
  table.section('Eget kapital, avsättningar och skulder|Skulder')
  const owed = table.sum('Summa skulder', 'subtotal', [
    table.line(
      'Långfristiga skulder',
      pair((year) => year.loan),
    ),
    table.line(
      'Kortfristiga skulder',
      pair((year) => totalOf(year.debts)),
      { note: NOTES.debts, key: 'short_debts' },
    ),
  ])
  table.sum(wording.fundingTotal, 'total', [equity, provision, owed], { key: 'funding' })
  return table
}

/** What the equity was and the year's result, and their sum. */
function sumEquity(table: DraftTable, both: readonly CoordinationYear[]): number {
  const opening = both.map((year) => year.openingEquity)
  const result = both.map((year) => year.result)
  const rows = [table.line('Ingående eget kapital', opening), table.line('Årets resultat', result, { key: 'result' })]
  return table.sum('Summa eget kapital', 'subtotal', rows, { key: 'equity' })
}

/** The equity in one row, and under it what of it is the year's result. */
function tellEquity(table: DraftTable, both: readonly CoordinationYear[], within: string): number {
  const closing = both.map((year) => year.closingEquity)
  const result = both.map((year) => year.result)
  const equity = table.line('Utgående eget kapital', closing, { key: 'equity' })
  table.line(within, result, { key: 'result', indent: 1 })
  return equity
}

/** Opening value, what was bought and written off, and what is left. */
function makeEquipmentNote(steps: readonly { year: CoordinationYear; last: CoordinationYear }[], title: string) {
  const columns = steps.map(({ year }) => columnOf(year.year))
  const table = draftTable({ kind: 'note', title, note: NOTES.equipment, columns })
  const rows = [
    table.line(
      'Ingående bokfört värde',
      steps.map(({ last }) => last.equipment),
    ),
    table.line(
      'Årets anskaffningar',
      steps.map(({ year }) => year.investment),
    ),
    table.line(
      'Årets avskrivningar enligt plan',
      steps.map(({ year }) => -year.depreciation),
    ),
  ]
  table.sum('Utgående bokfört värde', 'total', rows, { key: 'note_total' })
  return table
}

/** The report of the last of the given years; the one before it is the comparative, earlier ones fill the overview. */
export function makeFederationReport(
  random: Random,
  organisation: { name: string; number: string; wording: FederationWording; unit: Unit },
  books: readonly CoordinationYear[],
): MadeReport {
  const [now, before, earlier] = [books.at(-1), books.at(-2), books.at(-3)]
  if (now === undefined || before === undefined || earlier === undefined)
    throw new Error('Expected three years of books')
  const { wording, unit } = organisation
  const both = [now, before]
  const note = (number: string, title: string, value: (year: CoordinationYear) => Entry[]): MadeTable => {
    const table = draftTable({ kind: 'note', title, note: number, columns: both.map(({ year }) => columnOf(year)) })
    const printed = both.map(value)
    const rows = (printed[0] ?? []).flatMap(({ label }, index) => {
      const ore = printed.map((entries) => entries[index]?.ore ?? null)
      return ore.every((amount) => amount === null) ? [] : [table.line(label, ore)]
    })
    table.sum('Summa', 'total', rows, { key: 'note_total' })
    return table.print(unit)
  }
  const steps = [
    { year: now, last: before },
    { year: before, last: earlier },
  ]
  const tables = [
    makeOverview(books, unit),
    makeResult(now, before, wording).print(unit),
    makeBalance(both, wording).print(unit),
    ...(wording.financing === null ? [] : [makeFinancing(steps, wording.financing).print(unit)]),
    makeProgrammes([now, before], wording.programmes).print(unit),
    note(NOTES.revenue, 'Verksamhetens intäkter', (year) => ownRevenue(year)),
    note(NOTES.costs, 'Verksamhetens kostnader', (year) => year.costs.map(turned)),
    note(NOTES.contributions, wording.contributions, (year) => year.revenue.slice(0, -1)),
    makeEquipmentNote(steps, wording.equipment).print(unit),
    note(NOTES.receivables, 'Fordringar', (year) => year.receivables),
    note(NOTES.debts, 'Kortfristiga skulder', (year) => year.debts),
  ]
  const result = tables.find(({ kind }) => kind === 'income_statement')?.rows.at(-1)?.cells[0] ?? null
  const { paragraphs, quoted } = writeProse(random, wording.prose, { year: now.year, result, unit })
  return {
    organisation: organisation.name,
    orgNumber: organisation.number,
    period: periodOf(now.year),
    tables,
    prose: paragraphs,
    chapters: [],
    quoted,
    planted: [],
  }
}

const turned = ({ label, ore }: Entry): Entry => ({ label, ore: ore === null ? null : -ore })

/** What is earned beside the members' contributions, in two parts. */
function ownRevenue(year: CoordinationYear): Entry[] {
  const all = year.revenue.at(-1)?.ore ?? 0
  const services = Math.floor(all / 300) * 100
  return [
    { label: 'Försäljning av tjänster', ore: all - services },
    { label: 'Ersättning för automatiska larm', ore: services },
  ]
}
