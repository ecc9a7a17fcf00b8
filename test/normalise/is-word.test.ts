import { describe, expect, it } from 'vitest'
import { isWord } from '../../src/normalise/is-word.js'
import { loadReference } from '../../src/reference.js'

const { lexicon } = await loadReference()

describe('isWord', () => {
  it.each([
    ['a word of the vocabulary', 'Kundfordringar'],
    ['a word of Swedish alone', 'förrådsbyggnaden'],
    ['a compound', 'lokalvårdsintäkter'],
    ['parts with a stroke between', 'Ökning/minskning'],
    ['marks around it', '(inventarier),'],
  ])('%s', (_, printed) => {
    expect(isWord(printed, lexicon)).toBe(true)
  })

  it.each([
    ['a damaged word', 'mventaner'],
    ['a damaged part', 'Ökning/mmskning'],
    ['figures', '2 004'],
    ['a name that nobody listed', 'Asklövstas'],
  ])('no word: %s', (_, printed) => {
    expect(isWord(printed, lexicon)).toBe(false)
  })
})
