import { foldLabel, isYearResult } from '../arithmetic/row-kind.js'
import { findTotalAssets } from '../arithmetic/total-assets.js'
import type { Amount, Column, Row, StatementKind, Table, Unit } from '../model/report.js'
import { chooseCells } from './choose-cells.js'
import { withColumnDecimals } from './column-decimals.js'
import { type ColumnHead, isHeadText, toColumn, yearBefore } from './column-heads.js'
import type { DraftRow } from './entries-to-rows.js'
import { findDates } from './find-dates.js'
import { findSums } from './find-sums.js'
import { isTable } from './is-table.js'
import { withLostPercent } from './lost-percent.js'
import type { ParseWords } from './parse-words.js'
import { UNTOLD_PERIOD } from './periods-by-rows.js'
import { doubtShare, isCounted, withUnit } from './row-unit.js'
import { isDigitApart } from './settle-periods.js'
import { withoutStrayDecimals } from './stray-decimals.js'
import { withoutInk } from './without-ink.js'

/** What is known of a table before its rows are read. */
export interface TableFrame {
  readonly kind: StatementKind
  readonly note: string | null
  readonly title: string | null
  readonly unit: Unit
  readonly page: number
  /** Month and day on which the fiscal year ends, `MM-DD`. */
  readonly fiscalYearEnd: string
  /** The report's own period, for columns whose heads name none. */
  readonly periodEnd: string | null
  /** How many lines it was read from. */
  readonly lines: number
}

/** Reads draft rows into a table: cells chosen by sums, kinds of column, concepts, structure of sums. */
export function draftToTable(
  frame: TableFrame,
  heads: readonly ColumnHead[],
  entries: readonly DraftRow[],
  words: ParseWords,
): Table | undefined {
  const drafts = entries.filter((draft) => !isYears(draft))
  if (drafts.length === 0 || heads.length === 0) return undefined
  const named = heads.map((head) => toColumn(head, frame.fiscalYearEnd))
  const unit = isCounted(frame.title) ? 'count' : frame.unit
  // key figures are printed with decimals and without
  const isOfKeyFigures = frame.kind === 'multi_year' || frame.kind === 'other'
  const formed = isOfKeyFigures ? drafts : withColumnDecimals(drafts)
  const read = withLostPercent(chooseCells(frame.kind, named, formed)).map((row) => withUnit(row, unit))
  const figures = isOfKeyFigures ? read : withoutStrayDecimals(read)
  const pictured = figures.some((row) => row.cells.some((cell) => cell?.box))
  if (pictured && !isTable(figures, frame.lines)) return undefined
  const rows = withoutInk(
    figures,
    (some) => findSums({ kind: frame.kind, columns: named, rows: some, title: frame.title }).sums,
  )
  const columns = completeColumns(named, heads, rows, frame)
  const kind = kindOf(frame.kind, columns, rows)
  const { sums, roles } = findSums({ kind, columns, rows, title: frame.title })
  const assets = kind === 'balance_sheet' ? findTotalAssets(rows) : -1
  return {
    kind,
    note: frame.note,
    title: frame.title,
    unit,
    page: frame.page,
    columns,
    rows: rows.map((row, index) => ({
      ...row,
      cells: row.cells.map((cell, place) => {
        const told = cell && doubtShare(cell, row, columns[place])
        return told && columns[place]?.periodEnd === null ? withoutPeriod(told) : told
      }),
      role: roles[index] ?? 'line',
      concept:
        row.label === null ? null : (words.findConcept(row.label, kind) ?? (index === assets ? 'total_assets' : null)),
    })),
    sums,
  }
}

/** Fills in what heads leave open: years from their neighbours, budget and variance from what the rows add up to. */
function completeColumns(
  named: readonly Column[],
  heads: readonly ColumnHead[],
  rows: readonly Row[],
  frame: TableFrame,
): Column[] {
  const columns = named.map((column, index) => ({
    ...column,
    unit: isShare(rows, index, column.label) ? ('%' as const) : null,
  }))
  const bare = heads.every((head) => head.scenario === null && head.periodEnd === null)
  if (columns.length === 3 && bare) {
    const full = rows
      .map((row) => row.cells.map((cell) => cell?.value))
      .filter((values) => values.every((value) => value !== undefined))
    const closing = full.filter(([a, b, c]) => a! - b! === c!).length
    if (full.length >= 3 && closing >= 0.6 * full.length) {
      const round = (column: number) => full.filter((values) => values[column]! % 1000 === 0).length
      const [budget, actual] = round(0) >= round(1) ? [0, 1] : [1, 0]
      columns[budget]!.scenario = 'budget'
      columns[actual]!.scenario = 'actual'
      columns[2]!.scenario = 'variance'
    }
  }
  // a year that lies after the report's own and differs from it in one digit is misread
  const own = frame.periodEnd
  const isOwnToo = (one: Column) => isRepeated({ ...one, periodEnd: own }, columns)
  if (own !== null)
    for (const column of columns)
      if (
        column.scenario !== 'budget' &&
        column.periodEnd !== null &&
        column.periodEnd > own &&
        !isOwnToo(column) &&
        isDigitApart(column.periodEnd, own)
      )
        column.periodEnd = own
  // "Föregående år" stands beside a column that is the report's own year
  const isRelative = heads.some(({ relative }) => relative !== null)
  if (own !== null && isRelative)
    columns.forEach((column, index) => {
      column.periodEnd ??= heads[index]?.relative === 'previous' ? yearBefore(own) : own
    })
  // where one column is a budget or variance and has no date, it is of the year beside it
  const dated = columns.map((column) => column.periodEnd)
  columns.forEach((column, index) => {
    if (column.periodEnd !== null) return
    const planned = new Set(columns.flatMap((one, place) => (one.scenario === 'budget' ? (dated[place] ?? []) : [])))
    // what lies between a budget and its outcome is of the budget's year, wherever it stands
    const between = column.scenario === 'variance' && planned.size === 1 ? [...planned][0] : undefined
    const beside = dated[index - 1] ?? dated[index + 1] ?? dated.find((date) => date !== null) ?? null
    const near = between ?? (own !== null && dated.includes(own) ? own : beside)
    const alone = columns.length === 1 || columns.some((one) => one.scenario !== 'actual')
    // "2022 2021" over one column: the figures of the other were not read, and whose these are is not told
    if (column.scenario === 'actual' && findDates(column.label ?? '').length > 1) return
    // of several columns of outcomes the order is not told: the other tables of the report know it
    if (column.scenario !== 'actual' || alone) column.periodEnd = near ?? own
    else if (frame.kind === 'other' && index === 0 && column.label === null) column.periodEnd = near ?? own
  })
  if (isTwoBodies(columns)) return columns
  return columns.map((column, index) =>
    isRepeated(column, columns.toSpliced(index, 1)) ? { ...column, periodEnd: null } : column,
  )
}

/** Whether the second half of the columns says again what the first half does: a group beside its parent. */
function isTwoBodies(columns: readonly Column[]): boolean {
  const half = columns.length / 2
  const said = columns.map(({ periodEnd, scenario, unit }) => `${periodEnd} ${scenario} ${unit}`)
  const first = said.slice(0, half)
  const dated = columns.every(({ periodEnd }) => periodEnd !== null)
  return dated && half >= 2 && new Set(first).size === half && first.join() === said.slice(half).join()
}

/** A period that stands over two columns is a second table's beside it, another company's, or misread over one of them. */
function isRepeated({ periodEnd, scenario, unit }: Column, others: readonly Column[]): boolean {
  return others.some((one) => one.periodEnd === periodEnd && one.scenario === scenario && one.unit === unit)
}

function withoutPeriod(cell: Amount): Amount {
  return { ...cell, doubts: [...cell.doubts, UNTOLD_PERIOD] }
}

/** No statement has as many years beside each other. */
const MOST_STATED_YEARS = 3

/** What a table is: under the heading of an overview may stand others, whose own headings were not read. */
function kindOf(told: StatementKind, columns: readonly Column[], rows: readonly Row[]): StatementKind {
  if (told === 'other') return kindByContent(columns, rows)
  const isHeldAgainstBudget = columns.some((column) => column.scenario === 'variance')
  // what is owned and owed has no variance: behind the balance sheet stands a table whose heading was not known
  if (told === 'balance_sheet' && isHeldAgainstBudget && findTotalAssets(rows) < 0) return 'operating_statement'
  if (told !== 'multi_year') return told
  if (isHeldAgainstBudget) return 'operating_statement'
  const last = rows.findLast((row) => row.cells.some(Boolean))
  const refers = columns.length < MOST_STATED_YEARS && rows.some((row) => row.noteRef !== null)
  if (refers && findTotalAssets(rows) >= 0) return 'balance_sheet'
  return refers && isYearResult(foldLabel(last?.label ?? null)) ? 'income_statement' : told
}

/** What a table without a heading is, by its columns and by rows that only one statement has. */
function kindByContent(columns: readonly Column[], rows: readonly Row[]): StatementKind {
  if (columns.some((column) => column.scenario !== 'actual')) return 'operating_statement'
  const years = new Set(columns.flatMap((column) => column.periodEnd?.slice(0, 4) ?? []))
  if (years.size >= MOST_STATED_YEARS) return 'multi_year'
  const has = (pattern: RegExp) => rows.some((row) => row.label !== null && pattern.test(row.label))
  if (has(/likvida medel vid (?:årets|periodens) början/i) && has(/likvida medel vid (?:årets|periodens) slut/i))
    return 'cash_flow'
  if (has(/^summa tillgångar/i) && has(/^summa (?:eget kapital|skulder)/i)) return 'balance_sheet'
  return 'other'
}

/** Whether a row holds nothing but years or dates: heads that were taken for a row. */
function isYears(draft: DraftRow): boolean {
  const cells = draft.options[0]?.cells.filter((cell) => cell !== null) ?? []
  const bare = draft.label === null || /^(?:belopp|kr|tkr|kkr|mkr|not)\b/i.test(draft.label)
  // "Belopp i kr" stands over figures, whatever was read of the dates beside it; "Belopp vid årets ingång" is a row
  if (draft.label !== null && isHeadText(draft.label) && /^belopp\b(?! vid)/i.test(draft.label)) return true
  const raws = cells.map((cell) => cell.raw.replace(/^[^\d]+|[^\d]+$/g, ''))
  const dates = raws.every((raw) => /^(?:19|20)\d\d-?[01]\d-?[0-3]\d$/.test(raw))
  return cells.length > 0 && (dates || (bare && raws.every((raw) => /^(?:19|20)\d\d(?:[/-]\d\d)?$/.test(raw))))
}

/** Whether a column holds shares: all that is printed in it, in rows of money too, has a per cent sign, or some and its head. */
function isShare(rows: readonly Row[], column: number, head: string | null): boolean {
  const printed = rows.flatMap((row) => row.cells[column] ?? []).filter((cell) => cell.value !== 0)
  const signed = printed.filter((cell) => /%/.test(cell.raw))
  return signed.length > 0 && (signed.length === printed.length || /ränt|sats|procent|%/i.test(head ?? ''))
}
