import { existsSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../scripts/synthesise/random.js'
import { toGrey, type WearGrade, wearPage } from '../../scripts/synthesise/wear.js'
import { createPageDrawer } from '../../src/ocr/page-drawer.js'
import { type Picture, sharpToPicture, turnPicture } from '../../src/ocr/picture.js'
import { readPicture } from '../../src/ocr/read-picture.js'
import { createTesseractJsReader } from '../../src/ocr/tesseract-js-reader.js'

const withCover = '../shared/real/imatra_2012.pdf'
const reader = createTesseractJsReader()
afterAll(() => reader.close())

const rows = [
  ['Årsavgifter och hyror', '3 986 204', '3 871 950'],
  ['Övriga rörelseintäkter', '41 873', '38 264'],
  ['Driftskostnader', '-2 613 590', '-2 514 087'],
  ['Personalkostnader', '-184 366', '-179 241'],
  ['Avskrivningar', '-497 105', '-497 105'],
  ['Rörelseresultat', '733 016', '719 781'],
  ['Ränteintäkter', '1 249', '6 530'],
  ['Räntekostnader', '-461 758', '-455 912'],
  ['Årets resultat', '272 507', '270 399'],
  ['Summa tillgångar', '38 412 866', '38 140 359'],
  ['Summa eget kapital', '9 205 743', '8 933 236'],
  ['Summa skulder', '29 207 123', '29 207 123'],
] as const
const figures = rows.flatMap(([, ...amounts]) => amounts)

/** An A4 with a statement and a paragraph, so many dots to the inch. */
async function drawSheet(dpi = 200): Promise<Buffer> {
  const unit = dpi / 200
  const line = (x: number, y: number, text: string, anchor = 'start'): string =>
    `<text x="${x * unit}" y="${y * unit}" text-anchor="${anchor}" font-size="${30 * unit}">${text}</text>`
  const table = rows.map(([label, now, before], at) => {
    const y = 420 + at * 62
    return line(150, y, label) + line(1080, y, now, 'end') + line(1420, y, before, 'end')
  })
  const [width, height] = [1654 * unit, 2339 * unit]
  const head = line(150, 260, 'Resultaträkning') + line(1080, 340, '2020', 'end') + line(1420, 340, '2019', 'end')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans"><rect width="100%" height="100%" fill="white"/>${head}${table.join('')}</svg>`
  return sharp(Buffer.from(svg)).flatten({ background: 'white' }).toColourspace('b-w').png().toBuffer()
}

const withoutSpaces = (text: string): string => text.replaceAll(' ', '')

/** The printed figures that a reading does not have. */
async function missing(picture: Picture): Promise<string[]> {
  const page = await readPicture(picture, 1, reader, { allPages: false })
  const read = withoutSpaces(page.readings[0]!.words.map(({ text }) => text).join(''))
  return figures.filter((figure) => !read.includes(withoutSpaces(figure)))
}

async function wear(grade: WearGrade, seed = 'worn'): Promise<Picture> {
  const worn = await wearPage(createRandom(seed), await toGrey(await drawSheet()), grade, undefined)
  const { data, width, height } = worn.picture
  const jpeg = await sharp(data, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: worn.quality })
    .toBuffer()
  return sharpToPicture(sharp(jpeg), 200 * worn.scale)
}

describe('every figure is read of a page (F31)', () => {
  test.each<WearGrade>(['hard', 'fax', 'uneven', 'mush', 'copied', 'thin', 'curled'])('worn as %s', async (grade) => {
    expect(await missing(await wear(grade))).toEqual([])
  })

  test('as a JPEG of quality 20', async () => {
    const mush = await sharp(await drawSheet())
      .jpeg({ quality: 20 })
      .toBuffer()
    expect(await missing(await sharpToPicture(sharp(mush), 200))).toEqual([])
  })

  test('at 143 dots to the inch', async () => {
    expect(await missing(await sharpToPicture(sharp(await drawSheet(143)), 143))).toEqual([])
  })

  test.each([
    ['300 dots to the inch that says 72', 300, 72],
    ['600 that says 200', 600, 200],
  ])('of %s', async (_, dpi, tagged) => {
    expect(await missing(await sharpToPicture(sharp(await drawSheet(dpi)), tagged))).toEqual([])
  })

  test.each([1, 2, 3])('turned by %i quarters in the picture itself, and worn', async (quarters) => {
    expect(await missing(turnPicture(await wear('medium'), quarters))).toEqual([])
  })
})

test('stamps, signatures and ticks cost no more than the figures they cover (F31)', async () => {
  const covered = ['-2 613 590', '38 140 359', '9 205 743', '8 933 236', '29 207 123']
  const lost = await missing(await wear('stamped'))
  expect(lost.filter((figure) => !covered.includes(figure))).toEqual([])
})

test.skipIf(!existsSync(withCover))('a photograph is not read again for the letters it seems to hold', async () => {
  const drawer = createPageDrawer(readFileSync(withCover), 'application/pdf')
  const cover = await drawer.draw(1).finally(drawer.close)
  const { readings } = await readPicture(cover, 1, reader, { allPages: false })
  expect(readings).toHaveLength(1)
  expect(readings[0]!.words.map(({ text }) => text)).toContain('ÅRSREDOVISNING')
})
