import type { Family } from './family.js'
import type { MadeRow, MadeTable } from './made-report.js'
import { inWords } from './print-head.js'

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
    comma: `Not ${table.note},`,
    with_nr: `Not nr ${table.note}`,
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
