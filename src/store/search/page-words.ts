import type { Page } from '../../model/page.js'

// Verksamhetens · 2020 · anv&ndande · 8a
const wordPattern = /[\p{L}\p{N}\p{Co}&@¢]+/gu

/** A word of a text as the index cuts it: in lower case, with its place in the text. */
export interface TextWord {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** The words of a text as the index of pages holds them. */
export function wordsOfText(text: string): TextWord[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** What a page says, a printed line a line: the preferred reading's words, in the order of reading. */
export function textOfPage(page: Page): string {
  if (page.kind === 'plain') return page.lines.join('\n').normalize('NFC')
  const words = page.readings[0]?.words ?? []
  return words
    .map(({ text, box }, index) => {
      const next = words[index + 1]
      const ends = next === undefined ? '' : next.box.x0 < box.x0 ? '\n' : ' '
      return `${text}${ends}`
    })
    .join('')
    .normalize('NFC')
}
