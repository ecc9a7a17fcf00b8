import { appendFileSync, existsSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/commands/load-settings.js'
import { watch } from '../../src/commands/watch.js'
import { openDatabase } from '../../src/store/open-database.js'
import { takeLease } from '../../src/store/run-lease.js'
import { soundReport } from '../support/small-report.js'
import { viewRows } from '../support/view-rows.js'
import { type Ran, readReportsAsWritten, Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const year = (year: number) => JSON.stringify([soundReport({ year })])
const longest = 20_000

/** Waits until something is so; fails where it never is. */
async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + longest; !isSo(); await wait(50)) {
    if (Date.now() > end) throw new Error(`It never was so that ${what}`)
  }
}

/** Runs `watch` while something else is done. */
async function whileWatching(work: () => Promise<void>): Promise<Ran> {
  const end = new AbortController()
  const watching = place.avstam(['watch'], end.signal)
  try {
    await work()
  } finally {
    end.abort()
  }
  return watching
}

const views = () => viewRows(place.at('db.sqlite'))
const isArchived = (files: number) => {
  const folders = existsSync(place.at('archive')) ? readdirSync(place.at('archive')) : []
  return folders.flatMap((folder) => readdirSync(place.at('archive', folder))).length === files
}

describe('watch', () => {
  it('takes what lies there, and what comes while it watches (F14)', async () => {
    place.write('inbox/a.txt', year(2018))
    const ran = await whileWatching(async () => {
      await until(() => isArchived(1), 'the first was archived')
      place.write('inbox/deep/b.txt', year(2019))
      await until(() => isArchived(2), 'the second was archived')
      await until(() => views().checks.some(({ rule }) => rule === 'cross_year'), 'the years were compared')
    })
    expect(ran.code).toBe(130)
    expect(views().documents.map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('finds a file of which no event told, since it looks again (F14)', async () => {
    place.settings = ['settle_seconds = 0', 'rescan_seconds = 0.3', 'poll = true']
    await whileWatching(async () => {
      await wait(500)
      place.write('inbox/a.txt', year(2018))
      await until(() => isArchived(1), 'it was archived')
    })
    expect(views().documents).toHaveLength(1)
  })

  it('leaves a file alone while it is written to, and takes it once and whole (F1)', async () => {
    place.settings = ['settle_seconds = 0.6', 'rescan_seconds = 0.2']
    const text = year(2018)
    const path = place.write('inbox/a.txt', text.slice(0, 100))
    const ran = await whileWatching(async () => {
      for (let at = 100; at < text.length; at += Math.ceil(text.length / 5)) {
        await wait(300)
        appendFileSync(path, text.slice(at, at + Math.ceil(text.length / 5)))
      }
      await until(() => existsSync(path) === false, 'it was let go')
    })
    expect(views().documents).toMatchObject([{ document: 'a.txt', state: 'done' }])
    expect(existsSync(place.at('failed'))).toBe(false)
    expect(ran.err.match(/a\.txt: done/g)).toHaveLength(1)
  })

  it('waits while another run holds the database, says so once, and goes on', async () => {
    place.settings = ['settle_seconds = 0', 'rescan_seconds = 0.2']
    place.write('inbox/a.txt', year(2018))
    const database = openDatabase(place.at('db.sqlite'))
    const release = takeLease(database)
    const ran = await whileWatching(async () => {
      await wait(2500)
      expect(existsSync(place.at('inbox', 'a.txt'))).toBe(true)
      release()
      database.close()
      await until(() => isArchived(1), 'it was archived')
    })
    expect(ran.err.match(/holds the database/g)).toHaveLength(1)
  })

  it('waits while the disk is nearly full, and says so once, though how much is free changes from look to look', async () => {
    const path = place.write('inbox/a.txt', year(2018))
    const end = new AbortController()
    const said: string[] = []
    const terminal = { out: () => {}, err: (text: string) => void said.push(text), interactive: false }
    const { settings } = loadSettings({ settle_seconds: 0, rescan_seconds: 0.1 }, place.configure())
    let wanted = 1_000_000_000
    const changing = Object.defineProperty({ ...settings }, 'least_free_megabytes', { get: () => wanted-- })
    const watching = watch(false, changing, terminal, end.signal, readReportsAsWritten)
    await until(() => wanted < 999_999_997, 'it looked again')
    expect(existsSync(path)).toBe(true)
    wanted = 0
    await until(() => isArchived(1), 'it was archived')
    end.abort()
    expect(await watching).toBe(130)
    expect(said.join('').match(/nearly full/g)).toHaveLength(1)
  })

  it('goes on when an inbox comes back that was away, as a share is, and says once that it was', async () => {
    place.settings = ['settle_seconds = 0', 'rescan_seconds = 0.2']
    const ran = await whileWatching(async () => {
      await until(() => existsSync(place.at('inbox')), 'the inbox was made')
      renameSync(place.at('inbox'), place.at('elsewhere'))
      symlinkSync(place.at('nowhere'), place.at('inbox'))
      await wait(1500)
      place.write('elsewhere/a.txt', year(2018))
      rmSync(place.at('inbox'))
      renameSync(place.at('elsewhere'), place.at('inbox'))
      await until(() => isArchived(1), 'it was archived')
    })
    expect(ran.code).toBe(130)
    expect(ran.err.match(/cannot be reached/g)).toHaveLength(1)
  })

  it('leaves what is no document where it is, and does not take it again and again', async () => {
    place.settings = ['settle_seconds = 0', 'rescan_seconds = 0.1']
    place.write('inbox/readme', 'no document')
    const ran = await whileWatching(() => wait(1500))
    expect(ran.err.match(/Passed over/g)).toHaveLength(1)
    expect(existsSync(place.at('inbox', 'readme'))).toBe(true)
  })
})
