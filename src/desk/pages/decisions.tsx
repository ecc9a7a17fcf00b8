import { Decision, type Ruling } from '../../model/decision.js'
import { formatAmount } from '../../model/format-amount.js'
import { type DecisionRow, readDecisions } from '../../store/decision-store.js'
import { addressOf } from '../addresses.js'
import type { DeskPage, DeskParts } from '../desk-parts.js'

const most = 500

/** The latest decisions, where each belongs now, and those whose figure is not found any more first. */
export function decisionsPage({ reading }: DeskParts): DeskPage {
  const decisions = readDecisions(reading, most)
  const isLost = ({ state }: DecisionRow) => state === 'not found'
  const sorted = [...decisions.filter(isLost), ...decisions.filter((one) => !isLost(one))]
  const content = (
    <section class="page">
      <h1>Decisions</h1>
      <p class="quiet">
        {decisions.length === 0
          ? 'Nobody has decided anything yet.'
          : 'Each is found again by its place, however its document is read; none is ever changed or removed.'}
      </p>
      {decisions.length === 0 ? null : (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <DecisionLine key={one.decision_id} {...one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
  return { title: 'Decisions', place: 'Decisions', content }
}

function DecisionLine({ at, decided_by, sha256, document, fact_id, state, event }: DecisionRow) {
  const { ruling } = Decision.parse(JSON.parse(event))
  const page = 'anchor' in ruling ? ruling.anchor.page : 'page' in ruling ? ruling.page : undefined
  const place = `${document ?? sha256.slice(0, 16)}${page === undefined ? '' : `, page ${page}`}`
  return (
    <tr>
      <th scope="row">{at.slice(0, 16).replace('T', ' ')}</th>
      <td>{decided_by}</td>
      <td>{inWords(ruling)}</td>
      <td>
        {fact_id === null || page === undefined ? place : <a href={addressOf({ sha256, page, fact_id })}>{place}</a>}
      </td>
      <td class={state === 'not found' ? 'suspect' : 'quiet'}>{state}</td>
    </tr>
  )
}

function inWords(ruling: Ruling): string {
  if (ruling.kind === 'undo') return 'undid a decision'
  if (ruling.kind === 'set_organisation') return `the report is of ${ruling.organisation} ${ruling.orgNumber ?? ''}`
  if (ruling.kind === 'set_period') return `its period ends ${ruling.periodEnd}`
  const { label, raw } = ruling.anchor
  const row = label ?? (raw === null ? 'a row without words' : `“${raw}”`)
  switch (ruling.kind) {
    case 'accept':
      return `${row}: ${formatAmount(ruling.amount, ruling.decimals)} is right`
    case 'correct':
      return `${row}: ${formatAmount(ruling.amount, ruling.decimals)}, ${raw === null ? 'which was missed' : `read as “${raw}”`}`
    case 'printed_so':
      return `${row}: ${formatAmount(ruling.amount, ruling.decimals)} is printed so`
    case 'relabel':
      return `${row} is “${ruling.label}”`
    case 'rerole':
      return `${row} is a ${ruling.role}`
    case 'move_column':
      return `${row}: “${raw}”${ruling.whole ? ' and all of its column' : ''} belongs to ${ruling.to.periodEnd ?? ruling.to.label ?? 'another column'}`
    case 'set_column':
      return `the column of ${row}, “${raw}”, is of ${ruling.periodEnd}${ruling.scenario === 'actual' ? '' : `, ${ruling.scenario}`}`
  }
}
