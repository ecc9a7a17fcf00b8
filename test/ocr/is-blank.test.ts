import { describe, expect, it } from 'vitest'
import { isBlank } from '../../src/ocr/is-blank.js'
import { drawPage } from './draw-page.js'

const inkBelow = 128
/** Where a column of figures crosses the line that is drawn at 160, as high as its digits are. */
const place = { x0: 0.68, x1: 0.86, y0: 137 / 700, y1: 161 / 700 }

describe('isBlank', () => {
  it.each([
    ['500', true],
    ['3 986 000', true],
    ['-', false],
    ['.', false],
    ['', false],
  ])('"%s" is a figure: %s', async (text, isPrinted) => {
    const picture = await drawPage([{ x: 740, y: 160, text }])
    expect(isBlank(place, picture, inkBelow)).toBe(!isPrinted)
  })

  it('what stands on the next line is not in it', async () => {
    const picture = await drawPage([{ x: 740, y: 200, text: '3 986' }])
    expect(isBlank(place, picture, inkBelow)).toBe(true)
  })
})
