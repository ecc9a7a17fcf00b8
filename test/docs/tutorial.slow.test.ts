import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))
const tutorial = readFileSync(join(project, 'docs', 'tutorial.md'), 'utf8')

interface Step {
  readonly command: string
  /** `stays`, or the program that it needs. */
  readonly how: string
}

// ```sh needs python3
const steps: Step[] = [...tutorial.matchAll(/^```sh ?([\w ]*)\n([\s\S]*?)^```$/gm)].flatMap(([, how, commands]) =>
  commands!
    .trim()
    .split('\n')
    .map((command) => ({ command, how: how! })),
)

const folder = mkdtempSync(join(tmpdir(), 'avstam-tutorial-'))
beforeAll(() => {
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: project, encoding: 'utf8' })
  expect(built.status, built.stderr).toBe(0)
  for (const name of ['docs', 'fixtures']) symlinkSync(join(project, name), join(folder, name))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command as it runs in another folder than the project's, which is where npx finds the program. */
const inFolder = (command: string) => command.replace(/^npx avstam/, `node ${join(project, 'dist', 'cli.js')}`)

function isThere(how: string): boolean {
  if (!how.startsWith('needs ')) return true
  const program = how.slice('needs '.length)
  const words = program === 'Rscript' ? ['-e', 'library(RSQLite)'] : ['--version']
  return spawnSync(program, words).status === 0
}

/** Starts what stays, until it says where it is and answers there; ends it as Ctrl-C does. */
async function runUntilServed(command: string): Promise<string> {
  const [program, ...words] = inFolder(command).split(' ')
  const child = spawn(program!, words, { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)
        if (found) resolve(found[0])
      })
      child.once('exit', () => reject(new Error(said)))
    })
    return await (await fetch(`${address}organisations`)).text()
  } finally {
    if (child.exitCode === null) process.kill(-child.pid!, 'SIGINT')
    await ended
  }
}

describe('the tutorial', () => {
  it('has the commands that it is about', () => {
    expect(steps.length).toBeGreaterThan(7)
    expect(readFileSync(join(project, '.ci', 'run'), 'utf8')).toContain(steps[0]!.command)
    const npx = spawnSync('npx', ['avstam', '--version'], { cwd: project, encoding: 'utf8' })
    expect(npx.stdout, npx.stderr).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  // the first, `npm ci`, is what everything here was installed by
  for (const { command, how } of steps.slice(1)) {
    it.skipIf(!isThere(how))(`runs ${command}${isThere(how) ? '' : `: skipped, it ${how}`}`, async () => {
      if (how === 'stays') {
        expect(await runUntilServed(command)).toContain('Finsam Lekeberg och Örebro')
        return
      }
      const { status, stdout, stderr } = spawnSync('sh', ['-c', inFolder(command)], { cwd: folder, encoding: 'utf8' })
      expect(/ (run|check|show) /.test(`${command} `) ? [0, 1] : [0], stderr).toContain(status)
      expect(stderr).not.toMatch(/Error|at file:/)
      // … --out series.csv, … net_result series.svg
      const written = /(\S+\.(?:csv|xlsx|svg))$/.exec(command)?.[1]
      if (written !== undefined) expect(existsSync(join(folder, written)), stdout).toBe(true)
      else expect(stdout.length).toBeGreaterThan(100)
    })
  }

  it('ends with a chart of the reports that were read', () => {
    const drawn = ['series.svg', 'series-r.svg'].filter((name) => existsSync(join(folder, name)))
    const rows = readFileSync(join(folder, 'series.csv'), 'utf8').split('\r\n')
    const results = rows.filter((row) => row.includes('income_statement,net_result') && row.includes(',annual,'))
    expect(results.length).toBeGreaterThan(5)
    for (const name of drawn) expect(readFileSync(join(folder, name), 'utf8')).toContain('<svg')
    if (drawn.includes('series.svg'))
      expect(readFileSync(join(folder, 'series.svg'), 'utf8').match(/<circle /g)!.length).toBe(results.length)
  })
})
