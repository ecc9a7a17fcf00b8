import type { Amount, Column, Report, Role, Row, Table } from '../../src/model/report.js'

/** A row as tests write it: label, amounts, and whatever else is not the usual. */
export type RowSketch = readonly [label: string | null, ...amounts: (number | null)[]]

/** An amount that was read as it stands, from plain text unless told otherwise. */
export function amount(value: number, more: Partial<Amount> = {}): Amount {
  return {
    value,
    decimals: 0,
    raw: String(value),
    page: 1,
    box: null,
    confidence: 0.9,
    alternatives: [],
    second: null,
    typed: false,
    doubts: [],
    ...more,
  }
}

/** Rows from sketches, all lines, with note references by label. */
export function rows(sketches: readonly RowSketch[], noteRefs: Readonly<Record<string, string>> = {}): Row[] {
  return sketches.map(([label, ...amounts]) => ({
    label,
    labelRaw: label,
    section: null,
    role: 'line' satisfies Role,
    concept: null,
    noteRef: (label && noteRefs[label]) ?? null,
    unit: null,
    cells: amounts.map((value) => (value === null ? null : amount(value))),
  }))
}

/** Columns of the year 2020 and the years before it, as outcome. */
export function years(count: number, last = 2020): Column[] {
  return Array.from({ length: count }, (_, index) => ({
    label: String(last - index),
    periodEnd: `${last - index}-12-31`,
    scenario: 'actual',
    unit: null,
  }))
}

/** A table in kronor with two years, unless told otherwise; its sums are not found yet. */
export function table(
  kind: Table['kind'],
  sketches: readonly RowSketch[],
  more: Partial<Table> & { noteRefs?: Record<string, string> } = {},
): Table {
  const { noteRefs, ...rest } = more
  return {
    kind,
    note: null,
    title: null,
    unit: 'kr',
    page: 1,
    columns: years(2),
    rows: rows(sketches, noteRefs),
    sums: [],
    ...rest,
  }
}

/** The annual report of 2020 that holds some tables. */
export function report(tables: readonly Table[], more: Partial<Report> = {}): Report {
  return {
    organisation: 'Samordningsförbundet Provet',
    orgNumber: null,
    kind: 'annual',
    periodStart: '2020-01-01',
    periodEnd: '2020-12-31',
    firstPage: 1,
    lastPage: 1,
    tables,
    prose: [],
    issues: [],
    ...more,
  }
}
