import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { withoutDoubledDigits } from '../../src/parse/doubled-digits.js'
import { linesOfWords, printPhrase } from '../support/lay-out.js'

/** A column of figures, which tell how wide digits are. */
const column = ['45 120', '71 644', '18 302', '26 515'].flatMap((text, row) =>
  printPhrase({ text, right: 0.8, top: 0.2 + 0.02 * row }),
)

/** A word as wide as `printed`, read as `text`, of which another look says `second`. */
function misread(printed: string, text: string, second?: string): Word {
  const [word] = printPhrase({ text: printed, right: 0.7, top: 0.1 })
  return { ...word!, text, raw: text, second }
}

const readOf = (word: Word, words: readonly Word[] = column) => withoutDoubledDigits([word, ...words])[0]!

describe('digits that the reader saw twice', () => {
  it.each([
    ['990', '9290'],
    ['902', '9202'],
    ['93', '923'],
    ['7', '17'],
  ])('in %j read as %j are left out', (printed, text) => {
    const word = readOf(misread(printed, text, printed))
    expect([word.text, word.raw, word.alternatives[0]]).toEqual([printed, text, text])
    const [line] = linesOfWords([misread(printed, text, printed), ...column])
    expect(line?.text).toBe(printed)
  })

  it.each([
    ['the word is as wide as it was read', misread('9290', '9290', '990')],
    ['another look agrees', misread('990', '9290', '9290')],
    ['another look has other digits', misread('990', '9290', '998')],
    ['no other look was taken', misread('990', '9290')],
  ])('are none where %s', (_, word) => {
    expect(readOf(word)).toEqual(word)
  })

  it('are not told on a page with hardly a figure', () => {
    const word = misread('990', '9290', '990')
    expect(readOf(word, column.slice(0, 4))).toEqual(word)
  })
})
