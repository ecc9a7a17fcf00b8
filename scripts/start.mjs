import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs over the project's own archive texts and scans. Ends with 0 when the run went through, whatever it found. */
const project = fileURLToPath(new URL('..', import.meta.url))
const words = ['dist/cli.js', 'run', 'fixtures/text', 'fixtures/scans', ...process.argv.slice(2)]
const { status, signal } = spawnSync(process.execPath, words, { cwd: project, stdio: 'inherit' })

const wentThrough = status === 0 || status === 1
if (wentThrough && process.stdout.isTTY) console.log('\nNext: npx avstam show 002_sydnarke_lekeberg_orebro_2019.txt')
process.exitCode = wentThrough ? 0 : (status ?? (signal === 'SIGINT' ? 130 : 143))
