import { expect, test } from 'vitest'
import { findMissedLetters } from '../../src/ocr/find-missed-letters.js'
import { findTextLines } from '../../src/ocr/find-text-lines.js'
import type { ReadWord } from '../../src/ocr/reader.js'
import { drawPage, statement } from './draw-page.js'

const word = (x0: number, y0: number, x1: number, y1: number): ReadWord => ({
  text: 'x',
  confidence: 1,
  box: { x0, y0, x1, y1 },
  characters: [],
})
const labels = word(50, 50, 640, 320)
const figures = word(660, 50, 960, 320)

test('a column that no word covers is missed', async () => {
  const page = await drawPage(statement)
  expect(findMissedLetters(findTextLines(page, 128), [labels, figures], page.dpi).share).toBe(0)
  const missed = findMissedLetters(findTextLines(page, 128), [labels], page.dpi).share
  expect(missed).toBeGreaterThan(0.2)
  expect(missed).toBeLessThan(0.4)
})

test("a scan's black edge and a picture are no letters that could be missed", async () => {
  const edge = '<rect x="0" y="0" width="12" height="700"/><circle cx="500" cy="550" r="120" fill="black"/>'
  const page = await drawPage(statement, edge)
  expect(findMissedLetters(findTextLines(page, 128), [labels, figures], page.dpi).share).toBe(0)
})

test('says where most of what is missed stands', async () => {
  const page = await drawPage(statement)
  const { densestFrom } = findMissedLetters(findTextLines(page, 128), [word(50, 50, 960, 200)], 60)
  expect(densestFrom).toBeGreaterThan(190)
  expect(densestFrom).toBeLessThan(320)
})
