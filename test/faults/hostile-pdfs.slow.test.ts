import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { activeContent } from '../../scripts/hostile/active-content.js'
import { oddCharacters } from '../../scripts/hostile/closed-documents.js'
import type { PicturePage } from '../../src/model/page.js'
import { readDocument } from '../../src/ocr/read-document.js'
import { createTesseractJsReader } from '../../src/ocr/tesseract-js-reader.js'
import { drawSvg, statement } from '../ocr/draw-page.js'

const options = { engine: 'js', jobs: 1, allPages: false } as const
const readers = [createTesseractJsReader()]
afterAll(() => Promise.all(readers.map((reader) => reader.close())))

async function firstPage(bytes: Uint8Array): Promise<PicturePage> {
  const { pages } = await readDocument(bytes, 'application/pdf', options)
  const [page] = pages
  if (page?.kind !== 'picture') throw new Error('Expected a page with a picture')
  return page
}
const textOf = (page: PicturePage, reading = 0) => page.readings[reading]?.words.map(({ text }) => text).join(' ') ?? ''

describe('a PDF that shows one thing and says another', () => {
  it('F29: what a field shows over the printed figure is read, and the text beneath is a witness against it', async () => {
    const page = await firstPage(activeContent({ file: '/nowhere', address: 'http://127.0.0.1:9' })['form-field.pdf']())
    expect(page.source).toBe('ocr')
    expect(textOf(page)).toContain('Årets resultat 999 999')
    const witness = page.readings.findIndex((reading) => reading.witness)
    expect(textOf(page, witness)).toContain('Årets resultat 134 105')
  })

  it('F33: where letters of no alphabet are many, the page is read from its picture', async () => {
    const page = await firstPage(oddCharacters['odd-characters.pdf']())
    expect(page.source).toBe('ocr')
    expect(textOf(page)).toContain('134 105')
  })
})

describe('the engine', () => {
  it('F34: a picture that is none fails, and the next one is read by the same reader', async () => {
    const [reader] = readers
    const settings = { language: 'swe', mode: 6 } as const
    const torn = { width: 4000, height: 4000, data: new Uint8Array(10), dpi: 300 }
    const failed = await reader!.read(torn, settings).then(
      (words) => words.length,
      (error: unknown) => error,
    )
    expect(failed === 0 || failed instanceof Error).toBe(true)
    const { data, info } = await sharp(drawSvg(statement)).greyscale().raw().toBuffer({ resolveWithObject: true })
    const words = await reader!.read({ width: info.width, height: info.height, data, dpi: 200 }, settings)
    expect(words.map(({ text }) => text).join(' ')).toContain('Verksamhetens')
  })

  it('F30: a picture of one pixel is blank, and no failure', async () => {
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const { pages } = await readDocument(dot, 'image/png', options)
    expect(pages).toMatchObject([{ source: 'blank', issues: [] }])
  })
})
