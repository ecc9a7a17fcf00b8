import type { Status } from '../../model/check.js'
import type { StatementKind } from '../../model/report.js'
import type { View, ViewRow } from '../../model/view.js'
import { type ExportedFile, type ExportSource, runsOf, viewNamed } from '../exported-file.js'
import type { Cell, Sheet } from './sheet.js'
import { workbookChunks } from './workbook.js'

const sheetOf: readonly (readonly [StatementKind, string])[] = [
  ['income_statement', 'Income statements'],
  ['balance_sheet', 'Balance sheets'],
  ['cash_flow', 'Cash flows'],
  ['note', 'Notes'],
  ['operating_statement', 'Operating statements'],
  ['multi_year', 'Overviews'],
  ['other', 'Other tables'],
]

/**
 * All reports as a workbook: each kind of statement on its sheet, as an accountant reads it, figures coloured by how
 * sure they are, every statement linked to its page. Before them the reports, behind them key figures and what differs.
 */
export function sourceToWorkbook(source: ExportSource): ExportedFile {
  return { name: 'avstam.xlsx', chunks: () => workbookChunks(sheets(source)) }
}

function* sheets(source: ExportSource): Generator<Sheet> {
  yield viewSheet(source, 'reports', 'Reports')
  for (const [statement, name] of sheetOf) {
    yield { name, widths: [46, 8, ...Array<number>(10).fill(15)], frozen: 1, rows: statementRows(source, statement) }
  }
  yield viewSheet(source, 'key_figures', 'Key figures')
  yield viewSheet(source, 'checks', 'What differs', (row) => ['mismatch', 'incomplete'].includes(String(row.verdict)))
}

const text = (content: unknown, kind: 'text' | 'bold' | 'title' | 'head' = 'text'): Cell =>
  content === null || content === undefined ? null : { text: String(content), style: { kind } }

const legend: readonly Cell[] = [
  text('Colours tell how sure a figure is:', 'bold'),
  null,
  ...(['verified', 'repaired', 'reviewed', 'unverified', 'suspect'] as const).map(
    (status): Cell => ({ text: status, style: { kind: 'number', status, decimals: 0, bold: false } }),
  ),
]

function* statementRows(source: ExportSource, statement: StatementKind): Generator<readonly Cell[]> {
  yield legend
  const facts = source.rows(viewNamed(source, 'facts'), { column: 'statement', value: statement })
  for (const table of runsOf(facts, ({ report_id, table_no }) => `${report_id} ${table_no}`)) {
    yield []
    yield* tableRows(source, table)
  }
}

/** One printed table: its title, its heads, its rows. */
function* tableRows(source: ExportSource, facts: readonly ViewRow[]): Generator<readonly Cell[]> {
  const [first] = facts as [ViewRow, ...ViewRow[]]
  const title = [first.organisation ?? first.document, first.report_period_end, noteOf(first), first.table_title]
  yield [text(`${title.filter((part) => part !== null && part !== '').join(' · ')}, ${first.unit}`, 'title')]
  yield [pageCell(source, first)]
  const heads: Cell[] = [null, text('Not', 'head')]
  for (const fact of facts) heads[1 + Number(fact.column_no)] ??= text(headOf(fact), 'head')
  yield fill(heads)
  let section: unknown = null
  let page = first.page
  for (const row of runsOf(facts, ({ row_no }) => String(row_no))) {
    const [head] = row as [ViewRow, ...ViewRow[]]
    if (head.section !== null && head.section !== section) yield [text(head.section, 'bold')]
    section = head.section
    if (head.page !== page) yield [pageCell(source, head)]
    page = head.page
    const bold = head.role !== 'line'
    const cells: Cell[] = [text(head.label, bold ? 'bold' : 'text'), text(head.note_ref)]
    for (const fact of row) cells[1 + Number(fact.column_no)] = amountCell(fact, bold)
    yield fill(cells)
  }
}

function amountCell(fact: ViewRow, bold: boolean): Cell {
  const decimals = Number(fact.decimals)
  const value = Number(fact.amount) / 10 ** decimals
  return { value, style: { kind: 'number', status: fact.status as Status, decimals, bold } }
}

function pageCell(source: ExportSource, fact: ViewRow): Cell {
  const link = source.pageAddress(fact)
  return { text: `${fact.document}, page ${fact.page}`, style: { kind: link === undefined ? 'text' : 'link' }, link }
}

const noteOf = ({ note }: ViewRow) => (note === null ? null : `Not ${note}`)

function headOf({ column_label, period_end, scenario }: ViewRow): string {
  const printed = column_label ?? period_end ?? ''
  return scenario === 'actual' || column_label !== null ? String(printed) : `${printed} ${scenario}`.trim()
}

/** A view as it is: its columns as heads, a row a row. */
function viewSheet(
  source: ExportSource,
  name: string,
  title: string,
  isWanted: (row: ViewRow) => boolean = () => true,
): Sheet {
  const view = viewNamed(source, name)
  const widths = view.columns.map((column) => (column.type === 'string' ? 24 : 14))
  return { name: title, widths, frozen: 1, rows: viewRows(source, view, isWanted) }
}

function* viewRows(source: ExportSource, view: View, isWanted: (row: ViewRow) => boolean): Generator<readonly Cell[]> {
  yield view.columns.map(({ name }) => text(name, 'head'))
  for (const row of source.rows(view)) {
    if (!isWanted(row)) continue
    yield view.columns.map(({ name }): Cell => {
      const value = row[name] ?? null
      if (typeof value !== 'number') return text(value)
      const decimals = Number.isInteger(value) ? 0 : 2
      return { value, style: { kind: 'number', status: null, decimals, bold: false } }
    })
  }
}

/** No holes: a place that was never set is an empty cell. */
function fill(cells: readonly (Cell | undefined)[]): Cell[] {
  return Array.from(cells, (cell) => cell ?? null)
}
