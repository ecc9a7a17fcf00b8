import { expect, test } from 'vitest'
import { curlPage } from '../../scripts/synthesise/warp-page.js'
import { findTextLines } from '../../src/ocr/find-text-lines.js'
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
