import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/open-database.js'
import { takeLease } from '../../src/store/run-lease.js'
import { type Ran, Workplace } from '../support/workplace.js'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const texts = fileURLToPath(new URL('../../fixtures/text', import.meta.url))
const loader = import.meta.resolve('tsx')

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const start = (words: readonly string[]): ChildProcess =>
  spawn(process.execPath, ['--import', loader, cli, ...words], { cwd: place.folder })

async function avstam(...words: readonly string[]): Promise<Ran & { signal: string | null }> {
  return finish(start(words))
}

async function finish(child: ChildProcess): Promise<Ran & { signal: string | null }> {
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout!.on('data', (data: Buffer) => out.push(data.toString()))
  child.stderr!.on('data', (data: Buffer) => err.push(data.toString()))
  const [code, signal] = await once(child, 'close')
  return { code, signal, out: out.join(''), err: err.join('') }
}

describe('avstam', () => {
  it('runs over an archive text and shows it, in a folder that holds nothing else', async () => {
    const ran = await avstam('run', `${texts}/003_norra_vastmanland_2014.txt`)
    expect([0, 1], ran.err).toContain(ran.code)
    expect(ran.out).toContain('1 document: 1 done')
    expect(readdirSync(place.folder)).toEqual(['data'])
    const shown = await avstam('show', '003_norra_vastmanland_2014.txt')
    expect(shown.code).toBe(0)
    expect(shown.out).toContain('Balance sheet')
    expect(shown.err).toBe('')
  })

  it.each([
    [['weekly'], /unknown command/],
    [['run', '--colour'], /unknown option/],
    [['run', '--jobs', 'many'], /“jobs” is wrong/],
    [['run', '--engine', 'magic'], /js, native/],
    [['run', 'nowhere'], /nothing at nowhere/],
    [['show'], /missing required argument/],
    [['show', 'a.txt'], /no database/],
    [['check'], /no database/],
    [['run', '--config', 'none.toml'], /no configuration/],
  ])('ends with 2 for %j', async (words, message) => {
    const ran = await avstam(...words)
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(message)
    expect(ran.out).toBe('')
  })

  it('tells its version and its help on stdout, and ends with 0', async () => {
    expect(await avstam('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    expect(await avstam('run', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--all-pages') })
  })

  it('ends with 4 while another run holds the database (F44)', async () => {
    const database = openDatabase(place.at('data', 'avstam.sqlite'))
    const release = takeLease(database)
    const ran = await avstam('run')
    release()
    database.close()
    expect(ran.code).toBe(4)
    expect(ran.err).toMatch(/Another run \(process \d+ on .+\) holds the database/)
  })

  it('ends with 6 on a damaged database', async () => {
    writeFileSync(place.at('db.sqlite'), 'no database at all, but long enough to be looked at as one'.repeat(20))
    const ran = await avstam('run', '--db', 'db.sqlite')
    expect(ran.code).toBe(6)
    expect(ran.err).toMatch(/damaged.*\n.*backup/)
  })

  it('ends with 5 where it may not write (F50)', async () => {
    const nobodyMayWrite =
      process.platform === 'linux' ? '/sys/avstam/db.sqlite' : place.at('closed', 'deep', 'db.sqlite')
    mkdirSync(place.at('closed'), { mode: 0o555 })
    const ran = await avstam('run', texts, '--db', nobodyMayWrite)
    expect(ran.code).toBe(5)
    expect(ran.err).toMatch(/Writing failed at .*avstam|closed/)
  })

  it.runIf(process.platform === 'linux')('ends with 5 where its output cannot be written', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, ['--import', loader, cli, 'config', 'show'], {
      stdio: ['ignore', full, 'pipe'],
    })
    const [code] = await once(child, 'close')
    closeSync(full)
    expect(code).toBe(5)
  })

  it('goes on when nobody reads its progress any more (F46)', async () => {
    const child = start(['run', `${texts}/004_varend_2017_jan_aug.txt`])
    child.stderr!.destroy()
    child.stdout!.resume()
    expect([0, 1]).toContain((await once(child, 'close'))[0])
    expect((await avstam('show', '004_varend_2017_jan_aug.txt')).out).toContain('reconciled')
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with %i, and the next run goes on (F46)', async (signal, code) => {
    const child = start(['run', `${texts}/003_norra_vastmanland_2014.txt`, `${texts}/004_varend_2017_jan_aug.txt`])
    child.stderr!.once('data', () => child.kill(signal))
    expect(await finish(child)).toMatchObject({ code, signal: null })
    const database = openDatabase(place.at('data', 'avstam.sqlite'))
    const states = database.prepare("select count(*) from documents where state = 'processing'").pluck().get()
    database.close()
    expect(states).toBe(0)
    expect([0, 1]).toContain((await avstam('run', `${texts}/003_norra_vastmanland_2014.txt`)).code)
  })

  it('copies the database while it is whole, and overwrites nothing', async () => {
    openDatabase(place.at('data', 'avstam.sqlite')).close()
    expect(await avstam('backup', 'copies/one.sqlite')).toMatchObject({ code: 0 })
    expect(await avstam('show', 'a.txt', '--db', 'copies/one.sqlite')).toMatchObject({ code: 2 })
    expect(await avstam('backup', 'copies/one.sqlite')).toMatchObject({ code: 2 })
    expect(readdirSync(place.at('copies'))).toEqual(['one.sqlite'])
  })

  it('looks at what is installed', async () => {
    const ran = await avstam('doctor', '--json')
    expect(ran.code, ran.out).toBe(0)
    const { findings } = JSON.parse(ran.out)
    expect(findings).toContainEqual({ what: 'language swe', state: 'ok', detail: expect.stringMatching(/^sha256/) })
  })
})
