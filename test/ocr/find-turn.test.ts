import { expect, test } from 'vitest'
import { liesOnSide } from '../../src/ocr/find-turn.js'
import { turnPicture } from '../../src/ocr/picture.js'
import { drawPage, statement } from './draw-page.js'

test.each([
  [0, false],
  [1, true],
  [2, false],
  [3, true],
])('a page turned by %d quarters lies on its side: %s', async (quarters, lies) => {
  const page = await drawPage(statement, '')
  expect(liesOnSide(turnPicture(page, quarters), 128)).toBe(lies)
})

test('an empty page does not lie on its side', async () => {
  expect(liesOnSide(await drawPage([], ''), 128)).toBe(false)
})
