import type { Amount, Report, Role, Row, Table } from '../../src/model/report.js'

/** A row of a small table: label, role, and one value a column, null where nothing is printed. */
export type SmallRow = readonly [label: string | null, role: Role, ...values: (number | null)[]]

/** An income statement over two years, as a parser would deliver it: the last row is the sum of the others. */
export function smallReport(
  rows: readonly SmallRow[],
  options: { organisation?: string; orgNumber?: string | null; year?: number; unit?: Table['unit'] } = {},
): Report {
  const { organisation = 'Föreningen Provet', orgNumber = null, year = 2020, unit = 'kr' } = options
  const columns = [year, year - 1].map((one) => ({
    label: String(one),
    periodEnd: `${one}-12-31`,
    scenario: 'actual' as const,
    unit: null,
  }))
  const sum = rows.length - 1
  return {
    organisation,
    orgNumber,
    kind: 'annual',
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    firstPage: 1,
    lastPage: 1,
    tables: [
      {
        kind: 'income_statement',
        note: null,
        title: 'Resultaträkning',
        unit,
        page: 1,
        columns,
        rows: rows.map(toRow),
        sums: [{ row: sum, terms: rows.slice(0, sum).map((_, row) => ({ row, sign: 1 as const })), basis: 'label' }],
      },
    ],
    prose: [],
    issues: [],
  }
}

function toRow([label, role, ...values]: SmallRow): Row {
  return {
    ...{ label, labelRaw: label, section: null, role, concept: null, noteRef: null, unit: null },
    cells: values.map((value) => (value === null ? null : toAmount(value))),
  }
}

function toAmount(value: number): Amount {
  return {
    ...{ value, decimals: 0, raw: String(value), page: 1, box: null, confidence: 0.9 },
    ...{ alternatives: [], second: null, typed: false, doubts: [] },
  }
}

/** A report whose sum holds in both years. */
export const soundReport = (options: Parameters<typeof smallReport>[1] = {}): Report =>
  smallReport(
    [
      ['Intäkter', 'line', 1_234_567, 1_100_000],
      ['Kostnader', 'line', -1_000_321, -1_200_456],
      ['Årets resultat', 'total', 234_246, -100_456],
    ],
    options,
  )

/** A report whose sum is misprinted by a row in the later year. */
export const unsoundReport = (options: Parameters<typeof smallReport>[1] = {}): Report =>
  smallReport(
    [
      ['Intäkter', 'line', 1_234_567, 1_100_000],
      ['Kostnader', 'line', -1_000_321, -1_200_456],
      ['Årets resultat', 'total', 777_777, -100_456],
    ],
    options,
  )
