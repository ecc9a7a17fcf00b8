import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type FailPoint, failPoints } from '../../src/fail-point.js'
import { sha256Of } from '../../src/store/identifiers.js'
import { openDatabase } from '../../src/store/open-database.js'
import { soundReport, unsoundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

const program = fileURLToPath(new URL('run-as-written.ts', import.meta.url))
const loader = import.meta.resolve('tsx')

const documents: Readonly<Record<string, string>> = {
  'a.txt': JSON.stringify([soundReport({ year: 2018 })]),
  'b.txt': JSON.stringify([soundReport({ year: 2019 })]),
  'c.pdf': 'no pdf at all',
  'd.txt': JSON.stringify([unsoundReport({ organisation: 'Bolaget Snett', year: 2019 })]),
}

const places: Workplace[] = []
afterAll(() => {
  for (const place of places) place.remove()
})

function newPlace(): Workplace {
  const place = new Workplace()
  places.push(place)
  mkdirSync(place.at('inbox'))
  for (const [name, content] of Object.entries(documents)) writeFileSync(place.at('inbox', name), content)
  return place
}

const start = (place: Workplace, failAt?: FailPoint): ChildProcess =>
  spawn(process.execPath, ['--import', loader, program, place.folder, 'run'], {
    stdio: 'ignore',
    env: { ...process.env, ...(failAt === undefined ? {} : { AVSTAM_FAIL_AT: failAt }) },
  })

async function run(place: Workplace, failAt?: FailPoint): Promise<{ code: number | null; signal: string | null }> {
  const [code, signal] = await once(start(place, failAt), 'exit')
  return { code, signal }
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** In how many of the inbox, the archive and the refused a document's bytes lie whole and under a name of their own. */
function placesOf(place: Workplace, content: string): string[] {
  return ['inbox', 'archive', 'failed'].filter((folder) =>
    filesUnder(place.at(folder)).some(
      (path) => basename(path) !== '.avstam-draft' && sha256Of(readFileSync(path)) === sha256Of(content),
    ),
  )
}

const views = (place: Workplace) => viewRows(place.at('db.sqlite'))
const undisturbed = (() => {
  let once: Promise<ReturnType<typeof views>> | undefined
  const make = async () => {
    const place = newPlace()
    expect((await run(place)).code).toBe(1)
    return views(place)
  }
  return () => (once ??= make())
})()

describe('a run that is killed', () => {
  it.each(failPoints)('F47: at “%s”, and run again, ends as one that was not', async (step) => {
    const place = newPlace()
    expect(await run(place, step)).toEqual({ code: null, signal: 'SIGKILL' })
    for (const [name, content] of Object.entries(documents)) {
      const kept = placesOf(place, content)
      // a copy that is durable before the original goes is the one overlap there may be, and the next run ends it
      expect(kept.length, `${name} in ${kept}`).toBeGreaterThanOrEqual(1)
      if (kept.length > 1) expect(kept, name).toContain('inbox')
    }
    // where all was done and only not told, the next run has nothing to tell
    expect((await run(place)).code).toBe(step === 'settled' ? 0 : 1)
    expect(views(place)).toEqual(await undisturbed())
    expect(readdirSync(place.at('inbox'))).toEqual([])
    for (const [name, content] of Object.entries(documents)) expect(placesOf(place, content), name).toHaveLength(1)
  })

  it('F53: over the same document three times, leaves that one alone and takes the others', async () => {
    const place = newPlace()
    for (let deaths = 0; deaths < 3; deaths++) expect((await run(place, 'begun')).signal).toBe('SIGKILL')
    expect((await run(place)).code).toBe(1)
    const states = views(place).documents.map(({ document, state, reason }) => [document, state, reason])
    expect(states).toEqual([
      ['a.txt', 'failed', 'crashed'],
      ['b.txt', 'done', null],
      ['c.pdf', 'rejected', 'not-a-pdf'],
      ['d.txt', 'done', null],
    ])
    expect(placesOf(place, documents['a.txt']!)).toEqual(['failed'])
  })

  it('F45: leaves a lease that the next run takes over at once', async () => {
    const place = newPlace()
    await run(place, 'begun')
    const database = openDatabase(place.at('db.sqlite'))
    expect(database.prepare('select count(*) from run_lease').pluck().get()).toBe(1)
    database.close()
    const began = performance.now()
    expect((await run(place)).code).toBe(1)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
