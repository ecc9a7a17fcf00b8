import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Of } from '../../src/store/identifiers.js'
import { openDatabase } from '../../src/store/open-database.js'
import { takeLease } from '../../src/store/run-lease.js'
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

describe('run on an inbox', () => {
  it('ignores links and pipes, and reads none of them (F5, F6)', async () => {
    place.write('in/whole.txt', sound)
    symlinkSync('/etc/passwd', place.at('in', 'link.txt'))
    spawnSync('mkfifo', [place.at('in', 'pipe.txt')])
    const ran = await place.avstam(['run', place.at('in')])
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('link.txt: a link, pipe or device, not followed')
    expect(views().documents.map(({ document }) => document)).toEqual(['whole.txt'])
  })

  it('empties the inbox: into the archive by hash, or among the failed with an account beside', async () => {
    place.write('inbox/deep/a.txt', sound)
    place.write('inbox/bad.pdf', 'no')
    place.write('inbox/readme', 'passed over')
    const ran = await place.avstam(['run'])
    expect(ran.code).toBe(1)
    expect(readdirSync(place.at('inbox')).sort()).toEqual(['deep', 'readme'])
    expect(readdirSync(place.at('inbox', 'deep'))).toEqual([])
    const hash = sha256Of(sound)
    const original = place.at('archive', hash.slice(0, 2), `${hash}.txt`)
    expect(readFileSync(original, 'utf8')).toBe(sound)
    expect(statSync(original).mode & 0o777).toBe(0o444)
    const [day] = readdirSync(place.at('failed'))
    const kept = readdirSync(place.at('failed', day!)).sort()
    expect(kept).toEqual(['bad.pdf', 'bad.pdf.error.json'])
    const account = JSON.parse(readFileSync(place.at('failed', day!, 'bad.pdf.error.json'), 'utf8'))
    expect(account).toMatchObject({ document: 'bad.pdf', state: 'rejected', reason: 'not-a-pdf', size: 2 })
    expect(account.advice).toMatch(/PDF/)
  })

  it('lets a file of the inbox go whose bytes are known (F9)', async () => {
    place.write('inbox/a.txt', sound)
    await place.avstam(['run'])
    place.write('inbox/a.txt', sound)
    place.write('inbox/b.txt', sound)
    expect((await place.avstam(['run'])).code).toBe(0)
    expect(readdirSync(place.at('inbox'))).toEqual([])
    expect(stateOf('b.txt')).toBe('duplicate: same bytes as a.txt')
  })

  it('writes nothing on a dry run', async () => {
    place.write('inbox/a.txt', sound)
    const ran = await place.avstam(['run', '--dry-run'])
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/^take +text\/plain +.*a\.txt\n$/)
    expect(readdirSync(place.folder).sort()).toEqual(['avstam.toml', 'inbox'])
  })

  it('waits for nobody: a database that is held ends it with 4', async () => {
    place.write('in/a.txt', sound)
    const database = openDatabase(place.at('db.sqlite'))
    const release = takeLease(database)
    await expect(place.avstam(['run', place.at('in')])).rejects.toMatchObject({ code: 4 })
    release()
    database.close()
    expect((await place.avstam(['run', place.at('in')])).code).toBe(0)
  })

  it('leaves a document in the queue when it is interrupted, and takes it the next time', async () => {
    place.write('inbox/a.txt', sound)
    const interruption = new AbortController()
    const ran = await place.avstam(['run'], interruption.signal, async (...given) => ({
      ...(await readReportsAsWritten(...given)),
      // a reader that never comes back
      readPages: () => {
        setTimeout(() => interruption.abort(), 10)
        return new Promise(() => {})
      },
    }))
    expect(ran.code).toBe(130)
    expect(stateOf('a.txt')).toBe('queued')
    expect(existsSync(place.at('inbox', 'a.txt'))).toBe(true)
    expect((await place.avstam(['run'])).code).toBe(0)
    expect(stateOf('a.txt')).toBe('done')
  })

  it('gives up a document over which the program died three times, until it is asked for again (F53)', async () => {
    const path = place.write('in/poison.txt', sound)
    const leaveAsAfterDeaths = (deaths: number) => {
      const database = openDatabase(place.at('db.sqlite'))
      database.exec("update content set state = 'processing'")
      database
        .prepare(
          "insert or replace into job (content, state, attempts, holder) select content, 'leased', ?, 'a dead one' from content",
        )
        .run(deaths)
      database.close()
    }
    await place.avstam(['run', path])
    leaveAsAfterDeaths(2)
    expect((await place.avstam(['run', path])).code).toBe(0)
    leaveAsAfterDeaths(3)
    expect((await place.avstam(['run', path])).code).toBe(1)
    expect(stateOf('poison.txt')).toBe('failed: crashed')
    expect((await place.avstam(['run', path])).code).toBe(1)
  })

  it('tells what an interrupted run had taken and not yet reconciled', async () => {
    place.write('inbox/a.txt', unsound)
    const interruption = new AbortController()
    const ran = await place.avstam(['run'], interruption.signal, async (...given) => {
      const stages = await readReportsAsWritten(...given)
      return {
        ...stages,
        parseReports: (pages) => {
          interruption.abort()
          return stages.parseReports(pages)
        },
      }
    })
    expect(ran.code).toBe(130)
    const next = await place.avstam(['run'])
    expect(next.code).toBe(1)
    expect(next.out).toContain('Årets resultat 2019-12-31 (statement_sum)')
    expect(next.err).toContain('holds no documents')
  })

  it('ends with 5 where a document cannot be kept, which waits unharmed', async () => {
    place.write('inbox/a.txt', sound)
    place.write('archive', 'a file where a folder should be')
    await expect(place.avstam(['run'])).rejects.toMatchObject({ code: 5, message: expect.stringContaining('archive') })
    expect(stateOf('a.txt')).toBe('queued')
    expect(existsSync(place.at('inbox', 'a.txt'))).toBe(true)
  })

  it('refuses an inbox that is no folder', async () => {
    place.write('inbox', 'a file')
    await expect(place.avstam(['run'])).rejects.toMatchObject({ code: 2 })
  })
})
