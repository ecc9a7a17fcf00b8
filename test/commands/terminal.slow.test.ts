import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { swedishReport } from '../support/swedish-report.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const loader = import.meta.resolve('tsx')
const pages = 30

let place: Workplace
beforeEach(async () => {
  place = new Workplace()
  place.write('report.pdf', await swedishReport(pages))
})
afterEach(() => place.remove())

/** Starts a run on a terminal of its own, as `script` makes one; what it prints and its exit code. */
function runOnTerminal(): { child: ChildProcess; shown: () => string; code: Promise<number> } {
  const command = [process.execPath, '--import', loader, cli, 'run', 'report.pdf', '--db', 'db.sqlite', '--jobs', '1']
  const child = spawn('script', ['--quiet', '--return', '--command', command.join(' '), '/dev/null'], {
    cwd: place.folder,
  })
  let shown = ''
  child.stdout.on('data', (data: Buffer) => {
    shown += data.toString()
  })
  return { child, shown: () => shown, code: once(child, 'close').then(([code]) => code) }
}

async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  while (!isSo() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10))
}

const hasScript = spawnSync('script', ['--version']).status === 0

// without `script` there is no terminal to be had
describe.runIf(hasScript && process.platform === 'linux')('run on a terminal', () => {
  it('shows one line that is written over, with pages a minute and the time left', async () => {
    const { shown, code } = runOnTerminal()
    expect([0, 1]).toContain(await code)
    const [reading = ''] = shown().split('\n')
    const looks = reading.split('\r\u001b[K')
    expect(looks).toContainEqual(expect.stringMatching(/^report\.pdf: page 20 of 30, \d+ pages a minute, \d+ s left$/))
    expect(looks.at(-1)).toMatch(/^\[1\/1\] report\.pdf: done/)
  })

  it('ends at Ctrl-C with 130, and the next run reads on from there (F46)', async () => {
    const { child, shown, code } = runOnTerminal()
    await until(() => shown().includes('page 5 of'), child)
    child.stdin!.write('\u0003')
    expect(await code).toBe(130)
    expect(viewRows(place.at('db.sqlite')).documents).toMatchObject([{ state: 'queued' }])

    const next = runOnTerminal()
    expect([0, 1]).toContain(await next.code)
    const [first] = /page \d+ of 30/.exec(next.shown()) ?? []
    expect(Number(/\d+/.exec(first ?? '')?.[0])).toBeGreaterThan(5)
    expect(viewRows(place.at('db.sqlite')).documents).toMatchObject([{ state: 'done', pages }])
  })

  it('ends at once when it is asked a second time', async () => {
    const { child, shown, code } = runOnTerminal()
    await until(() => shown().includes('page 3 of'), child)
    child.stdin!.write('\u0003\u0003')
    expect(await code).toBe(130)
  })
})
