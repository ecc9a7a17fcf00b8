import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuildStages } from '../../src/commands/build-stages.js'
import { coverageOf } from '../../src/commands/night.js'
import { DocumentError } from '../../src/errors.js'
import { sha256Of } from '../../src/store/identifiers.js'
import { openDatabase } from '../../src/store/open-database.js'
import { soundReport, unsoundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { readReportsAsWritten, Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const year = (year: number) => JSON.stringify([soundReport({ year })])
const late: BuildStages = async (...given) => ({
  ...(await readReportsAsWritten(...given)),
  readPages: () => Promise.reject(new DocumentError('timeout', 'Time ran out.')),
})
const stateOf = (name: string) =>
  viewRows(place.at('db.sqlite')).documents.find(({ document }) => document === name)?.state
const setBack = (hours: number, attempts: number) => {
  const database = openDatabase(place.at('db.sqlite'))
  const due = new Date(Date.now() - hours * 3_600_000).toISOString()
  const state = attempts < 3 ? 'waiting' : 'quarantined'
  database.prepare('update job set state = ?, attempts = ?, due = ?').run(state, attempts, attempts < 3 ? due : null)
  database.close()
}

describe('nightly', () => {
  it('empties the inbox, copies the database, and writes the night as data and as a page', async () => {
    place.write('inbox/a.txt', year(2018))
    place.write('inbox/b.txt', year(2020))
    place.write('inbox/c.txt', JSON.stringify([unsoundReport({ organisation: 'Bolaget <b>Snett</b>', year: 2019 })]))
    place.write('inbox/d.pdf', 'no pdf')
    const ran = await place.avstam(['nightly'])
    expect(ran.code, ran.err).toBe(1)
    expect(readdirSync(place.at('inbox'))).toEqual([])
    expect(ran.out).toContain('Föreningen Provet, 2018 to 2020: 2019 missing')
    expect(ran.out).toMatch(/4 files from the inbox/)

    const summaries = readdirSync(place.at('summaries'))
    expect(summaries).toHaveLength(4)
    const night = JSON.parse(readFileSync(place.at('summaries', 'latest.json'), 'utf8'))
    expect(night.files).toMatchObject({ taken: 4, known: 0, retried: 0 })
    expect(night.summary.differences[0]).toMatchObject({ document: 'c.txt', page: 1, expected: 777_777 })
    expect(night.coverage).toContainEqual(
      expect.objectContaining({ organisation: 'Föreningen Provet', missing: [2019] }),
    )
    const page = readFileSync(place.at('summaries', 'latest.html'), 'utf8')
    expect(page).toContain('Årets resultat 2019-12-31')
    expect(page).toContain('not-a-pdf')
    expect(page).toContain('2019 missing')

    const copies = readdirSync(place.at('backups'))
    expect(copies).toHaveLength(1)
    expect(viewRows(place.at('backups', copies[0]!))).toEqual(viewRows(place.at('db.sqlite')))
  })

  it('shows words from documents as words: nothing in the page is fetched or run (F65)', async () => {
    const organisation = 'Bolaget <img src=x onerror="alert(1)">'
    place.write('inbox/a.txt', JSON.stringify([unsoundReport({ organisation, year: 2019 })]))
    await place.avstam(['nightly'])
    const page = readFileSync(place.at('summaries', 'latest.html'), 'utf8')
    expect(page).toContain('&lt;img src=x')
    expect(page).not.toMatch(/<(img|script|link|iframe)\b/)
    expect(page).toContain("default-src 'none'")
  })

  it('looks at a share of the archive each night, tells what is not as it was until it is mended, and starves none (F61)', async () => {
    for (let at = 1; at <= 30; at++) place.write(`inbox/${at}.txt`, year(1950 + 2 * at))
    await place.avstam(['nightly'])
    const night = () => JSON.parse(readFileSync(place.at('summaries', 'latest.json'), 'utf8')).archive
    expect(night()).toEqual({ seen: 2, of: 30, rotten: [], missing: [] })
    const originals = readdirSync(place.at('archive'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .sort()
    const database = openDatabase(place.at('db.sqlite'))
    // as if the last looks were a day apart, in the order of the names
    const note = database.prepare('update content set archive_seen = ? where sha256 = ?')
    for (const [at, name] of originals.entries())
      note.run(`2026-01-${String(at + 1).padStart(2, '0')}`, basename(name, '.txt'))
    database.close()
    const [rotten, missing] = [originals[0]!, originals[2]!].map((name) => place.at('archive', name))
    chmodSync(rotten!, 0o644)
    writeFileSync(rotten!, 'rot')
    rmSync(missing!)
    const first = await place.avstam(['nightly'])
    expect(first.code).toBe(1)
    expect(first.out).toContain(`${basename(rotten!, '.txt')}: no longer the bytes`)
    expect(night()).toMatchObject({ seen: 2, rotten: [basename(rotten!, '.txt')], missing: [] })
    await place.avstam(['nightly'])
    expect(night()).toMatchObject({
      seen: 3,
      rotten: [basename(rotten!, '.txt')],
      missing: [basename(missing!, '.txt')],
    })
    expect(readFileSync(place.at('summaries', 'latest.html'), 'utf8')).toContain(basename(missing!, '.txt'))
    rmSync(rotten!)
    for (let at = 1; at <= 30; at++) place.write(`inbox/${at}.txt`, year(1950 + 2 * at))
    expect((await place.avstam(['nightly'])).code).toBe(0)
    expect(night()).toMatchObject({ seen: 2, rotten: [], missing: [] })
  })

  it('tries again what ran out of time, once its pause is over, and no more than three times', async () => {
    place.write('inbox/a.txt', year(2020))
    await place.avstam(['nightly'], undefined, late)
    expect(stateOf('a.txt')).toBe('failed')
    await place.avstam(['nightly'])
    expect(stateOf('a.txt')).toBe('failed')
    setBack(2, 3)
    await place.avstam(['nightly'])
    expect(stateOf('a.txt')).toBe('failed')
    setBack(2, 1)
    const ran = await place.avstam(['nightly'])
    expect(ran.out).toContain('1 tried again')
    expect(stateOf('a.txt')).toBe('done')
  })

  it('keeps so many copies as are asked for, and the trend of the nights before', async () => {
    place.settings = [...place.settings, 'backups_kept = 2']
    place.write('inbox/a.txt', year(2020))
    for (const stamp of ['2020-01-01T000000Z', '2020-01-02T000000Z', '2020-01-03T000000Z']) {
      place.write(`backups/avstam-${stamp}.sqlite`, 'an old copy')
    }
    place.write('backups/mine.sqlite', 'not ours')
    place.write(
      'summaries/2020-01-01T000000Z.json',
      JSON.stringify({ trend: [{ night: '2020-01-01T000000Z', amounts: 10, sure: 5 }] }),
    )
    place.write('summaries/2020-01-02T000000Z.json', 'torn')
    const ran = await place.avstam(['nightly'])
    expect(readdirSync(place.at('backups'))).toEqual([
      'avstam-2020-01-03T000000Z.sqlite',
      expect.stringMatching(/^avstam-20/),
      'mine.sqlite',
    ])
    expect(ran.out).toContain('50.0 % the night before')
    const { trend } = JSON.parse(readFileSync(place.at('summaries', 'latest.json'), 'utf8'))
    expect(trend).toHaveLength(2)
    expect(trend[0]).toEqual({ night: '2020-01-01T000000Z', amounts: 10, sure: 5 })
  })

  it('removes what nights that were killed left half-written, and nothing else (F51)', async () => {
    const dead = 999_999_999
    const night = '2020-01-01T000000Z'
    const left = [
      `backups/avstam-${night}.sqlite.draft-${dead}`,
      `backups/avstam-${night}.sqlite.draft-${dead}-journal`,
    ]
    const all = [...left, `summaries/${night}.json.draft-${dead}`]
    const kept = [`backups/avstam-${night}.sqlite.draft-${process.pid}`, `backups/mine.sqlite.draft-${dead}`]
    for (const path of [...all, ...kept]) place.write(path, 'half')
    expect((await place.avstam(['nightly'])).code).toBe(0)
    expect(all.filter((path) => existsSync(place.at(path)))).toEqual([])
    expect(kept.filter((path) => existsSync(place.at(path)))).toEqual(kept)
  })

  it('has nothing to say of a quiet night, and ends with 0', async () => {
    place.write('inbox/a.txt', year(2020))
    await place.avstam(['nightly'])
    const ran = await place.avstam(['nightly', '--json'])
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out).files).toEqual({ taken: 0, known: 0, retried: 0, passed_over: 0, pages: 0 })
  })

  it('tells many reports by those that do not reconcile, and all of them as data', async () => {
    const sound = Array.from({ length: 210 }, (_, at) => soundReport({ organisation: sha256Of(`name ${at}`) }))
    const reports = [...sound, unsoundReport({ organisation: 'Bolaget Snett', year: 2019 })]
    place.write('inbox/a.txt', JSON.stringify(reports))
    const { out } = await place.avstam(['nightly'])
    expect(out).toMatch(/211 reports.*; 1 of them does not reconcile\n {2}differs .*Bolaget Snett +a\.txt\n\n/)
    const night = JSON.parse(readFileSync(place.at('summaries', 'latest.json'), 'utf8'))
    expect(night.summary.reports).toHaveLength(211)
    const page = readFileSync(place.at('summaries', 'latest.html'), 'utf8')
    expect(page).toContain('Reports of this night (211)')
    expect(page).toContain('… and 11 more')
  })

  it('says of a first night with an empty inbox that there is nothing yet', async () => {
    const ran = await place.avstam(['nightly'])
    expect(ran.code, ran.err).toBe(0)
    expect(ran.out).toContain('No amounts are stored yet')
    expect(readFileSync(place.at('summaries', 'latest.html'), 'utf8')).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('writes no summary of a night that was interrupted', async () => {
    place.write('inbox/a.txt', year(2020))
    const interruption = new AbortController()
    interruption.abort()
    expect((await place.avstam(['nightly'], interruption.signal)).code).toBe(130)
    expect(existsSync(place.at('summaries'))).toBe(false)
    expect(existsSync(place.at('inbox', 'a.txt'))).toBe(true)
  })
})

describe('coverageOf', () => {
  it('counts a year once, by the version that holds, and names the years between that are missing', async () => {
    place.write('in/a.txt', year(2015))
    place.write('in/b.txt', `${year(2015)} `)
    place.write('in/c.txt', year(2018))
    await place.avstam(['run', place.at('in')])
    const database = openDatabase(place.at('db.sqlite'))
    const coverage = coverageOf(database)
    database.close()
    expect(coverage).toMatchObject([
      { years: [{ year: 2015, outcome: 'reconciled' }, { year: 2018 }], missing: [2016, 2017] },
    ])
  })
})
