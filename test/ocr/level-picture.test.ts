import { expect, test } from 'vitest'
import { levelPicture } from '../../src/ocr/level-picture.js'
import { type Picture, pictureToSharp, sharpToPicture } from '../../src/ocr/picture.js'
import { drawPage, statement } from './draw-page.js'

/** Cut from the middle of what libvips turns on a larger sheet. */
async function turnByLibvips(picture: Picture, degrees: number): Promise<Picture> {
  const radians = (-degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const background = { r: 255, g: 255, b: 255 }
  const turning = pictureToSharp(picture).affine([cos, -sin, sin, cos], { background, interpolator: 'bicubic' })
  const { width, height } = picture
  const turned = await sharpToPicture(turning, picture.dpi)
  const [left, top] = [Math.round((turned.width - width) / 2), Math.round((turned.height - height) / 2)]
  return sharpToPicture(pictureToSharp(turned).extract({ left, top, width, height }), picture.dpi)
}

test.each([-5, -0.7, 0.3, 2.4])('a page turned by %d degrees is as libvips makes it', async (degrees) => {
  const page = await drawPage(statement, '')
  // ink up to the edges too
  const inked = { ...page, data: page.data.map((grey, at) => (at % page.width < 3 ? 40 : grey)) }
  const expected = await turnByLibvips(inked, degrees)
  expect(Buffer.compare(levelPicture(inked, degrees, 255).data, expected.data)).toBe(0)
})

test('a page that leans by less than can be seen stays as it is', async () => {
  const page = await drawPage(statement, '')
  expect(levelPicture(page, 0.1, 255)).toBe(page)
})
