import { afterAll, expect, test } from 'vitest'
import { findTextLines } from '../../src/ocr/find-text-lines.js'
import { findLostColumns, readLostColumns } from '../../src/ocr/read-lost-columns.js'
import { createTesseractJsReader } from '../../src/ocr/tesseract-js-reader.js'
import { type DrawnText, drawPage } from './draw-page.js'

const reader = createTesseractJsReader()
afterAll(() => reader.close())

const rows = [
  ['Ingående anskaffningsvärde', '897', '848'],
  ['Årets inköp', '65', '49'],
  ['Utgående anskaffningsvärde', '962', '897'],
  ['Ingående avskrivning', '-232', '-221'],
  ['Årets avskrivning', '-11', '-11'],
  ['Bokfört restvärde', '719', '665'],
] as const
/** Where figures begin that end at one edge, in pixels: a digit is 19 wide, a minus 11. */
const startOf = (figure: string, edge: number) =>
  edge - [...figure].reduce((sum, one) => sum + (one === '-' ? 11 : 19), 0)
const note: DrawnText[] = rows.flatMap(([label, now, before], at) => [
  { x: 60, y: 160 + 70 * at, text: label },
  { x: startOf(now, 720), y: 160 + 70 * at, text: now },
  { x: startOf(before, 880), y: 160 + 70 * at, text: before },
])

test('a column of figures that a reading left out is read by itself', async () => {
  const picture = await drawPage(note)
  const lines = findTextLines(picture, 128)
  const whole = await reader.read(picture, { language: 'swe', mode: 6 })
  const isLast = ({ box }: { box: { x0: number } }) => box.x0 > 760
  const last = whole.filter(isLast)
  expect(last.map(({ text }) => text)).toEqual(rows.map(([, , before]) => before))
  const left = whole.filter((word) => !isLast(word))
  expect(findLostColumns(lines, left)).toHaveLength(1)
  const found = await readLostColumns(picture, lines, left, reader)
  expect(found.map(({ text }) => text)).toEqual(rows.map(([, , before]) => before))
  for (const [at, { box }] of found.entries()) {
    expect(Math.abs(box.x1 - last[at]!.box.x1)).toBeLessThan(6)
    expect(Math.abs(box.y0 - last[at]!.box.y0)).toBeLessThan(6)
  }
  expect(await readLostColumns(picture, lines, whole, reader)).toEqual([])
})

test('what stands under other words at no common edge is no column', async () => {
  const scraps = [
    { x: 700, y: 160, text: 'VW' },
    { x: 730, y: 230, text: 'Mlk' },
    { x: 690, y: 300, text: 'J' },
  ]
  const picture = await drawPage(scraps)
  expect(findLostColumns(findTextLines(picture, 128), [])).toEqual([])
})

test('words under one another that were left out are no column of figures', async () => {
  const words = ['Revisor', 'Ordförande', 'Kassör', 'Ledamot'].map((text, at) => ({ x: 700, y: 160 + 70 * at, text }))
  const ended = words.map((word) => ({ ...word, text: word.text.slice(0, 5) }))
  const picture = await drawPage(ended)
  const lines = findTextLines(picture, 128)
  expect(await readLostColumns(picture, lines, [], reader)).toEqual([])
})
