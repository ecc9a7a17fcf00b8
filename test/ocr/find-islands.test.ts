import { expect, test } from 'vitest'
import { findIslands } from '../../src/ocr/find-islands.js'
import { drawPage, statement } from './draw-page.js'

test('what was found in a picture is kept for those that ask again, by what counts as ink', async () => {
  const page = await drawPage(statement, '')
  const islands = findIslands(page, 128)
  expect(findIslands(page, 128)).toBe(islands)
  expect(findIslands({ ...page }, 128)).toEqual(islands)
  const paler = findIslands(page, 250)
  expect(paler).toEqual(findIslands({ ...page }, 250))
  expect(paler).not.toEqual(islands)
})
