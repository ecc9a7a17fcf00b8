import { slipBetween } from '../../arithmetic/misreadings.js'
import { formatAmount, markOf } from '../../model/format-amount.js'
import type { Amount, Column } from '../../model/report.js'
import { versionOf } from '../../store/read-desk.js'
import type { ChosenFigure, DeskView } from '../read-desk-view.js'
import { Actions } from './actions.js'
import { BrokenCheck } from './broken-check.js'
import { FigureCrop } from './page-picture.js'
import { amountOf, columnOf, money, nameOf, ruleNames, statusWords, verdictMarks } from './words.js'

/** What the reader saw besides what it took. */
export type OtherReadings = Pick<Amount, 'second' | 'alternatives' | 'doubts'>

interface Props {
  readonly view: DeskView
  readonly chosen: ChosenFigure
  readonly read: OtherReadings | undefined
  /** Those of its table. */
  readonly columns: readonly Column[]
}

/** The figure under the hand: what it is, what speaks for and against it, and what can be done about it. */
export function FigurePanel({ view, chosen, read, columns }: Props) {
  const { figure, broken, holding } = chosen
  return (
    <section
      class="panel"
      aria-label="The figure"
      data-chosen={figure.fact_id}
      data-version={versionOf(figure)}
      data-amount={amountOf(figure)}
    >
      <header>
        <h2>{nameOf(figure)}</h2>
        <p class="quiet">
          {columnOf(figure)}, page {figure.page},{' '}
          {figure.raw_text === '' ? 'added by hand' : `read as “${figure.raw_text}”`}
        </p>
        <p class={`big figure ${figure.status}`}>
          {amountOf(figure)} <span class="unit">{figure.unit === 'count' ? '' : figure.unit}</span>{' '}
          <span class="tick">{markOf[figure.status]}</span>
        </p>
        <p class={`status ${figure.status}`}>{statusWords[figure.status]}</p>
        <FigureCrop view={view} figure={figure} />
      </header>
      <Suggestions chosen={chosen} read={read} />
      <Actions view={view} chosen={chosen} columns={columns} />
      {broken.map((check) => (
        <BrokenCheck key={check.check_id} view={view} check={check} chosen={figure.fact_id} />
      ))}
      {holding.length === 0 ? null : (
        <details class="holding" open={broken.length === 0}>
          <summary>
            {holding.length} {holding.length === 1 ? 'check confirms' : 'checks confirm'} it
          </summary>
          <ul>
            {holding.map((check) => (
              <li key={check.check_id}>
                <span class="verified">{verdictMarks[check.verdict]}</span> {ruleNames[check.rule]}: {check.explanation}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Other values that it may have: offered by proof, seen by the reader, or wanted by the checks. Each is one press away. */
function Suggestions({ chosen: { figure, repairs, doubt }, read }: Omit<Props, 'view' | 'columns'>) {
  const values = new Map<number, string>()
  const add = (value: number | null | undefined, why: string) => {
    if (value !== null && value !== undefined && value !== figure.amount && !values.has(value)) values.set(value, why)
  }
  for (const { amount_after, amount_before, evidence, decision } of repairs) {
    if (decision === 'proposed') add(amount_after, `offered: ${faultOf(evidence)}`)
    if (decision === 'auto') add(amount_before, 'as it was read')
  }
  add(read?.second, 'a second reading of the picture')
  for (const value of read?.alternatives ?? []) add(value, 'another reading of the picture')
  // what no reader could have made of it is not put in anybody's mouth, though it would close a sum
  const slip = doubt?.wanted != null ? slipBetween(doubt.wanted, figure.amount) : undefined
  if (doubt && slip) add(doubt.wanted, `closes ${count(doubt.settles, 'check')}: ${slip.fault}`)
  const doubts = figure.status === 'suspect' ? (read?.doubts ?? []) : []
  if (values.size === 0 && doubts.length === 0) return null
  return (
    <div class="suggestions">
      {doubts.map((one) => (
        <p key={one}>In doubt: {one}.</p>
      ))}
      {[...values].map(([value, why], index) => (
        <button type="button" key={value} data-entry={formatAmount(value, figure.decimals)}>
          {index < 9 && <kbd>{index + 1}</kbd>}{' '}
          <span class="number">{money(value / 10 ** figure.decimals, figure.unit)}</span>{' '}
          <span class="quiet">{why}</span>
        </button>
      ))}
    </div>
  )
}

function faultOf(evidence: string): string {
  const known: unknown = JSON.parse(evidence)
  return typeof known === 'object' && known !== null && 'fault' in known ? String(known.fault) : 'by proof'
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}
