import { expect, test } from 'vitest'
import { findLostDashes } from '../../src/ocr/find-lost-dashes.js'
import type { ReadWord } from '../../src/ocr/reader.js'
import { type DrawnText, drawPage } from './draw-page.js'

const costs = ['Löner', 'Pensioner', 'Försäkringar']
const lineOf = (at: number): number => 160 + 70 * at
const labels = costs.map((text, at) => ({ x: 60, y: lineOf(at), text }))
const figures = costs.map((_, at) => ({ x: 780, y: lineOf(at), text: '814' }))
const dashesAt = (x: number, text = '-'): DrawnText[] => costs.map((_, at) => ({ x, y: lineOf(at), text }))
const lean = (texts: readonly DrawnText[], drop: number): DrawnText[] =>
  texts.map(({ x, y, text }) => ({ x, y: y + (drop * x) / 1000, text }))

/** A word as a reader gives it, as wide as DejaVu Sans sets it at 30 pixels. */
function wordOf({ x, y, text }: DrawnText): ReadWord {
  const box = { x0: x, x1: x + 18 * text.length, y0: y - 23, y1: y }
  return { text, confidence: 0.9, box, characters: [] }
}

/** The left edges of the dashes that are found on a page, of which all but the labels and figures went unread. */
async function findOn(unread: readonly DrawnText[], read: readonly DrawnText[] = [], drop = 0): Promise<number[]> {
  const words = lean([...labels, ...figures, ...read], drop)
  const page = await drawPage([...words, ...lean(unread, drop)])
  return findLostDashes(page, 128, words.map(wordOf)).map(({ box }) => box.x0)
}

test('signs at the left edges of the cells that went unread are words in the lines of their figures', async () => {
  const page = await drawPage([...labels, ...figures, ...dashesAt(500)])
  const found = findLostDashes(page, 128, [...labels, ...figures].map(wordOf))
  expect(found.map(({ text, box }) => [text, box.y0, box.y1])).toEqual(
    costs.map((_, at) => ['-', lineOf(at) - 23, lineOf(at)]),
  )
  for (const { box } of found) expect(Math.abs(box.x0 - 501)).toBeLessThan(3)
})

test('they are found on lines that are not quite level', async () => {
  expect(await findOn(dashesAt(500), [], 12)).toHaveLength(3)
})

test('one is found where the others were read, and not by itself', async () => {
  const [first, ...others] = dashesAt(500)
  expect(await findOn([first!], others)).toHaveLength(1)
  expect(await findOn([first!])).toEqual([])
})

test.each([
  ['dots', dashesAt(500, '.')],
  ['bars', dashesAt(500, '|')],
  ['letters that were not read', dashesAt(500, 'AB')],
  ['dashes beside letters that were not read', dashesAt(500, 'A  -')],
  ['underscores', dashesAt(500, '_')],
  ['dashes right after the labels', costs.map((text, at) => ({ x: 62 + 18 * text.length, y: lineOf(at), text: '-' }))],
  ['dashes far apart from each other', costs.map((_, at) => ({ x: 420 + 80 * at, y: lineOf(at), text: '-' }))],
  ['nothing', []],
])('no signs: %s', async (_, unread) => {
  expect(await findOn(unread)).toEqual([])
})
