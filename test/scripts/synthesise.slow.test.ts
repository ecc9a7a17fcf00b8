import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hasChromium } from '../../scripts/synthesise/rasterise.js'

const drawn = await hasChromium()
const run = promisify(execFile)

async function makeReports(...options: string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'synthesise-'))
  try {
    await run('npx', ['tsx', 'scripts/synthesise.ts', '--out', folder, '--form', 'digital', ...options])
    const golds = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    return await Promise.all(golds.map((name) => readFile(join(folder, name), 'utf8')))
  } finally {
    await rm(folder, { recursive: true })
  }
}

test.skipIf(!drawn)('a drawn family whose tables no sheet holds gives way to the next', async () => {
  expect(await makeReports('--family', 'drawn', '--seed', '9720001', '--organisations', '3')).toHaveLength(3)
})

test.skipIf(!drawn)('a family that prints kronor alone is not given thousands', async () => {
  const golds = await makeReports('--family', 'charity', '--seed', '2', '--organisations', '3')
  for (const gold of golds) expect(gold).not.toContain('"unit": "tkr"')
})
