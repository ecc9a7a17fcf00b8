import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuildStages } from '../../src/commands/build-stages.js'
import { DocumentError, type DocumentErrorReason } from '../../src/errors.js'
import { sha256Of } from '../../src/store/identifiers.js'
import { openDatabase } from '../../src/store/open-database.js'
import { soundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { readReportsAsWritten, Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const sound = JSON.stringify([soundReport()])
const hash = sha256Of(sound)
const failingWith = (reason: DocumentErrorReason): BuildStages => {
  return async (...given) => ({
    ...(await readReportsAsWritten(...given)),
    readPages: () => Promise.reject(new DocumentError(reason, `Reading ended: ${reason}.`)),
  })
}
const documents = () =>
  viewRows(place.at('db.sqlite')).documents.map(({ document, state, reason }) => [document, state, reason])
const refused = () => readdirSync(place.at('failed')).flatMap((day) => readdirSync(place.at('failed', day)))

describe('retry', () => {
  it('takes what failed from among the refused, under its own name, to the archive', async () => {
    place.write('inbox/a.txt', sound)
    expect((await place.avstam(['run'], undefined, failingWith('unreadable'))).code).toBe(1)
    expect(refused()).toEqual(['a.txt', 'a.txt.error.json'])
    const ran = await place.avstam(['retry'])
    expect(ran.code, ran.err).toBe(0)
    expect(documents()).toEqual([['a.txt', 'done', null]])
    expect(refused()).toEqual([])
    expect(readFileSync(place.at('archive', hash.slice(0, 2), `${hash}.txt`), 'utf8')).toBe(sound)
    expect(viewRows(place.at('db.sqlite')).facts).toHaveLength(6)
  })

  it('leaves among the refused what fails again', async () => {
    place.write('inbox/a.txt', sound)
    await place.avstam(['run'], undefined, failingWith('unreadable'))
    expect((await place.avstam(['retry', 'a.txt'], undefined, failingWith('timeout'))).code).toBe(1)
    expect(documents()).toEqual([['a.txt', 'failed', 'timeout']])
    expect(refused()).toEqual(['a.txt', 'a.txt.error.json'])
    const [day] = readdirSync(place.at('failed'))
    const account = JSON.parse(readFileSync(place.at('failed', day!, 'a.txt.error.json'), 'utf8'))
    expect(account).toMatchObject({ document: 'a.txt', reason: 'timeout', sha256: hash })
  })

  it('tries a refused document again only where it is named', async () => {
    place.write('inbox/a.txt', sound)
    await place.avstam(['run'], undefined, failingWith('not-a-pdf'))
    expect((await place.avstam(['retry'])).err).toContain('No document has failed')
    expect(documents()).toEqual([['a.txt', 'rejected', 'not-a-pdf']])
    expect((await place.avstam(['retry', hash.slice(0, 12)])).code).toBe(0)
    expect(documents()).toEqual([['a.txt', 'done', null]])
  })

  it('says whose bytes it does not hold, and loses nothing', async () => {
    const path = place.write('elsewhere/a.txt', sound)
    await place.avstam(['run', path], undefined, failingWith('unreadable'))
    const ran = await place.avstam(['retry'])
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('a.txt: its bytes are not held here')
    expect(documents()).toEqual([['a.txt', 'failed', 'unreadable']])
    expect(existsSync(path)).toBe(true)
  })

  it('refuses a document that is done, and one that nobody knows', async () => {
    place.write('inbox/a.txt', sound)
    await place.avstam(['run'])
    await expect(place.avstam(['retry', 'a.txt'])).rejects.toMatchObject({ code: 2, message: /is done/ })
    await expect(place.avstam(['retry', 'b.txt'])).rejects.toMatchObject({ code: 2, message: /No document/ })
  })

  it('leaves a document that was given up where it can be tried again, if it dies between its first steps', async () => {
    place.write('inbox/a.txt', sound)
    await place.avstam(['run'], undefined, failingWith('timeout'))
    const database = openDatabase(place.at('db.sqlite'))
    database.exec("update job set state = 'quarantined', attempts = 3, due = null")
    database.exec("create trigger dies before insert on job begin select raise(abort, 'dead'); end")
    database.close()
    await expect(place.avstam(['retry'])).rejects.toThrow('dead')
    const again = openDatabase(place.at('db.sqlite'))
    again.exec('drop trigger dies')
    again.close()
    expect((await place.avstam(['retry'])).code).toBe(0)
    expect(documents()).toEqual([['a.txt', 'done', null]])
  })

  it('takes bytes that rotted in the archive for missing', async () => {
    place.write('inbox/a.txt', sound)
    await place.avstam(['run'])
    place.write(`archive/${hash.slice(0, 2)}/${hash}.txt`, 'rotten')
    const database = openDatabase(place.at('db.sqlite'))
    database.exec("update content set state = 'partial', reason = 'page 1: timeout'")
    database.close()
    const ran = await place.avstam(['retry'])
    expect(ran.err).toContain('not held here')
    expect(documents()).toEqual([['a.txt', 'partial', 'page 1: timeout']])
  })
})
