import { describe, expect, it } from 'vitest'
import { hearWord } from '../../src/normalise/hear-word.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = await loadReference()

describe('hearWord', () => {
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
    [
      'a gap that nobody saw before is none',
      'Förmwbetalda',
      ['Form betald', 'Förut betalda', 'Förut betalda', 'Föormubetald'],
      'Förutbetalda',
    ],
    [
      'unlike readings mean one word',
      'Skattefordinigor',
      ['Skattefordnngar', 'Skauttefordnngmgar', 'Skattefordnnigar'],
      'Skattefordringar',
    ],
    ['a name gains no letters at its edge', 'rets', ['MWrets', 'MWrets'], 'rets'],
    ['one look is not enough', 'Mardåsens', ['Mardåsens', 'Mårdåsens', 'Mardåsens', 'Märdåäsens'], 'Mardåsens'],
    ['the looks are not at one', 'Sohdnet', ['Sohduet', 'Sohdaintet', 'Sohdhtet', ''], 'Sohdnet'],
    ['an abbreviation stays', 'LF,', ['LE', 'LE'], 'LF,'],
    ['figures are no words', 'BOS', ['805', '805'], 'BOS'],
    ['a figure stays as it was read', '7BOR', ['Bok', 'Bok'], '7BOR'],
  ])('%s', (_, read, texts, expected) => {
    expect(hearWord(read, texts, lexicon)?.text ?? read).toBe(expected)
  })
})
