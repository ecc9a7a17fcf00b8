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
function heard(read: string, texts: readonly string[], { at = box, confidence = 0.5 } = {}): string {
  const word = { text: read, raw: read, box, confidence, alternatives: [] }
  const page = hearWords({ ...picturePage([word]), again: [lookOf(texts, at)] }, parsingWords)
  return page.kind === 'picture' ? (page.readings[0]!.words[0]?.text ?? '') : ''
}

describe('hearWords', () => {
  it('takes what the looks at its place give', () => {
    expect(heard('(kapnal)', ['kapital', 'kapital'])).toBe('(kapital)')
  })

  it.each([
    ['nothing is seen', 'oo', ['', ''], ''],
    ['each look sees something else', 'Gc', ['h', 'nh', 'Gö', 'nh'], ''],
    ['figures are seen', 'uu', ['pe', '1', '122', '12'], 'uu'],
    ['most looks see the same', 'Vv', ['V', 'Vv', 'Vv', 'Vv'], 'Vv'],
    ['it is a word', 'av', ['', ''], 'av'],
    ['it is what a percent sign is read as', 'Yo', ['V', 'Va', '%', 'Yr'], 'Yo'],
    ['it has many letters', 'Ruparationer', ['', ''], 'Ruparationer'],
  ])('drops a scrap, or keeps it: %s', (_, read, texts, expected) => {
    expect(heard(read, texts)).toBe(expected)
  })

  it('drops a longer one that the reader did not believe, where nothing like it is seen', () => {
    expect(heard('TYSSÉ', ['oo', '', 'OR', ''], { confidence: 0 })).toBe('')
    expect(heard('Uttaxerinq', ['Uttaxern', 'taxering', '', 'Ultaxerna'], { confidence: 0 })).toBe('Uttaxerinq')
  })

  it('leaves words at other places', () => {
    expect(heard('kapnal', ['kapital', 'kapital'], { at: { ...box, y0: 0.5, y1: 0.51 } })).toBe('kapnal')
  })
})
