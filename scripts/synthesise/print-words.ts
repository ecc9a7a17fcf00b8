import type { Family } from './family.js'
import type { MadeColumn, MadeRow, MadeTable } from './made-report.js'

const MINUS: Record<Family['minus'], (digits: string) => string> = {
  hyphen: (digits) => `-${digits}`,
  dash: (digits) => `–${digits}`,
  parentheses: (digits) => `(${digits})`,
  trailing: (digits) => `${digits}-`,
  minus: (digits) => `−${digits}`,
  apart: (digits) => `-\u00a0${digits}`,
  cell_edge: (digits) => `<span class="edge"><span>-</span><span>${digits}</span></span>`,
}

/** Figures as the family prints them: grouped in threes, the minus in its place. */
export function printFigure(value: number | null, family: Family, unit: MadeRow['unit'] = null, decimals = 0): string {
  if (value === null) return ''
  if (value === 0 && (family.zero !== '0' || unit !== null)) return family.zero
  const after = unit === '%' ? 1 : unit === null ? decimals : 0
  const size = 10 ** after
  const grouped = String(Math.floor(Math.abs(value) / size)).replace(/\B(?=(\d{3})+$)/g, family.grouping)
  const mark = unit === null ? family.oreMark : ','
  const digits = after === 0 ? grouped : `${grouped}${mark}${String(Math.abs(value) % size).padStart(after, '0')}`
  const ended = unit === null ? digits + family.figureEnd : digits
  return value < 0 ? MINUS[family.minus](ended) : ended
}

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
    case 'outgoing':
      return [flow ? `Utfall ${year}` : dated ? `UB ${end}` : year]
    case 'year_over_word':
    case 'outcome_over':
      return flow ? ['Utfall', year] : [end]
  }
}

export const UNIT_WORDS: Record<Family['unitWords'], Record<MadeTable['unit'], string>> = {
  short: { kr: 'kr', tkr: 'tkr', mkr: 'mkr', '%': '', count: '' },
  international: { kr: 'SEK', tkr: 'TSEK', mkr: 'MSEK', '%': '', count: '' },
  whole: { kr: 'Kronor', tkr: 'Tusental kronor', mkr: 'Miljoner kronor', '%': '', count: '' },
  kkr: { kr: 'kr', tkr: 'kkr', mkr: 'mnkr', '%': '', count: '' },
  capital: { kr: 'Kr', tkr: 'Tkr', mkr: 'Mkr', '%': '', count: '' },
  counted: { kr: 'kronor', tkr: 'tusentals kronor', mkr: 'miljoner kronor', '%': '', count: '' },
  thousand: { kr: 'kronor', tkr: 'tusen kronor', mkr: 'miljoner kronor', '%': '', count: '' },
  ksek: { kr: 'SEK', tkr: 'KSEK', mkr: 'MSEK', '%': '', count: '' },
  swedish: { kr: 'svenska kronor', tkr: 'tusental svenska kronor', mkr: 'miljoner svenska kronor', '%': '', count: '' },
  thousands: { kr: 'hela kronor', tkr: '1000-tal kronor', mkr: 'miljoner kronor', '%': '', count: '' },
}

/** The words that tell the unit: a line of its own, or part of the title. */
export function printUnit(table: MadeTable, family: Family): string {
  const word = UNIT_WORDS[family.unitWords][table.unit]
  if (word === '') return ''
  if (family.unitLine === 'title') return ` (${word})`
  if (family.unitLine === 'comma') return `, ${word}`
  if (family.unitLine === 'within') return ` i ${word}`
  return family.unitWords === 'international' || family.unitWords === 'whole' ? word : `Belopp i ${word}`
}

/** The days of the latest year in a statement; nothing over tables of several years or of no year. */
function printDaysOf({ kind, columns }: MadeTable): string {
  const [period] = columns.map((column) => column.period).sort((one, other) => other.end.localeCompare(one.end))
  if (period === undefined) return ''
  if (kind === 'balance_sheet') return `Per den ${inWords(period.end)}`
  if (kind !== 'income_statement' && kind !== 'cash_flow') return ''
  const sameYear = period.start.slice(0, 4) === period.end.slice(0, 4)
  return `${sameYear ? inWords(period.start).slice(0, -5) : inWords(period.start)} – ${inWords(period.end)}`
}

/** What stands under the title of a statement: its days, its unit, or both; nothing where the family has neither there. */
export function printUnderTitle(table: MadeTable, family: Family): string {
  if (table.note !== null) return ''
  const unit = UNIT_WORDS[family.unitWords][table.unit]
  const days = family.daysUnderTitle ? printDaysOf(table) : ''
  if (family.unitLine !== 'under_title') return days
  return days === '' ? `Belopp i ${unit}` : `${days}, ${unit}`
}

/** The words that tell the unit of all tables at once. */
export function printUnitOfAll(table: MadeTable, family: Family): string {
  return `Alla belopp anges i ${UNIT_WORDS[family.unitWords][table.unit]} om inget annat sägs`
}

/** The heading over a table. */
export function printTitle(table: Pick<MadeTable, 'note' | 'title'>, family: Family): string {
  if (table.note === null) return table.title
  const number = {
    plain: `Not ${table.note}`,
    colon: `Not ${table.note}:`,
    upper: `NOT ${table.note}`,
    dot: `Not ${table.note}.`,
    bare: table.note,
    bracket: `${table.note})`,
    upper_dot: `NOT ${table.note}.`,
    dash: `Not ${table.note} –`,
    over: `Not ${table.note}\n`,
    apart: `Not ${table.note}\u2003\u2003`,
    number_dot: `${table.note}.`,
    hyphen: `Not ${table.note} -`,
    upper_colon: `NOT ${table.note}:`,
  }
  return `${number[family.noteHead]} ${table.title}`
}

/** What stands in the note column of a row. */
export function printNoteReference(row: MadeRow, family: Family): string {
  if (row.noteRef === null) return ''
  const called = row.noteRef.replaceAll(',', ', ')
  const words = {
    number: called,
    word: `Not ${called}`,
    bracket: `${called})`,
    lower: `not ${called}`,
    parentheses: `(${called})`,
    dot: `${called}.`,
    see: `se not ${called}`,
    word_in_parentheses: `(not ${called})`,
  }
  return words[family.noteColumn]
}
