import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/commands/finding.js'
import { loadSettings } from '../../src/commands/load-settings.js'
import { lookAtDatabase } from '../../src/commands/look-at-database.js'
import { lookAtArchive, lookAtInbox } from '../../src/commands/look-at-folders.js'
import { lookAtModule } from '../../src/commands/look-at-modules.js'
import { sha256Of } from '../../src/store/identifiers.js'
import { migrate, schemaVersion } from '../../src/store/migrate.js'
import { openDatabase } from '../../src/store/open-database.js'
import { soundReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const texts = ['Föreningen Ett', 'Bolaget Två'].map((organisation) => JSON.stringify([soundReport({ organisation })]))
const [one, other] = texts.map(sha256Of) as [string, string]
const archived = (hash: string) => place.at('archive', hash.slice(0, 2), `${hash}.txt`)

async function takeBoth(command = 'run'): Promise<void> {
  texts.forEach((text, index) => {
    place.write(`inbox/${index}.txt`, text)
  })
  expect((await place.avstam([command])).code).toBe(0)
}

/** What is found to be other than well, in the database, the folders and the disk; each says what to do. */
async function ills(): Promise<Finding[]> {
  const { settings } = loadSettings({}, place.at('avstam.toml'))
  const findings = [...lookAtDatabase(settings), lookAtInbox(settings), ...lookAtArchive(settings)]
  const ills = findings.filter(({ state }) => state !== 'ok')
  for (const { what, advice } of ills) expect(advice, what).toMatch(/^\S.*\.$/)
  return ills
}
const codeOfDoctor = async () => (await place.avstam(['doctor'])).code

describe('doctor', () => {
  it('finds nothing wrong where nothing is, before the first run and after it', async () => {
    expect(await codeOfDoctor()).toBe(0)
    expect(await ills()).toEqual([])
    await takeBoth()
    expect(await ills()).toEqual([])
    expect((await place.avstam(['doctor'])).out).toMatch(/ok +archive +.*2 originals, all as they were stored/)
  })

  it('finds originals that rotted, are missing, or that nobody knows (F61)', async () => {
    await takeBoth()
    chmodSync(archived(one), 0o644)
    writeFileSync(archived(one), 'rotten')
    rmSync(archived(other))
    place.write('archive/zz/stray.pdf', '%PDF-')
    expect(await codeOfDoctor()).toBe(1)
    expect(await ills()).toMatchObject([
      { what: 'archive', state: 'wrong', detail: `no longer the bytes that were stored: ${archived(one)}` },
      { what: 'archive', state: 'wrong', detail: `missing: ${other}` },
      { what: 'archive', state: 'warning', detail: `known to nobody: ${place.at('archive/zz/stray.pdf')}` },
    ])
  })

  it('has check tell the same, where check is about all documents (F61)', async () => {
    await takeBoth()
    expect((await place.avstam(['check'])).code).toBe(0)
    rmSync(archived(other))
    place.write('archive/zz/stray.pdf', '%PDF-')
    const { code, err, out } = await place.avstam(['check', '--json'])
    expect(code).toBe(1)
    expect(err).toContain(`missing: ${other}`)
    expect(JSON.parse(out).archive).toMatchObject([{ state: 'wrong' }, { state: 'warning' }])
    expect((await place.avstam(['check', '--org', 'Föreningen Ett'])).code).toBe(0)
  })

  it('is right that dropping the same files again mends the archive', async () => {
    await takeBoth()
    chmodSync(archived(one), 0o644)
    writeFileSync(archived(one), 'rotten')
    rmSync(archived(other))
    await takeBoth()
    expect(await ills()).toEqual([])
    expect(readFileSync(archived(one), 'utf8')).toBe(texts[0])
  })

  it('names the latest whole copy where the database is damaged, which then opens', async () => {
    await takeBoth('nightly')
    place.write('backups/avstam-2999-01-01T000000Z.sqlite', 'a torn copy')
    const bytes = readFileSync(place.at('db.sqlite'))
    writeFileSync(place.at('db.sqlite'), bytes.subarray(0, bytes.length / 2))
    const found = await ills()
    const [copy] = /\S+backups\S+\.sqlite/.exec(found[0]!.advice!)!
    expect(copy).not.toContain('2999')
    writeFileSync(place.at('db.sqlite'), readFileSync(copy))
    expect(await ills()).toEqual([])
  })

  it('tells damage deep in the file, which a quick look passes by', async () => {
    await takeBoth()
    const database = openDatabase(place.at('db.sqlite'))
    database.unsafeMode()
    database.pragma('writable_schema = ON')
    // an index that lacks the rows of its table
    database.exec(
      "update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'fact_by_report') where name = 'fact_by_concept'",
    )
    database.close()
    expect(await ills()).toMatchObject([{ what: 'database', state: 'damaged' }])
  })

  it('tells a database of a newer program from a damaged one', async () => {
    await takeBoth()
    const database = openDatabase(place.at('db.sqlite'))
    database.pragma(`user_version = ${schemaVersion + 1}`)
    database.close()
    const found = await ills()
    expect(found[0]).toMatchObject({ state: 'damaged', advice: expect.stringMatching(/newer version of avstam/) })
  })

  it('takes a database of an earlier program for whole', async () => {
    const old = new Sqlite(place.at('db.sqlite'))
    migrate(old, 4)
    old.close()
    expect((await place.avstam(['doctor'])).out).toMatch(
      new RegExp(`ok +database +.*schema 4, which the next run brings to ${schemaVersion}, whole`),
    )
    expect(await ills()).toEqual([])
  })

  it('tells a lease that the dead left from one that another machine holds (F45)', async () => {
    await takeBoth()
    const leave = (host: string, boot: string) => {
      const database = openDatabase(place.at('db.sqlite'))
      database
        .prepare(
          "insert or replace into run_lease (only, pid, process_start, boot, host, beat) values (1, 7, '7', ?, ?, 0)",
        )
        .run(boot, host)
      database.close()
    }
    leave(hostname(), 'an earlier start')
    expect(await ills()).toMatchObject([{ what: 'lease', detail: expect.stringMatching(/^left by/) }])
    leave('elsewhere', '')
    expect(await ills()).toMatchObject([{ what: 'lease', detail: expect.stringMatching(/elsewhere/) }])
  })

  it('tells of documents that were given up', async () => {
    await takeBoth()
    const database = openDatabase(place.at('db.sqlite'))
    database.prepare("insert into job (content, state, attempts) values (?, 'quarantined', 3)").run(one)
    database.close()
    expect(await ills()).toMatchObject([{ what: 'jobs', advice: expect.stringMatching(/retry/) }])
  })

  it('tells of an inbox that is no folder', async () => {
    place.write('inbox', 'a file')
    expect(await codeOfDoctor()).toBe(1)
    expect(await ills()).toMatchObject([{ what: 'inbox', state: 'wrong' }])
  })

  it('tells of a part that does not load (F75)', async () => {
    expect(await lookAtModule('a-part-that-is-not-there')).toMatchObject({
      state: 'missing',
      detail: expect.stringMatching(/does not load/),
      advice: expect.stringMatching(/npm ci/),
    })
  })
})
