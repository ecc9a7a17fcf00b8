import { describe, expect, it } from 'vitest'
import { withoutSpecks } from '../../src/parse/label-words.js'
import { linesOfWords, printPhrase } from '../support/lay-out.js'

/** What is left of a label with scraps behind it that begin at `left`, as a share of the page's width. */
function labelWith(scraps: string, left: number): string {
  const words = [...printPhrase({ text: 'Balansomslutning', left: 0.1, top: 0.1 })]
  const [line] = linesOfWords([...words, ...printPhrase({ text: scraps, left, top: 0.1 })])
  return withoutSpecks(line!.words, 0.1, line!.height)
    .map(({ text }) => text)
    .join(' ')
}

describe('the words of a label', () => {
  it.each(['M', 'NK OM', ')', 'H 23 MA'])('end before the scraps of a stamp far behind them: %j', (scraps) => {
    expect(labelWith(scraps, 0.45)).toBe('Balansomslutning')
  })

  it.each([
    ['of a figure', '28', 0.45],
    ['of a share', '3 %', 0.45],
    ['a unit', 'kr', 0.45],
    ['words', 'AB Holm', 0.45],
    ['near', 'AB', 0.265],
  ])('stay with what may be %s', (_, scraps, left) => {
    expect(labelWith(scraps, left)).toBe(`Balansomslutning ${scraps}`)
  })
})
