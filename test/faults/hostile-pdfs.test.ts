import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { activeContent } from '../../scripts/hostile/active-content.js'
import { beyondMeasure } from '../../scripts/hostile/beyond-measure.js'
import { brokenStructure } from '../../scripts/hostile/broken-structure.js'
import { closedDocuments, oddCharacters } from '../../scripts/hostile/closed-documents.js'
import { DocumentError } from '../../src/errors.js'
import type { PicturePage } from '../../src/model/page.js'
import { openPdf } from '../../src/ocr/open-pdf.js'
import { readDocument } from '../../src/ocr/read-document.js'
import { readTextLayer } from '../../src/ocr/text-layer.js'
import { Workplace } from '../support/workplace.js'

async function readPdf(bytes: Uint8Array): Promise<PicturePage[]> {
  const { pages } = await readDocument(bytes, 'application/pdf', { engine: 'js', jobs: 1, allPages: false })
  return pages.filter((page) => page.kind === 'picture')
}

/** What the first page says, word by word, or the reason why there is none. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  try {
    const [page] = await readPdf(bytes)
    return page?.readings[0]?.words.map(({ text }) => text).join(' ') ?? ''
  } catch (error) {
    if (error instanceof DocumentError) return error.reason
    throw error
  }
}

const whole = await wordsOf(brokenStructure['whole.pdf']())
const last = 'Årets resultat 134 105 330 551'

it('the statement that is damaged here is read where it is whole', () => {
  expect(whole).toContain(last)
})

describe('a PDF with a broken index', () => {
  it.each([
    'index-elsewhere.pdf',
    'index-wrong.pdf',
    'no-trailer.pdf',
    'junk-before.pdf',
    'junk-after.pdf',
    'lost-linearisation.pdf',
    'length-of-itself.pdf',
  ] as const)('F19: %s is read as the whole one', async (name) => {
    expect(await wordsOf(brokenStructure[name]())).toBe(whole)
  })

  it('F3: one that ends too early is truncated, with advice, and no page of it is believed', async () => {
    const reading = readPdf(brokenStructure['cut-short.pdf']())
    await expect(reading).rejects.toMatchObject({
      reason: 'truncated',
      advice: expect.stringContaining('send it again'),
    })
  })
})

describe('a PDF that leads in circles', () => {
  it.each([
    ['tree-loop.pdf', 'unreadable'],
    ['count-million.pdf', whole],
    ['count-negative.pdf', 'no-pages'],
    ['form-of-itself.pdf', whole],
    ['objects-of-itself.pdf', whole],
    ['nested.pdf', 'unreadable'],
    ['no-catalogue.pdf', 'unreadable'],
  ] as const)('F20: %s is opened or refused within 5 s', async (name, outcome) => {
    const before = process.cpuUsage()
    expect(await wordsOf(brokenStructure[name]())).toBe(outcome)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(5)
  })
})

describe('a PDF of odd measures', () => {
  it('F22: a picture of 30 000 by 30 000 pixels in 110 kB is named too large, and not taken for a blank page', async () => {
    const before = process.memoryUsage.rss()
    expect(await wordsOf(beyondMeasure['image-bomb.pdf']())).toBe('image-too-large')
    expect(process.memoryUsage.rss() - before).toBeLessThan(1e9)
  })

  it.each(['page-million.pdf', 'user-unit-huge.pdf'] as const)(
    'F24: %s is read by its text, and not drawn',
    async (name) => {
      expect(await wordsOf(beyondMeasure[name]())).toBe(whole)
    },
  )

  it('F24: a page of a million points with no text to trust is refused by name before it is drawn', async () => {
    expect(await wordsOf(beyondMeasure['page-million-drawn.pdf']())).toBe('image-too-large')
  })

  it.each([
    'page-reversed.pdf',
    'page-no-number.pdf',
    'page-without-area.pdf',
    'user-unit.pdf',
    'turned-oddly.pdf',
    'cropped.pdf',
  ] as const)('F24: %s is read upright', async (name) => {
    const [page] = await readPdf(beyondMeasure[name]())
    expect(page?.turned).toBe(0)
    expect(page?.readings[0]?.words.map(({ text }) => text).join(' ')).toBe(whole)
  })

  it('F24: a page turned by 90 degrees is turned back', async () => {
    const [page] = await readPdf(beyondMeasure['turned.pdf']())
    expect(page).toMatchObject({ turned: 3, width: 595, height: 842 })
    expect(page?.readings[0]?.words.map(({ text }) => text).join(' ')).toBe(whole)
  })

  it('F24: where everything is printed outside the page, the page says that it shows no ink', async () => {
    const [page] = await readPdf(beyondMeasure['page-negative.pdf']())
    expect(page).toMatchObject({ source: 'blank', issues: ['holds text or a picture and shows no ink'] })
  })
})

describe('a PDF that wants something done', () => {
  it('F27: nothing is run, written or asked for any of them, and each is read', async () => {
    const place = new Workplace()
    let asked = 0
    const server = createServer((_, response) => {
      asked++
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const canary = { file: place.at('canary'), address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
    const made = activeContent(canary)
    for (const name of [
      'script.pdf',
      'launch.pdf',
      'address.pdf',
      'elsewhere.pdf',
      'submit.pdf',
      'link.pdf',
      'attachment.pdf',
      'signed.pdf',
    ] as const) {
      expect(await wordsOf(made[name]()), name).toBe(whole)
    }
    expect(await wordsOf(made['font-matrix.pdf']())).toContain(last)
    expect(existsSync(canary.file)).toBe(false)
    expect(asked).toBe(0)
    server.close()
    place.remove()
  })
})

describe('a PDF that keeps its content to itself', () => {
  it.each([
    ['F18', 'password.pdf', 'encrypted'],
    ['F18', 'certificate.pdf', 'encrypted'],
    ['F18', 'owner-password.pdf', whole],
    ['F32', 'form-only.pdf', 'dynamic-form'],
    ['F32', 'portfolio.pdf', 'portfolio'],
  ] as const)('%s: %s', async (_, name, outcome) => {
    expect(await wordsOf(await closedDocuments[name]())).toBe(outcome)
  })

  it('F32: a signed one is read', async () => {
    const canary = { file: '/nowhere', address: 'http://127.0.0.1:9' }
    expect(await wordsOf(activeContent(canary)['signed.pdf']())).toBe(whole)
  })
})

describe('a PDF with nothing in it', () => {
  it('F30: without pages it is refused by that name', async () => {
    expect(await wordsOf(brokenStructure['no-pages.pdf']())).toBe('no-pages')
  })

  it('F30: a page without content is blank, and no failure', async () => {
    const [page] = await readPdf(brokenStructure['no-content.pdf']())
    expect(page).toMatchObject({ source: 'blank', issues: [] })
  })
})

it('F33: half characters, noughts, controls and turns of direction come out of a text layer as U+FFFD, and join no figure', async () => {
  const pdf = await openPdf(oddCharacters['odd-characters.pdf']())
  const { words } = await readTextLayer(await pdf.document.getPage(1))
  await pdf.close()
  const text = words.map((word) => word.raw).join(' ')
  expect(text).toContain('330 551')
  expect(text).toMatch(/\ufffd/)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there
  expect(text).not.toMatch(/[\u0000-\u001f\u202a-\u202e\ud800-\udfff]/u)
})
