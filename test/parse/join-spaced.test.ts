import { describe, expect, test } from 'vitest'
import { joinSpaced } from '../../src/parse/join-spaced.js'

const HEIGHT = 0.012

/** Words whose gaps are given in heights of a letter. */
function line(...words: readonly (readonly [gap: number, text: string])[]) {
  let at = 0.1
  return words.map(([gap, text]) => {
    const [x0, x1] = [at + gap * HEIGHT, at + (gap + 0.6 * text.length) * HEIGHT]
    at = x1
    return {
      word: { text, raw: text, confidence: 1, alternatives: [], box: { x0, y0: 0.1, x1, y1: 0.1 + HEIGHT } },
      x0,
      x1,
      height: HEIGHT,
    }
  })
}

const spaced = (text: string, letter = 0.4, word = 1.1) =>
  line(...text.split(' ').flatMap((part) => [...part].map((one, index) => [index === 0 ? word : letter, one] as const)))

const textsOf = (words: ReturnType<typeof line>) => joinSpaced(words).map(({ word }) => word.text)

describe('letters set apart', () => {
  test('become the words that they spell, cut where the gaps are wider', () => {
    expect(textsOf(spaced('RESULTATRÄKNING'))).toEqual(['RESULTATRÄKNING'])
    expect(textsOf(spaced('ÅRETS VINST/FÖRLUST'))).toEqual(['ÅRETS', 'VINST/FÖRLUST'])
    expect(textsOf(spaced('FRAMTIDA UTVECKLING (TKR)'))).toEqual(['FRAMTIDA', 'UTVECKLING', '(TKR)'])
  })

  test('become words where some stand close to each other, and the days behind them their digits', () => {
    const close = [0, 'S', 0.12, 'TI', 0.26, 'F', 0.13, 'TE', 0.12, 'LS', 0.12, 'E', 0.12, 'N', 0.12, 'S'] as const
    const next = [0.51, 'I', 0.26, 'N', 0.1, 'TÄ', 0.12, 'K', 0.14, 'TE', 0.12, 'R'] as const
    const all = [...close, ...next]
    const placed = all.flatMap((gap, index) =>
      typeof gap === 'number' ? [[gap, String(all[index + 1])] as const] : [],
    )
    expect(textsOf(line(...placed))).toEqual(['STIFTELSENS', 'INTÄKTER'])
    expect(textsOf(spaced('BALANSRÄKNING PER 31 DECEMBER 1994', 0.29, 0.89))).toEqual([
      'BALANSRÄKNING',
      'PER',
      '31',
      'DECEMBER',
      '1994',
    ])
  })

  test('become a short word where nothing else stands on the line', () => {
    expect(textsOf(spaced('OCH'))).toEqual(['OCH'])
    expect(textsOf(spaced('ABC'))).toEqual(['A', 'B', 'C'])
  })

  test('are left alone where words are short, and none is set apart', () => {
    const short = line([0, 'av'], [0.3, 'de'], [0.3, 'i'], [0.3, 'år'], [0.3, 'och'], [0.3, 'i'], [0.3, 'å'])
    expect(textsOf(short)).toEqual(['av', 'de', 'i', 'år', 'och', 'i', 'å'])
  })

  test('keep what was read, and the place of all of it', () => {
    const letters = spaced('NOTER')
    const [word] = joinSpaced(letters)
    expect(word?.word.raw).toBe('N O T E R')
    expect([word?.x0, word?.word.box.x1]).toEqual([letters[0]?.x0, letters[4]?.word.box.x1])
  })

  test('are left alone where they are few, far apart, or figures', () => {
    expect(textsOf(spaced('ABC'))).toEqual(['A', 'B', 'C'])
    expect(textsOf(spaced('ABCDEF', 6, 6))).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
    expect(textsOf(spaced('123456'))).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(textsOf(line([0, 'Summa'], [0.3, 'i'], [0.3, 'å'], [3, '1'], [0.3, '234']))).toEqual([
      'Summa',
      'i',
      'å',
      '1',
      '234',
    ])
  })

  test('become the word over the parts of a sum, though it has few', () => {
    expect(textsOf(line([0, 'VA'], [0.26, 'R'], [0.26, 'AV']))).toEqual(['VARAV'])
  })
})
