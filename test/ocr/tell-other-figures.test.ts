import { describe, expect, test } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { tellOtherFigures } from '../../src/ocr/tell-other-figures.js'

const words = (text: string): Word[] =>
  text
    .split(' ')
    .map((one) => ({ text: one, raw: one, box: { x0: 0, y0: 0, x1: 1, y1: 1 }, confidence: 1, alternatives: [] }))
const shown = words('Intäkter 784 000 920 646 -649 895 -590 095 134 105 330 551')

describe('a text layer and the picture over it', () => {
  test('with the same figures but for a few have nothing to tell', () => {
    expect(tellOtherFigures(shown, words('Intakter 784 000 920 646 649 895 590 095 134 105 880 551'))).toEqual([])
  })
  test('with other figures are told', () => {
    const other = words('Intäkter 111 222 333 444 555 666 777 888 999 000 121 131')
    expect(tellOtherFigures(shown, other)).toEqual(['of 12 figures on the picture the text under it has 1'])
  })
  test('with few figures are not compared', () => {
    expect(tellOtherFigures(shown, words('Sida 1 av 14'))).toEqual([])
  })
})
