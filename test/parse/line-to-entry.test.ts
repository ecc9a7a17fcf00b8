import { describe, expect, it } from 'vitest'
import { lineToEntry } from '../../src/parse/line-to-entry.js'
import { linesOfWords, printPhrase } from '../support/lay-out.js'

const noColumns = { bands: [], noteBand: -1, columns: [], space: 1, margin: 0.1 }

/** The label of a line whose second word was read one way and looked at again another way. */
function labelOf(text: string, lookedAt: string): string {
  const words = printPhrase({ text, left: 0.1, top: 0.1 })
  const [line] = linesOfWords(
    words.map((word, at) => (at === 1 ? { ...word, text: lookedAt, second: lookedAt } : word)),
  )
  return lineToEntry(line!, '', noColumns).label
}

describe('the label of a line', () => {
  it('has the percent sign that a second look saw', () => {
    expect(labelOf('Soliditet (56)', '(%)')).toBe('Soliditet (%)')
  })

  it('has words as they were first read', () => {
    expect(labelOf('Gata l4', '14')).toBe('Gata l4')
  })
})
