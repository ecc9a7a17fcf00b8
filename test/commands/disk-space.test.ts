import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskSpace, refuseFullDisk } from '../../src/commands/disk-space.js'
import { defaultSettings } from '../../src/commands/settings.js'
import { soundReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

describe('a disk that is nearly full', () => {
  it('stops a run before it begins, and the next one goes on as if nothing had been', async () => {
    place.write('inbox/a.txt', JSON.stringify([soundReport()]))
    const settle = place.settings
    // no disk has a petabyte
    place.settings = [...settle, 'least_free_megabytes = 1_000_000_000']
    for (const words of [['run'], ['nightly']]) {
      await expect(place.avstam(words)).rejects.toMatchObject({
        code: 5,
        message: expect.stringMatching(/^The disk is nearly full: \d+ MB are free at .+, and 1000000000 are wanted/),
      })
    }
    expect(existsSync(place.at('db.sqlite'))).toBe(false)
    expect(readdirSync(place.at('inbox'))).toEqual(['a.txt'])
    place.settings = settle
    expect((await place.avstam(['run'])).code).toBe(0)
    expect(readdirSync(place.at('inbox'))).toEqual([])
  })

  it('is said as one more event where logs are gathered, whose every line is JSON', async () => {
    place.settings = [...place.settings, 'least_free_megabytes = 1_000_000_000', 'log = "json"']
    place.write('inbox/a.txt', JSON.stringify([soundReport()]))
    const ran = await place.avstam(['nightly'])
    expect(ran.code).toBe(5)
    const events = ran.err.split('\n').filter((line) => line !== '')
    expect(events.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 'error',
        event: 'stop',
        code: 5,
        message: expect.stringMatching(/nearly full/),
      }),
    ])
  })

  it('is told by what is free now, where the database and the archive will lie', () => {
    const settings = { ...defaultSettings(), database: place.at('none/yet/db'), archive: place.at('none/archive') }
    const [{ folder, free } = { folder: '', free: 0 }] = diskSpace(settings)
    expect(folder).toBe(place.folder)
    const megabytes = Math.floor(free / 1_000_000)
    expect(() => refuseFullDisk({ ...settings, least_free_megabytes: Math.floor(megabytes / 2) })).not.toThrow()
    expect(() => refuseFullDisk({ ...settings, least_free_megabytes: megabytes * 2 })).toThrow(/nearly full/)
  })
})
