import type { Box } from '../model/page.js'

/** One word of a printed line; `x0` and `x1` are fractions of the page's width, or places in the text where it is plain. */
export interface LineWord {
  readonly text: string
  readonly raw: string
  readonly x0: number
  readonly x1: number
  readonly box: Box | null
  readonly confidence: number
  readonly alternatives: readonly string[]
  readonly second: string | undefined
  /** Other digits that a text layer under the picture has in its place. */
  readonly layer?: string | undefined
  readonly bold: boolean
  /** From a text layer that proved itself. */
  readonly typed: boolean
  /** A figure begins here, however close the word before stands. */
  readonly opens?: boolean
}

/** One printed line of a page. */
export interface Line {
  readonly page: number
  readonly words: readonly LineWord[]
  readonly text: string
  /** The cells between tab stops, where an archive text has them. */
  readonly tabs: readonly string[] | null
  /** Empty space above, in heights of a line; blank lines in plain text. */
  readonly gap: number
  /** Height of the letters as a fraction of the page's width; 0 in plain text. */
  readonly height: number
  /** Whether places on the line mean anything: false for plain text. */
  readonly placed: boolean
}

/** The words' common box; null where a word has none. */
export function boxOfWords(words: readonly LineWord[]): Box | null {
  const boxes = words.map((word) => word.box)
  const first = boxes[0]
  if (!first) return null
  return boxes.reduce<Box>(
    (all, box) =>
      box
        ? {
            x0: Math.min(all.x0, box.x0),
            y0: Math.min(all.y0, box.y0),
            x1: Math.max(all.x1, box.x1),
            y1: Math.max(all.y1, box.y1),
          }
        : all,
    first,
  )
}
