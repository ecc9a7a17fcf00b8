import { describe, expect, it } from 'vitest'
import type { Box, Word } from '../../src/model/page.js'
import { patchAround } from '../../src/ocr/patch-around.js'

const size = { width: 1000, height: 1000 }

function word(text: string, x0: number, x1: number, y0 = 0.5, y1 = 0.51): Word {
  return { text, raw: text, box: { x0, x1, y0, y1 }, confidence: 1, alternatives: [] }
}

const own = [word('7', 0.68, 0.688), word('570', 0.694, 0.722), word('165', 0.731, 0.758)]
const box: Box = { x0: 0.68, x1: 0.758, y0: 0.5, y1: 0.51 }

describe('patchAround', () => {
  it('holds the figure, room for a minus and a little more', () => {
    expect(patchAround(box, own, size)).toEqual({ x0: 664, x1: 762, y0: 497, y1: 513 })
  })

  it('goes half-way to other words, and over marks', () => {
    const beside = [word('Summa', 0.5, 0.67), word('12', 0.76, 0.8), word('.', 0.673, 0.675)]
    expect(patchAround(box, [...own, ...beside], size)).toMatchObject({ x0: 675, x1: 759 })
  })

  it('stays on its line where a stroke of a pen hangs from its last word, and ends with its column', () => {
    const withStroke = [...own.slice(0, 2), word('1654', 0.731, 0.771, 0.5, 0.522)]
    const cut: Box = { ...box, y1: 0.522 }
    const below = ['97', '972', '610'].map((text, at) => word(text, 0.68 + 0.03 * at, 0.7 + 0.03 * at, 0.513, 0.523))
    expect(patchAround(cut, withStroke, size)).toEqual({ x0: 664, x1: 759, y0: 497, y1: 513 })
    expect(patchAround(cut, [...withStroke, ...below], size)).toMatchObject({ y0: 497, y1: 513 })
  })

  it('is no larger than the picture', () => {
    expect(patchAround({ x0: 0, x1: 1, y0: 0, y1: 1 }, [], size)).toEqual({ x0: 0, x1: 1000, y0: 0, y1: 1000 })
  })
})
