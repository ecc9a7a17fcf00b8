import type { Page, Word } from '../model/page.js'
import { ABREAST, type Table } from '../model/report.js'
import { believedLook } from './believed-look.js'
import { doubtCells } from './doubt-cells.js'
import { HEAD, pageHalves } from './page-halves.js'
import { rowsOfWords } from './rows-of-words.js'
import { sheetToPages } from './sheet-to-pages.js'

/** Where the right one of two tables side by side may begin, as a share of the page's width. */
const MIDDLE = { from: 0.36, to: 0.66 }
/** Words stand apart, not as in a sentence, from so many heights of a letter on. */
const APART = 1.2
/** Labels that begin under one another do so within this share of the width. */
const ALIGNED = 0.012
/** So many rows begin there by no accident. */
const FEWEST_ROWS = 3
/** What a rule over a sum leaves where it is worn is read as fewer letters: so many of those rows begin with more. */
const FEWEST_WORDS = 2
const WORD = /\p{L}{4}/u

const FIGURE = /^[-–(]?\d[\d.,]*(?::-)?[)–-]?$/
/** What begins with letters between a label and its figures, and is no label: a reference to a note, "(not 2)" too. */
const REFERENCE = /^\(?(?:se|not(?:er)?)\.?$/i
const LABEL = /^[("]?\p{L}{2,}/u

/**
 * The word with which a line begins anew: set apart from other words or figures on its left, with a figure at the line's
 * end. None where it does not, as the lines of one table.
 */
function secondStart(words: readonly Word[]): Word | undefined {
  const last = words.at(-1)!.text
  if (!FIGURE.test(last) || HEAD.test(last)) return undefined
  const starts = words.filter((word, index) => {
    const { box, text } = word
    const before = words[index - 1]
    if (!before || box.x0 < MIDDLE.from || box.x0 > MIDDLE.to || REFERENCE.test(text) || !LABEL.test(text)) return false
    return box.x0 - before.box.x1 > APART * (box.y1 - box.y0)
  })
  return starts.at(-1)
}

/** Whether words seem to be of two tables, or of text and a table, that stand side by side. */
function looksAbreast(words: readonly Word[]): boolean {
  const starts = rowsOfWords(words).flatMap((row) => secondStart(row.words) ?? [])
  return starts.some(({ box }) => {
    const below = starts.filter((one) => Math.abs(one.box.x0 - box.x0) <= ALIGNED)
    return below.length >= FEWEST_ROWS && below.filter(({ text }) => WORD.test(text)).length >= FEWEST_WORDS
  })
}

/** The numbers of pages on which tables seem to stand side by side and were not told apart. */
export function abreastPages(pages: readonly Page[]): ReadonlySet<number> {
  // parting costs more than looking: what does not look so undivided needs none
  const isUnparted = (words: readonly Word[]) =>
    looksAbreast(words) && pageHalves(words.map(believedLook)).some(looksAbreast)
  const isAbreast = (page: Page) => page.kind === 'picture' && sheetToPages(page).some(({ words }) => isUnparted(words))
  return new Set(pages.filter(isAbreast).map(({ number }) => number))
}

/** Tables whose figures on such pages are in doubt. */
export function doubtAbreast(tables: readonly Table[], pages: ReadonlySet<number>): Table[] {
  if (pages.size === 0) return [...tables]
  return tables.map((table) => doubtCells(table, ABREAST, ({ page }) => pages.has(page)))
}
