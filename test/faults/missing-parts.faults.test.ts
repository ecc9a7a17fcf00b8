import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ended, startAvstam } from '../support/spawn-avstam.js'
import { Workplace } from '../support/workplace.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const languages = '@tesseract.js-data'

/** A copy of the program that shares its parts by links, so that one of them can be missing. */
let copy: string
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'avstam-copy-'))
  for (const name of ['src', 'data', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  mkdirSync(join(copy, 'node_modules', languages), { recursive: true })
  const modules = realpathSync(join(root, 'node_modules'))
  for (const name of readdirSync(modules))
    if (name !== languages) symlinkSync(join(modules, name), join(copy, 'node_modules', name))
  for (const name of readdirSync(join(modules, languages)))
    cpSync(join(modules, languages, name), join(copy, 'node_modules', languages, name), { recursive: true })
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

let place: Workplace
beforeEach(() => {
  place = new Workplace()
  place.write('avstam.toml', 'settle_seconds = 0')
  place.write('data/inbox/a.txt', 'Balansräkning')
})
afterEach(() => place.remove())

const avstam = (...words: string[]) => ended(startAvstam(place, words, {}, join(copy, 'src', 'cli.ts')))
const swedish = () => join(copy, 'node_modules', languages, 'swe', '4.0.0_best_int', 'swe.traineddata.gz')

/** Does something while a part is another one, or missing. */
async function whileChanged(path: string, content: Uint8Array | undefined, work: () => Promise<void>): Promise<void> {
  const before = readFileSync(path)
  if (content === undefined) rmSync(path)
  else writeFileSync(path, content)
  await work().finally(() => writeFileSync(path, before))
}

describe('a part that is not there', () => {
  it('the copy runs as it is', async () => {
    const ran = await avstam('doctor')
    expect(ran.code, ran.out + ran.err).toBe(0)
  })

  it.each([
    ['missing', () => undefined],
    ['cut short', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    [
      'another one',
      () => readFileSync(join(copy, 'node_modules', languages, 'eng', '4.0.0_best_int', 'eng.traineddata.gz')),
    ],
  ] as const)('F38: language data %s ends a run with 3 before any file is touched, and is named', async (_, change) => {
    await whileChanged(swedish(), change(readFileSync(swedish())), async () => {
      const ran = await avstam('run')
      expect(ran.code, ran.err).toBe(3)
      expect(ran.err).toContain('swe')
      expect(existsSync(place.at('data', 'inbox', 'a.txt'))).toBe(true)
      const told = await avstam('doctor')
      expect(told.code).toBe(3)
      expect(told.out).toMatch(/missing +language swe/)
    })
  })

  it.each(['better-sqlite3', 'sharp', '@napi-rs', 'tesseract.js', 'pdfjs-dist'])(
    'F75: without %s, as after an install that was blocked, `doctor` and `run` end with 3 and name it',
    async (name) => {
      const link = join(copy, 'node_modules', name)
      const target = realpathSync(link)
      rmSync(link)
      try {
        const told = await avstam('doctor')
        expect(told.code, told.out + told.err).toBe(3)
        expect(told.out + told.err).toContain(name)
        const ran = await avstam('run')
        expect(ran.code, ran.err).toBe(3)
        expect(existsSync(place.at('data', 'inbox', 'a.txt'))).toBe(true)
      } finally {
        symlinkSync(target, link)
      }
    },
  )
})
