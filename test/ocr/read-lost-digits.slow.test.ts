import { afterAll, expect, test } from 'vitest'
import { findTextLines } from '../../src/ocr/find-text-lines.js'
import { readLostDigits } from '../../src/ocr/read-lost-digits.js'
import { createTesseractJsReader } from '../../src/ocr/tesseract-js-reader.js'
import { type DrawnText, drawPage } from './draw-page.js'

const reader = createTesseractJsReader()
afterAll(() => reader.close())

const balance: readonly DrawnText[] = [
  { x: 60, y: 160, text: 'Summa kortfristiga skulder' },
  { x: 700, y: 160, text: '1 056 642' },
  { x: 60, y: 230, text: 'Aktiekapital' },
  { x: 727, y: 230, text: '876 600' },
  { x: 60, y: 300, text: 'Summa skulder' },
  { x: 700, y: 300, text: '9 055 626' },
]

test('digits that a reading left out at the left of figures are read by themselves', async () => {
  const picture = await drawPage(balance)
  const lines = findTextLines(picture, 128)
  const whole = await reader.read(picture, { language: 'swe', mode: 6 })
  const isDigit = ({ text }: { text: string }) => /^\d$/.test(text)
  expect(whole.filter(isDigit).map(({ text }) => text)).toEqual(['1', '9'])
  const left = whole.filter((word) => !isDigit(word))
  const found = await readLostDigits(picture, lines, left, reader)
  expect(found.map(({ text }) => text)).toEqual(['1', '9'])
  for (const [at, { box }] of found.entries()) {
    const printed = whole.filter(isDigit)[at]!.box
    expect(Math.abs(box.x0 - printed.x0)).toBeLessThan(6)
    expect(Math.abs(box.x1 - printed.x1)).toBeLessThan(6)
  }
  expect(await readLostDigits(picture, lines, whole, reader)).toEqual([])
})
