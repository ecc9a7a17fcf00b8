import { spawnSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BuildStages } from '../../src/commands/build-stages.js'
import { archiveDocument, letGo } from '../../src/inbox/empty-inbox.js'
import { openDocument } from '../../src/inbox/open-document.js'
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

const year = (one: number) => JSON.stringify([soundReport({ year: one })])
const documents = () => viewRows(place.at('db.sqlite')).documents
const outcomes = () =>
  Object.fromEntries(
    documents().map(({ document, state, reason }) => [document, reason === null ? state : `${state}: ${reason}`]),
  )
const isRoot = process.getuid?.() === 0

describe('files that are no documents', () => {
  it('F4: nothing, junk, noise, HTML and ZIP under the name of a PDF are refused by name, and the rest goes on', async () => {
    const noise = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 251))
    place.write('inbox/empty.pdf', '')
    place.write('inbox/junk.pdf', 'x'.repeat(44))
    place.write('inbox/noise.pdf', noise)
    place.write('inbox/page.pdf', '<!doctype html><title>404</title>')
    place.write('inbox/archive.pdf', 'PK\x03\x04and so on')
    place.write('inbox/whole.txt', year(2019))
    expect((await place.avstam(['run'])).code).toBe(1)
    expect(outcomes()).toEqual({
      'empty.pdf': 'rejected: empty',
      'junk.pdf': 'rejected: not-a-pdf',
      'noise.pdf': 'rejected: not-a-pdf',
      'page.pdf': 'rejected: not-a-pdf',
      'archive.pdf': 'rejected: not-a-pdf',
      'whole.txt': 'done',
    })
    expect(readdirSync(place.at('inbox'))).toEqual([])
    const [day] = readdirSync(place.at('failed'))
    expect(readdirSync(place.at('failed', day!))).toHaveLength(10)
  })

  it('F4: a picture under the name of a PDF is taken as the picture that it is', () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])
    expect(openDocument(place.write('scan.pdf', jpeg), 1000)?.mediaType).toBe('image/jpeg')
  })

  it('F5: links to a file, to a folder and to nothing stay where they are, unread', async () => {
    place.write('outside/secret.txt', year(2001))
    place.write('inbox/whole.txt', year(2019))
    symlinkSync('/etc/passwd', place.at('inbox', 'passwd.txt'))
    symlinkSync(place.at('outside', 'secret.txt'), place.at('inbox', 'secret.txt'))
    symlinkSync(place.at('outside'), place.at('inbox', 'folder'))
    symlinkSync(place.at('nowhere'), place.at('inbox', 'dangling.pdf'))
    const ran = await place.avstam(['run'])
    expect(ran.code).toBe(0)
    expect(outcomes()).toEqual({ 'whole.txt': 'done' })
    expect(readdirSync(place.at('inbox')).sort()).toEqual(['dangling.pdf', 'folder', 'passwd.txt', 'secret.txt'])
    for (const name of ['passwd.txt', 'secret.txt', 'folder', 'dangling.pdf'])
      expect(ran.err).toContain(`${name}: a link`)
  })

  it('F5: a link that takes a file’s place after it was found is not followed', () => {
    place.write('outside.txt', year(2001))
    const path = place.write('a.txt', year(2019))
    unlinkSync(path)
    symlinkSync(place.at('outside.txt'), path)
    expect(() => openDocument(path, 10_000)).toThrow(/could not be opened/)
  })

  it('F6: pipes, sockets and devices stay where they are, and nobody waits for them', async () => {
    place.write('inbox/whole.txt', year(2019))
    expect(spawnSync('mkfifo', [place.at('inbox', 'pipe.pdf')]).status).toBe(0)
    const server = createServer().listen(place.at('inbox', 'socket.pdf'))
    if (isRoot) spawnSync('mknod', [place.at('inbox', 'zero.pdf'), 'c', '1', '5'])
    expect((await place.avstam(['run'])).code).toBe(0)
    expect(outcomes()).toEqual({ 'whole.txt': 'done' })
    expect(existsSync(place.at('inbox', 'pipe.pdf'))).toBe(true)
    server.close()
  })

  it('F16: what systems and downloads leave behind is passed over without a word', async () => {
    for (const name of ['Thumbs.db', '.DS_Store', '._a.pdf', 'a.pdf.part', 'b.tmp', 'c.crdownload', '@eaDir/a.pdf']) {
      place.write(`inbox/${name}`, '%PDF-1.4')
    }
    const ran = await place.avstam(['run'])
    expect(ran.code).toBe(0)
    expect(documents()).toEqual([])
    expect(ran.err).toBe(`The inbox ${place.at('inbox')} holds no documents\n`)
  })
})

describe('files that change under the hand', () => {
  it('F7: a file swapped after it was read is kept as it was read, and the other one stays', () => {
    const path = place.write('a.txt', 'as it was read')
    const document = openDocument(path, 1000)!
    place.write('other.txt', 'put in its place!')
    renameSync(place.at('other.txt'), path)
    const kept = archiveDocument(place.at('archive'), document)
    expect(sha256Of(readFileSync(kept))).toBe(document.sha256)
    expect(letGo(document)).toBe(false)
    expect(readFileSync(path, 'utf8')).toBe('put in its place!')
  })

  it('F7: a hard link lets go of its name alone', async () => {
    place.write('inbox/a.txt', year(2019))
    linkSync(place.at('inbox', 'a.txt'), place.at('mine.txt'))
    expect((await place.avstam(['run'])).code).toBe(0)
    expect(readFileSync(place.at('mine.txt'), 'utf8')).toBe(year(2019))
    expect(readdirSync(place.at('inbox'))).toEqual([])
  })

  it('F11: a file taken away while it is queued has vanished, one taken away while it is read is finished', async () => {
    place.write('inbox/a.txt', year(2018))
    place.write('inbox/b.txt', year(2019))
    const meddle: BuildStages = async (...given) => {
      const stages = await readReportsAsWritten(...given)
      return {
        ...stages,
        readPages: (document, mediaType) => {
          for (const name of ['a.txt', 'b.txt']) rmSync(place.at('inbox', name), { force: true })
          return stages.readPages(document, mediaType)
        },
      }
    }
    const ran = await place.avstam(['run'], undefined, meddle)
    expect(outcomes()).toEqual({ 'a.txt': 'done', 'b.txt': 'vanished: vanished' })
    expect(ran.err.split('\n').filter((line) => line.includes('b.txt')).length).toBeLessThanOrEqual(1)
    expect(readdirSync(place.at('archive'))).toHaveLength(1)
  })
})

describe('names', () => {
  it('F8: no name leads anywhere: each is shown as it is, and the file lies under its hash', async () => {
    const names = [
      '..%2f..%2fx.txt',
      `${'å'.repeat(120)}.txt`,
      'line\nbreak.txt',
      '-rf.txt',
      'CON.txt',
      'dot..txt',
      'emoji 🧾.txt',
      'A\u030arsredovisning.txt',
      '\u202etxt.fdp.txt',
      `quote'"\`.txt`,
      'nought%00.txt',
      '$(touch canary).txt',
      '; touch canary;.txt',
      '.hidden.txt',
    ]
    for (const [index, name] of names.entries()) place.write(join('inbox', name), year(1990 + index))
    place.write('inbox/$(id).pdf', 'no pdf')
    const ran = await place.avstam(['run'])
    expect(ran.code).toBe(1)
    expect(outcomes()).toEqual({
      ...Object.fromEntries(names.map((name) => [name, 'done'])),
      '$(id).pdf': 'rejected: not-a-pdf',
    })
    expect(ran.err).not.toMatch(/\u202e|line\nbreak/)
    expect(readdirSync(place.at('inbox'))).toEqual([])
    const kept = readdirSync(place.at('archive'), { recursive: true, encoding: 'utf8' }).filter((one) => one.length > 2)
    for (const one of kept) expect(one).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}\.txt$/)
    expect(kept).toHaveLength(names.length)
    expect(readdirSync(place.folder).sort()).toEqual(['archive', 'avstam.toml', 'db.sqlite', 'failed', 'inbox'])
    expect(existsSync('canary')).toBe(false)
  })

  it('F8: a refused file is kept under its own name where that is safe, and never takes another’s place', async () => {
    for (const name of ['a.pdf', 'a.pdf.error.json', '.avstam-draft'])
      place.write(`in${name}/${name}`, `${name} is %PDF-none`)
    mkdirSync(place.at('inbox'))
    const failing: BuildStages = async (...given) => ({
      ...(await readReportsAsWritten(...given)),
      readPages: () => Promise.reject(new Error('no')),
    })
    for (const name of ['.avstam-draft', 'a.pdf.error.json', 'a.pdf']) {
      renameSync(place.at(`in${name}`, name), place.at('inbox', name))
      await place.avstam(['run'], undefined, failing)
    }
    const [day] = readdirSync(place.at('failed'))
    const kept = readdirSync(place.at('failed', day!)).map((name) =>
      readFileSync(place.at('failed', day!, name), 'utf8'),
    )
    for (const name of ['a.pdf', 'a.pdf.error.json', '.avstam-draft']) expect(kept).toContain(`${name} is %PDF-none`)
  })
})

describe('the same again', () => {
  it('F9: the same bytes are a duplicate; the same report in other bytes stays, and is flagged', async () => {
    place.write('inbox/a.txt', year(2019))
    place.write('inbox/b.txt', year(2019))
    place.write('inbox/c.txt', `${year(2019)} `)
    await place.avstam(['run'])
    expect(outcomes()).toEqual({ 'a.txt': 'done', 'b.txt': 'duplicate: same bytes as a.txt', 'c.txt': 'done' })
    const reports = viewRows(place.at('db.sqlite')).reports
    expect(reports).toHaveLength(2)
    expect(reports.filter(({ probable_duplicate_of }) => probable_duplicate_of !== null)).toHaveLength(1)
    expect(viewRows(place.at('db.sqlite')).checks.filter(({ rule }) => rule === 'cross_year')).toEqual([])
  })

  it('F10: two that watch one inbox take each file once', async () => {
    place.settings = ['settle_seconds = 0', 'rescan_seconds = 0.1']
    for (let one = 2010; one < 2020; one++) place.write(`inbox/${one}.txt`, year(one))
    const end = new AbortController()
    const both = [place.avstam(['watch'], end.signal), place.avstam(['watch'], end.signal)]
    for (let tries = 0; tries < 200 && readdirSync(place.at('inbox')).length > 0; tries++) await wait(100)
    for (let times = 0; times < 5; times++) place.write('inbox/2030.txt', year(2030))
    for (let tries = 0; tries < 200 && readdirSync(place.at('inbox')).length > 0; tries++) await wait(100)
    end.abort()
    const told = (await Promise.all(both)).map(({ err }) => err).join('')
    for (let one = 2010; one < 2020; one++)
      expect(told.match(new RegExp(`${one}\\.txt: done`, 'g')), `${one}`).toHaveLength(1)
    expect(documents().map(({ state }) => state)).toEqual(Array.from({ length: 11 }, () => 'done'))
  })
})

describe('places', () => {
  it.runIf(existsSync('/dev/shm'))('F12: an inbox on another file system is emptied as any other', async () => {
    const elsewhere = mkdtempSync('/dev/shm/avstam-')
    writeFileSync(join(elsewhere, 'a.txt'), year(2019))
    expect((await place.avstam(['run', '--inbox', elsewhere])).code).toBe(0)
    expect(readdirSync(elsewhere)).toEqual([])
    const hash = sha256Of(year(2019))
    expect(readFileSync(place.at('archive', hash.slice(0, 2), `${hash}.txt`), 'utf8')).toBe(year(2019))
    rmSync(elsewhere, { recursive: true })
  })

  it('F15: a database, an archive or refused files inside the inbox are refused before anything is written', async () => {
    place.write('a.txt', year(2019))
    await expect(place.avstam(['run', '--inbox', place.folder])).rejects.toMatchObject({
      code: 2,
      message: expect.stringContaining('lies inside the inbox'),
    })
    expect(readdirSync(place.folder).sort()).toEqual(['a.txt', 'avstam.toml'])
  })
})

describe('what the program did before', () => {
  it('F41: another engine reads anew, and what was read before stays under its own name', async () => {
    place.write('inbox/a.txt', year(2019))
    await place.avstam(['run'])
    const other: BuildStages = async (...given) => ({
      ...(await readReportsAsWritten(...given)),
      readingOf: () => 'text 2',
    })
    place.write('inbox/a.txt', year(2019))
    await place.avstam(['run'], undefined, other)
    const database = openDatabase(place.at('db.sqlite'))
    expect(database.prepare('select reading from page_reading order by reading').pluck().all()).toEqual([
      'text',
      'text 2',
    ])
    expect(database.prepare('select reading from content').pluck().all()).toEqual(['text 2'])
    database.close()
    expect(viewRows(place.at('db.sqlite')).facts).toHaveLength(6)
  })

  it('F36: a page that ran out of time leaves a document that is partial, with the page named', async () => {
    place.write('inbox/a.txt', year(2019))
    const late: BuildStages = async (...given) => {
      const stages = await readReportsAsWritten(...given)
      const page = { kind: 'picture', number: 2, width: 0, height: 0, source: 'ocr', turned: 0 } as const
      const unread = { ...page, readings: [{ reader: 'none', words: [] }], issues: ['timeout: The page was not read'] }
      return {
        ...stages,
        readPages: async (document, mediaType) => [...(await stages.readPages(document, mediaType)), unread],
      }
    }
    expect((await place.avstam(['run'], undefined, late)).code).toBe(1)
    expect(outcomes()).toEqual({ 'a.txt': 'partial: page 2: timeout: The page was not read' })
    expect(viewRows(place.at('db.sqlite')).facts).toHaveLength(6)
  })
})
