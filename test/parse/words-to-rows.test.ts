import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Word } from '../../src/model/page.js'
import { linesOfWords, type PrintedRow, printPhrase, printRows } from '../support/lay-out.js'

const STATEMENT: readonly PrintedRow[] = [
  ['Verksamhetens intäkter', '2 842', '2 979'],
  ['Verksamhetens kostnader', '-2 979', '-2 514'],
  ['Finansiella intäkter', '27', '31'],
  ['Årets resultat', '-110', '496'],
]
const words = printRows(STATEMENT, [0.7, 0.85])
const texts = (page: readonly Word[]) => linesOfWords(page).map((line) => line.text)
const printed = STATEMENT.map((row) => row.join(' '))

/** The page as a scanner takes it when it lies askew: one end of each line stands lower. */
function skewed(page: readonly Word[], fall: number): Word[] {
  return page.map((word) => {
    const down = (fall * (word.box.x0 + word.box.x1)) / 2
    return { ...word, box: { ...word.box, y0: word.box.y0 + down, y1: word.box.y1 + down } }
  })
}

describe('wordsToRows', () => {
  it('words that stand beside each other make a line', () => {
    expect(texts(words)).toEqual(printed)
  })

  it('a dash as high as a line was invented, a flat one is printed', () => {
    const flat = (word: Word, by: number): Word => {
      const middle = (word.box.y0 + word.box.y1) / 2
      const half = (by * (word.box.y1 - word.box.y0)) / 2
      return { ...word, box: { ...word.box, y0: middle - half, y1: middle + half } }
    }
    const signed = printRows([['Taxeringsvärde', '= 124 649']], [0.7])
    const withSign = (by: number) => signed.map((word) => (word.text === '=' ? flat(word, by) : word))
    expect(texts(withSign(1.6))).toEqual(['Taxeringsvärde 124 649'])
    expect(texts(withSign(0.15))).toEqual(['Taxeringsvärde = 124 649'])
  })

  it.each([0.01, -0.01, 0.02])('lines of a page that falls by %f are kept apart', (fall) => {
    const long = printRows([...STATEMENT, ...STATEMENT, ...STATEMENT], [0.7, 0.85])
    expect(texts(skewed(long, fall))).toEqual([...printed, ...printed, ...printed])
  })

  it('a scrap that stands apart before a line, read with no confidence, is no word of it', () => {
    const behindScrap = (x0: number, confidence: number): Word[] => {
      const { y0, y1 } = words[0]!.box
      return [{ ...words[0]!, text: 'ee', raw: 'ee', confidence, box: { x0, x1: x0 + 0.02, y0, y1 } }, ...words]
    }
    const at = Math.min(...words.map(({ box }) => box.x0))
    expect(texts(behindScrap(at - 0.05, 0.1))).toEqual(printed)
    expect(texts(behindScrap(at - 0.05, 0.9))[0]).toBe(`ee ${printed[0]}`)
    expect(texts(behindScrap(at - 0.025, 0.1))[0]).toBe(`ee ${printed[0]}`)
  })

  it('the far end of a line that bends is of that line, and a scrap beside it moves it nowhere', () => {
    const [first, ...others] = linesOfWords(words)
    const bent = words.map((word) => {
      const up = word.box.x0 > 0.6 && word.box.y0 < 0.2 ? 0.0075 : 0
      return { ...word, box: { ...word.box, y0: word.box.y0 - up, y1: word.box.y1 - up } }
    })
    const lines = linesOfWords(bent)
    expect(lines.map(({ text }) => text)).toEqual([first, ...others].map((line) => line?.text))
  })

  it.each([
    ['dots after the label', 'Kassa............', 'Kassa'],
    ['dots before a word', '......Not', 'Not'],
    ['middle dots', 'Kassa·····', 'Kassa'],
  ])('%s are no part of it', (_, text, kept) => {
    const [line] = linesOfWords(printPhrase({ text, left: 0.1, top: 0.1 }))
    expect(line?.words.map((word) => [word.text, word.raw])).toEqual([[kept, text]])
  })

  it('a line of dots alone is none', () => {
    expect(linesOfWords(printPhrase({ text: '.......... …………', left: 0.1, top: 0.1 }))).toEqual([])
  })

  it('a typed rule is no line, and the sum under it stands as near as it is printed', () => {
    const printed = linesOfWords(
      printRows(
        [
          ['Kassa', '500'],
          ['', '-----------'],
          ['Summa', '500'],
        ],
        [0.7],
      ),
    )
    expect(printed.map(({ text }) => text)).toEqual(['Kassa 500', 'Summa 500'])
    const [, plain] = linesOfWords(
      printRows(
        [
          ['Kassa', '500'],
          ['Summa', '500'],
        ],
        [0.7],
      ),
    )
    expect(printed[1]?.gap).toBeCloseTo(plain!.gap, 1)
  })

  it.each([
    ['below', 0, 3],
    ['above', -2, 1],
  ])('digits on which a stroke of a pen hangs %s stay with the others of their figure', (_, from, to) => {
    const [label, , ...figure] = printPhrase({ text: 'Årets resultat -4 810 740)', left: 0.1, top: 0.3 })
    const last = figure.at(-1)!
    const high = last.box.y1 - last.box.y0
    const inked = { ...last, box: { ...last.box, y0: last.box.y0 + from * high, y1: last.box.y0 + to * high } }
    expect(texts([label!, ...figure.slice(0, -1), inked])).toEqual(['Årets -4 810 740)'])
  })

  it('a full stop stays', () => {
    expect(texts(printPhrase({ text: 'm.m. osv...', left: 0.1, top: 0.1 }))).toEqual(['m.m. osv...'])
  })

  it('the space above is told in heights of a line', () => {
    const apart = [
      ...printPhrase({ text: 'TILLGÅNGAR', left: 0.1, top: 0.1 }),
      ...printPhrase({ text: 'Fordringar', left: 0.1, top: 0.1 + 2 * 0.00997 }),
      ...printPhrase({ text: 'Kassa', left: 0.1, top: 0.1 + 6 * 0.00997 }),
    ]
    expect(linesOfWords(apart).map((line) => Math.round(line.gap))).toEqual([9, 1, 3])
  })

  it.each([
    ['no words', []],
    ['a word without letters', [{ ...words[0]!, text: ' ' }]],
  ])('%s make no lines', (_, page) => {
    expect(linesOfWords(page)).toEqual([])
  })
})

describe('laws', () => {
  it('the order in which a reader delivers words changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
        expect(linesOfWords(shuffled)).toEqual(linesOfWords(words))
      }),
    )
  })

  it('no word is lost and none is doubled, wherever words stand', () => {
    const place = fc.double({ min: 0, max: 0.9, noNaN: true })
    const anywhere = fc.array(
      fc.record({ text: fc.constantFrom('Summa', '12', '345', '-', 'och'), left: place, top: place }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(anywhere, (phrases) => {
        const found = linesOfWords(phrases.flatMap(printPhrase)).flatMap((line) => line.words.map((word) => word.text))
        expect(found.sort()).toEqual(phrases.map((phrase) => phrase.text).sort())
      }),
    )
  })
})
