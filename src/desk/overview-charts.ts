import type { Concept } from '../model/taxonomy.js'
import type { FigurePlace, OrganisationFigures, SeriesRow } from '../store/overview/organisation-figures.js'
import { pageAddress } from './addresses.js'
import type { ChartPoint } from './charts/series-chart.js'
import type { StackedPart } from './charts/stacked-chart.js'

/** A series that the page of an organisation shows: the first of the lines that its statements print. */
export interface ChartedLine {
  readonly title: string
  readonly lines: readonly (readonly [statement: string, concept: string])[]
}

/** The series of money that every organisation's page shows. */
export const chartedLines: readonly ChartedLine[] = [
  { title: 'Årets resultat', lines: [['income_statement', 'net_result']] },
  {
    title: 'Eget kapital',
    lines: [
      ['balance_sheet', 'closing_equity'],
      ['balance_sheet', 'equity'],
    ],
  },
  {
    title: 'Likvida medel',
    lines: [
      ['balance_sheet', 'cash_and_bank'],
      ['cash_flow', 'cash_at_end'],
    ],
  },
]

const costParents = [
  'total_operating_expenses',
  'net_operating_cost',
  'operating_expenses',
  'gross_profit',
  'operating_profit',
]
const mostLayers = 8

/** The unit that a chart is drawn in: whole thousands where the figures are long. */
export interface ChartUnit {
  readonly name: 'kr' | 'tkr'
  toUnit(kronor: number): number
}

/** Thousands of kronor where a figure has eight digits or more. */
export function unitOf(kronor: readonly number[]): ChartUnit {
  const isLong = kronor.some((amount) => Math.abs(amount) >= 1e7)
  return isLong
    ? { name: 'tkr', toUnit: (amount) => Math.round(amount / 1000) }
    : { name: 'kr', toUnit: (amount) => amount }
}

/** Rows of the annual series of a charted line: of each period the first line that has it. */
export function rowsOfLine({ lines }: ChartedLine, series: readonly SeriesRow[]): SeriesRow[] {
  const annual = series.filter(({ kind }) => kind === 'annual')
  const ofLines = lines.map(([statement, concept]) =>
    annual.filter((row) => row.statement === statement && row.concept === concept),
  )
  const periods = [...new Set(ofLines.flat().map(({ period_end }) => period_end))].sort()
  return periods.map((period) => ofLines.flat().find(({ period_end }) => period_end === period)!)
}

/** Points of a series of money, with what later reports print otherwise. */
export function toPoints(
  rows: readonly SeriesRow[],
  unit: ChartUnit,
  places: ReadonlyMap<string, FigurePlace>,
): ChartPoint[] {
  return rows.map((row) => {
    const later = row.later_fact_id === null ? undefined : places.get(row.later_fact_id)
    return {
      year: Number(row.period_end.slice(0, 4)),
      periodEnd: row.period_end,
      value: unit.toUnit(row.amount_sek),
      status: row.status,
      address: pageAddress({ sha256: row.sha256, page: row.page, factId: row.fact_id }),
      later:
        row.later_sek === null || later === undefined
          ? null
          : { value: unit.toUnit(row.later_sek), how: row.later_print ?? '', address: pageAddress(later) },
      // missing_year,unit
      broken: /missing_year|period/.test(row.breaks ?? ''),
    }
  })
}

/** The equity ratio year by year, in percent; a year's point leads to the equity that it is made of. */
export function toRatioPoints(
  { keyFigures }: OrganisationFigures,
  places: ReadonlyMap<string, FigurePlace>,
): ChartPoint[] {
  const rows = keyFigures.filter(({ kind, key_figure }) => kind === 'annual' && key_figure === 'equity_ratio')
  return rows.flatMap(({ period_end, value, status, numerator_fact_id }, index): ChartPoint[] => {
    const place = places.get(numerator_fact_id)
    if (place === undefined) return []
    const year = Number(period_end.slice(0, 4))
    const before = rows[index - 1]
    const broken = before !== undefined && Number(before.period_end.slice(0, 4)) < year - 1
    const rounded = Math.round(value * 10) / 10
    return [{ year, periodEnd: period_end, value: rounded, status, address: pageAddress(place), later: null, broken }]
  })
}

/** What the costs of each year are made of: the income statement's own lines of costs, the greatest first. */
export function toCostParts(
  { series, pivot }: OrganisationFigures,
  concepts: readonly Concept[],
): { layers: string[]; unit: ChartUnit; parts: StackedPart[] } {
  const costs = new Map(
    concepts
      .filter(({ balance, parent }) => balance === 'debit' && parent !== null && costParents.includes(parent))
      .map(({ id, labels }) => [id, labels[0]!.text]),
  )
  // a line of costs that is printed as the sum of others would be counted twice
  const lines = new Set(
    pivot
      .filter(({ statement, role }) => statement === 'income_statement' && role === 'line')
      .map(({ report_id, concept }) => `${report_id} ${concept}`),
  )
  const rows = series.filter(
    ({ kind, statement, concept, report_id }) =>
      kind === 'annual' &&
      statement === 'income_statement' &&
      costs.has(concept) &&
      lines.has(`${report_id} ${concept}`),
  )
  const unit = unitOf(rows.map(({ amount_sek }) => amount_sek))
  const parts = rows.map(({ period_end, concept, amount_sek, status, sha256, page, fact_id }) => ({
    year: Number(period_end.slice(0, 4)),
    layer: costs.get(concept)!,
    value: unit.toUnit(Math.abs(amount_sek)),
    status,
    address: pageAddress({ sha256, page, factId: fact_id }),
  }))
  const weight = (layer: string) => parts.reduce((sum, part) => sum + (part.layer === layer ? part.value : 0), 0)
  const layers = [...new Set(parts.map(({ layer }) => layer))].sort((left, right) => weight(right) - weight(left))
  return {
    layers: layers.slice(0, mostLayers),
    unit,
    parts: parts.filter(({ layer }) => layers.indexOf(layer) < mostLayers),
  }
}
