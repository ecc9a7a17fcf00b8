import type { Report, Table } from '../../src/model/report.js'
import { amount, years } from './build-report.js'

/** Amounts of one year in the table's unit, in the order of `lines`. */
export interface YearFigures {
  readonly revenue: number
  readonly costs: number
  readonly assets: number
  readonly equity: number
}

type Line = readonly [label: string, concept: string, role: 'line' | 'total', of: (year: YearFigures) => number]

const income: readonly Line[] = [
  ['Verksamhetens intäkter', 'operating_revenue', 'line', ({ revenue }) => revenue],
  ['Verksamhetens kostnader', 'operating_expenses', 'line', ({ costs }) => -costs],
  ['Årets resultat', 'net_result', 'total', ({ revenue, costs }) => revenue - costs],
]

const balance: readonly Line[] = [
  ['Kassa och bank', 'cash_and_bank', 'line', ({ assets }) => assets],
  ['Summa tillgångar', 'total_assets', 'total', ({ assets }) => assets],
  ['Eget kapital', 'closing_equity', 'line', ({ equity }) => equity],
  ['Kortfristiga skulder', 'current_liabilities', 'line', ({ assets, equity }) => assets - equity],
  ['Summa eget kapital och skulder', 'total_equity_and_liabilities', 'total', ({ assets }) => assets],
]

/** An annual report with income statement and balance sheet of a year and the year before, lines with their concepts. */
export function yearlyReport(
  year: number,
  figures: readonly [YearFigures, YearFigures],
  options: { organisation?: string; unit?: Table['unit'] } = {},
): Report {
  const { organisation = 'Förbundet Å', unit = 'kr' } = options
  const table = (kind: Table['kind'], title: string, lines: readonly Line[], sums: Table['sums']): Table => ({
    ...{ kind, note: null, title, unit, page: 1, columns: years(2, year), sums },
    rows: lines.map(([label, concept, role, of]) => ({
      ...{ label, labelRaw: label, section: null, role, concept, noteRef: null, unit: null },
      cells: figures.map((one) => amount(of(one))),
    })),
  })
  const sum = (row: number, ...terms: number[]): Table['sums'][number] => ({
    ...{ row, basis: 'label' },
    terms: terms.map((term) => ({ row: term, sign: 1 as const })),
  })
  return {
    ...{ organisation, orgNumber: null, kind: 'annual' },
    ...{ periodStart: `${year}-01-01`, periodEnd: `${year}-12-31`, firstPage: 1, lastPage: 1 },
    tables: [
      table('income_statement', 'Resultaträkning', income, [sum(2, 0, 1)]),
      table('balance_sheet', 'Balansräkning', balance, [sum(1, 0), sum(4, 2, 3)]),
    ],
    ...{ prose: [], issues: [] },
  }
}
