import { existsSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuildStages } from '../../src/commands/build-stages.js'
import { sha256Of } from '../../src/store/identifiers.js'
import { soundReport, unsoundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { readReportsAsWritten, Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const sound = JSON.stringify([soundReport()])
const unsound = JSON.stringify([unsoundReport({ organisation: 'Bolaget Snett', year: 2019 })])
const views = (file = place.at('db.sqlite')) => viewRows(file)
const stateOf = (name: string) => {
  const row = views().documents.find(({ document }) => document === name)
  return `${row?.state}${row?.reason === null ? '' : `: ${row?.reason}`}`
}

describe('run', () => {
  it('takes documents through to the views, and ends with 0 when everything reconciles', async () => {
    place.write('in/a.txt', sound)
    const ran = await place.avstam(['run', place.at('in')])
    expect(ran.code, ran.err).toBe(0)
    const { documents, reports, facts, checks } = views()
    expect(documents).toMatchObject([
      { document: 'a.txt', state: 'done', reason: null, pages: 1, sha256: sha256Of(sound) },
    ])
    expect(reports).toMatchObject([
      { organisation: 'Föreningen Provet', outcome: 'reconciled', period_end: '2020-12-31' },
    ])
    expect(facts).toHaveLength(6)
    expect(facts.filter(({ status }) => status === 'verified').length).toBeGreaterThanOrEqual(6)
    expect(checks.filter(({ rule }) => rule === 'statement_sum')).toHaveLength(2)
    expect(ran.out).toContain('1 document: 1 done')
  })

  it('ends with 1 when something differs, and says what, where and by how much', async () => {
    place.write('in/a.txt', unsound)
    const ran = await place.avstam(['run', place.at('in')])
    expect(ran.code).toBe(1)
    expect(ran.out).toMatch(/Årets resultat 2019-12-31 \(statement_sum\): printed 777\u2009777, found 234\u2009246 kr/)
    expect(ran.out).toContain('a.txt (2019-12-31), page 1')
    expect(views().reports).toMatchObject([{ outcome: 'differs', checks_mismatch: 1 }])
  })

  it('gives the same as data, with nothing else on stdout', async () => {
    place.write('in/a.txt', unsound)
    place.write('in/notes.md', 'nothing')
    const ran = await place.avstam(['run', place.at('in'), '--json'])
    const data = JSON.parse(ran.out)
    expect(data.documents).toMatchObject([{ document: 'a.txt', state: 'done' }])
    expect(data.differences).toMatchObject([{ rule: 'statement_sum', expected: 777_777, actual: 234_246, page: 1 }])
    expect(data.passed_over).toEqual(['notes.md'])
    expect(ran.err.match(/notes\.md/g)).toHaveLength(1)
  })

  it('changes nothing when it is run twice', async () => {
    place.write('in/a.txt', sound)
    place.write('in/b.txt', unsound)
    await place.avstam(['run', place.at('in')])
    const first = views()
    const again = await place.avstam(['run', place.at('in')])
    expect(again.code).toBe(1)
    expect(views()).toEqual(first)
    expect(again.err).toContain('known already')
  })

  it('gives the same views whatever the order in which files come', async () => {
    const other = new Workplace()
    const contents = {
      'a.txt': sound,
      'b.txt': unsound,
      'c.txt': JSON.stringify([soundReport({ year: 2021, organisation: 'Provet' }), soundReport({ year: 2022 })]),
      'copy of a.txt': sound,
      'zero.txt': '',
    }
    for (const [name, content] of Object.entries(contents)) place.write(`in/${name}`, content)
    for (const name of Object.keys(contents)) await place.avstam(['run', place.at('in', name)])
    for (const name of Object.keys(contents).reverse()) await other.avstam(['run', place.at('in', name)])
    expect(viewRows(other.at('db.sqlite'))).toEqual(views())
    other.remove()
  })

  it('takes the same bytes once: the other file is a duplicate and confirms nothing', async () => {
    place.write('in/a.txt', sound)
    place.write('in/b.txt', sound)
    const ran = await place.avstam(['run', place.at('in')])
    expect(ran.code).toBe(0)
    expect(stateOf('b.txt')).toBe('duplicate: same bytes as a.txt')
    expect(views().reports).toHaveLength(1)
    const alone = new Workplace()
    await alone.avstam(['run', place.at('in', 'a.txt')])
    expect(viewRows(alone.at('db.sqlite')).facts).toEqual(views().facts)
    alone.remove()
  })

  it('gives every document an outcome, and goes on after those that fail', async () => {
    place.write('in/empty.pdf', '')
    place.write('in/page.pdf', '<!doctype html><title>no</title>')
    place.write('in/picture.png', 'not a picture')
    place.write('in/unparsable.txt', 'not JSON')
    place.write('in/whole.txt', sound)
    const ran = await place.avstam(['run', place.at('in')])
    expect(ran.code).toBe(1)
    expect(stateOf('empty.pdf')).toBe('rejected: empty')
    expect(stateOf('page.pdf')).toBe('rejected: not-a-pdf')
    expect(stateOf('picture.png')).toBe('rejected: not-a-picture')
    expect(stateOf('unparsable.txt')).toMatch(/^failed: .*JSON/)
    expect(stateOf('whole.txt')).toBe('done')
  })

  it('leaves files under a path as they are', async () => {
    const paths = [place.write('in/a.txt', sound), place.write('in/bad.pdf', 'no'), place.write('in/readme', 'no')]
    const before = paths.map((path) => [readFileSync(path, 'latin1'), statSync(path).mtimeMs])
    await place.avstam(['run', place.at('in')])
    expect(paths.map((path) => [readFileSync(path, 'latin1'), statSync(path).mtimeMs])).toEqual(before)
    expect(existsSync(place.at('archive'))).toBe(false)
    expect(existsSync(place.at('failed'))).toBe(false)
  })

  it('keeps a name that tries to rewrite the screen from doing so', async () => {
    const name = 'a\u001b[2J\u202Etxt.txt'
    place.write(`in/${name}`, sound)
    const ran = await place.avstam(['run', place.at('in')])
    for (const mark of ['\u001b', '\u202E']) expect(ran.err + ran.out).not.toContain(mark)
    expect(views().documents).toMatchObject([{ document: name }])
  })

  it('marks versions of one report in other bytes, and lets neither confirm more than one would', async () => {
    const other = new Workplace()
    const year = (year: number) => JSON.stringify([soundReport({ year, orgNumber: '222000-1818' })])
    for (const one of [place, other]) {
      one.write('in/2020.txt', year(2020))
      one.write('in/2021.txt', JSON.stringify([unsoundReport({ year: 2021, orgNumber: '222000-1818' })]))
    }
    place.write('in/2020 again.txt', ` ${year(2020)}`)
    const ran = await place.avstam(['run', place.at('in')])
    await other.avstam(['run', other.at('in')])
    expect(ran.out).toContain('3 reports, 1 of them probably the same as another')
    const reports = views().reports
    const idOf = (name: string) => reports.find(({ document }) => document === name)?.report_id
    const marks = reports.map(({ document, probable_duplicate_of }) => [document, probable_duplicate_of])
    expect(Object.fromEntries(marks)).toEqual({
      '2020 again.txt': null,
      '2020.txt': idOf('2020 again.txt'),
      '2021.txt': null,
    })
    expect((await place.avstam(['show', '2020.txt'])).out).toContain('Probably the same report as 2020 again.txt holds')
    const judgementsOf = (file: string) =>
      viewRows(file)
        .facts.filter(({ document }) => document !== '2020 again.txt')
        .map(({ fact_id, status, confirmations }) => [fact_id, status, confirmations])
    expect(judgementsOf(place.at('db.sqlite'))).toEqual(judgementsOf(other.at('db.sqlite')))
    other.remove()
  })

  it('takes single pictures as many at once as there are jobs, the same bytes once, with the same result', async () => {
    const other = new Workplace()
    const mark = '\x89PNG\r\n\x1a\n'
    for (const one of [place, other]) {
      for (const year of [2018, 2019, 2020, 2021]) {
        const report = JSON.stringify([soundReport({ year })])
        for (const copy of ['', 'z ']) {
          one.write(`in/${copy}${year}.png`, Buffer.from(mark + Buffer.from(report).toString('latin1'), 'latin1'))
        }
      }
    }
    let [underWay, most, read] = [0, 0, 0]
    const stages: BuildStages = async (...given) => {
      const written = await readReportsAsWritten(...given)
      return {
        ...written,
        readPages: async (document, mediaType) => {
          read++
          most = Math.max(most, ++underWay)
          await wait(20)
          underWay--
          return written.readPages({ ...document, bytes: document.bytes.subarray(mark.length) }, mediaType)
        },
      }
    }
    await place.avstam(['run', place.at('in'), '--jobs', '3'], undefined, stages)
    expect([most, read]).toEqual([3, 4])
    await other.avstam(['run', other.at('in'), '--jobs', '1'], undefined, stages)
    expect(viewRows(other.at('db.sqlite'))).toEqual(views())
    expect(views().documents.map(({ state }) => state)).toEqual([
      ...Array(4).fill('done'),
      ...Array(4).fill('duplicate'),
    ])
    other.remove()
  })

  it('stores the figures of an organisation that could not be reconciled, and says so', async () => {
    place.write('in/a.txt', sound)
    const ran = await place.avstam(['run', place.at('in')], undefined, async (...given) => ({
      ...(await readReportsAsWritten(...given)),
      settleOrganisation: () => {
        throw new Error('a rule that fails')
      },
    }))
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('Not reconciled: Föreningen Provet: a rule that fails')
    expect(views().reports).toMatchObject([{ outcome: 'failed' }])
    expect(views().facts.map(({ status }) => status)).toEqual(Array(6).fill('unverified'))
    expect((await place.avstam(['check'])).code).toBe(0)
    expect(views().reports).toMatchObject([{ outcome: 'reconciled' }])
  })

  it('parses again what a parser failed on, once it does not, without reading it again', async () => {
    place.write('in/a.txt', sound)
    await place.avstam(['run', place.at('in')], undefined, async (...given) => ({
      ...(await readReportsAsWritten(...given)),
      parseReports: () => {
        throw new Error('a parser that fails')
      },
    }))
    expect(stateOf('a.txt')).toBe('failed: a parser that fails')
    const ran = await place.avstam(['check'], undefined, async (...given) => ({
      ...(await readReportsAsWritten(...given)),
      readPages: () => Promise.reject(new Error('read again')),
    }))
    expect(ran.code).toBe(0)
    expect(stateOf('a.txt')).toBe('done')
    expect(views().facts).toHaveLength(6)
  })
})
