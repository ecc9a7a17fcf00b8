import type { CellRef, Check, Rule } from '../model/check.js'
import type { Column, Report, Table } from '../model/report.js'
import { ACCOUNTS, repeatedRows } from './repeated-rows.js'

/** Identities between two tables, which hold only if both are of the same body, time and unit. */
const ACROSS: ReadonlySet<Rule> = new Set<Rule>([
  'note_to_statement',
  'result_in_equity',
  'balance',
  'cash_to_balance',
  'cross_statement',
  'cross_year',
])

/** A first fiscal year lasts eighteen months at most, and half a month is the reader's. */
const LONGEST_YEAR = 18.5 * 30.5 * 86_400_000

/** In so many rows, and all that have a figure in both columns, the sign turns from one year to the other. */
const FEWEST_TURNED = 3

/** Of so many sums in kronor this share closes to the unit, or the kronor were not read. */
const FEWEST_SUMS = 4
const CLOSING = 0.5

/**
 * Columns whose sums prove that their figures belong together, and not whose, of which year or in what unit they are:
 * other tables say otherwise, or the heads cannot be right.
 */
export function doubtfulColumns(report: Report, checks: readonly Check[]): (table: number, column: number) => boolean {
  const repeats = repeatedRows(report)
  const links = linksAcross(report, checks)
  const isCutShort = kronorLost(checks)
  const doubtful = new Set(
    report.tables.flatMap((table, index) => {
      if (!ACCOUNTS.has(table.kind)) return []
      return table.columns.flatMap((column, place) => {
        const { alike, otherwise } = repeats(index, place)
        const { held, broken } = links.get(`${index}/${place}`) ?? { held: 0, broken: 0 }
        const isContradicted = (otherwise > 0 && otherwise >= alike) || (broken > 0 && held === 0)
        const isOff =
          isContradicted ||
          isOfOtherTime(table, column, report) ||
          isFarFromOthers(table, column) ||
          isTurned(table, place) ||
          (isCutShort && table.unit === 'kr')
        return isOff ? [`${index}/${place}`] : []
      })
    }),
  )
  return (table, column) => doubtful.has(`${table}/${column}`)
}

/** How many identities with other tables hold and are broken, by column. */
function linksAcross(report: Report, checks: readonly Check[]): Map<string, { held: number; broken: number }> {
  const links = new Map<string, { held: number; broken: number }>()
  for (const check of checks) {
    if (!ACROSS.has(check.rule) || check.unit === '%' || !check.expected) continue
    const cells = [...(check.subjectCell ? [check.subjectCell] : []), ...check.terms.map(({ cell }) => cell)]
    const isAcross = check.other !== null || new Set(cells.map(({ table }) => table)).size > 1
    if (!isAcross || check.verdict === 'incomplete') continue
    for (const cell of cells) {
      if (!valueAt(report, cell)) continue
      const key = `${cell.table}/${cell.column}`
      const link = links.get(key) ?? { held: 0, broken: 0 }
      link[check.verdict === 'mismatch' ? 'broken' : 'held']++
      links.set(key, link)
    }
  }
  return links
}

function valueAt(report: Report, { table, row, column }: CellRef): number {
  return report.tables[table]?.rows[row]?.cells[column]?.value ?? 0
}

/** Whether a column is neither of the report's year nor beside one that is, nor of the year before. */
function isOfOtherTime({ columns }: Table, { periodEnd, scenario }: Column, report: Report): boolean {
  const end = report.periodEnd
  if (end === null || periodEnd === null || scenario !== 'actual') return false
  if (columns.some((one) => one.periodEnd === end)) return false
  return Math.abs(timeOf(end) - timeOf(periodEnd)) > LONGEST_YEAR || periodEnd > end
}

/** Whether a column is further from its neighbours than a year lasts. */
function isFarFromOthers({ columns }: Table, { periodEnd, scenario }: Column): boolean {
  if (periodEnd === null || scenario !== 'actual') return false
  const others = columns.flatMap((one) =>
    one.scenario === 'actual' && one.periodEnd !== null && one.periodEnd !== periodEnd ? [one.periodEnd] : [],
  )
  return others.length > 0 && others.every((one) => Math.abs(timeOf(one) - timeOf(periodEnd)) > LONGEST_YEAR)
}

function timeOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** Whether all figures have another sign than in the column beside: a rule was read as minus, or minuses were lost. */
function isTurned({ rows, columns }: Table, column: number): boolean {
  const own = columns[column]!
  return columns.some((other, place) => {
    if (place === column || other.scenario !== own.scenario || other.unit !== own.unit) return false
    const both = rows.filter(({ cells }) => cells[column]?.value && cells[place]?.value)
    const turned = both.filter(({ cells }) => Math.sign(cells[column]!.value) !== Math.sign(cells[place]!.value))
    return turned.length >= FEWEST_TURNED && turned.length === both.length
  })
}

/** Whether most sums in kronor hold only nearly, as they do where the last three digits of every figure are lost. */
function kronorLost(checks: readonly Check[]): boolean {
  const sums = checks.filter(
    ({ rule, unit, terms, verdict, confirms }) =>
      /_sum$|^cash_flow$/.test(rule) &&
      unit === 'kr' &&
      terms.length > 1 &&
      (verdict === 'rounding' || (verdict === 'ok' && confirms)),
  )
  const exact = sums.filter(({ verdict }) => verdict === 'ok').length
  return sums.length >= FEWEST_SUMS && exact < CLOSING * sums.length
}
