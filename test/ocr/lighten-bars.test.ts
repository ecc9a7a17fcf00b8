import { expect, test } from 'vitest'
import { lightenBars } from '../../src/ocr/lighten-bars.js'
import type { Picture } from '../../src/ocr/picture.js'
import { drawPage, statement } from './draw-page.js'

const title = (y: number, height: number): string =>
  `<rect x="40" y="${y}" width="900" height="${height}" fill="#444"/>` +
  `<text x="60" y="${y + height / 2 + 11}" font-size="30" fill="white">Driftredovisning, kr</text>`
const dark = ({ width, data }: Picture, y0: number, y1: number): number =>
  data.subarray(y0 * width, y1 * width).reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0)

test.each([
  ['low', 40],
  ['high', 80],
])('a %s bar with light letters becomes paper with dark ones', async (_, height) => {
  const printed = await drawPage([...statement, { x: 60, y: 420 + height / 2 + 11, text: 'Driftredovisning, kr' }])
  const barred = lightenBars(await drawPage(statement, title(420, height)), 255)
  const letters = dark(printed, 400, 540)
  expect(Math.abs(dark(barred, 400, 540) / letters - 1)).toBeLessThan(0.2)
  expect(dark(barred, 0, 400)).toBe(dark(printed, 0, 400))
})

test('a bar that leans is turned to its edges', async () => {
  const leaning = await drawPage(statement, title(420, 60), 1)
  const left = dark(lightenBars(leaning, 255), 380, 560)
  const letters = dark(await drawPage([...statement, { x: 60, y: 461, text: 'Driftredovisning, kr' }], '', 1), 380, 560)
  expect(left / letters).toBeLessThan(1.3)
  expect(left / letters).toBeGreaterThan(0.7)
})

test('rows between rules in the shadow of a page are no bar', async () => {
  const ruled = await drawPage(
    statement,
    '<path d="M600 210H960M600 240H960M600 310H960" stroke="black" stroke-width="4"/>',
  )
  const shadow = { ...ruled, data: ruled.data.map((value, i) => value * (1 - 0.5 * ((i % ruled.width) / ruled.width))) }
  expect(lightenBars(shadow, 230)).toBe(shadow)
})

test.each([
  ['a photograph', '<rect x="40" y="400" width="900" height="250" fill="#444"/>'],
  ['a rule', '<rect x="40" y="400" width="900" height="8"/>'],
  ['a stamp', '<rect x="40" y="400" width="120" height="60" fill="#444"/>'],
])('%s stays as it is', async (_, drawn) => {
  const page = await drawPage(statement, drawn)
  expect(lightenBars(page, 255)).toBe(page)
})
