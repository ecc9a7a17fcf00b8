import { describe, expect, test } from 'vitest'
import { findFold, opensWithWords } from '../../src/ocr/find-fold.js'
import { turnPicture } from '../../src/ocr/picture.js'
import type { ReadWord } from '../../src/ocr/reader.js'
import { type DrawnText, drawPage } from './draw-page.js'

const tops = [80, 150, 220, 290, 360, 430, 500]
const labels = ['Verksamheten', 'Kostnader', 'Finansiellt', 'Övriga poster', 'Bidrag', 'Lokaler', 'Summa']
const at = (x: number, texts: readonly string[]): DrawnText[] => texts.map((text, i) => ({ x, y: tops[i]!, text }))
const figures = ['1 842', '12 979', '137', '3 204 112', '27', '46 110', '8']
/** Figures that end at one edge, as a table has them; a digit is 19 pixels wide, a space 10. */
const endingAt = (right: number, texts: readonly string[]): DrawnText[] =>
  texts.map((text, i) => {
    const spaces = text.split(' ').length - 1
    return { x: right - 19 * (text.length - spaces) - 10 * spaces, y: tops[i]!, text }
  })

const spread = [...at(40, labels), ...endingAt(450, figures), ...at(560, labels), ...endingAt(960, figures)]

describe('findFold', () => {
  test('two pages side by side are parted between them', async () => {
    expect(findFold(await drawPage(spread), 128)).toBeCloseTo(0.5, 1)
  })
  test('so are a cover and the page beside it', async () => {
    const cover = [{ x: 60, y: 220, text: 'Årsredovisning' }]
    expect(findFold(await drawPage([...cover, ...at(560, labels), ...endingAt(960, figures)]), 128)).toBeDefined()
  })
  test('columns of figures on a wide page are no page of their own', async () => {
    const table = [...at(40, labels), ...endingAt(450, figures), ...endingAt(700, figures), ...endingAt(960, figures)]
    expect(findFold(await drawPage(table), 128)).toBeUndefined()
  })
  test('text that runs across is one page', async () => {
    const lines = at(
      40,
      labels.map((label) => `${label} för verksamhetens räkning under året`),
    )
    expect(findFold(await drawPage(lines), 128)).toBeUndefined()
  })
  test('a page that stands is one page', async () => {
    expect(findFold(turnPicture(await drawPage(spread), 1), 128)).toBeUndefined()
  })
})

test('the right page opens its lines with words', () => {
  const word = (text: string, x0: number, y0: number): ReadWord => ({
    text,
    confidence: 0.9,
    box: { x0, y0, x1: x0 + 60, y1: y0 + 20 },
    characters: [],
  })
  const figuresOnly = tops.flatMap((y) => [word('Bidrag', 40, y), word('137', 600, y), word('1 842', 900, y)])
  expect(opensWithWords(figuresOnly, 500)).toBe(false)
  expect(opensWithWords([...figuresOnly, ...tops.map((y) => word('Lokaler', 520, y + 3))], 500)).toBe(true)
})
