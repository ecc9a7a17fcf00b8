import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ended, ended, startAvstam } from '../support/spawn-avstam.js'
import { viewRows } from '../support/view-rows.js'
import { Workplace } from '../support/workplace.js'

const folder = fileURLToPath(new URL('../../../shared/bad/', import.meta.url))
const there = existsSync(folder)

/** What may become of a file, by what is expected of it. */
const outcomes: Readonly<Record<string, RegExp>> = {
  reject: /^(failed|rejected): (unreadable|truncated|no-pages|empty|not-a-pdf)$/,
  degrade: /^(done|partial: .+|(failed|rejected): (unreadable|truncated|no-pages|too-many-pages|timeout))$/,
  password: /^encrypted: encrypted$/,
  limit: /^rejected: (image-too-large|too-many-pages|too-large)$/,
  ocr: /^done$/,
  table: /^done$/,
  ok: /^done$/,
}
/** The fault that a file is an instance of, by what is expected of it; the others are odd and no fault. */
const faultOf: Readonly<Record<string, string>> = {
  reject: ' (F4)',
  degrade: ' (F20)',
  password: ' (F18)',
  limit: ' (F23)',
}
/** Files with an empty user password: every reader opens them, whatever may be done with them then. */
const ownerOnly: Readonly<Record<string, RegExp>> = {
  'pdfjs__print_protection.pdf': /^(done|encrypted: encrypted)$/,
  'camelot__health_protected.pdf': /^(done|encrypted: encrypted)$/,
}

const rows = there
  ? readFileSync(join(folder, 'index.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([, expected]) => expected !== 'truth')
      .map(([file = '', expected = '']) => ({ file, expected, fault: faultOf[expected] ?? '' }))
  : []

describe.skipIf(!there)('bad and odd files, all in one go (skipped where ../shared does not lie beside)', () => {
  const place = new Workplace()
  let ran: Ended
  // read by a real engine, page after page
  const mostMilliseconds = 1_500_000
  beforeAll(async () => {
    place.write('avstam.toml', 'settle_seconds = 0')
    mkdirSync(place.at('data', 'inbox'), { recursive: true })
    for (const { file } of rows) copyFileSync(join(folder, file), place.at('data', 'inbox', file))
    ran = await ended(startAvstam(place, ['run', '--jobs', '2']))
  }, mostMilliseconds)
  afterAll(() => place.remove())

  it('the run ends with 1, and nothing is left in the inbox', () => {
    expect(ran.code, ran.err).toBe(1)
    expect(readdirSync(place.at('data', 'inbox'))).toEqual([])
  })

  for (const { file, expected, fault } of rows) {
    it(`${file}: ${expected}${fault}`, () => {
      const row = viewRows(place.at('data', 'avstam.sqlite')).documents.find(({ document }) => document === file)
      const outcome = `${row?.state}${row?.reason ? `: ${row.reason}` : ''}`
      expect(outcome).toMatch(ownerOnly[file] ?? outcomes[expected]!)
    })
  }

  it('each refused file has an account beside it, and no page says more than its file', () => {
    const [day] = readdirSync(place.at('data', 'failed'))
    const kept = readdirSync(place.at('data', 'failed', day!))
    for (const name of kept.filter((one) => !one.endsWith('.error.json')))
      expect(kept).toContain(`${basename(name)}.error.json`)
  })
})
