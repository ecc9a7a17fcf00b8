import { expect, test } from 'vitest'
import { pictureToSharp, sharpToPicture } from '../../src/ocr/picture.js'
import { stretchPicture } from '../../src/ocr/stretch-picture.js'
import { drawPage, statement } from './draw-page.js'

test.each([
  [2, 2],
  [1.5, 1.52],
  [7.3, 9],
])('a page made %d and %d times as large is as libvips makes it', async (across, down) => {
  const page = await drawPage(statement, '')
  const [width, height] = [Math.round(page.width * across), Math.round(page.height * down)]
  const large = pictureToSharp(page).resize(width, height, { fit: 'fill', kernel: 'cubic' })
  const { data } = await sharpToPicture(large, 300)
  expect(Buffer.compare(stretchPicture(page, width, height, 300).data, data)).toBe(0)
})
