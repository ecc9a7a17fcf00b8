import { markOf } from '../../model/format-amount.js'
import { statementNames } from '../../model/statement-names.js'
import type { FigureRow } from '../../store/read-desk.js'
import { addressOf } from '../addresses.js'
import type { DeskView } from '../read-desk-view.js'
import { amountOf, columnOf, statusWords } from './words.js'

/** The tables of a page as an accountant reads them: lines, ruled sums, each figure with its mark. */
export function Statements({ view }: { readonly view: DeskView }) {
  const tables = [...new Set(view.figures.map(tableOf))]
  if (tables.length === 0) return <p class="quiet">No figures were read on this page.</p>
  return (
    <>
      {tables.map((table) => (
        <Statement
          key={table}
          figures={view.figures.filter((figure) => tableOf(figure) === table)}
          chosen={view.chosen?.figure.fact_id}
        />
      ))}
    </>
  )
}

interface StatementProps {
  readonly figures: readonly FigureRow[]
  readonly chosen: string | undefined
}

function Statement({ figures, chosen }: StatementProps) {
  const first = figures[0]!
  const columns = [...new Set(figures.map(({ column_no }) => column_no))].sort((a, b) => a - b)
  const rows = [...new Set(figures.map(({ row_no }) => row_no))]
  const kind =
    first.statement === 'note' && first.note !== null ? `Note ${first.note}` : statementNames[first.statement]
  let section: string | null = null
  return (
    <table class="statement">
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
              {columnOf(figures.find(({ column_no }) => column_no === column)!)}
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
            <Line key={row} figures={own} columns={columns} chosen={chosen} unit={first.unit} />,
          ]
        })}
      </tbody>
    </table>
  )
}

interface LineProps extends StatementProps {
  readonly columns: readonly number[]
  readonly unit: string
}

function Line({ figures, columns, chosen, unit }: LineProps) {
  const { role, label, note_ref, unit: own } = figures[0]!
  return (
    <tr class={role}>
      <th scope="row">
        {label ?? '·'}
        {own === unit ? null : <span class="quiet"> {own}</span>}
        {note_ref === null ? null : <span class="note">note {note_ref}</span>}
      </th>
      {columns.map((column) => {
        const figure = figures.find(({ column_no }) => column_no === column)
        return (
          <td class="number" key={column}>
            {figure && <Cell figure={figure} isChosen={figure.fact_id === chosen} />}
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

function tableOf({ report_id, table_no }: FigureRow): string {
  return `${report_id} ${table_no}`
}
