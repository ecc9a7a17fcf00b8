import type { PicturePage, PlainPage, Word } from '../../src/model/page.js'
import type { Line } from '../../src/parse/line.js'
import { textToLines } from '../../src/parse/text-to-lines.js'
import { wordsToRows } from '../../src/parse/words-to-rows.js'

/** A page of A4; the measures of print below are shares of its width. */
const A4 = { width: 2480, height: 3508 }
const RATIO = A4.height / A4.width
const LETTER = { height: 0.0141, width: 0.0095, space: 0.0055 }

/** Words beside each other on a line, from `left` on or ending at `right`, as shares of the page's width. */
export type Phrase = { readonly text: string; readonly top: number; readonly bold?: boolean } & (
  | { readonly left: number }
  | { readonly right: number }
)

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter === ' ' ? LETTER.space : LETTER.width), 0)
}

/** The words of a phrase with their boxes; `top` is a share of the page's height. */
export function printPhrase(phrase: Phrase): Word[] {
  let x0 = 'left' in phrase ? phrase.left : phrase.right - widthOf(phrase.text)
  return phrase.text.split(' ').map((text) => {
    const x1 = x0 + widthOf(text)
    const box = { x0, x1, y0: phrase.top, y1: phrase.top + LETTER.height / RATIO }
    x0 = x1 + LETTER.space
    return { text, raw: text, box, confidence: 0.9, alternatives: [], ...(phrase.bold ? { bold: true } : {}) }
  })
}

/** A label and what stands in each column, `null` where nothing does. */
export type PrintedRow = readonly [label: string, ...figures: (string | null)[]]

/** The words of rows printed one below the other, figures ending at `edges`, labels beginning at `left`. */
export function printRows(
  rows: readonly PrintedRow[],
  edges: readonly number[],
  { left = 0.1, top = 0.1, leading = 0.018 } = {},
): Word[] {
  return rows.flatMap(([label, ...figures], index) => {
    const at = top + index * leading
    const own = label === '' ? [] : printPhrase({ text: label, left, top: at })
    const columns = figures.flatMap((text, column) =>
      text === null ? [] : printPhrase({ text, right: edges[column]!, top: at }),
    )
    return [...own, ...columns]
  })
}

/** A scanned page that holds the words. */
export function picturePage(words: readonly Word[], number = 1): PicturePage {
  return { kind: 'picture', number, ...A4, source: 'ocr', readings: [{ reader: 'test', words }], turned: 0, issues: [] }
}

/** A page of archived text. */
export function plainPage(text: string, number = 1): PlainPage {
  return { kind: 'plain', number, lines: text.split('\n'), issues: [] }
}

/** The printed lines that the words of a page make. */
export function linesOfWords(words: readonly Word[], number = 1): Line[] {
  return wordsToRows(picturePage(words, number), words)
}

/** The lines of a page of archived text. */
export function linesOfText(text: string, number = 1): Line[] {
  return textToLines(plainPage(text, number))
}
