import type { StatementKind } from '../model/report.js'

/** What parsing needs to know of the language; built from the reference tables by whoever calls. */
export interface ParseWords {
  /** The same for a document of which these words were read: where it was read in two ways, the better heard counts. */
  hearing(words: Iterable<{ readonly text: string; readonly confidence: number }>): ParseWords
  /**
   * Mends a row's label, of which the reader was unsure of some words; `exact` tells that it stands in the closed
   * vocabulary, `worded` that it is made of letters as words are.
   */
  mendLabel(
    raw: string,
    doubted?: readonly string[],
  ): { readonly text: string; readonly exact: boolean; readonly worded: boolean }
  /** Mends a line of running text or a heading. */
  mendText(raw: string): string
  /** Whether a printed word is one that the language is known to have; most names are none. */
  isWord(word: string): boolean
  /** What a printed word is taken for after looks at it, and the share of them that gave it; undefined where they tell nothing. */
  hearWord(printed: string, said: readonly string[]): { readonly text: string; readonly share: number } | undefined
  /** The taxonomy's id for a label in a table of this kind; null if unknown. */
  findConcept(label: string, kind: StatementKind): string | null
}
