import { markOf } from '../../model/format-amount.js'
import { statementNames } from '../../model/statement-names.js'
import type { FigureRow } from '../../store/read-desk.js'
import { addressOf, pageAddress } from '../addresses.js'
import type { MissedCell } from '../read-decided.js'
import type { DeskView } from '../read-desk-view.js'
import { amountOf, columnName, columnOf, nameOf, statusWords } from './words.js'

interface StatementsProps {
  readonly view: DeskView
  /** The empty cells of the page. */
  readonly missed: readonly MissedCell[]
  /** Id of the figure or empty cell in hand. */
  readonly chosen: string | undefined
}

/** The tables of a page as an accountant reads them: lines, ruled sums, each figure with its mark. */
export function Statements({ view, missed, chosen }: StatementsProps) {
  const tables = [...new Set(view.figures.map(tableOf))]
  if (tables.length === 0) return <p class="quiet">No figures were read on this page.</p>
  return (
    <>
      {tables.map((table) => (
        <Statement
          key={table}
          figures={view.figures.filter((figure) => tableOf(figure) === table)}
          missed={missed.filter(({ reportId, cell }) => `${reportId} ${cell.table + 1}` === table)}
          chosen={chosen}
          sha256={view.document.sha256!}
        />
      ))}
    </>
  )
}

interface StatementProps {
  readonly figures: readonly FigureRow[]
  readonly missed: readonly MissedCell[]
  readonly chosen: string | undefined
  readonly sha256: string
}

function Statement({ figures, missed, chosen, sha256 }: StatementProps) {
  const first = figures[0]!
  const heads = new Map([
    ...missed.map(({ cell, column }) => [cell.column + 1, columnName(column)] as const),
    ...figures.map((figure) => [figure.column_no, columnOf(figure)] as const),
  ])
  const columns = [...heads.keys()].sort((a, b) => a - b)
  const rows = [...new Set(figures.map(({ row_no }) => row_no))]
  const kind =
    first.statement === 'note' && first.note !== null ? `Note ${first.note}` : statementNames[first.statement]
  let section: string | null = null
  return (
    <table class={columns.length > 3 ? 'statement many' : 'statement'}>
      <caption>
        {kind}
        {first.table_title === null ? '' : `: ${first.table_title}`} <span class="quiet">{first.unit}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">Row</span>
          </th>
          {columns.map((column) => (
            <th scope="col" class="number" key={column}>
              {heads.get(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((row) => {
          const own = figures.filter(({ row_no }) => row_no === row)
          const heading = own[0]!.section !== section && own[0]!.section !== null ? own[0]!.section : null
          section = own[0]!.section
          return [
            heading === null ? null : (
              <tr class="section" key={`${row} section`}>
                <th scope="colgroup" colSpan={columns.length + 1}>
                  {heading}
                </th>
              </tr>
            ),
            <Line
              key={row}
              figures={own}
              missed={missed.filter(({ cell }) => cell.row + 1 === row)}
              columns={heads}
              chosen={chosen}
              sha256={sha256}
              unit={first.unit}
            />,
          ]
        })}
      </tbody>
    </table>
  )
}

interface LineProps extends StatementProps {
  readonly columns: ReadonlyMap<number, string>
  readonly unit: string
}

function Line({ figures, missed, columns, chosen, sha256, unit }: LineProps) {
  const { role, label, note_ref, unit: own } = figures[0]!
  return (
    <tr class={role}>
      <th scope="row">
        {label ?? '·'}
        {own === unit ? null : <span class="quiet"> {own}</span>}
        {note_ref === null ? null : <span class="note">note {note_ref}</span>}
      </th>
      {[...columns.keys()]
        .sort((a, b) => a - b)
        .map((column) => {
          const figure = figures.find(({ column_no }) => column_no === column)
          const empty = missed.find(({ cell }) => cell.column + 1 === column)
          return (
            <td class="number" key={column}>
              {figure && <Cell figure={figure} isChosen={figure.fact_id === chosen} />}
              {empty && <Missed missed={empty} sha256={sha256} isChosen={empty.factId === chosen} />}
            </td>
          )
        })}
    </tr>
  )
}

function Cell({ figure, isChosen }: { readonly figure: FigureRow; readonly isChosen: boolean }) {
  const { status, confirmations, fact_id } = figure
  const confirmed =
    confirmations === 0 ? '' : `; ${confirmations} ${confirmations === 1 ? 'check confirms' : 'checks confirm'} it`
  return (
    <a
      class={`figure ${status}`}
      href={addressOf(figure)}
      data-figure={fact_id}
      aria-current={isChosen ? 'true' : undefined}
      title={`${statusWords[status]}${confirmed}`}
    >
      {amountOf(figure)} <span class="tick">{markOf[status]}</span>
      <span class="unseen"> {status}</span>
    </a>
  )
}

/** Where no figure stands: it leads to where one that was missed is added. */
function Missed({ missed, sha256, isChosen }: MissedProps) {
  const { table, row, column, page, factId } = missed
  const name = nameOf({ label: row.label, statement: table.kind, note: table.note })
  return (
    <a
      class="missed"
      href={pageAddress({ sha256, page, factId })}
      aria-current={isChosen ? 'true' : undefined}
      aria-label={`Add what was missed: ${name}, ${columnName(column)}`}
      title="Add a figure that was missed"
    >
      +
    </a>
  )
}

interface MissedProps {
  readonly missed: MissedCell
  readonly sha256: string
  readonly isChosen: boolean
}

function tableOf({ report_id, table_no }: FigureRow): string {
  return `${report_id} ${table_no}`
}
