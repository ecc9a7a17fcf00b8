import { describe, expect, it } from 'vitest'
import { joinDecimals } from '../../src/parse/join-decimals.js'
import type { LineWord } from '../../src/parse/line.js'

/** The texts of words of so many characters, each as wide as half a line's height, after öre were joined. */
function join(...printed: readonly (readonly [text: string, x0: number])[]): string[] {
  const words = printed.map(([text, x0]): LineWord => {
    const x1 = x0 + text.length * 0.5
    const box = { x0, y0: 0, x1, y1: 1 }
    return {
      text,
      raw: text,
      x0,
      x1,
      box,
      confidence: 1,
      alternatives: [],
      second: undefined,
      bold: false,
      typed: false,
    }
  })
  return joinDecimals(words, 1).map(({ text }) => text)
}

describe('joinDecimals', () => {
  it('öre that stand apart from their comma go with it', () => {
    expect(join(['Hyror', 0], ['953.238,', 10], ['00', 14.8], ['976.139,', 20], ['50', 24.8])).toEqual([
      'Hyror',
      '953.238,00',
      '976.139,50',
    ])
  })
  it('numbers of notes in a list stay apart, and what stands far off', () => {
    expect(join(['8,', 0], ['13', 1.5])).toEqual(['8,', '13'])
    expect(join(['953.238,', 0], ['12', 8])).toEqual(['953.238,', '12'])
  })
})
