import { expect, test } from 'vitest'
import { measureInk } from '../../src/ocr/measure-page.js'
import { drawPage, statement } from './draw-page.js'

test('paper and ink are told by every pixel, however the bytes lie in memory', async () => {
  const page = await drawPage(statement, '<rect width="1000" height="300" fill="#cccccc"/>')
  const whole = measureInk(page)
  expect(whole).toEqual({ paper: 255, bilevel: false, inkBelow: expect.any(Number) })
  for (const shift of [1, 2, 3]) {
    const data = new Uint8Array(page.data.length + shift)
    data.set(page.data, shift)
    expect(measureInk({ ...page, data: data.subarray(shift) })).toEqual(whole)
  }
  // the last pixels make no four
  const few = { width: 7, height: 1, dpi: 200, data: Uint8Array.of(255, 255, 255, 255, 90, 90, 90) }
  expect(measureInk(few)).toMatchObject({ paper: 255, bilevel: false })
  expect(measureInk({ ...few, data: few.data.toReversed() })).toEqual(measureInk(few))
})
