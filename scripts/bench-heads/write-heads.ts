import type { Random } from '../synthesise/random.js'
import { drawDate, drawMonth, drawSpan, drawYear, type FiscalYear, type WritePeriod } from './write-periods.js'

/** What a column truly holds: `ago` counts fiscal years back from the report's own. */
export interface TrueColumn {
  readonly ago: number
  readonly scenario: 'actual' | 'budget' | 'variance' | 'forecast'
}

/** A piece of a head line and the columns that it stands over, both ends included. */
export interface HeadPiece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Heads as printed: their lines from above, and the family that they were drawn from. */
export interface DrawnHeads {
  readonly family: string
  readonly lines: readonly (readonly HeadPiece[])[]
}

const OUTCOME = ['Utfall', 'Bokslut', 'Redovisat', 'Redovisning', 'Resultat', 'Ack utfall', 'Ack. utfall', 'Helår']
OUTCOME.push(
  'Utfall helår',
  'Årsutfall',
  'Räkenskapsåret',
  'Verksamhetsåret',
  'Räkenskapsår',
  'Verkligt utfall',
  'Faktiskt',
)
const BUDGET = ['Budget', 'Årsbudget', 'Bud.', 'Budgeterat', 'Helårsbudget', 'Rev. budget', 'Reviderad budget']
const VARIANCE = [
  'Avvikelse',
  'Differens',
  'Diff.',
  'Avvik.',
  'Budgetavvikelse',
  'Avvikelse mot budget',
  'Skillnad',
  '+/-',
]
const FORECAST = ['Prognos', 'Helårsprognos', 'Årsprognos']

// this year, and the year before
const RELATIVE: readonly (readonly [string, string])[] = [
  ['I år', 'Föregående år'],
  ['Årets', 'Föreg. år'],
  ['Årets utfall', 'Fg års utfall'],
  ['Detta år', 'Förra året'],
  ['Innevarande år', 'Föregående år'],
  ['Utfall', 'Utfall fg år'],
  ['Räkenskapsåret', 'Föregående räkenskapsår'],
  ['Året', 'Fg år'],
  ['I år', 'I fjol'],
  ['Bokslut', 'Föreg. bokslut'],
  ['Detta år', 'Fjolåret'],
  ['Redovisat i år', 'Redovisat föregående år'],
  ['Verksamhetsåret', 'Föreg. verksamhetsår'],
  ['Denna period', 'Föregående period'],
  ['Aktuellt år', 'Närmast föregående år'],
]

const BALANCES: readonly (readonly [string, string])[] = [
  ['UB', 'IB'],
  ['Utgående balans', 'Ingående balans'],
  ['Utg. balans', 'Ing. balans'],
  ['Vid årets slut', 'Vid årets början'],
  ['Årets slut', 'Årets början'],
  ['Årets utgång', 'Årets ingång'],
]

/** The words of every family that is drawn, each with how often. */
export const HEAD_FAMILIES = [
  'years',
  'years',
  'dates',
  'dates',
  'spans',
  'spans',
  'months',
  'named years',
  'named years',
  'named dates',
  'year over span',
  'relative',
  'relative',
  'one word over years',
  'balances',
] as const

/** Draws the heads of a table's columns; stocks are dated by their day, flows by their span. */
export function drawHeads(
  random: Random,
  columns: readonly TrueColumn[],
  yearOf: (column: TrueColumn) => FiscalYear,
  holds: 'stock' | 'flow',
): DrawnHeads {
  const isPlain = columns.every(({ scenario, ago }) => scenario === 'actual' && ago < 2)
  const able = HEAD_FAMILIES.filter((one) => {
    if (one === 'relative') return columns.every(({ ago }) => ago < 2)
    if (one === 'balances') return isPlain && holds === 'stock' && columns.length === 2
    if (one === 'spans' || one === 'year over span') return holds === 'flow' && columns.length < 5
    if (one === 'one word over years') return columns.length > 1
    return true
  })
  const family = random.pick(able)
  const isUpper = random.chance(0.15)
  const lines = layOver(random, columns, writerOf(random, family, yearOf, holds), family, yearOf)
  return {
    family,
    lines: isUpper ? lines.map((line) => line.map((one) => ({ ...one, text: one.text.toUpperCase() }))) : lines,
  }
}

/** Puts the lines of each column's head over the columns, on their lowest line or their uppermost. */
function layOver(
  random: Random,
  columns: readonly TrueColumn[],
  write: (column: TrueColumn) => readonly string[],
  family: string,
  yearOf: (column: TrueColumn) => FiscalYear,
): HeadPiece[][] {
  const heads = columns.map(write)
  if (family === 'one word over years') {
    const year = drawYear(random)
    const own = columns.map((column, at) => piece(column.scenario === 'variance' ? ' ' : year(yearOf(column)), at))
    const over: HeadPiece[] = []
    for (const [at, head] of heads.entries()) {
      const before = over.at(-1)
      if (before && before.text === head[0] && columns[at]?.scenario === 'actual')
        over[over.length - 1] = { ...before, to: at }
      else over.push(piece(head[0] ?? '', at))
    }
    return [over, own.filter(({ text }) => text !== ' ')]
  }
  const height = Math.max(...heads.map(({ length }) => length))
  const isLow = random.chance(0.7)
  return Array.from({ length: height }, (_, line) =>
    heads.flatMap((head, at) => {
      const text = head[isLow ? line - (height - head.length) : line]
      return text === undefined || text === '' ? [] : [piece(text, at)]
    }),
  ).filter((line) => line.length > 0)
}

const piece = (text: string, at: number): HeadPiece => ({ text, from: at, to: at })

function writerOf(
  random: Random,
  family: string,
  yearOf: (column: TrueColumn) => FiscalYear,
  holds: 'stock' | 'flow',
): (column: TrueColumn) => readonly string[] {
  const words = {
    actual: random.pick(OUTCOME),
    budget: random.pick(BUDGET),
    variance: random.pick(VARIANCE),
    forecast: random.pick(FORECAST),
  }
  const relative = random.pick(RELATIVE)
  const balances = random.pick(BALANCES)
  if (family === 'relative' || family === 'balances')
    return ({ ago, scenario }) =>
      scenario === 'actual' ? [(family === 'relative' ? relative : balances)[ago] ?? ''] : [words[scenario]]
  if (family === 'one word over years') return ({ scenario }) => [words[scenario]]
  const period = periodWriter(random, family, holds)
  const isNamed = family.startsWith('named')
  const isOwnLine = random.chance(0.5)
  const isAfter = random.chance(0.2)
  const isBudgetDated = random.chance(0.6)
  return (column) => {
    const { scenario } = column
    if (scenario === 'actual' && !isNamed) return period(yearOf(column))
    if (scenario === 'variance' || (scenario !== 'actual' && !isBudgetDated)) return [words[scenario]]
    const dated = period(yearOf(column))
    if (isOwnLine || dated.length > 1) return isAfter ? [...dated, words[scenario]] : [words[scenario], ...dated]
    return [isAfter ? `${dated[0]} ${words[scenario]}` : `${words[scenario]} ${dated[0]}`]
  }
}

/** How the family writes the period of a column. */
function periodWriter(random: Random, family: string, holds: 'stock' | 'flow'): WritePeriod {
  const year = drawYear(random)
  if (family === 'years' || family === 'named years') return (one) => [year(one)]
  if (family === 'spans') return drawSpan(random)
  if (family === 'year over span') {
    const span = drawSpan(random)
    return (one) => [year(one), ...span(one)]
  }
  if (family === 'months') {
    const month = drawMonth(random)
    return ({ end }) => [month(end)]
  }
  const date = drawDate(random)
  const per = random.chance(0.15) ? random.pick(['Per ', 'per ']) : ''
  const span = drawSpan(random)
  if (family === 'named dates' && holds === 'flow') return span
  return ({ end }) => [`${per}${date(end)}`]
}
