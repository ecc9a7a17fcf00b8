import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ended, type Start, startAsWritten, startAvstam } from '../support/spawn-avstam.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'
import { fillInbox, lostDocuments } from './full-inbox.js'

let places: Workplace[]
beforeEach(() => {
  places = []
})
afterEach(() => {
  for (const place of places) place.remove()
})

const folder = fileURLToPath(new URL('../../fixtures/text', import.meta.url))
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .slice(0, 4)
  .map((name) => join(folder, name))
const run = (place: Workplace, start: Start = {}) => ended(startAsWritten(place, ['run'], start))
const views = (place: Workplace) => viewRows(place.at('db.sqlite'))

function newPlace(): Workplace {
  const place = new Workplace()
  places.push(place)
  return place
}

describe('processes', () => {
  it('F44: of two runs started together one does the work, the other ends with 4', async () => {
    const place = newPlace()
    place.settings = ['settle_seconds = 3']
    fillInbox(place)
    const both = [
      startAsWritten(place, ['run'], { env: { SETTLE: '3' } }),
      startAsWritten(place, ['run'], { env: { SETTLE: '3' } }),
    ]
    const codes = (await Promise.all(both.map(ended))).map(({ code }) => code)
    expect(codes.sort()).toEqual([1, 4])
    expect(views(place).documents.filter(({ state }) => state === 'done')).toHaveLength(9)
    expect(lostDocuments(place)).toEqual([])
  })

  it('F46: one interruption ends it with 130 and a state that the next run completes; two end it at once', async () => {
    const place = newPlace()
    place.write('avstam.toml', 'settle_seconds = 0')
    for (const name of texts) copyFileSync(name, place.write(join('data/inbox', basename(name)), ''))
    for (const times of [1, 2]) {
      const child = startAvstam(place, ['run'])
      await once(child.stderr!, 'data')
      for (let sent = 0; sent < times; sent++) child.kill('SIGINT')
      const began = performance.now()
      expect((await ended(child)).code).toBe(130)
      expect(performance.now() - began).toBeLessThan(10_000)
    }
    expect([0, 1]).toContain((await ended(startAvstam(place, ['run']))).code)
    expect(readdirSync(place.at('data', 'inbox'))).toEqual([])
    const states = viewRows(place.at('data', 'avstam.sqlite')).documents.map(({ state }) => state)
    expect(states).toEqual(texts.map(() => 'done'))
  })

  it('F51: a second crash leaves no more behind than the first, and the run after them nothing', async () => {
    const place = newPlace()
    fillInbox(place)
    const scratch = place.at('scratch')
    mkdirSync(scratch)
    const everything = () =>
      readdirSync(place.folder, { recursive: true, encoding: 'utf8' })
        .map((path) => basename(path))
        .sort()
    const crash = () => run(place, { env: { AVSTAM_FAIL_AT: 'kept half', TMPDIR: scratch } })
    await crash()
    const after = everything()
    expect(after).toContain('.avstam-draft')
    expect((await crash()).signal).toBe('SIGKILL')
    expect(everything()).toEqual(after)
    const target = place.at('out', 'facts.csv')
    expect((await run(place)).code).toBe(1)
    expect(everything()).not.toContain('.avstam-draft')
    mkdirSync(place.at('out'))
    for (let crashes = 0; crashes < 5; crashes++) writeFileSync(`${target}.draft-${999_990 + crashes}`, 'half')
    await ended(startAsWritten(place, ['export', '--format', 'csv', '--view', 'facts', '--out', target]))
    expect(readdirSync(place.at('out'))).toEqual(['facts.csv'])
    // what the loader of these tests keeps there is not the program's
    expect(readdirSync(scratch).filter((name) => name.startsWith('avstam'))).toEqual([])
  })

  it('F73: another language, time zone and number of jobs give the same database and the same exports', async () => {
    const [here, there] = [newPlace(), newPlace()]
    const runs = [
      [here, texts, { LC_ALL: 'C', TZ: 'UTC' }, '1'],
      [there, texts.toReversed(), { LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8', TZ: 'Pacific/Auckland' }, '3'],
    ] as const
    for (const [place, order, env, jobs] of runs) {
      for (const path of order) await ended(startAvstam(place, ['run', path, '--jobs', jobs], { env }))
      await ended(startAvstam(place, ['export', '--format', 'csv', '--out', 'out'], { env }))
    }
    const file = (place: Workplace) => place.at('data', 'avstam.sqlite')
    expect(viewRows(file(here))).toEqual(viewRows(file(there)))
    for (const view of ['reports', 'facts', 'checks']) {
      expect(readFileSync(there.at('out', `${view}.csv`))).toEqual(readFileSync(here.at('out', `${view}.csv`)))
    }
  })
})
