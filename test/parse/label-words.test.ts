import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { withoutSpecks } from '../../src/parse/label-words.js'
import { linesOfWords, printPhrase } from '../support/lay-out.js'

/** What is left of a label with scraps behind it that begin at `left`, as a share of the page's width. */
function labelWith(scraps: string, left: number): string {
  const words = [...printPhrase({ text: 'Balansomslutning', left: 0.1, top: 0.1 })]
  const [line] = linesOfWords([...words, ...printPhrase({ text: scraps, left, top: 0.1 })])
  return withoutSpecks(line!.words, line!, 0.1)
    .map(({ text }) => text)
    .join(' ')
}

describe('the words of a label', () => {
  it.each(['M', 'NK OM', ')', 'H 23 MA'])('end before the scraps of a stamp far behind them: %j', (scraps) => {
    expect(labelWith(scraps, 0.45)).toBe('Balansomslutning')
  })

  it('are as high as the figures of the line: dots that lead to them are read as words, and may be more', () => {
    const flat = (word: Word) => ({
      ...word,
      box: { ...word.box, y0: word.box.y1 - 0.2 * (word.box.y1 - word.box.y0) },
    })
    const dots = printPhrase({ text: 'som ss rr rr rs', left: 0.2, top: 0.1 }).map(flat)
    const own = printPhrase({ text: 'Reservfond', left: 0.1, top: 0.1 })
    const [line] = linesOfWords([...own, ...dots, ...printPhrase({ text: '140 720', left: 0.5, top: 0.1 })])
    const label = withoutSpecks(line!.words.slice(0, -2), line!, 0.1)
    expect(label.map(({ text }) => text)).toEqual(['Reservfond'])
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
