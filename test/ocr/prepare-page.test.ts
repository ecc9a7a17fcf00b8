import { describe, expect, test } from 'vitest'
import { liesOnSide } from '../../src/ocr/find-turn.js'
import { measurePage } from '../../src/ocr/measure-page.js'
import { mirrorPicture, type Picture, turnPicture } from '../../src/ocr/picture.js'
import { paperToLight, preparePage, thickenPage } from '../../src/ocr/prepare-page.js'
import { removeRules } from '../../src/ocr/remove-rules.js'
import { removeSpecks } from '../../src/ocr/remove-specks.js'
import { drawPage, statement } from './draw-page.js'

const isSame = (a: Picture, b: Picture): boolean => Buffer.compare(a.data, b.data) === 0
const countInk = ({ data }: Picture): number => data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0)
/** How dark a page is in all: a blur leaves it. */
const greyness = ({ data }: Picture): number => data.reduce((sum, value) => sum + 255 - value, 0)
const rules =
  '<path d="M40 110H960M40 180H960M40 250H960M40 50V320M660 50V320M960 50V320" stroke="black" stroke-width="3"/>'

/** The same noise each time, by a linear congruence. */
function addNoise(picture: Picture, change: (value: number, random: number) => number): Picture {
  let seed = 1
  const data = picture.data.map((value) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.max(0, Math.min(255, change(value, seed / 2147483648)))
  })
  return { ...picture, data }
}

/** Of the ink four tenths are left, or another share. */
function breakStrokes(page: Picture, share = 0.4): Picture {
  return addNoise(page, (value, random) => (value < 128 && random < share ? 0 : 255))
}

test('rules go, and the letters between and on them stay', async () => {
  const plain = await drawPage(statement)
  const ruled = await drawPage(statement, rules)
  const cleaned = removeRules(ruled, 128, 255)
  expect(countInk(ruled)).toBeGreaterThan(countInk(plain) * 1.2)
  expect(Math.abs(countInk(cleaned) / countInk(plain) - 1)).toBeLessThan(0.03)
})

test.each([
  [
    'hairlines that came out grey',
    '<path d="M40 110H960M40 250H960M40 50V320M660 50V320" stroke="#aaa" stroke-width="2"/>',
  ],
  [
    'a box of one row, in line with a longer one',
    `${rules}<path d="M40 400H960M40 460H960M660 400V460" stroke="black"/>`,
  ],
])('%s go too', async (_, drawn) => {
  const countGrey = ({ data }: Picture): number => data.reduce((sum, value) => sum + (value < 190 ? 1 : 0), 0)
  const plain = countGrey(await drawPage(statement))
  const ruled = await drawPage(statement, drawn)
  expect(countGrey(ruled)).toBeGreaterThan(plain * 1.1)
  expect(Math.abs(countGrey(removeRules(ruled, 128, 255)) / plain - 1)).toBeLessThan(0.03)
})

test('the feet of bold letters are no rule', async () => {
  const letters = Array.from({ length: 20 }, (_, i) => {
    const x = 60 + 14 * i
    return `<rect x="${x}" y="497" width="13" height="3"/><rect x="${x + 3}" y="480" width="7" height="18"/>`
  })
  const page = await drawPage(statement, letters.join(''))
  expect(countInk(removeRules(page, 128, 255))).toBe(countInk(page))
})

describe('figures with a line under them', () => {
  const sums = [
    { x: 600, y: 420, text: '2 868 539' },
    { x: 640, y: 480, text: '22 076' },
    { x: 620, y: 540, text: '111 222' },
  ]
  /** Their feet reach the line, which is as long as they are. */
  const under = (thick: number, times = 1): string =>
    Array.from({ length: times }, (_, i) => `M600 ${422 + 4 * i}H755M640 ${482 + 4 * i}H745M620 ${542 + 4 * i}H755`)
      .map((path) => `<path d="${path}" stroke="black" stroke-width="${thick}"/>`)
      .join('')

  test.each([
    ['a line', under(3)],
    ['two lines', under(2, 2)],
    ['a grey line', under(3).replaceAll('black', '#aaa')],
  ])('lose %s and keep their feet', async (_, drawn) => {
    const plain = await drawPage([...statement, ...sums])
    const cleaned = removeRules(await drawPage([...statement, ...sums], drawn), 128, 255)
    const inRows = ({ data, width }: Picture, y0: number, y1: number): number =>
      data.subarray(y0 * width, y1 * width).reduce((sum, value) => sum + (value < 190 ? 1 : 0), 0)
    for (const { y } of sums) {
      // the rows of the feet alone, down to the line
      expect(inRows(cleaned, y - 4, y) / inRows(plain, y - 4, y)).toBeGreaterThan(0.9)
      expect(inRows(cleaned, y + 3, y + 12)).toBe(0)
    }
  })

  test('the feet of digits that have run together are no line', async () => {
    const plain = await drawPage([...statement, { x: 600, y: 420, text: '110101-111231' }])
    const feet = '<rect x="660" y="417" width="70" height="3"/>'
    const page = await drawPage([...statement, { x: 600, y: 420, text: '110101-111231' }], feet)
    expect(countInk(page)).toBeGreaterThan(countInk(plain))
    expect(countInk(removeRules(page, 128, 255))).toBe(countInk(page))
  })
})

test('specks go, and the dots of å ä ö stay', async () => {
  const plain = await drawPage(statement)
  const speckled = addNoise(plain, (value, random) => (random < 0.002 ? 0 : value))
  expect(countInk(speckled)).toBeGreaterThan(countInk(plain) + 1000)
  expect(Math.abs(countInk(removeSpecks(speckled, 128, 255, 3)) / countInk(plain) - 1)).toBeLessThan(0.03)
  expect(countInk(removeSpecks(plain, 128, 255, 3))).toBe(countInk(plain))
})

test('a letter that came apart keeps its pieces', async () => {
  const plain = await drawPage(statement)
  const broken = { ...plain, data: plain.data.map((value, i) => (i % 5 === 0 || i % 7 === 0 ? 255 : value)) }
  expect(countInk(removeSpecks(broken, 128, 255, 3))).toBeGreaterThan(0.98 * countInk(broken))
})

test('a screened shade goes, and the letters on it stay', async () => {
  const plain = await drawPage(statement)
  const screen = addNoise(plain, (value, random) => (random < 0.12 ? 0 : value))
  const inBand = (i: number): boolean => i > 50 * plain.width && i < 110 * plain.width
  const shaded = { ...plain, data: plain.data.map((value, i) => (inBand(i) ? screen.data[i]! : value)) }
  const added = countInk(shaded) - countInk(plain)
  expect(added).toBeGreaterThan(4000)
  const left = countInk(removeSpecks(shaded, 128, 255, 3)) - countInk(plain)
  expect(left).toBeLessThan(0.5 * added)
  expect(left).toBeGreaterThan(0)
})

describe('what a page measures as decides what is done to it', () => {
  test('a clean page keeps every dot', async () => {
    const page = await drawPage(statement)
    const { steps } = await preparePage(page, measurePage(page))
    expect(steps.join(' ')).not.toMatch(/median|specks|blur/u)
  })
  test('a grainy grey page is calmed', async () => {
    const page = await drawPage(statement)
    const grainy = addNoise(page, (value, random) => value * 0.7 + 40 + (random - 0.5) * 90)
    const measure = measurePage(grainy)
    expect(measure.bilevel).toBe(false)
    const { steps } = await preparePage(grainy, measure)
    expect(steps.join(' ')).toMatch(/median/u)
  })
  test('a page full of specks is calmed, be the rest of it smooth', async () => {
    const speckled = addNoise(await drawPage(statement), (value, random) => (random < 0.001 ? 0 : value))
    const measure = measurePage(speckled)
    const { steps } = await preparePage(speckled, { ...measure, bilevel: false, grain: 0 })
    expect(steps).toEqual(['median+even', 'rules+specks'])
  })

  test('strokes that a fax broke meet in both preparations of a page', async () => {
    const whole = await drawPage(statement)
    const broken = breakStrokes(whole)
    const { picture, twin, steps } = await preparePage(broken, measurePage(broken), { inFull: true })
    expect(steps).toContain('mended')
    expect(countInk(broken)).toBeLessThan(0.5 * countInk(whole))
    expect(countInk(picture)).toBeGreaterThan(0.9 * countInk(whole))
    expect(countInk(twin!)).toBeGreaterThan(0.9 * countInk(whole))
    expect(isSame(picture, twin!)).toBe(false)
  })
  test('strokes that came apart here and there keep all their pieces, and meet in the other preparation', async () => {
    const whole = await drawPage(statement)
    const frayed = breakStrokes(whole, 0.75)
    const specked = { ...measurePage(frayed), specks: 5 }
    const { picture, twin, steps } = await preparePage(frayed, specked, { inFull: true })
    expect(steps).toEqual(['frayed', 'rules'])
    expect(Math.abs(greyness(picture) / greyness(frayed) - 1)).toBeLessThan(0.001)
    expect(countInk(twin!)).toBeGreaterThan(0.9 * countInk(whole))
    const clean = breakStrokes(whole, 1)
    expect((await preparePage(clean, { ...measurePage(clean), specks: 5 }, { inFull: true })).steps).not.toContain(
      'frayed',
    )
  })
  test('pieces of a screened shade are no broken strokes', async () => {
    const plain = await drawPage(statement)
    const screen = addNoise(plain, (value, random) => (random < 0.2 ? 0 : value))
    const isShaded = (i: number): boolean => i > 330 * plain.width && i < 600 * plain.width
    const shaded = { ...plain, data: plain.data.map((value, i) => (isShaded(i) ? screen.data[i]! : value)) }
    const measure = measurePage(shaded)
    expect(measure.specks).toBeGreaterThan(4)
    expect((await preparePage(shaded, measure, { inFull: true })).steps).not.toContain('mended')
  })
  test('a noisy page of whole letters is made ready anew with thicker strokes', async () => {
    const whole = await drawPage(statement)
    const speckled = addNoise(whole, (value, random) => (random < 0.001 ? 0 : value))
    const measure = measurePage(speckled)
    const page = await preparePage(speckled, measure, { inFull: true })
    expect(page.steps).not.toContain('mended')
    expect(countInk((await thickenPage(speckled, measure, page))!)).toBeGreaterThan(1.3 * countInk(page.picture))
    const clean = await preparePage(whole, measurePage(whole), { inFull: true })
    expect(await thickenPage(whole, measurePage(whole), clean)).toBeUndefined()
  })

  test('a page of 100 dpi is enlarged', async () => {
    const page = { ...(await drawPage(statement)), dpi: 100 }
    const { picture, steps } = await preparePage(page, measurePage(page), { mayLie: false })
    expect(steps).toContain('enlarged')
    expect(picture.width).toBe(2000)
  })
  test('white print on black is turned to black on white', async () => {
    const page = await drawPage(statement)
    const dark = { ...page, data: page.data.map((value) => 255 - value) }
    expect(isSame(paperToLight(dark, measurePage(dark)), page)).toBe(true)
  })
})

test('dashes below rows that the calming of grain makes paler than ink go', async () => {
  const dashRows = [101, 171, 241]
  const dashes = dashRows
    .map((y) => `<path d="M40 ${y}H960" stroke="#999" stroke-width="2" stroke-dasharray="6 5"/>`)
    .join('')
  const grain = (page: Picture) => addNoise(page, (value, random) => value * 0.7 + 40 + (random - 0.5) * 60)
  const ruled = grain(await drawPage(statement, dashes))
  const { picture, steps } = await preparePage(ruled, measurePage(ruled))
  expect(steps).toContain('median+even')
  const band = dashRows.flatMap((y) => [...picture.data.subarray((y - 2) * picture.width, (y + 2) * picture.width)])
  expect(band.filter((value) => value < 220).length / band.length).toBeLessThan(0.01)
})

test('a page on its side is known from one that stands', async () => {
  const page = await drawPage(statement)
  expect([0, 1, 2, 3].map((turns) => liesOnSide(turnPicture(page, turns), 128))).toEqual([false, true, false, true])
})

test('four quarter turns, or two mirrors, give the page back', async () => {
  const page = await drawPage(statement)
  const turned = turnPicture(turnPicture(turnPicture(page, 1), 1), 2)
  expect(isSame(turned, page)).toBe(true)
  expect(isSame(turnPicture(turnPicture(page, 1), 3), page)).toBe(true)
  expect(isSame(mirrorPicture(mirrorPicture(page)), page)).toBe(true)
})

test('a pale pen through figures is gone from the first preparation of a page, and stays on the other as a witness', async () => {
  const pen =
    '<path d="M690 120c-30 60 60 60 50 10s60 120 40 60s50 -90 60 0s40 60 50 20" fill="none" stroke="#555" stroke-width="5"/>'
  const [plain, signed] = [await drawPage(statement), await drawPage(statement, pen)]
  const prepare = (page: Picture) => preparePage(page, measurePage(page), { inFull: true })
  const [of, from] = [await prepare(plain), await prepare(signed)]
  expect(of.steps).not.toContain('strokes')
  expect(from.steps).toContain('strokes')
  const drawn = countInk(signed) - countInk(plain)
  // beside letters a grey edge stays
  expect(countInk(from.picture) - countInk(of.picture)).toBeLessThan(0.4 * drawn)
  expect(countInk(from.twin!) - countInk(of.twin!)).toBeGreaterThan(0.9 * drawn)
})
