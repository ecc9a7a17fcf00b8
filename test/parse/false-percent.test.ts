import { describe, expect, it } from 'vitest'
import { linesOfWords, printPhrase } from '../support/lay-out.js'

/** The line as it is used, of which the word at `place` was read as digits and looked at again as a percent sign. */
function line(text: string, place: number): string | undefined {
  const words = printPhrase({ text, left: 0.3, top: 0.2 })
  const read = words.map((word, at) => (at === place ? { ...word, text: '%', second: '%' } : word))
  return linesOfWords(read)[0]?.text
}

describe('withoutFalsePercent', () => {
  it('gives the digits before a group of thousands back', () => {
    expect(line('Skatteskulder 96 723', 1)).toBe('Skatteskulder 96 723')
  })

  it.each([
    ['behind a figure', 'Soliditet 59 96', 2, 'Soliditet 59 %'],
    ['between two figures', 'Andel 59 96 723', 2, 'Andel 59 % 723'],
  ])('leaves a percent sign %s', (_, text, place, told) => {
    expect(line(text, place)).toBe(told)
  })
})
