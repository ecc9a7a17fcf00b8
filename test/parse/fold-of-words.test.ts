import { describe, expect, it } from 'vitest'
import type { PicturePage, Word } from '../../src/model/page.js'
import { foldOfWords } from '../../src/parse/fold-of-words.js'

const sheet = (width: number): PicturePage => ({
  kind: 'picture',
  number: 1,
  width,
  height: 842,
  source: 'text_layer',
  readings: [],
  turned: 0,
  issues: [],
})
const at = (text: string, x0: number, line: number, wide = 0.1): Word => {
  const y0 = 0.1 + 0.03 * line
  return { text, raw: text, box: { x0, y0, x1: x0 + wide, y1: y0 + 0.01 }, confidence: 1, alternatives: [] }
}
const lines = [0, 1, 2, 3, 4, 5, 6]
const twoPages = lines.flatMap((line) => [
  at('Styrelsen', 0.05, line),
  at('12', 0.4, line, 0.03),
  at('Not', 0.56, line),
])

describe('foldOfWords', () => {
  it('finds the fold of a sheet with two pages', () => {
    expect(foldOfWords(sheet(1191), twoPages)).toBe(0.5)
  })

  it('takes a cover beside a page of text for a page too', () => {
    const cover = [at('Årsredovisning', 0.2, 3), ...lines.map((line) => at('Styrelsen', 0.56, line))]
    expect(foldOfWords(sheet(1191), cover)).toBe(0.5)
  })

  it('finds it where numbers of notes stand before the labels', () => {
    const numbered = lines.flatMap((line) => {
      const label = at('Styrelsen', 0.58, line)
      return line % 2 === 0 ? [label] : [at(String(line), 0.56, line, 0.005), label]
    })
    const scattered = lines.slice(0, 5).map((line) => at('Rubrik', 0.7 + 0.04 * line, line + 7))
    expect(foldOfWords(sheet(1191), [...twoPages.filter(({ box }) => box.x0 < 0.5), ...numbered, ...scattered])).toBe(
      0.5,
    )
  })

  it('finds it beside a page of two columns whose lines do not stand on one level', () => {
    const columns = [
      ...lines.map((line) => at('Löner', 0.56, line)),
      ...lines.map((line) => at('Summa', 0.76, line + 0.3)),
      ...lines.slice(0, 4).map((line) => at('Summa', 0.6 + 0.03 * line, line + 7)),
    ]
    expect(foldOfWords(sheet(1191), [...twoPages.filter(({ box }) => box.x0 < 0.5), ...columns])).toBe(0.5)
  })

  it.each([
    ['an upright sheet', sheet(595), twoPages],
    ['a heading across the middle', sheet(1191), [...twoPages, at('Balansräkning', 0.42, 8, 0.16)]],
    [
      'a wide table, whose rows go on with figures',
      sheet(1191),
      lines.flatMap((line) => [at('Hyror', 0.05, line), at('1 200', 0.6, line)]),
    ],
    [
      'pages whose lines begin anywhere',
      sheet(1191),
      lines.flatMap((line) => [at('Ord', 0.05 + 0.03 * line, line), at('ord', 0.56, line)]),
    ],
    [
      'too narrow a gap',
      sheet(1191),
      lines.flatMap((line) => [at('Hyror', 0.05, line, 0.43), at('Räntor', 0.5, line)]),
    ],
    ['nothing', sheet(1191), []],
  ])('finds none in %s', (_, page, words) => {
    expect(foldOfWords(page, words)).toBeUndefined()
  })
})
