import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const loader = import.meta.resolve('tsx')
const documents = ['codecs/ccitt-g4.pdf', 'codecs/dct-grey.pdf', 'scans/ruled_2014_layer.pdf']

let places: Workplace[]
beforeEach(() => {
  places = []
})
afterEach(() => {
  for (const place of places) place.remove()
})

/** A folder with the documents in its inbox. */
function newPlace(): Workplace {
  const place = new Workplace()
  places.push(place)
  mkdirSync(place.at('data', 'inbox'), { recursive: true })
  for (const name of documents) copyFileSync(root(`fixtures/${name}`), place.at('data/inbox', name.split('/')[1]!))
  return place
}

const start = (place: Workplace): ChildProcess =>
  spawn(process.execPath, ['--import', loader, root('src/cli.ts'), 'run', '--quiet'], {
    cwd: place.folder,
    stdio: 'ignore',
  })
const views = (place: Workplace) => viewRows(place.at('data', 'avstam.sqlite'))

/** The process that reads for another one, once it is there. */
async function readerOf(parent: ChildProcess): Promise<number> {
  for (;;) {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        const ppid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        const isReader = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading-child')
        if (ppid === parent.pid && isReader) return Number(pid)
      } catch {}
    }
    if (parent.exitCode !== null) throw new Error('It ended before it read anything')
    await wait(20)
  }
}

describe.runIf(process.platform === 'linux')('a run that is disturbed', () => {
  it('ends in the same database as one that is not: its reader killed, then itself killed, then run again (F35, F47)', async () => {
    const [undisturbed, disturbed] = [newPlace(), newPlace()]
    const calm = start(undisturbed)
    const [code] = await once(calm, 'exit')
    expect(code).toBe(0)

    const first = start(disturbed)
    process.kill(await readerOf(first), 'SIGKILL')
    const second = await readerOf(first)
    await wait(4000)
    first.kill('SIGKILL')
    await once(first, 'exit')
    // the reader goes when whoever gave it orders is gone
    for (let tries = 0; tries < 100; tries++) {
      try {
        process.kill(second, 0)
      } catch {
        break
      }
      await wait(100)
    }
    expect(() => process.kill(second, 0)).toThrow(/ESRCH/)

    const again = start(disturbed)
    expect((await once(again, 'exit'))[0]).toBe(0)
    expect(views(disturbed)).toEqual(views(undisturbed))
    expect(readdirSync(disturbed.at('data', 'inbox'))).toEqual([])
    expect(views(disturbed).documents.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  })
})
