import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pictureToTiff, sharpToPicture } from '../../src/ocr/picture.js'
import { drawPage, statement } from './draw-page.js'

test('a picture is packed once, and comes back as it was', async () => {
  const page = await drawPage(statement, '')
  const tiff = await pictureToTiff(page)
  expect(await pictureToTiff(page)).toBe(tiff)
  const { data } = await sharpToPicture(sharp(tiff), page.dpi)
  expect(Buffer.compare(data, page.data)).toBe(0)
})
