import { Decision } from '../../model/decision.js'
import { pageOfRuling, rulingInWords } from '../../model/ruling-in-words.js'
import { type DecisionRow, readDecisions } from '../../store/decision-store.js'
import { Across } from '../across.js'
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
        <Across label="Decisions">
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
        </Across>
      )}
    </section>
  )
  return { title: 'Decisions', place: 'Decisions', content }
}

function DecisionLine({ at, decided_by, sha256, document, fact_id, state, event }: DecisionRow) {
  const { ruling } = Decision.parse(JSON.parse(event))
  const page = pageOfRuling(ruling)
  const place = `${document ?? sha256.slice(0, 16)}${page === undefined ? '' : `, page ${page}`}`
  return (
    <tr>
      <th scope="row">{at.slice(0, 16).replace('T', ' ')}</th>
      <td>{decided_by}</td>
      <td>{rulingInWords(ruling)}</td>
      <td>
        {fact_id === null || page === undefined ? place : <a href={addressOf({ sha256, page, fact_id })}>{place}</a>}
      </td>
      <td class={state === 'not found' ? 'suspect' : 'quiet'}>{state}</td>
    </tr>
  )
}
