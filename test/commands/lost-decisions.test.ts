import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Of } from '../../src/store/identifiers.js'
import { about, logOf } from '../support/decide.js'
import { soundReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

/** A document about which three things were decided, of which the figures of two are not in it. */
async function withLostDecisions() {
  const text = JSON.stringify([soundReport()])
  place.write('in/a.txt', text)
  expect((await place.avstam(['run', place.at('in')])).code).toBe(0)
  const { anchor } = about([soundReport()], [0, 0, 0])
  const log = logOf(
    [
      { kind: 'accept', anchor, amount: 1_234_567, decimals: 0, offers: [] },
      { kind: 'correct', anchor: { ...anchor, raw: '7', label: 'Hyror' }, amount: 8, decimals: 0, offers: [] },
      { kind: 'set_period', page: 9, periodStart: null, periodEnd: '2001-12-31' },
    ],
    sha256Of(text),
  )
  const file = place.write('decisions.jsonl', log.map((one) => JSON.stringify(one)).join('\n'))
  expect((await place.avstam(['review', '--replay-decisions', file])).code).toBe(0)
}

describe('decisions whose figures are not found again', () => {
  it('are counted and named by run, check and show, and wait for a person', async () => {
    await withLostDecisions()
    for (const words of [['run', place.at('in')], ['check'], ['show', 'a.txt']]) {
      const { out, code } = await place.avstam(words)
      const text = out.replaceAll('\u2009', ' ')
      expect(text, words[0]).toContain('2 decisions whose figures are not found any more, and change nothing')
      expect(text, words[0]).toContain('Hyror: 8, read as “7”\n    a.txt, page 1; decided by eva, 2026-01-31')
      expect(text, words[0]).toContain('its period ends 2001-12-31\n    a.txt, page 9; decided by eva')
      expect(text, words[0]).not.toContain('1 234 567 is right')
      expect(code, words[0]).toBe(words[0] === 'show' ? 0 : 1)
    }
  })

  it('are data too, and stand on the page of the night that met their document', async () => {
    await withLostDecisions()
    const { out } = await place.avstam(['check', '--json'])
    expect(JSON.parse(out).decisions_not_found).toMatchObject([
      { document: 'a.txt', page: 1, decided_by: 'eva', ruling: 'Hyror: 8, read as “7”' },
      { document: 'a.txt', page: 9, decided_by: 'eva', ruling: 'its period ends 2001-12-31' },
    ])
    const shown = await place.avstam(['show', 'a.txt', '--json'])
    expect(JSON.parse(shown.out).decisions_not_found).toHaveLength(2)
    place.write('inbox/again.txt', JSON.stringify([soundReport()]))
    expect((await place.avstam(['nightly'])).code).toBe(1)
    const page = readFileSync(place.at('summaries', 'latest.html'), 'utf8')
    expect(page).toContain('Decisions whose figure is not found any more')
    expect(page).toContain('Hyror: 8, read as “7”')
    expect(page).toMatch(/<strong>2<\/strong>waiting for a person/)
  })
})
