import type { Box, PicturePage, Word } from '../model/page.js'
import { foldOfWords } from './fold-of-words.js'
import { foundWords } from './found-words.js'
import type { Line } from './line.js'

/** One of the pages on a sheet, with boxes as fractions of itself; `toSheet` gives a box's place on the sheet. */
export interface SheetPage {
  readonly page: PicturePage
  readonly words: readonly Word[]
  readonly toSheet: (box: Box) => Box
}

/** The pages that a sheet holds, left before right, with the words of its first reading and what further looks found. */
export function sheetToPages(sheet: PicturePage): SheetPage[] {
  const words = [...(sheet.readings[0]?.words ?? []), ...foundWords(sheet)]
  // of a picture the reader tells, which sees more than words
  const fold = sheet.source === 'text_layer' ? foldOfWords(sheet, words) : sheet.fold
  if (fold === undefined) return [{ page: sheet, words, toSheet: (box) => box }]
  return [
    [0, fold],
    [fold, 1],
  ].map(([from, to]) => cutPage(sheet, words, from!, to!))
}

function cutPage(sheet: PicturePage, words: readonly Word[], from: number, to: number): SheetPage {
  const wide = to - from
  const own = words.filter(({ box }) => {
    const middle = (box.x0 + box.x1) / 2
    return middle >= from && middle < to
  })
  return {
    page: { ...sheet, width: Math.round(sheet.width * wide) },
    words: own.map((word) => ({
      ...word,
      box: { ...word.box, x0: (word.box.x0 - from) / wide, x1: (word.box.x1 - from) / wide },
    })),
    toSheet: (box) => ({ ...box, x0: from + box.x0 * wide, x1: from + box.x1 * wide }),
  }
}

/** The lines of one page of a sheet with the boxes of their words where they are on the sheet. */
export function linesOnSheet(lines: readonly Line[], toSheet: SheetPage['toSheet']): Line[] {
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => ({ ...word, box: word.box && toSheet(word.box) })),
  }))
}
