import { slipBetween } from '../../arithmetic/misreadings.js'
import { formatAmount, formatNumber } from '../../model/format-amount.js'
import { countDoubts, type DoubtRow, readDoubts } from '../../store/read-desk.js'
import { Across } from '../across.js'
import { addressOf } from '../addresses.js'
import type { DeskPage, DeskParts } from '../desk-parts.js'
import { amountOf, nameOf } from '../document/words.js'
import { Pager } from '../pager.js'

const onOnePage = 100

/** What waits for a person in all documents: the figure that settles most checks first, then the largest gap. */
export function queuePage({ reading }: DeskParts, at = 1): DeskPage {
  const total = countDoubts(reading)
  const doubts = readDoubts(reading, onOnePage, (at - 1) * onOnePage)
  const content = (
    <section class="page">
      <h1>{total === 0 ? 'Nothing waits for a person' : `${formatNumber(total)} figures wait for a person`}</h1>
      {total === 0 ? (
        <p class="quiet">Every check holds, or says whose fault it is.</p>
      ) : (
        <>
          <p class="quiet">First the figure whose settling would settle most checks, then the largest gap.</p>
          <Across label="What waits">
            <table class="list">
              <thead>
                <tr>
                  <th scope="col">Figure</th>
                  <th scope="col" class="number">
                    As read
                  </th>
                  <th scope="col" class="number">
                    Would close
                  </th>
                  <th scope="col" class="number">
                    Checks
                  </th>
                  <th scope="col" class="number">
                    Gap, kr
                  </th>
                  <th scope="col">Document</th>
                </tr>
              </thead>
              <tbody>
                {doubts.map((doubt) => (
                  <DoubtLine key={doubt.fact_id} {...doubt} />
                ))}
              </tbody>
            </table>
          </Across>
        </>
      )}
      <Pager at={at} pages={Math.ceil(total / onOnePage)} address={(one) => `/?at=${one}`} />
    </section>
  )
  return { title: 'Waiting', place: 'Waiting', content }
}

function DoubtLine(doubt: DoubtRow) {
  const { wanted, decimals, settles, gap, document, page, organisation, period_end, unit } = doubt
  const isLikely = wanted !== null && slipBetween(wanted, doubt.amount) !== undefined
  return (
    <tr>
      <th scope="row">
        <a href={addressOf(doubt)}>{nameOf(doubt)}</a> <span class="quiet date">{period_end}</span>
      </th>
      <td class="number">
        {amountOf(doubt)} <span class="quiet">{unit}</span>
      </td>
      <td class="number">{isLikely ? formatAmount(wanted, decimals) : ''}</td>
      <td class="number">{settles === 0 ? '' : settles}</td>
      <td class="number">{settles === 0 ? '' : formatNumber(gap)}</td>
      <td>
        {organisation} <span class="quiet">{`${document}, page ${page}`}</span>
      </td>
    </tr>
  )
}
