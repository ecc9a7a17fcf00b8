import { foldLabel, isYearResult } from '../arithmetic/row-kind.js'
import { findTotalAssets } from '../arithmetic/total-assets.js'
import {
  type Amount,
  type Column,
  type Row,
  type StatementKind,
  type Table,
  UNTOLD_PERIOD,
  type Unit,
} from '../model/report.js'
import { chooseCells } from './choose-cells.js'
import { withColumnDecimals } from './column-decimals.js'
import { type ColumnHead, isHeadText, toColumn } from './column-heads.js'
import { completeColumns } from './complete-columns.js'
import { doubtSigns } from './doubt-signs.js'
import type { DraftRow } from './draft-row.js'
import { findSums } from './find-sums.js'
import { isTable } from './is-table.js'
import { withLostPercent } from './lost-percent.js'
import type { ParseWords } from './parse-words.js'
import { doubtShare, isCounted, withUnit } from './row-unit.js'
import { withoutStrayDecimals } from './stray-decimals.js'
import { withoutInk } from './without-ink.js'
import { headsFromRow } from './years-in-row.js'

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
  printed: readonly ColumnHead[],
  entries: readonly DraftRow[],
  words: ParseWords,
): Table | undefined {
  const heads = headsFromRow(printed, entries)
  const drafts = entries.filter((draft, index) => !isYears(draft) && (index > 0 || heads === printed))
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
    rows: doubtSigns(rows, columns).map((row, index) => ({
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
  const isHeldAgainstBudget = columns.some(({ scenario }) => scenario === 'variance')
  const last = rows.findLast((row) => row.cells.some(Boolean))
  if (columns.some(({ scenario }) => scenario !== 'actual'))
    return !isHeldAgainstBudget && isYearResult(foldLabel(last?.label ?? null))
      ? 'income_statement'
      : 'operating_statement'
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
