import type { Word } from '../model/page.js'
import { rowsOfWords, type WordRow } from './rows-of-words.js'

/** Two tables side by side are parted near the middle of the page. */
const MIDDLE = { from: 0.4, to: 0.62, step: 0.004 }
/** Lines that a half must hold to be one: rows with figures on the left, rows that begin with words on the right. */
const FEWEST_LINES = 5
/** So many are enough where the heads of the left half are printed again over the right one. */
const FEWEST_UNDER_HEADS = 3
// "1 234", "(1 234)", "1 234-", "1.234:-", "(1.234:-)"
const FIGURE_END = /\d(?::-)?[)–-]?$/
/** Words of a sentence stand closer than this, in heights of a letter. */
const SENTENCE_SPACE = 0.9
/** Whether a line runs on over the middle: a word lies across it, or words stand on both sides of it as in a sentence. */
function isSpanning(row: WordRow, at: number): boolean {
  return row.words.some((word, index) => {
    if (word.box.x0 < at && word.box.x1 > at) return true
    const next = row.words[index + 1]
    if (!next || word.box.x1 > at || next.box.x0 < at) return false
    const space = next.box.x0 - word.box.x1
    return space < SENTENCE_SPACE * (word.box.y1 - word.box.y0) && /\p{L}/u.test(word.text) && /\p{L}/u.test(next.text)
  })
}

// "2012", "2012-12-31", "2011/12", "121231", "Föregående år": what stands over columns of figures
export const HEAD = /^(?:(?:19|20)\d\d(?:-\d\d-\d\d|\/\d\d(?:\d\d)?)?|\d{6}|föregående)$/i

/** Whether the heads of two columns or more of the left half are printed over the right half too, perhaps not as high. */
function repeatHeads(rows: readonly WordRow[], at: number): boolean {
  const headsWhere = (isOfHalf: (word: Word) => boolean) =>
    rows
      .map(({ words }) => words.filter((word) => HEAD.test(word.text) && isOfHalf(word)).map(({ text }) => text))
      .flatMap((heads) => (heads.length > 1 ? [heads.join()] : []))
  const left = headsWhere(({ box }) => box.x1 <= at)
  return headsWhere(({ box }) => box.x0 >= at).some((heads) => left.includes(heads))
}

/** Whether words begin with one of three letters, which may be set apart: "S U M M A". */
function beginsWithWord(words: readonly Word[]): boolean {
  return /\p{L}{3}/u.test(words[0]!.text) || /^\p{L}{3}/u.test(words.map(({ text }) => text).join(''))
}

/** How badly two tables part at that place: lines cut by it, and figures left without a label; null where none do. */
function judgePart(rows: readonly WordRow[], at: number): number | null {
  // what stands below the last row, signatures and feet, parts nothing
  const tables = rows.slice(0, rows.findLastIndex((row) => isHalfRow(row, at)) + 1)
  const crossing = tables.filter((row) => row.words.some((word) => word.box.x0 < at && word.box.x1 > at)).length
  const left = rows.filter((row) => row.words.some((word) => word.box.x1 <= at))
  const right = rows.filter((row) => row.words.some((word) => word.box.x0 >= at))
  // rows of the left half end with figures, rows of the right half begin with words: two tables, not one
  const figures = left.filter(
    (row) => FIGURE_END.test(row.words.filter((word) => word.box.x1 <= at).at(-1)!.text) && beginsWithWord(row.words),
  )
  const labels = right.filter((row) => beginsWithWord(row.words.filter((word) => word.box.x0 >= at)))
  const ends = right.filter((row) => FIGURE_END.test(row.words.at(-1)!.text))
  const fewest = repeatHeads(rows, at) ? FEWEST_UNDER_HEADS : FEWEST_LINES
  if (Math.min(figures.length, labels.length, ends.length) < fewest) return null
  if (labels.length < 0.5 * right.length || crossing > 0.15 * rows.length) return null
  return crossing + right.length - labels.length
}

/** Neighbouring rows that are of one table over the whole width end what stands side by side. */
const WHOLE_ROWS = 2

/** Whether a row is of a table as wide as the page: its label on the left, its figures or some of them on the right. */
function isWhole(row: WordRow, at: number): boolean {
  const right = row.words.filter((word) => word.box.x0 >= at)
  const left = row.words.filter((word) => word.box.x1 <= at)
  const isFigure = ({ text }: Word) => /^[-–(]?\d/.test(text) && !HEAD.test(text)
  return right.length > 0 && right.every(isFigure) && left.some(({ text }) => /\p{L}{3}/u.test(text))
}

/** Whether a row of a half ends with a figure behind words. */
function isHalfRow(row: WordRow, at: number): boolean {
  const halves = [row.words.filter((word) => word.box.x1 <= at), row.words.filter((word) => word.box.x0 >= at)]
  return halves.some((half) => {
    const last = half.at(-1)?.text ?? ''
    return FIGURE_END.test(last) && !HEAD.test(last) && beginsWithWord(half)
  })
}

/** The longest run of rows that no table over the whole width interrupts, without heads and titles of one behind it. */
function longestRun(rows: readonly WordRow[], at: number): { from: number; to: number } {
  let best = { from: 0, to: 0 }
  let from = 0
  let whole: number[] = []
  const close = (to: number) => {
    const end = to === rows.length ? to : rows.slice(0, to).findLastIndex((row) => isHalfRow(row, at)) + 1
    if (end - from > best.to - best.from) best = { from, to: end }
  }
  rows.forEach((row, index) => {
    if (isWhole(row, at)) whole.push(index)
    else if (isHalfRow(row, at)) whole = []
    if (whole.length === WHOLE_ROWS) close(whole[0]!)
    if (whole.length >= WHOLE_ROWS) from = index + 1
  })
  close(rows.length)
  return best
}

/**
 * The words of a page in the order of reading: where two tables stand side by side, what spans both, then the left
 * half, then the right one, and what stands below them; else all of them together.
 */
export function pageHalves(words: readonly Word[]): Word[][] {
  const rows = rowsOfWords(words)
  let best: { at: number; fault: number; from: number; to: number } | undefined
  for (let at = MIDDLE.from; at <= MIDDLE.to; at += MIDDLE.step) {
    const { from, to } = longestRun(rows, at)
    const fault = judgePart(rows.slice(from, to), at)
    if (fault !== null && (!best || fault < best.fault)) best = { at, fault, from, to }
  }
  if (!best) return [[...words]]
  const { at, from, to } = best
  const wordsOf = (some: readonly WordRow[]) => some.flatMap((row) => row.words)
  const beside = rows.slice(from, to)
  const spans = beside.filter((row) => isSpanning(row, at))
  const rest = wordsOf(beside.filter((row) => !spans.includes(row)))
  return [
    wordsOf([...rows.slice(0, from), ...spans]),
    rest.filter((word) => word.box.x1 <= at),
    rest.filter((word) => word.box.x1 > at),
    wordsOf(rows.slice(to)),
  ].filter((part) => part.length > 0)
}
