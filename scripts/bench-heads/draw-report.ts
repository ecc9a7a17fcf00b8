import type { PicturePage } from '../../src/model/page.js'
import type { StatementKind } from '../../src/model/report.js'
import type { Random } from '../synthesise/random.js'
import { type BookRow, drawBooks } from './draw-books.js'
import { type Block, type PrintedTable, printPage } from './print-page.js'
import { type DrawnHeads, drawHeads, type TrueColumn } from './write-heads.js'
import { type FiscalYear, yearsBefore } from './write-periods.js'

/** A table as it truly is; `family` names how its heads were drawn. */
export interface TrueTable {
  readonly kind: StatementKind
  readonly family: string
  /** The heads as printed, for whoever looks. */
  readonly printed: string
  readonly columns: readonly { readonly periodEnd: string; readonly scenario: TrueColumn['scenario'] }[]
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[]
}

/** A drawn report: its pages and what they hold. */
export interface DrawnReport {
  readonly pages: readonly PicturePage[]
  readonly tables: readonly TrueTable[]
}

const TWO: readonly TrueColumn[] = [actual(0), actual(1)]
const FLOWS: readonly (readonly TrueColumn[])[] = [
  ...[TWO, TWO, TWO, TWO, [actual(0)]],
  [actual(0), of('budget')],
  [actual(0), of('budget'), of('variance')],
  [of('budget'), actual(0), of('variance')],
  [actual(0), of('budget'), actual(1)],
  [of('budget'), actual(0), of('variance'), actual(1)],
  [actual(0), of('forecast'), of('budget')],
  [actual(0), actual(1), actual(2)],
]

function actual(ago: number): TrueColumn {
  return { ago, scenario: 'actual' }
}

function of(scenario: TrueColumn['scenario']): TrueColumn {
  return { ago: 0, scenario }
}

const ENDS = ['12-31', '12-31', '12-31', '12-31', '06-30', '08-31', '04-30']
const STARTS: Readonly<Record<string, string>> = {
  '12-31': '01-01',
  '06-30': '07-01',
  '08-31': '09-01',
  '04-30': '05-01',
}

/** Draws a short report whose tables are headed in some way that a Swedish report might head them. */
export function drawReport(random: Random): DrawnReport {
  const day = random.pick(ENDS)
  const year = random.between(1975, 2023)
  const isBroken = day !== '12-31'
  const fiscal: FiscalYear = { start: `${year - (isBroken ? 1 : 0)}-${STARTS[day]}`, end: `${year}-${day}` }
  const yearOf = ({ ago }: TrueColumn) => yearsBefore(fiscal, ago)
  const isTurned = random.chance(0.2)
  const turn = (columns: readonly TrueColumn[]) => (isTurned ? [...columns].reverse() : columns)
  const incomeColumns = turn(random.pick(FLOWS))
  const balanceColumns = turn(incomeColumns.length === 1 && random.chance(0.7) ? [actual(0)] : TWO)
  const noteColumns = balanceColumns
  const books = drawBooks(random)
  const style = drawStyle(random)
  const isBare = random.chance(0.25) && incomeColumns.length === noteColumns.length
  const incomeHeads = drawHeads(random, incomeColumns, yearOf, 'flow')
  const balanceHeads = random.chance(0.15) && isBare ? bare() : drawHeads(random, balanceColumns, yearOf, 'stock')
  const noteHeads = isBare ? bare() : drawHeads(random, noteColumns, yearOf, 'flow')
  const tables = [
    style('Resultaträkning', incomeHeads, incomeColumns, books.income, true),
    style('Balansräkning', balanceHeads, balanceColumns, books.balance, true),
    style('Not 2 Personalkostnader', noteHeads, noteColumns, books.note, false),
  ]
  const truth = (kind: StatementKind, heads: DrawnHeads, columns: readonly TrueColumn[], rows: readonly BookRow[]) => ({
    ...{ kind, family: heads.family },
    printed: heads.lines.map((line) => line.map(({ text }) => text).join(' | ')).join(' // '),
    columns: columns.map((column) => ({ periodEnd: yearOf(column).end, scenario: column.scenario })),
    rows: rows.map(({ label, amountIn }) => ({ label, values: columns.map(amountIn) })),
  })
  const cover = drawCover(random, fiscal).map((text): Block => ({ kind: 'text', text }))
  return {
    pages: [cover, ...tables.map((table): Block[] => [{ kind: 'table', table }])].map((blocks, index) =>
      printPage(blocks, index + 1),
    ),
    tables: [
      truth('income_statement', incomeHeads, incomeColumns, books.income),
      truth('balance_sheet', balanceHeads, balanceColumns, books.balance),
      truth('note', noteHeads, noteColumns, books.note),
    ],
  }
}

const bare = (): DrawnHeads => ({ family: 'none, as before', lines: [] })

/** What the cover says; one way or another it tells the fiscal year. */
function drawCover(random: Random, { start, end }: FiscalYear): string[] {
  const [first, last] = [start.slice(0, 4), end.slice(0, 4)]
  const isBroken = first !== last
  const year = isBroken ? random.pick([`${first}/${last}`, `${first}/${last.slice(2)}`, `${first}-${last}`]) : last
  const title = random.pick([
    'Årsredovisning',
    'Verksamhetsberättelse',
    'Berättelse över verksamhetsåret',
    'Årsberättelse',
  ])
  const span = `${start}${random.pick([' - ', '--', ' – '])}${end}`
  const told = isBroken ? [`Räkenskapsåret ${span}`] : random.pick([[], [`för räkenskapsåret ${last}`], [span]])
  return [
    `${title} ${year}`,
    ...told,
    'Samordningsförbundet Mellandalen',
    'Organisationsnummer 222000-1818',
    'Belopp i kronor om inget annat anges.',
  ]
}

/** One way of setting all tables of a report. */
function drawStyle(random: Random) {
  const align = random.pick(['right', 'right', 'centre', 'left'] as const)
  const isAiry = random.chance(0.4)
  const isBeside = random.chance(0.25)
  const hasNotes = random.chance(0.6)
  const note = random.pick(['Not', 'Not', 'Noter', 'Not nr', 'NOT', 'Not.', ''])
  const corner = random.pick(['', '', '', 'Belopp i kr', 'Kronor', '(kr)', 'Belopp i kronor'])
  const underHeads = random.chance(0.2) ? random.pick(['kr', 'Kronor', 'SEK', 'Kr']) : ''
  const minus = random.pick(['-', '-', '−', '–'])
  const figure = (value: number) =>
    `${value < 0 ? minus : ''}${String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ' ')}`
  return (
    title: string,
    heads: DrawnHeads,
    columns: readonly TrueColumn[],
    rows: readonly BookRow[],
    isStatement: boolean,
  ): PrintedTable => {
    const units = columns.map((_, at) => ({ text: underHeads, from: at, to: at }))
    const lines = underHeads === '' || heads.lines.length === 0 ? heads.lines : [...heads.lines, units]
    return {
      ...{ title, isBeside: isBeside && heads.lines.length > 0, align, isAiry, corner: isStatement ? corner : '' },
      ...(hasNotes && isStatement ? { note } : {}),
      heads: { ...heads, lines },
      rows: rows.map((row) => ({
        label: row.label,
        note: row.note,
        figures: columns.map((one) => figure(row.amountIn(one))),
      })),
    }
  }
}
