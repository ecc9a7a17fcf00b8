import { describe, expect, it } from 'vitest'
import { findHeadsBeside } from '../../src/parse/heads-beside.js'
import { linesOfWords, printPhrase } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

/** What stands apart over columns on a line of words that begin at these shares of the page's width. */
function headsOf(...printed: readonly (readonly [text: string, left: number])[]): string | undefined {
  const words = printed.flatMap(([text, left]) => printPhrase({ text, left, top: 0.1 }))
  return findHeadsBeside(linesOfWords(words)[0]!, (text) => parsingWords.mendText(text))?.heads
}

describe('findHeadsBeside', () => {
  it('finds the heads of columns behind a wide space', () => {
    expect(headsOf(['Resultaträkning', 0.1], ['Budget', 0.6], ['Utfall', 0.8])).toBe('Budget Utfall')
    expect(headsOf(['Resultaträkning', 0.1], ['2021', 0.6], ['2020', 0.8])).toBe('2021 2020')
  })

  it('takes the last word of a title that is spaced throughout for no head', () => {
    expect(headsOf(['2.', 0.1], ['RESULTATRÄKNING', 0.15], ['MED', 0.32], ['BUDGET', 0.375])).toBeUndefined()
  })
})
