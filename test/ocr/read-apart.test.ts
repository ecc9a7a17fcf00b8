import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Page } from '../../src/model/page.js'
import { type ApartReader, createApartReader } from '../../src/ocr/read-apart.js'
import type { ReadOptions } from '../../src/ocr/read-options.js'
import { readingProgram } from '../../src/ocr/reading-messages.js'
import { startReadingProcess } from '../../src/ocr/reading-process.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
let readers: ApartReader[]
beforeEach(() => {
  place = new Workplace()
  readers = []
})
afterEach(() => {
  for (const reader of readers) reader.close()
  place.remove()
})

const options: ReadOptions = { engine: 'js', jobs: 1, allPages: false }
const bytes = Buffer.from('the document')
const plain = (text: string): Page => ({ kind: 'plain', number: 1, lines: [text], issues: [] })

/** A reader whose other process does as these lines say with each order; `log` is a file that they may write to. */
function readerOf(lines: string, megabytes = 1000, silentWork?: number, version = readingProgram): ApartReader {
  const program = place.write(
    'program.mjs',
    `import { appendFileSync } from 'node:fs'
    const log = ${JSON.stringify(place.at('log'))}
    const page = (text, number = 1, issues = []) => ({ kind: 'plain', number, lines: [text], issues })
    const tell = ({ id }, page) => process.send({ kind: 'page', id, page, done: page.number, total: 3 })
    const done = (order, text) => { tell(order, page(text)); process.send({ kind: 'read', id: order.id }) }
    process.once('disconnect', () => process.exit())
    process.send({ kind: 'started', program: ${JSON.stringify(version)} })
    process.on('message', async (order) => { ${lines} })`,
  )
  const reader = createApartReader(megabytes, (most) => startReadingProcess(most, program, silentWork))
  readers.push(reader)
  return reader
}
const read = (reader: ApartReader, more: Partial<ReadOptions> = {}) =>
  reader.read(bytes, 'application/pdf', { ...options, ...more })
const logged = () => readFileSync(place.at('log'), 'utf8').trim().split('\n')

describe('createApartReader', () => {
  it('hands over the bytes and nothing of the environment but where programs lie, and how to hold memory', async () => {
    vi.stubEnv('AVSTAM_SECRET', 'secret')
    const reader = readerOf("done(order, Buffer.from(order.bytes).toString() + ' ' + Object.keys(process.env).sort())")
    const [page] = await read(reader)
    vi.unstubAllEnvs()
    expect(page).toMatchObject({ lines: [expect.stringMatching(/^the document (MALLOC_\w+,)+PATH(,TMPDIR)?$/)] })
  })

  it('goes on in the same process from document to document', async () => {
    const reader = readerOf('appendFileSync(log, process.pid + "\\n"); done(order, "read")')
    await read(reader)
    await read(reader)
    expect(new Set(logged()).size).toBe(1)
  })

  it('replaces a process that grew large before the next document, but not for a second look at the same', async () => {
    const large = 'globalThis.held ??= Buffer.alloc(150_000_000, 1); '
    const reader = readerOf(`${large}appendFileSync(log, process.pid + "\\n"); done(order, "read")`, 500)
    await read(reader)
    await read(reader, { again: [] })
    await read(reader)
    const [first, again, next] = logged()
    expect(again).toBe(first)
    expect(next).not.toBe(first)
  })

  it('reads a document once more where the process was killed under it (F35)', async () => {
    const reader = readerOf(
      'appendFileSync(log, "tried\\n"); const { readFileSync } = await import("node:fs");' +
        'if (readFileSync(log, "utf8").length < 7) process.kill(process.pid, "SIGKILL"); done(order, "read")',
    )
    expect(await read(reader)).toEqual([plain('read')])
    expect(logged()).toHaveLength(2)
  })

  it.each([
    ['is killed', "process.kill(process.pid, 'SIGKILL')"],
    ['ends by itself', 'process.exit(0)'],
    ['throws', "setTimeout(() => { throw new Error('no') })"],
  ])('blames the document where the process %s twice, and reads the next', async (_, death) => {
    const reader = readerOf(`if (order.engine === 'native') { ${death} } else done(order, 'read')`)
    await expect(read(reader, { engine: 'native' })).rejects.toMatchObject({ name: 'DocumentError', reason: 'crashed' })
    expect(await read(reader)).toEqual([plain('read')])
  })

  it('blames only the one of two documents under way that ends the process', async () => {
    const reader = readerOf(
      "if (order.engine === 'native') setTimeout(() => process.exit(1), 200); else setTimeout(() => done(order, 'read'), 400)",
    )
    const [poison, innocent] = await Promise.allSettled([read(reader, { engine: 'native' }), read(reader)])
    expect(poison).toMatchObject({ status: 'rejected', reason: { reason: 'crashed' } })
    expect(innocent).toEqual({ status: 'fulfilled', value: [plain('read')] })
  })

  it('ends a process that takes more memory than it may (F23)', async () => {
    const reader = readerOf('globalThis.held = Buffer.alloc(600_000_000, 1)', 400)
    await expect(read(reader)).rejects.toMatchObject({ reason: 'crashed', message: expect.stringMatching(/400 MB/) })
  })

  it('ends a process that works and works and shows no sign of life, twice, and blames the document (F36)', async () => {
    const reading = read(readerOf('for (;;) {}', 1000, 500))
    await expect(reading).rejects.toMatchObject({ reason: 'crashed', message: expect.stringMatching(/hung/) })
  })

  it.each([
    ['a confidence that is no number', 'word.confidence = NaN'],
    ['a box that is nowhere', 'word.box.x1 = 17'],
    ['half a word', 'delete word.text'],
    ['far too many words', 'words = Array(50_001).fill(word)'],
  ])('believes nothing of a page with %s (F39)', async (_, wrong) => {
    const kept = new Map<string, Page>()
    const cache = { get: () => undefined, put: (key: string, page: Page) => void kept.set(key, page) }
    const reader = readerOf(
      `const word = { text: '1', raw: '1', box: { x0: 0, y0: 0, x1: 1, y1: 1 }, confidence: 1, alternatives: [] }
      let words = [word]
      ${wrong}
      const read = { kind: 'picture', number: 1, width: 9, height: 9, source: 'ocr', readings: [{ reader: 'r', words }], turned: 0, issues: [] }
      process.send({ kind: 'keep', id: order.id, key: 'k', page: read })
      tell(order, read)
      process.send({ kind: 'read', id: order.id })`,
    )
    const [page] = await read(reader, { cache })
    expect(page).toMatchObject({
      readings: [{ words: [] }],
      issues: [expect.stringMatching(/^failed: the reader gave/)],
    })
    expect(kept.size).toBe(0)
  })

  it('reads nothing with a process of another version, and says that the program was replaced', async () => {
    const reader = readerOf("done(order, 'read')", 1000, undefined, '9.9.9 swe-99')
    const replaced = { name: 'StopError', code: 3, message: expect.stringMatching(/replaced by another version/) }
    await expect(read(reader)).rejects.toMatchObject(replaced)
    await expect(read(reader)).rejects.toMatchObject(replaced)
  })

  it('ends the process when it is interrupted, and says nothing of the document', async () => {
    const interruption = new AbortController()
    const reading = read(readerOf('setInterval(() => {}, 1000)'), { signal: interruption.signal })
    setTimeout(() => interruption.abort(), 200)
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('passes on what was found wrong, with the document or with the program', async () => {
    const reader = readerOf(
      `process.send(order.engine === 'js'
        ? { kind: 'failed', id: order.id, reason: 'encrypted', message: 'It has a password.' }
        : { kind: 'missing', id: order.id, message: 'A part is missing.', advice: 'Look.' })`,
    )
    await expect(read(reader)).rejects.toMatchObject({ name: 'DocumentError', reason: 'encrypted' })
    await expect(read(reader, { engine: 'native' })).rejects.toMatchObject({ name: 'StopError', code: 3 })
  })

  it('goes on from the pages that were read before the process was killed, and keeps none that failed', async () => {
    const kept = new Map<number, Page>()
    const reader = readerOf(
      `const read = [1, 2, 3].filter((number) => !order.without.has(number))
      appendFileSync(log, read.join() + "\\n")
      for (const number of read) {
        tell(order, page('read', number, number === 1 && read.length === 3 ? ['timeout: Late'] : []))
        if (read.length === 3 && number === 2) setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100)
        if (read.length === 3 && number === 2) return
      }
      process.send({ kind: 'read', id: order.id })`,
    )
    const told: number[] = []
    const pages = await reader.read(bytes, 'application/pdf', {
      ...options,
      kept: { all: () => [...kept.values()], put: (page) => void kept.set(page.number, page) },
      onPage: ({ number }) => told.push(number),
    })
    expect(logged()).toEqual(['1,2,3', '1,3'])
    expect(told).toEqual([1, 2, 1, 3])
    expect(pages.map(({ number, issues }) => [number, issues])).toEqual([
      [1, []],
      [2, []],
      [3, []],
    ])
    expect([...kept.keys()].sort()).toEqual([1, 2, 3])
  })

  it('keeps pages for the process, and finds them for it', async () => {
    const kept = new Map<string, Page>([['old', plain('kept')]])
    const cache = { get: (key: string) => kept.get(key), put: (key: string, page: Page) => void kept.set(key, page) }
    const reader = readerOf(
      `if (order.kind === 'read') {
        process.send({ kind: 'keep', id: order.id, key: 'new', page: page('new') })
        process.send({ kind: 'seek', id: order.id, asked: 7, key: 'old' })
        globalThis.id = order.id
      } else done(globalThis, order.page.lines[0] + order.asked)`,
    )
    expect(await read(reader, { cache })).toEqual([plain('kept7')])
    expect(kept.get('new')).toEqual(plain('new'))
  })
})
