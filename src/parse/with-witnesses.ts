import type { Box, Reading, Word } from '../model/page.js'

/** Share of two words' whole width and height that is common to both where they stand for the same print. */
const SAME_WIDTH = 0.75
const SAME_HEIGHT = 0.5
// "14", "-1", "12,5", "(41)", "59%"
const FIGURE = /^[-(]?\d[\d.,]*[)%]?$/

/**
 * The words of one reading, with what other readings of the same page gave for the same figures among the alternatives.
 * A figure that another reading cut otherwise is no witness.
 */
export function withWitnesses(words: readonly Word[], others: readonly Reading[]): Word[] {
  return words.map((word) => {
    if (!FIGURE.test(word.text)) return word
    const said = others.flatMap((reading) => {
      const other = reading.words.find((one) => isSamePlace(one.box, word.box))
      return other && other.text !== word.text && FIGURE.test(other.text) ? [other.text] : []
    })
    const alternatives = [...new Set([...said, ...word.alternatives])]
    return said.length === 0 ? word : { ...word, alternatives }
  })
}

function isSamePlace(a: Box, b: Box): boolean {
  return share(a.x0, a.x1, b.x0, b.x1) >= SAME_WIDTH && share(a.y0, a.y1, b.y0, b.y1) >= SAME_HEIGHT
}

function share(a0: number, a1: number, b0: number, b1: number): number {
  return (Math.min(a1, b1) - Math.max(a0, b0)) / (Math.max(a1, b1) - Math.min(a0, b0))
}
