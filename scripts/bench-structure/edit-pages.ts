import type { Box, Page, Word } from '../../src/model/page.js'

/** What becomes of words: others in their place, or none. */
export type Edits = ReadonlyMap<Word, readonly Word[]>
/** Words that are new, by page. */
export type Added = ReadonlyMap<number, readonly Word[]>

/** The pages with some words changed, lost or gained. */
export function editPages(pages: readonly Page[], edits: Edits, added: Added = new Map()): Page[] {
  return pages.map((page) => {
    if (page.kind !== 'picture') return page
    const readings = page.readings.map((reading) => ({
      ...reading,
      words: [...reading.words.flatMap((word) => edits.get(word) ?? [word]), ...(added.get(page.number) ?? [])],
    }))
    return { ...page, readings }
  })
}

/** A word that all readers have as this text. */
export function reworded(word: Word, text: string): Word {
  return { ...word, text, raw: text, second: text, alternatives: [] }
}

/** A word at another height. */
export function movedTo(word: Word, y: Pick<Box, 'y0' | 'y1'>): Word {
  return { ...word, box: { ...word.box, y0: y.y0, y1: y.y1 } }
}

/** A new word that all readers have alike. */
export function newWord(text: string, box: Box): Word {
  return { text, raw: text, second: text, box, confidence: 0.95, alternatives: [] }
}

/** Edits that take words away. */
export function without(words: readonly Word[]): Map<Word, Word[]> {
  return new Map(words.map((word) => [word, []]))
}

/** Edits that write each word anew, where that makes another of it; undefined where it makes none. */
export function rewriting(
  words: readonly Word[],
  write: (text: string, word: Word) => string,
): Map<Word, Word[]> | undefined {
  const changed = words.flatMap((word): [Word, Word[]][] => {
    const text = write(word.text, word)
    return text === word.text ? [] : [[word, text === '' ? [] : [reworded(word, text)]]]
  })
  return changed.length > 0 ? new Map(changed) : undefined
}
