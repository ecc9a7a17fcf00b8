import { isNil } from './amount.js'
import type { Band } from './bands.js'
import type { CellOption, Entry } from './entry.js'
import { figuresInOrder } from './figures-in-order.js'
import { doubtedWords, labelConfidence, withoutSpecks } from './label-words.js'
import { withoutLeaderScraps } from './leaders.js'
import type { Line, LineWord } from './line.js'
import { isSentence, NOTE_REFERENCE, toPhrases } from './phrases.js'
import { type SortedWords, sortWords } from './sort-words.js'
import { wordsToAmount } from './words-to-amount.js'

/** That a dash in front of a figure is a stray mark, not its sign, is thought of where the sums want it so. */
const SIGN_COST = 0.3
/** A dash that stands farther off is a speck unless a sum wants it. */
const FAR_COST = 0.6
/** The same of one that stands in the figure's own column: more than what leaves in doubt which it is. */
const NEAR_SIGN_COST = 0.5

/** What the lines of a table have in common. */
export interface TableGrid {
  readonly bands: readonly Band[]
  /** The band that holds references to notes; -1 for none. */
  readonly noteBand: number
  /** The bands that hold amounts. */
  readonly columns: readonly number[]
  /** How wide a space parts two amounts, in heights of a line. */
  readonly space: number
  /** Where most labels begin, as a share of the page's width. */
  readonly margin: number
}

/** Reads one line of a table into its label and figures; `reference` is what it refers to in front of its label, if anything. */
export function lineToEntry(line: Line, reference: string, grid: TableGrid): Entry {
  const { page, gap } = line
  const phrases = toPhrases(line, grid.space)
  if (isSentence(phrases)) return { page, label: line.text, options: [], gap, bold: false, confidence: 1 }
  const ordered = figuresInOrder(phrases, grid.columns, grid.bands, line.height)
  const sorted = sortWords(ordered, grid, line.height)
  const label = withoutSpecks(withoutLeaderScraps(sorted.label), line, grid.margin)
  const behind = (sorted.cells[grid.noteBand] ?? []).map((word) => word.text).join(' ')
  return {
    page,
    label: label.map(spellingOf).join(' '),
    options: optionsOf(sorted, grid.columns, toNoteRef(reference || behind), page),
    gap,
    bold: label.length > 0 && label.every((word) => word.bold),
    confidence: labelConfidence(label),
    doubted: doubtedWords(label),
    ...placeOf(label),
  }
}

/** A word as it was read; "T I L L" whose letters are set apart is "TILL", "(56)" that a second look saw as "(%)" is that. */
function spellingOf({ raw, text }: LineWord): string {
  return raw.replaceAll(' ', '') === text || /^\(?%\)?$/.test(text) ? text : raw
}

function toNoteRef(reference: string): string | null {
  return NOTE_REFERENCE.exec(reference)?.[1]?.replace(/\s/g, '') ?? null
}

/** The ways of reading the figures of a line, the natural one first; none where it holds no figure. */
function optionsOf(
  { cells, signs, hasFarSign }: SortedWords,
  columns: readonly number[],
  noteRef: string | null,
  page: number,
): CellOption[] {
  const toOption = (words: readonly (readonly LineWord[])[], cost: number): CellOption => ({
    cells: columns.map((band) => (words[band]?.length ? wordsToAmount(words[band], page) : null)),
    noteRef,
    cost,
  })
  const signed = cells.map((words, band) => [...(signs.get(band) ?? []), ...words])
  const natural = toOption(hasFarSign ? cells : signed, 0)
  if (natural.cells.every((amount) => amount === null)) return []
  const options = [natural]
  if (signs.size > 0) options.push(hasFarSign ? toOption(signed, FAR_COST) : toOption(cells, SIGN_COST))
  if (cells.some(isMarked))
    options.push(
      toOption(
        cells.map((words) => (isMarked(words) ? words.slice(1) : words)),
        NEAR_SIGN_COST,
      ),
    )
  return options
}

/** "= 20 452 772": what stands before a figure may be left of the rule over a sum. */
function isMarked(words: readonly LineWord[]): boolean {
  return words.length > 1 && isNil(words[0]!.text)
}

function placeOf(label: readonly LineWord[]): Pick<Entry, 'place'> {
  const [first, last] = [label[0], label.at(-1)]
  return first && last ? { place: { x0: first.x0, x1: last.x1, firstWord: first.x1 - first.x0 } } : {}
}
