import { describe, expect, it } from 'vitest'
import type { SecondLook } from '../../src/model/page.js'
import { hearWords } from '../../src/parse/hear-words.js'
import { picturePage } from '../support/lay-out.js'
import { parsingWords } from '../support/parsing-words.js'

const box = { x0: 0.1, y0: 0.4, x1: 0.2, y1: 0.41 }

function lookOf(texts: readonly string[], at = box): SecondLook {
  return { box: at, said: texts.map((text, index) => ({ reader: `way ${index}`, text })) }
}

/** What a word is taken for after looks at its place. */
function heard(read: string, texts: readonly string[], at = box): string {
  const word = { text: read, raw: read, box, confidence: 0.5, alternatives: [] }
  const page = hearWords({ ...picturePage([word]), again: [lookOf(texts, at)] }, parsingWords)
  return page.kind === 'picture' ? page.readings[0]!.words[0]!.text : ''
}

describe('hearWords', () => {
  it.each([
    ['two looks give the same word', 'kapnal', ['kapital', 'kapital'], 'kapital'],
    [
      'most looks mean the same word',
      'krediunstnut',
      ['krediunstintut', 'kreditinstitut', 'x', 'kreditinstitut.'],
      'kreditinstitut',
    ],
    ['marks around it stay', '(mventaner),', ['inventarier', 'inventarier'], '(inventarier),'],
    [
      'of two words the nearer is meant',
      'kommunkonmtosystemet',
      ['kommunkomosystemet', 'kommunkomosystemet', 'kommunkontosystemet', 'kommunkontosystemet'],
      'kommunkontosystemet',
    ],
    [
      'a name keeps the marks that two looks see',
      'Asklovstas',
      ['Asklovstas', 'Asklövstas', 'Asklovstas', 'Asklövstas'],
      'Asklövstas',
    ],
    ['a name is what most looks give', 'Rohabforum', ['Rehabforum', 'Rehabforum'], 'Rehabforum'],
    ['one look is not enough', 'Mardåsens', ['Mardåsens', 'Mårdåsens', 'Mardåsens', 'Märdåäsens'], 'Mardåsens'],
    ['the looks are not at one', 'Sohdnet', ['Sohduet', 'Sohdaintet', 'Sohdhtet', ''], 'Sohdnet'],
    ['figures are no words', 'BOS', ['805', '805'], 'BOS'],
    ['a figure stays as it was read', '7BOR', ['Bok', 'Bok'], '7BOR'],
  ])('%s', (_, read, texts, expected) => {
    expect(heard(read, texts)).toBe(expected)
  })

  it('leaves words at other places', () => {
    expect(heard('kapnal', ['kapital', 'kapital'], { ...box, y0: 0.5, y1: 0.51 })).toBe('kapnal')
  })
})
