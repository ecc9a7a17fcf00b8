import { expect, test } from 'vitest'
import { believeDensity } from '../../src/ocr/believe-density.js'
import { type Picture, pictureToSharp, sharpToPicture } from '../../src/ocr/picture.js'
import { drawPage, statement } from './draw-page.js'

/** An A4 with two small statements on it, at 200 dpi. */
async function drawSheet(): Promise<Picture> {
  const page = await drawPage([...statement, ...statement.map((text) => ({ ...text, y: text.y + 300 }))])
  const paper = { top: 300, bottom: 1338, left: 300, right: 354, background: 'white' }
  return sharpToPicture(pictureToSharp(page).extend(paper), 200)
}

test.each([
  ['72 for a sheet of 200', 72, 200],
  ['600 for a sheet of 200', 600, 200],
  ['a third too much is left', 270, 270],
  ['the right one is left', 200, 200],
])('a density of %s', async (_, tagged, believed) => {
  const { dpi } = believeDensity({ ...(await drawSheet()), dpi: tagged }, 128)
  expect(Math.round(dpi)).toBe(believed)
})

test('a picture whose letters are far too large either way keeps its density', async () => {
  const page = await drawPage([...statement, ...statement.map((text) => ({ ...text, y: text.y + 300 }))])
  expect(believeDensity({ ...page, dpi: 72 }, 128).dpi).toBe(72)
})
