import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../scripts/synthesise/random.js'
import { type GreyPicture, toGrey, WEAR_GRADES, wearPage } from '../../scripts/synthesise/wear.js'

const [WIDTH, HEIGHT] = [840, 1188]
let page: GreyPicture

/** Share of the pixels that are darker than the grey. */
const inkOf = ({ data }: GreyPicture, grey = 128) => data.filter((value) => value < grey).length / data.length

beforeAll(async () => {
  const lines = Array.from(
    { length: 20 },
    (_, row) =>
      `<text x="80" y="${120 + row * 44}" font-family="Liberation Serif" font-size="26">Årets överskott 1 234 567</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${lines.join('')}</svg>`
  page = await toGrey(await sharp(Buffer.from(svg)).png().toBuffer())
})

const wear = (grade: (typeof WEAR_GRADES)[number], seed = 'wear') =>
  wearPage(createRandom(seed), page, grade, page).then((worn) => worn)

describe('wear', () => {
  test.each(WEAR_GRADES)('%s keeps ink on paper, and the same seed gives the same pixels', async (grade) => {
    const [one, same] = [await wear(grade), await wear(grade)]
    expect(one.picture.data.equals(same.picture.data)).toBe(true)
    expect(inkOf(one.picture)).toBeGreaterThan(0.002)
    expect(inkOf(one.picture)).toBeLessThan(0.3)
  })

  test('a low resolution leaves fewer pixels, and says so', async () => {
    const { picture, scale } = await wear('mush')
    expect(scale).toBeLessThan(0.8)
    // a skewed sheet is a little wider than a straight one
    expect(picture.width / (WIDTH * scale)).toBeCloseTo(1, 1)
  })

  test('a thin scan loses ink, and a copied one its greys', async () => {
    const [thin, copied, light] = [await wear('thin'), await wear('copied'), await wear('light')]
    const greys = ({ picture }: typeof thin) => inkOf(picture, 190) - inkOf(picture, 60)
    expect(inkOf(thin.picture)).toBeLessThan(0.8 * inkOf(light.picture))
    expect(greys(copied)).toBeLessThan(0.8 * greys(light))
  })

  test('stamps and signatures lie over the page', async () => {
    const blank = { ...page, data: Buffer.alloc(page.data.length, 255) }
    const { picture } = await wearPage(createRandom('wear'), blank, 'stamped', undefined)
    expect(inkOf(picture, 170)).toBeGreaterThan(0.003)
  })
})
