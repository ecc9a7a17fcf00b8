import { describe, expect, it } from 'vitest'
import { figuresInOrder } from '../../src/parse/figures-in-order.js'
import type { LineWord } from '../../src/parse/line.js'
import type { Phrase } from '../../src/parse/phrases.js'

const HEIGHT = 0.014
const BANDS = [
  { x0: 0.68, x1: 0.73 },
  { x0: 0.745, x1: 0.795 },
  { x0: 0.815, x1: 0.87 },
]

/** A phrase of words of six thousandths a digit, `places` where each begins. */
function phrase(text: string, ...places: number[]): Phrase {
  const words = text.split(' ').map((word, index): LineWord => {
    const x0 = places[index]!
    const x1 = x0 + 0.008 * word.length
    return {
      ...{ text: word, raw: word, x0, x1, box: null, confidence: 1 },
      ...{ alternatives: [], second: undefined, bold: false, typed: false },
    }
  })
  return { words, text, x0: words[0]!.x0, x1: words.at(-1)!.x1 }
}

function placed(...phrases: Phrase[]) {
  const { inOrder } = figuresInOrder(phrases, [0, 1, 2], BANDS, HEIGHT)
  return [...inOrder].map(([{ text }, column]) => [text, column])
}

describe('figuresInOrder', () => {
  it('wide figures that reach under their neighbours stand in order, parted at the widest space', () => {
    const two = phrase('126 660 122 017', 0.762, 0.797, 0.848, 0.876)
    expect(placed(phrase('76449', 0.69), two)).toEqual([
      ['76449', 0],
      ['126 660', 1],
      ['122 017', 2],
    ])
  })

  it('figures that stand under one column each are not asked', () => {
    expect(placed(phrase('1371', 0.69), phrase('1482', 0.755), phrase('1534', 0.83))).toEqual([])
  })

  it('spaces of one width part nothing, and a blank column is not filled', () => {
    expect(placed(phrase('76449', 0.69), phrase('126 660 122 017', 0.762, 0.797, 0.832, 0.867))).toEqual([])
  })
})
