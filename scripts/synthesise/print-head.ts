import type { Family } from './family.js'
import type { MadeColumn, MadeTable } from './made-report.js'

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober']
MONTHS.push('november', 'december')

/** `31 december 2012`, or the first letters of the month alone. */
export function inWords(date: string, letters = 9): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]?.slice(0, letters)} ${year}`
}

const short = (date: string) => date.slice(2).replaceAll('-', '')
const dotted = (date: string) => date.slice(2).replaceAll('-', '.')

/** The first letters of a month. */
const monthOf = (date: string) => inWords(date, 3).split(' ')[1]

/** Day and month as numbers, with what stands between them. */
function inNumbers(date: string, between: string): string {
  const [, month, day] = date.split('-').map(Number)
  return `${day}${between}${month}`
}

function wholeYear({ period }: MadeColumn): boolean {
  return period.start.endsWith('-01-01') && period.end.endsWith('-12-31')
}

const SCENARIOS = { actual: 'Utfall', budget: 'Budget', forecast: 'Prognos', variance: '' }

/** The days from which to which all columns go, where the family has them beside the heads; nothing elsewhere. */
export function printDays(table: MadeTable, family: Family): string {
  const [column] = table.columns
  const flow = table.kind === 'income_statement' || table.kind === 'cash_flow'
  if (family.yearHead !== 'days_beside' || !flow || column === undefined) return ''
  const [start, end] = [column.period.start, column.period.end].map((date) => inWords(date).slice(0, -5))
  return `${start} – ${end}`
}

/** The lines of a column's head. */
export function printHead(column: MadeColumn, table: MadeTable, family: Family): string[] {
  if (column.head !== undefined) return column.head.split(' ')
  const { start, end } = column.period
  const year = wholeYear(column) ? end.slice(0, 4) : `${start.slice(0, 4)}/${end.slice(2, 4)}`
  const flow = table.kind === 'income_statement' || table.kind === 'cash_flow'
  const dated = table.kind === 'balance_sheet'
  const planned = flow || table.kind === 'operating_statement'
  if (family.yearHead === 'year_over_word' && planned && column.scenario !== 'variance') {
    return [year, SCENARIOS[column.scenario]]
  }
  const lastDigits = `-${year.slice(-2)}`
  const months = `${monthOf(start)}–${monthOf(end)} ${end.slice(0, 4)}`
  if (column.scenario === 'budget') {
    if (family.yearHead === 'outcome_over' || family.yearHead === 'accounted') return ['Budget', year]
    if (family.yearHead === 'outcome_months') return ['Budget', months]
    if (family.yearHead === 'short_closing') return [`Budget ${year.slice(-2)}`]
    return [`Budget ${family.yearHead === 'short_outcome' ? lastDigits : year}`]
  }
  if (column.scenario === 'variance') return [family.varianceHead]
  if (column.scenario === 'forecast') return [`Prognos ${year}`]
  if (table.kind === 'operating_statement' && family.yearHead === 'outcome_months') return ['Utfall', months]
  if (table.kind === 'operating_statement' && family.yearHead === 'report_year') return [`Redovisning ${year}`]
  if (table.kind === 'operating_statement')
    return family.yearHead === 'accounted' ? ['Redovisat', year] : [`Utfall ${year}`]
  if (table.kind === 'multi_year') return [year]
  switch (family.yearHead) {
    case 'year':
      return [year]
    case 'iso':
      return [end]
    case 'closing':
      return [`Bokslut ${year}`]
    case 'short':
      return flow ? [`${short(start)}-${short(end)}`] : [short(end)]
    case 'range':
      return flow ? [start, `-${end}`] : [end]
    case 'outcome':
      return [`Utfall ${year}`]
    case 'words':
      return flow ? [inWords(start), `– ${inWords(end)}`] : [inWords(end)]
    case 'months':
      return [flow ? months : inWords(end, 3)]
    case 'slash':
      return [flow ? `${start}/${end}` : end]
    case 'day_month':
      return flow
        ? [`${inNumbers(start, '/')} ${start.slice(0, 4)}`, `- ${inNumbers(end, '/')} ${end.slice(0, 4)}`]
        : [`${inNumbers(end, '/')} ${end.slice(0, 4)}`]
    case 'dashed':
      return flow ? [start.slice(2), `-- ${end.slice(2)}`] : [end.slice(2)]
    case 'closing_day':
      return flow ? ['Bokslut', year] : ['Bokslut', end]
    case 'monthly':
      return flow ? [`${short(start).slice(0, 4)}–${short(end).slice(0, 4)}`] : [short(end)]
    case 'dotted':
      return flow
        ? [`${inNumbers(start, '.')}–${inNumbers(end, '.')}.${end.slice(0, 4)}`]
        : [`${inNumbers(end, '.')}.${end.slice(0, 4)}`]
    case 'compact':
      return flow ? [`${start.replaceAll('-', '')}-${end.replaceAll('-', '')}`] : [end.replaceAll('-', '')]
    case 'of_year':
      return [`År ${year}`]
    case 'day_over_year':
      return flow ? [year] : [inWords(end, 3).slice(0, -5), end.slice(0, 4)]
    case 'slash_dash':
      return [flow ? year : `${inNumbers(end, '/')}-${end.slice(2, 4)}`]
    case 'year_or_day':
      return [flow ? year : end]
    case 'one_line':
      return [flow ? `${start} – ${end}` : end]
    case 'days_beside':
      return [flow ? year : end]
    case 'last_year': {
      const last = table.columns.some(({ period }) => period.end > end)
      return [last ? 'Föregående år' : year]
    }
    case 'numbers_over_year':
      return flow ? [`${inNumbers(start, '/')}–${inNumbers(end, '/')}`, year] : [inNumbers(end, '/'), end.slice(0, 4)]
    case 'from_over_to':
      return flow ? [start, end] : [end]
    case 'dash_behind':
      return flow ? [`${start} –`, end] : [end]
    case 'short_over':
      return flow ? [`${short(start)}–`, short(end)] : [short(end)]
    case 'days_over_year': {
      const days = [...(flow ? [start] : []), end].map((date) => inWords(date, 3).slice(0, -5)).join('–')
      return flow || dated ? [days, year] : [year]
    }
    case 'compact_over':
      return flow ? [start.replaceAll('-', ''), `-${end.replaceAll('-', '')}`] : [end.replaceAll('-', '')]
    case 'year_dots':
      return [flow ? `${dotted(start)}-${dotted(end)}` : dotted(end)]
    case 'accounted':
      return flow ? ['Redovisat', year] : [dated ? end.slice(2) : year]
    case 'month_to_month':
      return [flow ? `${start.slice(2, 7)} - ${end.slice(2, 7)}` : end]
    case 'short_closing':
      return [flow ? `Bokslut ${year.slice(-2)}` : dated ? end.slice(2) : year]
    case 'full_year':
      return [flow ? `Helår ${year}` : dated ? end : year]
    case 'outcome_months':
      return flow ? ['Utfall', months] : [dated ? end : year]
    case 'days_then_year': {
      const days = [...(flow ? [start] : []), end].map((date) => inNumbers(date, '/')).join('-')
      return flow || dated ? [`${days} ${end.slice(0, 4)}`] : [year]
    }
    case 'double_dash':
      return flow ? [start, `--${end}`] : [end]
    case 'closing_month':
      return ['Bokslut', `${monthOf(end)} ${end.slice(0, 4)}`]
    case 'closing_short':
      return [`Bokslut ${short(end)}`]
    case 'twelve_months':
      return flow ? [start, `-${end}`, '(12 mån)'] : [end]
    case 'days_over_days':
      return flow ? [inWords(start, 3), `– ${inWords(end, 3)}`] : [inWords(end, 3)]
    case 'spaced_date':
      return [flow ? year : end.replaceAll('-', ' ')]
    case 'short_outcome':
      return [flow ? `Utfall ${lastDigits}` : dated ? end.slice(2) : year]
    case 'one_year_range':
      return [flow ? `${start}--${start.slice(0, 4) === end.slice(0, 4) ? end.slice(5) : end}` : dated ? end : year]
    case 'dots_before_year':
      return [dated ? `${inNumbers(end, '.')} ${end.slice(0, 4)}` : year]
    case 'season': {
      const season = wholeYear(column) ? year : `${start.slice(0, 4)}/${end.slice(0, 4)}`
      return [dated ? end : season]
    }
    case 'outcome_or_words':
      return [flow ? `Utfall ${year}` : dated ? inWords(end, 3) : year]
    case 'six_digits':
      return [
        flow ? `${start.slice(0, 7)}/${end.slice(0, 7)}`.replaceAll('-', '').replace('/', '-') : dated ? end : year,
      ]
    case 'closing_year_month':
      return ['Bokslut', end.slice(0, 7)]
    case 'up_to':
      return flow ? [start, `t o m ${end}`] : [end]
    case 'year_or_words':
      return [dated ? inWords(end, 3) : year]
    case 'point_day':
      return [dated ? `${inNumbers(end, '.')}.${end.slice(2, 4)}` : year]
    case 'report_year':
      return [flow ? `Redovisning ${year}` : dated ? end : year]
    case 'outgoing':
      return [flow ? `Utfall ${year}` : dated ? `UB ${end}` : year]
    case 'year_over_word':
    case 'outcome_over':
      return flow ? ['Utfall', year] : [end]
  }
}
