import { expect, test } from 'vitest'
import { findPaleStrokes } from '../../src/ocr/find-pale-strokes.js'
import { findTextLines } from '../../src/ocr/find-text-lines.js'
import { paintOver } from '../../src/ocr/paint-over.js'
import type { Picture } from '../../src/ocr/picture.js'
import { drawPage, statement } from './draw-page.js'

const inkBelow = 160
const countInk = ({ data }: Picture): number => data.reduce((sum, grey) => sum + (grey < inkBelow ? 1 : 0), 0)

function lift(picture: Picture): Picture | undefined {
  const glyphs = findTextLines(picture, inkBelow).flatMap((line) => line.glyphs)
  const mask = findPaleStrokes(picture, glyphs, inkBelow)
  return mask && paintOver(picture, mask, 255)
}

/** Loops of a pen that run through the figures at the right. */
const signature = (grey: string): string =>
  `<path d="M690 120 c-30 60 60 60 50 10 s60 120 40 60 s50 -90 60 0 s40 60 50 20" fill="none" stroke="${grey}" stroke-width="5"/>`

test('a pen paler than the print is lifted off the figures it runs through', async () => {
  const plain = await drawPage(statement)
  const signed = await drawPage([], signature('#555'))
  const page = await drawPage(statement, signature('#555'))
  const lifted = lift(page)!
  const stroke = countInk(signed)
  expect(stroke).toBeGreaterThan(1500)
  expect(countInk(lifted) - countInk(plain)).toBeLessThan(0.1 * stroke)
  const lost = plain.data.filter((grey, at) => grey < 60 && lifted.data[at]! > inkBelow)
  expect(lost.length).toBe(0)
})

test('as well as the frame of a stamp, and a tick at the edge of a figure', async () => {
  const frame = '<path d="M650 130L880 100V270L640 290Z" fill="none" stroke="#999" stroke-width="7"/>'
  const tick = '<path d="M690 240l10 22l26 -60" fill="none" stroke="#777" stroke-width="4"/>'
  const plain = countInk(await drawPage(statement))
  const page = await drawPage(statement, frame + tick)
  expect(countInk(page)).toBeGreaterThan(1.2 * plain)
  expect(Math.abs(countInk(lift(page)!) / plain - 1)).toBeLessThan(0.05)
})

test('print stays as it is where the pen is as dark', async () => {
  expect(lift(await drawPage(statement, signature('black')))).toBeUndefined()
})

test('a heading in colour and lines printed in grey stay', async () => {
  const heading = '<text x="60" y="420" font-size="80" fill="#66c">Balansräkning</text>'
  const grey = '<text x="60" y="480" font-size="30" fill="#888" letter-spacing="-3">Summa tillgångar 41 512</text>'
  expect(lift(await drawPage(statement, heading + grey))).toBeUndefined()
})
