import type { Random } from '../synthesise/random.js'

/** A fiscal year; both dates are ISO and belong to it. */
export interface FiscalYear {
  readonly start: string
  readonly end: string
}

/** Writes a period, one entry a printed line. */
export type WritePeriod = (year: FiscalYear) => readonly string[]

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober']
MONTHS.push('november', 'december')
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

interface Parts {
  readonly year: string
  readonly short: string
  readonly month: number
  readonly day: number
}

function partsOf(date: string): Parts {
  const [year = '', month, day] = date.split('-')
  return { year, short: year.slice(2), month: Number(month), day: Number(day) }
}

const two = (number: number) => String(number).padStart(2, '0')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The fiscal year that is so many years before another. */
export function yearsBefore({ start, end }: FiscalYear, count: number): FiscalYear {
  const back = (date: string) => `${Number(date.slice(0, 4)) - count}${date.slice(4)}`
  return { start: back(start), end: back(end) }
}

/** A way of writing one date. */
export function drawDate(random: Random): (date: string) => string {
  const isShort = random.chance(0.4)
  const year = ({ year: long, short }: Parts) => (isShort ? short : long)
  const order = random.pick(['year first', 'year first', 'day first', 'words', 'Roman'])
  if (order === 'year first') {
    const between = random.pick(['-', '-', '-', '', '.', ' ', '/', ' - '])
    return (date) => [year(partsOf(date)), two(partsOf(date).month), two(partsOf(date).day)].join(between)
  }
  const last = random.pick(isShort ? ['-', ' -', ' ', '.', '/'] : [' ', ' ', '.', '/', '-'])
  if (order === 'day first') {
    const between = last === ' ' || last.startsWith('-') || last === ' -' ? random.pick(['/', '.']) : last
    return (date) => {
      const parts = partsOf(date)
      return `${parts.day}${between}${two(parts.month)}${last}${year(parts)}`
    }
  }
  if (order === 'Roman') {
    const between = random.pick(['/', '.', ' '])
    return (date) => {
      const parts = partsOf(date)
      return `${parts.day}${between}${ROMAN[parts.month - 1]} ${year(parts)}`
    }
  }
  const letters = random.pick([3, 9, 9])
  const stop = letters === 3 && random.chance(0.4) ? '.' : ''
  const den = random.chance(0.2) ? 'den ' : ''
  const sign = isShort && random.chance(0.6) ? '-' : ''
  return (date) => {
    const parts = partsOf(date)
    const month = MONTHS[parts.month - 1]!.slice(0, letters)
    return `${den}${parts.day} ${month}${month.length === 3 ? stop : ''} ${sign}${year(parts)}`
  }
}

/** A way of writing the month that a date lies in. */
export function drawMonth(random: Random): (date: string) => string {
  const form = random.pick(['word', 'word', 'joined', 'dashed', 'slashed'])
  const isShort = random.chance(0.5)
  const letters = random.pick([3, 9])
  const isCapital = random.chance(0.5)
  const isFirst = random.chance(0.25)
  return (date) => {
    const parts = partsOf(date)
    const year = isShort ? parts.short : parts.year
    const month = MONTHS[parts.month - 1]!.slice(0, letters)
    const word = isCapital ? capital(month) : month
    if (form === 'word') return isFirst ? `${parts.year} ${word}` : `${word} ${isShort ? '-' : ''}${year}`
    if (form === 'joined') return `${year}${two(parts.month)}`
    if (form === 'dashed') return `${year}-${two(parts.month)}`
    return `${parts.month}/${year}`
  }
}

/** A way of writing a whole span of time from its first day to its last. */
export function drawSpan(random: Random): WritePeriod {
  const dash = random.pick([' - ', '-', ' – ', '–', '--', ' -- ', ' — ', ' t.o.m. ', ' till '])
  const form = random.pick(['dates', 'dates', 'dates', 'days', 'months', 'month numbers'])
  if (form === 'days') {
    const isShort = random.chance(0.3)
    const style = random.pick(['slash', 'dot', 'words', 'Roman'])
    const day = ({ day, month }: Parts) => {
      if (style === 'slash') return `${day}/${month}`
      if (style === 'dot') return `${day}.${month}`
      return `${day}${style === 'Roman' ? `/${ROMAN[month - 1]}` : ` ${MONTHS[month - 1]!.slice(0, 3)}`}`
    }
    return ({ start, end }) => {
      const [first, last] = [partsOf(start), partsOf(end)]
      const named = (parts: Parts) => (isShort ? `-${parts.short}` : parts.year)
      const opening = first.year === last.year ? day(first) : `${day(first)} ${named(first)}`
      return [`${opening}${dash}${day(last)} ${named(last)}`]
    }
  }
  if (form === 'months') {
    const letters = random.pick([3, 3, 9])
    const isFirst = random.chance(0.3)
    return ({ start, end }) => {
      const [first, last] = [partsOf(start), partsOf(end)]
      const [from, to] = [first, last].map(({ month }) => MONTHS[month - 1]!.slice(0, letters))
      if (first.year !== last.year) return [`${from} ${first.year}${dash}${to} ${last.year}`]
      return [isFirst ? `${last.year} ${from}${dash}${to}` : `${from}${dash}${to} ${last.year}`]
    }
  }
  const write = form === 'dates' ? drawDate(random) : drawMonth(random)
  const lines = random.pick([1, 1, 2, 2, 3])
  const isLeading = random.chance(0.5)
  return ({ start, end }) => {
    const [from, to] = [write(start), write(end)]
    const sign = dash.trim()
    if (lines === 3) return [from, sign, to]
    if (lines === 2) return isLeading ? [from, `${sign}${to}`] : [`${from}${sign}`, to]
    return [`${from}${dash}${to}`]
  }
}

/** A way of writing a year by its number; a broken one by both. */
export function drawYear(random: Random): (year: FiscalYear) => string {
  const whole = random.pick(['', '', '', '', '-', '’', 'short', 'År ', 'år '])
  const between = random.pick(['/', '/', '-', '–', ' / '])
  const [isFirstShort, isLastShort] = random.pick([
    [false, false],
    [false, true],
    [true, true],
  ])
  return ({ start, end }) => {
    const [first, last] = [partsOf(start), partsOf(end)]
    if (first.year !== last.year)
      return `${isFirstShort ? first.short : first.year}${between}${isLastShort ? last.short : last.year}`
    if (whole === 'short') return last.short
    return whole === '-' || whole === '’' ? `${whole}${last.short}` : `${whole}${last.year}`
  }
}
