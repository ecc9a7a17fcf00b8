import { expect, test } from 'vitest'
import { curlPage } from '../../scripts/synthesise/warp-page.js'
import { alignGlyphs, findTextLines } from '../../src/ocr/find-text-lines.js'
import { drawPage } from './draw-page.js'

const paragraph = Array.from({ length: 12 }, (_, at) => ({
  x: 40,
  y: 100 + at * 45,
  text: 'Styrelsen har under hela året haft möten om huset och dess',
}))

test.each([0, 0.01, 0.02])('lines that bend by %f of the height of the page are whole', async (bend) => {
  const { data, width, height, dpi } = await drawPage(paragraph)
  const bent = { ...curlPage({ data: Buffer.from(data), width, height }, bend, false), dpi }
  const lines = findTextLines(bent, 128)
  expect(lines.filter(({ glyphs }) => glyphs.length > 30)).toHaveLength(paragraph.length)
  expect(lines).toHaveLength(paragraph.length)
})

test('what is left of a broken letter, higher than the line, takes none of its letters away', async () => {
  const broken = '<rect x="20" y="72" width="8" height="16"/>'
  const low = paragraph.map((line) => ({ ...line, text: 'Summan av varorna som var samma summa som en annan' }))
  expect(findTextLines(await drawPage(low, broken), 128)).toHaveLength(paragraph.length)
})

test('the lines of one page of a sheet are its own, though those of the other lie half a line higher', async () => {
  const half = (x: number, y: number) =>
    Array.from({ length: 12 }, (_, at) => ({ x, y: y + at * 45, text: 'Summan av varorna som var' }))
  const glyphs = findTextLines(await drawPage([...half(20, 100), ...half(540, 112)]), 128).flatMap(
    (line) => line.glyphs,
  )
  const right = alignGlyphs(glyphs.filter(({ x0 }) => x0 > 500))
  expect(right.map(({ glyphs }) => glyphs.length)).toEqual(Array.from({ length: 12 }, () => 21))
})
