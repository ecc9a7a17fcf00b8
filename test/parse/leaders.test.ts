import { describe, expect, it } from 'vitest'
import { isLeaderScrap, withoutLeaderScraps } from '../../src/parse/leaders.js'
import { linesOfWords, printPhrase } from '../support/lay-out.js'

describe('isLeaderScrap', () => {
  it.each(['ssessesssssn', 's...seesesserrrnnrss', 'srssrreserenran...ssnn', 'sesrerrer..rss'])(
    '%j is read from dots',
    (text) => {
      expect(isLeaderScrap(text)).toBe(true)
    },
  )
  it.each([
    'annonser',
    'terrassen',
    'reserverna',
    'personresorna',
    'processerna',
    'sommarmarknaden',
    'ränteintäkter',
    'sess',
    '',
    '1 000 000',
  ])('%j is not', (text) => {
    expect(isLeaderScrap(text)).toBe(false)
  })
})

describe('withoutLeaderScraps', () => {
  it.each([
    ['Finansiella intäkter ssessesssssn rer', 'Finansiella intäkter'],
    ['Finansiella intäkter', 'Finansiella intäkter'],
    // a label that is nothing else stays, to be doubted
    ['ssessesssssn', 'ssessesssssn'],
  ])('%j is the label %j', (text, label) => {
    const [line] = linesOfWords(printPhrase({ text, left: 0.1, top: 0.1 }))
    expect(
      withoutLeaderScraps(line!.words)
        .map((word) => word.text)
        .join(' '),
    ).toBe(label)
  })
})
