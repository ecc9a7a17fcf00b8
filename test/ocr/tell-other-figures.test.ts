import { describe, expect, test } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { tellOtherFigures } from '../../src/ocr/tell-other-figures.js'

/** Words side by side, each in a place of its own. */
const words = (text: string, y0 = 0.4): Word[] =>
  text.split(' ').map((one, at) => {
    const box = { x0: at / 20, y0, x1: (at + 0.9) / 20, y1: y0 + 0.01 }
    return { text: one, raw: one, box, confidence: 1, alternatives: [] }
  })
const shown = words('Intäkter 784 000 920 646 -649 895 -590 095 134 105 330 551')

describe('a text layer and the picture over it', () => {
  test('with the same figures but for a few have nothing to tell', () => {
    expect(tellOtherFigures(shown, words('Intakter 784 000 920 646 649 895 590 095 134 105 880 551'))).toEqual([])
  })
  test('with other figures are told (F28)', () => {
    const other = words('Intäkter 111 222 333 444 555 666 777 888 999 000 121 131')
    expect(tellOtherFigures(shown, other)).toEqual(['of 12 figures on the picture the text under it has 0'])
  })
  test('with other figures in other places are not compared', () => {
    const other = words('Intäkter 111 222 333 444 555 666 777 888 999 000 121 131', 0.6)
    expect(tellOtherFigures(shown, other)).toEqual([])
  })
  test('are the same where one cuts the figures otherwise', () => {
    const whole = words('Intäkter 784000 920646 -649895 -590095 134105 330551').map((word) => ({
      ...word,
      box: { ...word.box, x0: word.box.x0 * 2 - 0.05, x1: word.box.x1 * 2 - 0.05 },
    }))
    expect(tellOtherFigures(shown, whole)).toEqual([])
  })
  test('with few figures are not compared', () => {
    expect(tellOtherFigures(shown, words('Sida 1 av 14'))).toEqual([])
  })
})
