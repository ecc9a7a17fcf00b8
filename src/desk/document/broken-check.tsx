import { markOf } from '../../model/format-amount.js'
import type { FigureRow } from '../../store/read-desk.js'
import { addressOf } from '../addresses.js'
import type { DeskCheck, DeskView } from '../read-desk-view.js'
import { FigureCrop } from './page-picture.js'
import { amountOf, gapOf, money, nameOf, ruleNames } from './words.js'

interface Props {
  readonly view: DeskView
  readonly check: DeskCheck
  readonly chosen: string
}

/** A check that does not hold: in words, as a sum with its gap, and the paper at each of its figures. */
export function BrokenCheck({ view, check, chosen }: Props) {
  const { rule, subject, explanation, parts, subjectFigure, expected, actual, difference, unit } = check
  return (
    <div class="broken">
      <h3>
        <span class="suspect">≠</span> {subject} <span class="quiet">{ruleNames[rule]}</span>
      </h3>
      <p>
        <strong>{gapOf(check)}</strong> {explanation}
      </p>
      <table class="terms">
        <thead class="unseen">
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Amount</th>
            <th scope="col">Paper</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ figure, sign }) => (
            <Term key={figure.fact_id} view={view} figure={figure} sign={sign} isChosen={figure.fact_id === chosen} />
          ))}
          <tr class="total">
            <th scope="row">give</th>
            <td class="number">{money(actual, unit)}</td>
            <td />
          </tr>
          {subjectFigure === undefined ? (
            <tr>
              <th scope="row">against</th>
              <td class="number">{money(expected, unit)}</td>
              <td />
            </tr>
          ) : (
            <Term view={view} figure={subjectFigure} sign={1} isChosen={subjectFigure.fact_id === chosen} printed />
          )}
          <tr class="gap">
            <th scope="row">gap</th>
            <td class="number">{money(difference, unit)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  )
}

interface TermProps {
  readonly view: DeskView
  readonly figure: FigureRow
  readonly sign: 1 | -1
  readonly isChosen: boolean
  /** Whether it is what the others are held against. */
  readonly printed?: boolean
}

function Term({ view, figure, sign, isChosen, printed = false }: TermProps) {
  const elsewhere = figure.sha256 === view.document.sha256 ? '' : ` (${figure.document})`
  return (
    <tr class={isChosen ? 'chosen' : undefined}>
      <th scope="row">
        {printed ? 'printed: ' : sign === -1 ? '− ' : ''}
        {nameOf(figure)}
        {elsewhere}
      </th>
      <td class="number">
        <a class={`figure ${figure.status}`} href={addressOf(figure)} data-figure={figure.fact_id}>
          {amountOf(figure)} <span class="tick">{markOf[figure.status]}</span>
          <span class="unseen"> {figure.status}</span>
        </a>
      </td>
      <td>
        <FigureCrop view={view} figure={figure} />
      </td>
    </tr>
  )
}
