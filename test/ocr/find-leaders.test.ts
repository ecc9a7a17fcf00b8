import { expect, test } from 'vitest'
import { findLeaders } from '../../src/ocr/find-leaders.js'
import { paintOver } from '../../src/ocr/paint-over.js'
import { type Picture, pictureToSharp, sharpToPicture, turnPicture } from '../../src/ocr/picture.js'
import { removeRules } from '../../src/ocr/remove-rules.js'
import { type DrawnText, drawPage } from './draw-page.js'

const lines = (texts: readonly string[]): DrawnText[] => texts.map((text, i) => ({ x: 60, y: 90 + 70 * i, text }))
const countInk = ({ data }: Picture): number => data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0)
const remove = (picture: Picture): Picture => paintOver(picture, findLeaders(picture, 128), 255)

/** A short statement, without leaders, with them, and with a gap in its dots at every so many. */
const labels = ['Verksamhetens intäkter', 'Räntor m.m.', 'Årets resultat', 'Övriga kostnader']
const figures = labels.map((_, i) => ({ x: 740, y: 90 + 70 * i, text: '–14 097,5' }))
const leaders = labels.map((_, i) => ({ x: 480 - 20 * i, y: 90 + 70 * i, text: '.'.repeat(23 + 2 * i) }))
const damaged = leaders.map(({ text, ...at }) => ({ ...at, text: text.replace(/\.{6}/gu, '.... ') }))

const plain = (): Promise<Picture> => drawPage([...lines(labels), ...figures])

test.each([
  ['whole', leaders],
  ['with dots missing', damaged],
])('leaders go, %s, and all else stays to the pixel', async (_, dots) => {
  const page = await drawPage([...lines(labels), ...figures, ...dots])
  expect(countInk(page)).toBeGreaterThan(countInk(await plain()) + 800)
  expect(Buffer.compare(remove(page).data, (await plain()).data)).toBe(0)
})

test.each([
  ['dashes', '-----------'],
  ['signs of equality', '========'],
])('a rule typed with %s goes, and all else stays', async (_, rule) => {
  const typed = [160, 300].map((y) => ({ x: 740, y: y - 35, text: rule }))
  const page = await drawPage([...lines(labels), ...figures, ...typed])
  const ink = countInk(await plain())
  expect(countInk(page)).toBeGreaterThan(ink + 300)
  expect(Math.abs(countInk(removeRules(remove(page), 128, 255)) / ink - 1)).toBeLessThan(0.01)
})

test.each([
  ['dashes', '6 5'],
  ['dots', '3 6'],
])('a rule of %s below rows goes, under words and figures too, and all else stays', async (_, pattern) => {
  const under = labels.map(
    (_, i) => `<path d="M40 ${101 + 70 * i}H960" stroke="black" stroke-width="3" stroke-dasharray="${pattern}"/>`,
  )
  const page = await drawPage([...lines(labels), ...figures], under.join(''))
  const ink = countInk(await plain())
  expect(countInk(page)).toBeGreaterThan(ink + 3000)
  expect(Math.abs(countInk(remove(page)) - ink)).toBeLessThan(20)
})

test('dots that flowed together go with the others', async () => {
  const page = await drawPage([...lines(labels), ...figures, ...leaders])
  const flow = { ...page, data: page.data.slice() }
  for (let x = 520; x < 536; x++) flow.data[88 * page.width + x] = 0
  expect(countInk(flow)).toBeGreaterThan(countInk(page))
  expect(countInk(remove(flow))).toBe(countInk(await plain()))
})

test.each([
  ['as large again', 2],
  ['half as large again', 1.5],
])('leaders go from a picture %s', async (_, scale) => {
  const enlarge = async (picture: Picture): Promise<Picture> => {
    const wide = Math.round(picture.width * scale)
    return sharpToPicture(pictureToSharp(picture).resize(wide), picture.dpi * scale)
  }
  const page = await enlarge(await drawPage([...lines(labels), ...figures, ...leaders]))
  const without = countInk(await enlarge(await plain()))
  expect(Math.abs(countInk(remove(page)) / without - 1)).toBeLessThan(0.003)
})

test('a dotted rule goes between close lines of text too, and all else stays but where a tail crosses it', async () => {
  const close = [
    { x: 60, y: 90, text: 'Övriga rörelseintäkter m.m.' },
    { x: 740, y: 90, text: '1.234.567,50' },
    { x: 60, y: 130, text: 'Årets rörelseintäkter' },
    { x: 740, y: 130, text: '11.234.567,50' },
    ...lines(labels).map((line) => ({ ...line, y: line.y + 200 })),
  ]
  const rule = '<path d="M50 100.5H960" stroke="black" stroke-width="2.2" stroke-dasharray="2.2 3.2"/>'
  const [bare, ruled] = [await drawPage(close), await drawPage(close, rule)]
  const ink = countInk(bare)
  expect(countInk(ruled)).toBeGreaterThan(ink + 500)
  expect(Math.abs(countInk(remove(ruled)) / ink - 1)).toBeLessThan(0.004)
})

test('long leaders leave the full stops of the figures behind them', async () => {
  const dots = labels.map((_, i) => ({ x: 450, y: 90 + 70 * i, text: '.'.repeat(24) }))
  const money = labels.map((_, i) => ({ x: 698 - 2 * i, y: 90 + 70 * i, text: '1.234.567.890' }))
  const bare = [...lines(labels), ...money]
  expect(countInk(remove(await drawPage([...bare, ...dots])))).toBe(countInk(await drawPage(bare)))
})

test('leaders go from a page on its head', async () => {
  const page = await drawPage([...lines(labels), ...figures, ...leaders])
  expect(countInk(remove(turnPicture(page, 2)))).toBe(countInk(await plain()))
})

test.each([
  ['full stops and commas', ['Se s. 4, t.ex. d.v.s. 1.2.3.4.5.6 och 1,5.', 'Kr 1.234.567.890,00 m.m. resp. o.s.v.']],
  ['the dots of letters', ['äöäöä iiiiiii åäö öööööö ÄÖÄÖÄÖ ïïïï', 'Förändring av kortfristiga räntefria']],
  ['short ellipses', ['Inget att anföra .... i övrigt ....', 'Därefter ... och ... samt ... till ...']],
  ['minus signs and dashes', ['– – – –  - - - -  Därtill kommer', '–1 –2 –3 –4 –5 –6 i övrigt som förut']],
  ['letters too few to tell how large a dot is', ['Not ........... 3']],
])('%s stay', async (_, texts) => {
  const page = await drawPage(lines(texts))
  expect(findLeaders(page, 128) === undefined).toBe(true)
})
