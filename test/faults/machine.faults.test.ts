import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mayMount, mountDisk, unmount } from '../support/mounted.js'
import { ended, type Start, startAsWritten, startAvstam } from '../support/spawn-avstam.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'
import { fillInbox, inboxDocuments, lostDocuments } from './full-inbox.js'

let places: Workplace[]
let mounted: string[]
beforeEach(() => {
  places = []
  mounted = []
})
afterEach(() => {
  for (const folder of mounted) unmount(folder)
  for (const place of places) place.remove()
})

const fixture = (path: string) => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const run = (place: Workplace, start: Start = {}) => ended(startAsWritten(place, ['run'], start))

function newPlace(megabytes?: number): Workplace {
  const place = new Workplace()
  places.push(place)
  if (megabytes !== undefined) {
    mounted.push(place.folder)
    mountDisk(place.folder, `size=${megabytes}m`)
  }
  return place
}

const views = (place: Workplace) => viewRows(place.at('db.sqlite'))

describe.runIf(mayMount)('a disk', () => {
  it('F49: that is full at any step ends the run with 5, loses nothing, and the next run completes', async () => {
    const whole = newPlace()
    fillInbox(whole)
    expect((await run(whole)).code).toBe(1)
    const codes: (number | null)[] = []
    for (const free of [4, 60, 120, 200, 300, 420, 560, 720, 900]) {
      const place = newPlace(4)
      fillInbox(place)
      await ended(startAsWritten(place, ['doctor']))
      const { bavail, bsize } = statfsSync(place.folder)
      writeFileSync(place.at('filler'), Buffer.alloc(Math.max(0, bavail * bsize - free * 1024), 1))
      const ran = await run(place)
      codes.push(ran.code)
      expect([1, 5], `${free} kB: ${ran.err}`).toContain(ran.code)
      if (ran.code === 5) expect(ran.err).toMatch(/Writing failed|no space|full/i)
      expect(lostDocuments(place), `${free} kB`).toEqual([])
      rmSync(place.at('filler'))
      expect([0, 1]).toContain((await run(place)).code)
      expect(views(place), `${free} kB`).toEqual(views(whole))
      expect(readdirSync(place.at('inbox'))).toEqual([])
    }
    // the steps from the first page to the last were met
    expect(codes.filter((code) => code === 5).length).toBeGreaterThanOrEqual(4)
  })

  it('F49: that is nearly full is noticed before a run begins, which leaves all as it was; with space it goes on', async () => {
    const place = newPlace(4)
    fillInbox(place)
    const ran = await run(place, { env: { LEAST_FREE: '100' } })
    expect(ran.code, ran.err).toBe(5)
    expect(ran.err).toMatch(/nearly full: \d MB are free at .+, and 100 are wanted/)
    expect(existsSync(place.at('db.sqlite'))).toBe(false)
    expect(lostDocuments(place)).toEqual([])
    expect((await run(place, { env: { LEAST_FREE: '1' } })).code).toBe(1)
    expect(readdirSync(place.at('inbox'))).toEqual([])
  })

  it('F49: that is full while an export is written ends it with 5 and leaves nothing half', async () => {
    const place = newPlace(4)
    fillInbox(place)
    await run(place)
    const { bavail, bsize } = statfsSync(place.folder)
    writeFileSync(place.at('filler'), Buffer.alloc(bavail * bsize - 12 * 1024, 1))
    const ran = await ended(startAsWritten(place, ['export', '--format', 'csv', '--out', place.at('out')]))
    expect(ran.code, ran.err).toBe(5)
    expect(readdirSync(place.folder).filter((name) => name.startsWith('out'))).toEqual([])
  })

  it('F50: that may only be read ends the run with 5, and the inbox stays', async () => {
    const place = newPlace()
    fillInbox(place)
    mkdirSync(place.at('archive'))
    mounted.push(place.at('archive'))
    mountDisk(place.at('archive'), 'ro,size=1m')
    const ran = await run(place)
    expect(ran.code).toBe(5)
    expect(ran.err).toContain('archive')
    expect(lostDocuments(place)).toEqual([])
    expect(readdirSync(place.at('inbox')).length).toBeGreaterThanOrEqual(9)
  })

  it('F12: an inbox that may only be read is taken, and what stays in it is named', async () => {
    const place = newPlace()
    fillInbox(place)
    mounted.push(place.at('inbox'))
    execFileSync('mount', ['--bind', place.at('inbox'), place.at('inbox')])
    execFileSync('mount', ['-o', 'remount,ro,bind', place.at('inbox')])
    const ran = await ended(startAsWritten(place, ['run']))
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/may not be removed from the inbox: .*2010\.txt/)
    expect(views(place).documents.filter(({ state }) => state === 'done')).toHaveLength(9)
    expect(readdirSync(place.at('inbox'))).toHaveLength(10)
  })
})

const nobody = 65_534
const asNobody = (place: Workplace): Start => ({ uid: nobody, env: { HOME: place.folder } })

function giveAway(place: Workplace): void {
  for (const entry of ['', ...readdirSync(place.folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(place.at(entry), nobody, nobody)
  }
}

describe.runIf(process.getuid?.() === 0)('a user with few rights', () => {
  it('F12: a file and a folder that may not be read are named, and the others are taken', async () => {
    const place = newPlace()
    fillInbox(place)
    place.write('inbox/closed/a.txt', 'x')
    giveAway(place)
    chmodSync(place.at('inbox', '2010.txt'), 0o000)
    chmodSync(place.at('inbox', 'closed'), 0o000)
    const ran = await run(place, asNobody(place))
    expect(ran.code, ran.err).toBe(1)
    expect(ran.err).toContain('closed: a folder that may not be listed')
    const states = Object.fromEntries(
      views(place).documents.map(({ document, state, reason }) => [document, `${state} ${reason}`]),
    )
    expect(states['2010.txt']).toBe('failed unreadable')
    expect(Object.values(states).filter((state) => state === 'done null')).toHaveLength(8)
    expect(readdirSync(place.at('inbox')).sort()).toEqual(['2010.txt', 'closed'])
  })

  it('F12: an inbox that may not be read is told by doctor', async () => {
    const place = newPlace()
    fillInbox(place)
    giveAway(place)
    chmodSync(place.at('inbox'), 0o000)
    const ran = await ended(startAsWritten(place, ['doctor'], asNobody(place)))
    expect(ran.code, ran.err).toBe(1)
    expect(ran.out).toMatch(/^wrong +inbox +EACCES.*\n +→ Let the user that runs avstam read and write there\.$/m)
  })
})

describe.runIf(has('strace'))('under strace', () => {
  it('F50: a file whose sectors cannot be read fails alone [simulated: the kernel is made to answer EIO for that file]', async () => {
    const place = newPlace()
    fillInbox(place)
    const path = place.at('inbox', '2012.txt')
    const under = [
      'strace',
      '-f',
      '-qq',
      '-o',
      '/dev/null',
      '-P',
      path,
      '-e',
      'trace=read,pread64',
      '-e',
      'inject=read,pread64:error=EIO',
    ]
    const ran = await run(place, { under })
    expect(ran.code).toBe(1)
    const { documents: rows } = views(place)
    expect(rows.find(({ document }) => document === '2012.txt')).toMatchObject({
      state: 'failed',
      reason: 'unreadable',
    })
    expect(rows.filter(({ state }) => state === 'done')).toHaveLength(8)
    expect(readdirSync(place.at('inbox'))).toEqual(['2012.txt'])
  })

  it('F48: a copy and its outcome are on the disk before the file goes [simulated: the order of writes and syncs is watched, the power stays on]', async () => {
    const place = newPlace()
    place.write('inbox/a.txt', inboxDocuments['2010.txt']!)
    const log = place.at('calls')
    const calls = 'fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,write,pwrite64'
    expect((await run(place, { under: ['strace', '-f', '-y', '-qq', '-o', log, '-e', `trace=${calls}`] })).code).toBe(0)
    const lines = readFileSync(log, 'utf8').split('\n')
    const at = (what: RegExp, from = 0) => {
      const found = lines.findIndex((line, index) => index >= from && what.test(line))
      expect(found, String(what)).toBeGreaterThanOrEqual(0)
      return found
    }
    const draft = at(/fsync\(\d+<[^>]*archive[^>]*\.avstam-draft>/)
    const renamed = at(/rename[^(]*\(.*\.avstam-draft".*archive\/[0-9a-f]{2}\/[0-9a-f]{64}\.txt"/, draft)
    const folder = at(/fsync\(\d+<[^>]*archive\/[0-9a-f]{2}>/, renamed)
    const gone = at(/unlink[^(]*\(.*inbox\/a\.txt"/, folder)
    const log1 = lines.slice(folder, gone)
    const lastWrite = log1.findLastIndex((line) => /pwrite64\(\d+<[^>]*db\.sqlite-wal>/.test(line))
    const synced = log1.findLastIndex((line) => /(fsync|fdatasync)\(\d+<[^>]*db\.sqlite-wal>/.test(line))
    expect(lastWrite).toBeGreaterThanOrEqual(0)
    expect(synced).toBeGreaterThan(lastWrite)
  })

  it('F74: a scan is read with no network at all, and none is asked for', async () => {
    const place = newPlace()
    place.write('avstam.toml', 'settle_seconds = 0')
    mkdirSync(place.at('data', 'inbox'), { recursive: true })
    copyFileSync(fixture('codecs/dct-grey.pdf'), place.at('data', 'inbox', 'a.pdf'))
    const log = place.at('calls')
    const under = ['strace', '-f', '-qq', '-o', log, '-e', 'trace=connect,sendto,sendmsg', 'unshare', '-n']
    const ran = await ended(
      startAvstam(place, ['run', '--jobs', '1'], { under: process.getuid?.() === 0 ? under : under.slice(0, -2) }),
    )
    expect([0, 1], ran.err).toContain(ran.code)
    expect(viewRows(place.at('data', 'avstam.sqlite')).documents).toMatchObject([{ document: 'a.pdf', state: 'done' }])
    expect(viewRows(place.at('data', 'avstam.sqlite')).facts.length).toBeGreaterThan(5)
    expect(readFileSync(log, 'utf8')).not.toMatch(/AF_INET|AF_NETLINK/)
  })
})
