import { PDFDocument, StandardFonts, TextRenderingMode } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { DocumentError } from '../../src/errors.js'
import type { Page, PicturePage } from '../../src/model/page.js'
import { readDocument } from '../../src/ocr/read-document.js'
import { drawSvg, statement } from './draw-page.js'

const options = { engine: 'js', jobs: 1, allPages: true } as const
const draw = (degrees = 0): Promise<Buffer> =>
  sharp(drawSvg(statement)).rotate(degrees).withMetadata({ density: 200 }).png().toBuffer()

function picture(page: Page | undefined): PicturePage {
  if (page?.kind !== 'picture') throw new Error('Expected a page with a picture')
  return page
}

const textOf = (page: Page | undefined): string =>
  picture(page)
    .readings[0]!.words.map(({ text }) => text)
    .join(' ')

async function tiffOf(pages: readonly Buffer[]): Promise<Buffer> {
  return sharp([...pages], { join: { animated: true } })
    .withMetadata({ density: 200 })
    .tiff({ compression: 'lzw' })
    .toBuffer()
}

test('a sheet with two pages is read page by page, and says where it is folded (F31)', async () => {
  const left = statement.map((line) => ({ ...line, x: line.x < 100 ? 30 : 300 }))
  const right = ['Balansräkning', 'Fordringar', 'Kassa och bank', 'Summa tillgångar', 'Skulder'].flatMap((text, i) => [
    { x: 540, y: 90 + 70 * i, text },
    { x: 850, y: 90 + 70 * i, text: `${i + 2} 120` },
  ])
  const sheet = drawSvg([...left.map((line) => ({ ...line, text: line.text.slice(0, 13) })), ...right])
  const png = await sharp(sheet).withMetadata({ density: 200 }).png().toBuffer()
  const { pages } = await readDocument(png, 'image/png', options)
  expect(picture(pages[0]).fold).toBeCloseTo(0.5, 1)
  const text = textOf(pages[0])
  expect(text.indexOf('Verksamhetens')).toBeLessThan(text.indexOf('Balansräkning'))
  expect(text).toContain('Kassa och bank 4 120')
})

describe('a picture', () => {
  test('is read with its minus, and every figure twice', async () => {
    const { pages } = await readDocument(await draw(), 'image/png', options)
    expect(textOf(pages[0])).toContain('Verksamhetens kostnader -3 971 903')
    const figures = picture(pages[0]).readings[0]!.words.filter(({ text }) => /^-?\d+$/u.test(text))
    expect(figures.map(({ second }) => second)).toEqual(figures.map(({ text }) => text))
    expect(figures.every(({ box }) => box.x0 >= 0 && box.x0 < box.x1 && box.x1 <= 1)).toBe(true)
  })

  test.each([90, 180, 270])('turned by %i degrees is turned back (F31)', async (degrees) => {
    const { pages } = await readDocument(await draw(degrees), 'image/png', options)
    expect(picture(pages[0]).turned).toBe((360 - degrees) / 90)
    expect(textOf(pages[0])).toContain('Verksamhetens intäkter 3 986 000')
  })

  test('cut short is read as far as it goes, and says so', async () => {
    const whole = await sharp(drawSvg(statement)).withMetadata({ density: 200 }).jpeg().toBuffer()
    const { pages } = await readDocument(whole.subarray(0, whole.length * 0.8), 'image/jpeg', options)
    expect(picture(pages[0]).issues).toEqual(['the picture is damaged: read as far as it goes'])
  })

  test('that is none stops the document', async () => {
    const junk = Buffer.from('\u0089PNG and no more')
    await expect(readDocument(junk, 'image/png', options)).rejects.toBeInstanceOf(DocumentError)
  })

  test('without ink is blank (F30)', async () => {
    const { pages } = await readDocument(await sharp(drawSvg([])).png().toBuffer(), 'image/png', options)
    expect(picture(pages[0])).toMatchObject({ source: 'blank', issues: [] })
  })
})

test('the same pages whatever the order and the number of jobs (F40)', async () => {
  const other = drawSvg([
    { x: 60, y: 90, text: 'Balansräkning 2020 2019' },
    { x: 60, y: 160, text: 'Summa tillgångar 4 138 212 3 914 007' },
  ])
  const [first, second, third] = [await draw(), await sharp(other).png().toBuffer(), await draw(180)]
  const { pages: one } = await readDocument(await tiffOf([first, second, third]), 'image/tiff', options)
  const { pages: two } = await readDocument(await tiffOf([third, first, second]), 'image/tiff', { ...options, jobs: 2 })
  const readings = (pages: Page[]): unknown[] => pages.map((page) => ({ ...picture(page), number: 0 }))
  const [c, a, b] = readings(two)
  expect(JSON.stringify([a, b, c])).toBe(JSON.stringify(readings(one)))
})

test('a page that was read before is not read again', async () => {
  const kept = new Map<string, Page>()
  const cache = { get: (key: string) => kept.get(key), put: (key: string, page: Page) => void kept.set(key, page) }
  const { pages } = await readDocument(await draw(), 'image/png', { ...options, cache })
  expect(kept.size).toBe(1)
  const marked = { ...picture(pages[0]), issues: ['from the cache'] }
  kept.set([...kept.keys()][0]!, marked)
  const { pages: again } = await readDocument(await draw(), 'image/png', { ...options, cache })
  expect(picture(again[0]).issues).toEqual(['from the cache'])
})

test('born digital pages are taken from their text, with a word where it stands', async () => {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([595, 842])
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  page.drawText('Resultaträkning för verksamhetens intäkter och kostnader under året', {
    x: 50,
    y: 780,
    size: 12,
    font,
  })
  page.drawText('Årets resultat och övriga kostnader', { x: 50, y: 740, size: 10, font })
  page.drawText('14 215 699', { x: 400, y: 740, size: 10, font })
  const { pages } = await readDocument(await pdf.save(), 'application/pdf', options)
  const { source, readings } = picture(pages[0])
  expect(source).toBe('text_layer')
  const figures = readings[0]!.words.filter(({ text }) => /^\d+$/u.test(text))
  expect(figures.map(({ text }) => text)).toEqual(['14', '215', '699'])
  const { box } = figures[0]!
  expect(box.x0).toBeCloseTo(400 / 595, 2)
  expect(box.y1).toBeGreaterThan(102 / 842)
  expect(figures[1]!.box.x0 - box.x1).toBeGreaterThan(0.002)
})

test('the text under a scan is a witness beside what is read of the picture', async () => {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([360, 252])
  page.drawImage(await pdf.embedPng(await draw()), { x: 0, y: 0, width: 360, height: 252 })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const renderMode = TextRenderingMode.Invisible
  for (const { x, y, text } of statement) {
    const garbled = text.replaceAll('ä', 'a').replace('–', '-')
    page.drawText(garbled, { x: x * 0.36, y: 252 - y * 0.36, size: 10.8, font, renderMode })
  }
  const { pages } = await readDocument(await pdf.save(), 'application/pdf', options)
  expect(textOf(pages[0])).toContain('Verksamhetens intäkter 3 986 000')
  const layer = picture(pages[0]).readings.find(({ witness }) => witness)
  expect(layer?.words.map(({ text }) => text)).toContain('intakter')
  expect(layer?.words.find(({ text }) => text === '986')?.box.x0).toBeCloseTo(0.73, 1)
})

test('text under a scan that has other figures than its picture is told, and the picture is read (F28)', async () => {
  const rows = ['3 986 204 871 950', '-2 613 590 514 087', '733 016 719 781'].map((text, at) => ({
    x: 60,
    y: 160 + 70 * at,
    text,
  }))
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([360, 252])
  page.drawImage(await pdf.embedPng(await sharp(drawSvg(rows)).png().toBuffer()), {
    x: 0,
    y: 0,
    width: 360,
    height: 252,
  })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const { x, y, text } of rows) {
    const forged = text.replaceAll(/\d/gu, (digit) => String((Number(digit) + 1) % 10))
    page.drawText(forged, { x: x * 0.36, y: 252 - y * 0.36, size: 10.8, font, renderMode: TextRenderingMode.Invisible })
  }
  const { pages } = await readDocument(await pdf.save(), 'application/pdf', options)
  expect(textOf(pages[0])).toBe('3 986 204 871 950 -2 613 590 514 087 733 016 719 781')
  expect(picture(pages[0]).issues).toEqual([
    expect.stringMatching(/^of \d+ figures on the picture the text under it has 0$/),
  ])
})
