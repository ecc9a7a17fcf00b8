import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings } from '../../src/commands/load-settings.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const text = readFileSync(new URL('../../docs/unattended.md', import.meta.url), 'utf8')
/** The blocks of code in one language, in their order. */
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(([, block]) => block!)
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

describe('docs/unattended.md', () => {
  it('shows settings that are accepted as they stand', () => {
    const [example] = blocks('toml')
    const { settings, origins } = loadSettings({}, place.write('avstam.toml', example!))
    expect(settings).toMatchObject({ inbox: '/srv/avstam/inbox', ignore: expect.arrayContaining(['~$*']) })
    expect(Object.values(origins).filter((origin) => origin !== 'default').length).toBeGreaterThan(5)
  })

  // where there is no systemd there is nothing to ask
  it.runIf(hasSystemd)('shows units that systemd takes, and a time that comes', () => {
    const [service, timer] = blocks('ini')
    const files = [
      place.write('avstam-nightly.service', service!.replace(/^(User|WorkingDirectory)=.*\n/gm, '')),
      place.write('avstam-nightly.timer', timer!),
    ]
    const verified = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' })
    expect(verified.stderr.split('\n').filter((line) => line.includes('avstam'))).toEqual([])
    expect(verified.status).toBe(0)
    const [, calendar] = /OnCalendar=(.*)/.exec(timer!)!
    const asked = spawnSync('systemd-analyze', ['calendar', calendar!], { encoding: 'utf8' })
    expect(asked.stdout).toMatch(/Next elapse: .*02:15:00/)
  })
})
