import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/commands/settings.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

describe('loadSettings', () => {
  it('takes the command line over the file over the defaults, and knows which it was', () => {
    const file = place.write('avstam.toml', 'jobs = 3\nengine = "native"\n')
    const { settings, origins } = loadSettings({ jobs: '5', database: undefined }, file)
    expect(settings).toMatchObject({ jobs: 5, engine: 'native', database: 'data/avstam.sqlite' })
    expect(origins).toMatchObject({ jobs: 'command line', engine: file, database: 'default' })
  })

  it.each([
    ['jobs = 0', /“jobs” is wrong/],
    ['jobs = "many"', /“jobs” is wrong/],
    ['engine = "magic"', /“engine” is wrong/],
    ['colour = "blue"', /no setting “colour”/],
    ['jobs = ', /cannot be read as TOML/],
    ['archive = "data/inbox/archive"', /lies inside the inbox/],
    ['inbox = "data"', /lies inside the inbox/],
  ])('refuses %s', (line, message) => {
    expect(() => loadSettings({}, place.write('avstam.toml', line))).toThrow(message)
  })

  it('refuses a configuration that is named and not there', () => {
    expect(() => loadSettings({}, place.at('none.toml'))).toThrow(/no configuration/)
  })
})
