import { expect, it } from 'vitest'
import { showsMinusBefore } from '../../src/ocr/join-signs.js'
import type { PixelBox, ReadWord } from '../../src/ocr/reader.js'

const inkBelow = 150
/** A digit, 20 pixels high, with a pale edge. */
const digit: PixelBox = { x0: 60, y0: 10, x1: 72, y1: 30 }

/** Whether a minus is seen before the digit, where strokes of some grey stand beside it, and the box it was read in. */
function seesMinus(strokes: readonly (PixelBox & { readonly grey: number })[], box = digit): boolean {
  const [width, height] = [120, 40]
  const data = new Uint8Array(width * height).fill(255)
  const edge = { ...digit, x0: digit.x0 - 1, x1: digit.x0, grey: 190 }
  for (const { x0, y0, x1, y1, grey } of [{ ...digit, grey: 0 }, edge, ...strokes])
    for (let y = y0; y < y1; y++) data.fill(grey, y * width + x0, y * width + x1)
  const word: ReadWord = {
    text: '7',
    confidence: 0.9,
    box,
    characters: [{ text: '7', confidence: 0.9, box, choices: [] }],
  }
  return showsMinusBefore(word, [word], { width, height, data, dpi: 200 }, inkBelow)
}

it.each([
  ['in ink', [{ x0: 46, y0: 19, x1: 55, y1: 21, grey: 40 }], true],
  ['paler than the digits, as thin strokes are', [{ x0: 46, y0: 19, x1: 55, y1: 21, grey: 195 }], true],
  [
    'of which a piece alone is ink',
    [
      { x0: 46, y0: 19, x1: 55, y1: 21, grey: 195 },
      { x0: 48, y0: 19, x1: 51, y1: 21, grey: 100 },
    ],
    true,
  ],
  ['nothing but the pale edge of the digit', [], false],
  ['so pale that it is the paper', [{ x0: 46, y0: 19, x1: 55, y1: 21, grey: 235 }], false],
  ['a pale speck', [{ x0: 48, y0: 18, x1: 52, y1: 21, grey: 195 }], false],
  ['a letter that shines through the sheet', [{ x0: 44, y0: 11, x1: 52, y1: 28, grey: 195 }], false],
  [
    'a pale stroke beside a letter',
    [
      { x0: 50, y0: 19, x1: 57, y1: 21, grey: 195 },
      { x0: 41, y0: 11, x1: 45, y1: 28, grey: 20 },
    ],
    false,
  ],
] as const)('a minus before a digit: %s', (_, strokes, expected) => {
  expect(seesMinus(strokes)).toBe(expected)
})

const minus = { x0: 46, y0: 19, x1: 55, y1: 21, grey: 40 }
it.each([
  ['counted to the digit', [minus], { ...digit, x0: 46 }, true],
  ['counted to the digit with the space before it', [minus], { ...digit, x0: 42 }, true],
  ['a digit that was left out, before it', [{ ...minus, y0: 11, y1: 29 }], { ...digit, x0: 46 }, false],
  ['a digit whose ink was not counted to it', [minus], { ...digit, x0: 40, x1: 58 }, false],
] as const)('a minus in the box of a digit: %s', (_, strokes, box, expected) => {
  expect(seesMinus(strokes, box)).toBe(expected)
})
