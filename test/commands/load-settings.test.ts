import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { parse, stringify } from 'smol-toml'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settingsSchema } from '../../scripts/describe-settings/settings-schema.js'
import { loadSettings } from '../../src/commands/load-settings.js'
import { defaultSettings, Settings } from '../../src/commands/settings.js'
import { StopError } from '../../src/errors.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

function stopOf(work: () => unknown): StopError {
  try {
    work()
  } catch (error) {
    if (error instanceof StopError) return error
    throw error
  }
  throw new Error('Nothing was refused')
}

describe('loadSettings', () => {
  it('takes the command line over the file over the defaults, and knows which it was', () => {
    const file = place.write('avstam.toml', 'jobs = 3\nengine = "native"\n')
    const { settings, origins } = loadSettings({ jobs: 5, database: undefined }, file)
    expect(settings).toMatchObject({ jobs: 5, engine: 'native', database: 'data/avstam.sqlite' })
    expect(origins).toMatchObject({ jobs: 'command line', engine: file, database: 'default' })
  })

  it.each([
    ['jobs = 0', /avstam\.toml, line 2: “jobs” is wrong: .*>=1/, /Pages read at the same time/],
    ['jobs = "many"', /line 2: “jobs” is wrong: .*expected number, received string/, /Pages/],
    ['jobs = true', /line 2: “jobs” is wrong: .*expected number/, /Pages/],
    ['engine = "magic"', /line 2: “engine” is wrong: .*"js"\|"native"/, /reads pictures/],
    ['ignore = "*.bak"', /line 2: “ignore” is wrong: .*expected array/, /passed over/],
    ['colour = "blue"', /line 2: there is no setting “colour”/, /config show/],
    ['rescan-seconds = 5', /line 2: there is no setting “rescan-seconds”/, /“rescan_seconds”/],
    ['[inboks]', /line 2: there is no setting “inboks”/, /“inbox”/],
    ['jobs = ', /avstam\.toml, line 2 cannot be read as TOML/, /Mend the line/],
    ['archive = "data/inbox/archive"', /lies inside the inbox/, /another folder/],
    ['inbox = "data"', /lies inside the inbox/, /another folder/],
  ])('refuses %s, with the line and what is expected', (line, message, advice) => {
    const stop = stopOf(() => loadSettings({}, place.write('avstam.toml', `# settings\n${line}\n`)))
    expect(stop).toMatchObject({ code: 2, message: expect.stringMatching(message) })
    expect(stop.advice).toMatch(advice)
  })

  it('refuses a configuration that is named and not there', () => {
    expect(() => loadSettings({}, place.at('none.toml'))).toThrow(/no configuration/)
  })

  it('refuses a configuration inside the inbox, also by way of a link (F15)', () => {
    const inside = place.write('inbox/avstam.toml', '')
    expect(stopOf(() => loadSettings({ inbox: place.at('inbox') }, inside))).toMatchObject({ code: 2 })
    symlinkSync(place.at('inbox'), place.at('shown'))
    expect(stopOf(() => loadSettings({ inbox: place.at('inbox') }, place.at('shown', 'avstam.toml')))).toMatchObject({
      code: 2,
    })
    mkdirSync(place.at('inbox', 'deep'))
    symlinkSync(place.at('inbox', 'deep'), place.at('archive'))
    const given = { inbox: place.at('inbox'), archive: place.at('archive', 'not', 'made') }
    expect(() => loadSettings(given, place.write('avstam.toml', ''))).toThrow(/lies inside the inbox/)
  })

  it.runIf(process.platform !== 'win32')('refuses a configuration that everybody may write to (F15)', () => {
    const file = place.write('avstam.toml', '')
    chmodSync(file, 0o666)
    expect(stopOf(() => loadSettings({}, file))).toMatchObject({ code: 2, message: expect.stringMatching(/Everybody/) })
    chmodSync(file, 0o664)
    expect(loadSettings({}, file).settings.engine).toBe('js')
  })

  it('reads back all that it can be told', () => {
    const settings = { ...defaultSettings(), ignore: ['~$*', '*.bak'], log: 'json' as const, jobs: 7 }
    const file = place.write('avstam.toml', stringify(settings))
    expect(loadSettings({}, file).settings).toEqual(settings)
    expect(parse(readFileSync(file, 'utf8'))).toEqual(settings)
  })
})

describe('docs/configuration.schema.json', () => {
  it('is what the settings say (mend it with `npx tsx scripts/describe-settings.ts`)', () => {
    const written = readFileSync(new URL('../../docs/configuration.schema.json', import.meta.url), 'utf8')
    expect(written).toBe(settingsSchema())
    const { properties, additionalProperties } = JSON.parse(written)
    expect(Object.keys(properties)).toEqual(Settings.keyof().options)
    expect(additionalProperties).toBe(false)
    for (const [name, { description }] of Object.entries<{ description: string }>(properties)) {
      expect(description, name).toMatch(/^\S.*\.$/)
    }
  })
})
