import type { Unit } from '../../src/model/report.js'
import type { CoordinationYear, Entry } from './coordination-ledger.js'
import { makeProgrammes } from './coordination-programmes.js'
import { makeCashFlow, makeIncomeStatement, makeOverview } from './coordination-statements.js'
import type { CoordinationWording } from './coordination-wording.js'
import { draftTable } from './draft-table.js'
import { columnOf, periodOf, totalOf } from './ledger-columns.js'
import type { MadeReport, MadeTable } from './made-report.js'
import { writeProse } from './prose.js'
import type { Random } from './random.js'

/** The report of the last of the given years; the one before it is the comparative, earlier ones fill the overview. */
export function makeCoordinationReport(
  random: Random,
  organisation: { name: string; number: string; wording: CoordinationWording; unit: Unit; programmesUnit: Unit },
  books: readonly CoordinationYear[],
): MadeReport {
  const now = books.at(-1)
  const before = books.at(-2)
  if (now === undefined || before === undefined) throw new Error('Expected at least two years of books')
  const { wording, unit } = organisation
  const both = [now, before]
  const columns = both.map(({ year }) => columnOf(year))
  const pair = (value: (year: CoordinationYear) => number) => both.map(value)
  let notes = 0
  const nextNote = () => String(++notes)
  const revenueNote = wording.detailed ? null : nextNote()
  const costsNote = wording.detailed ? null : nextNote()
  const receivablesNote = nextNote()
  const cashNote = wording.cashNote ? nextNote() : null
  const equityNote = wording.equityInNote ? nextNote() : null
  const debtsNote = nextNote()

  const note = (
    number: string | null,
    title: string,
    value: (year: CoordinationYear) => Entry[],
    turned = 1,
  ): MadeTable[] => {
    if (number === null) return []
    const table = draftTable({ kind: 'note', title, note: number, columns })
    const printed = both.map(value)
    const rows = (printed[0] ?? []).flatMap(({ label }, index) => {
      const ore = printed.map((entries) => turnSign(entries[index]?.ore ?? null, turned))
      return ore.every((amount) => amount === null) ? [] : [table.line(label, ore)]
    })
    table.sum('Summa', 'total', rows, { key: 'note_total' })
    return [table.print(unit)]
  }

  const tables: MadeTable[] = []
  if (wording.overview) tables.push(makeOverview(books, unit))
  tables.push(makeProgrammes([now, before], wording.programmes, wording).print(organisation.programmesUnit))
  tables.push(makeIncomeStatement(now, before, wording, { revenueNote, costsNote }).print(unit))

  const balance = draftTable({ kind: 'balance_sheet', title: 'Balansräkning', columns })
  balance.section('Tillgångar')
  const fixed = now.equipment > 0 || before.equipment > 0
  const equipment = fixed
    ? [
        balance.line(
          'Inventarier',
          pair((year) => year.equipment),
        ),
      ]
    : []
  const current = [
    balance.line(
      wording.receivables,
      pair((year) => totalOf(year.receivables)),
      { note: receivablesNote, key: 'receivables' },
    ),
    balance.line(
      wording.cash,
      pair((year) => year.cash),
      { note: cashNote, key: 'cash' },
    ),
  ]
  const currentSum = balance.sum(wording.currentAssets, 'subtotal', current)
  balance.sum('Summa tillgångar', 'total', [...equipment, currentSum], { key: 'assets' })
  balance.section('Eget kapital och skulder')
  const equity = wording.equityInNote
    ? balance.line(
        'Eget kapital',
        pair((year) => year.closingEquity),
        { note: equityNote, key: 'equity' },
      )
    : balance.sum(
        'Summa eget kapital',
        'subtotal',
        [
          balance.line(
            wording.opening,
            pair((year) => year.openingEquity),
          ),
          balance.line(
            'Årets resultat',
            pair((year) => year.result),
            { key: 'result' },
          ),
        ],
        { key: 'equity' },
      )
  if (wording.equityInNote && wording.resultWithin !== null) {
    balance.line(
      wording.resultWithin,
      pair((year) => year.result),
      { key: 'result', indent: 1 },
    )
  }
  const debts = balance.line(
    'Kortfristiga skulder',
    pair((year) => totalOf(year.debts)),
    {
      note: debtsNote,
      key: 'short_debts',
    },
  )
  balance.sum(wording.fundingTotal, 'total', [equity, debts], { key: 'funding' })
  tables.push(balance.print(unit))
  if (books.length > 2) tables.push(makeCashFlow(books, wording).print(unit))

  tables.push(
    ...note(revenueNote, 'Verksamhetens intäkter', (year) => year.revenue, wording.noteTurned ? -1 : 1),
    ...note(costsNote, 'Verksamhetens kostnader', (year) => [
      ...year.costs,
      ...(wording.depreciationApart
        ? []
        : [{ label: 'Avskrivningar', ore: year.depreciation === 0 ? null : year.depreciation }]),
    ]),
    ...note(receivablesNote, wording.receivables, (year) => year.receivables),
    ...note(cashNote, wording.cash, (year) => splitCash(year.cash, year.year)),
    ...note(equityNote, 'Eget kapital', (year) => [
      { label: wording.opening, ore: year.openingEquity },
      { label: 'Årets resultat', ore: year.result },
    ]),
    ...note(debtsNote, 'Kortfristiga skulder', (year) => year.debts),
  )
  const result = tables.find(({ kind }) => kind === 'income_statement')?.rows.at(-1)?.cells[0] ?? null
  const { paragraphs, quoted } = writeProse(random, 'coordination', { year: now.year, result, unit })
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

function turnSign(ore: number | null, sign: number): number | null {
  return ore === null ? null : ore * sign
}

function splitCash(cash: number, seed: number): Entry[] {
  const account = Math.floor(cash / 100 / (3 + (seed % 4))) * 100
  return [
    { label: 'Bankkonto', ore: cash - account },
    { label: 'Placeringskonto', ore: account },
  ]
}
