import { isWellGrouped } from './amount.js'
import { type HeadUnit, toHeadUnits } from './head-units.js'
import type { Line, LineWord } from './line.js'
import { isFigureWord } from './phrases.js'

/** A figure ends where the head of its column does to within so many heights. */
const ALIGNED = 0.3
/** So many figures that end under one head, with another behind them, tell how wide a space parts columns. */
const FEWEST = 3
/** And a little less parts them too. */
const SLACK = 0.9
/** So many rows whose figures all end under heads tell that columns are parted there, however narrow the space. */
const FEWEST_ROWS = 3

/** The spaces of a table in heights of a line: between figures of two columns, and inside figures. */
interface Spaces {
  readonly between: readonly number[]
  readonly within: readonly number[]
}

/** The dated heads that stand side by side over the columns. */
function datedHeads(headLines: readonly Line[]): readonly HeadUnit[] {
  const sets = headLines.map((line) => toHeadUnits(line).filter(({ isDated }) => isDated))
  return sets.sort((a, b) => b.length - a.length)[0] ?? []
}

/** The head under whose end a word ends, the sign behind its digits left out; -1 for none. */
function headOver({ text, x0, x1 }: LineWord, heads: readonly HeadUnit[], height: number): number {
  const end = /\d[-–—]$/.test(text) ? x1 - (x1 - x0) / text.length : x1
  return heads.findIndex((head) => Math.abs(head.x1 - end) <= ALIGNED * height)
}

function measure(rows: readonly Line[], heads: readonly HeadUnit[]): Spaces {
  const within: number[] = []
  const between: number[] = []
  for (const { words, height } of rows) {
    const under = (word: LineWord) => headOver(word, heads, height)
    // heads that stand over the middle of their columns end over no figure's end
    if (heads.length < 2 || under(words.at(-1)!) !== heads.length - 1) continue
    words.slice(1).forEach((word, index) => {
      const before = words[index]!
      if (!isFigureWord(before.text) || !isFigureWord(word.text)) return
      const space = (word.x0 - before.x1) / height
      if (under(before) >= 0) between.push(space)
      else if (/^\d{3}$/.test(word.text) && /^[-–(]?\d{1,3}$/.test(before.text)) within.push(space)
    })
  }
  return { between, within }
}

/**
 * How wide a space (in heights of a line) parts two amounts where figures end under dated heads and the next column
 * begins close behind them; undefined where too few do, or where spaces inside amounts are as wide.
 */
export function spaceUnderHeads(rows: readonly Line[], headLines: readonly Line[]): number | undefined {
  const { between, within } = measure(rows, datedHeads(headLines))
  const space = SLACK * Math.min(...between)
  return between.length < FEWEST || within.some((inner) => inner >= space) ? undefined : space
}

/**
 * The rows of a table whose columns stand no farther from each other than the groups of a figure, as a typewriter sets
 * five years of millions: with a mark on each word that begins a figure behind one that ends where a dated head does.
 * Other rows are as they were.
 */
export function partedUnderHeads(rows: readonly Line[], headLines: readonly Line[]): readonly Line[] {
  const heads = datedHeads(headLines)
  const { between, within } = measure(rows, heads)
  const isTight = between.length >= FEWEST && within.some((inner) => inner >= SLACK * Math.min(...between))
  const cuts = isTight ? rows.map((row) => findCuts(row, heads)) : []
  if (cuts.filter(({ size }) => size > 0).length < FEWEST_ROWS) return rows
  return rows.map((row, index) => ({
    ...row,
    words: row.words.map((word) => (cuts[index]!.has(word) ? { ...word, opens: true } : word)),
  }))
}

/** The words that begin a figure behind one that ends under a head; none where that leaves a figure that is none. */
function findCuts({ words, height }: Line, heads: readonly HeadUnit[]): ReadonlySet<LineWord> {
  const ends = words.map((word) => (isFigureWord(word.text) ? headOver(word, heads, height) : -1))
  if (ends.at(-1) !== heads.length - 1) return new Set()
  const first = words.findLastIndex(({ text }) => !isFigureWord(text)) + 1
  const figures: LineWord[][] = [[]]
  for (const [at, word] of words.entries()) {
    if (at < first) continue
    figures.at(-1)!.push(word)
    if (ends[at]! >= 0 && at < words.length - 1) figures.push([])
  }
  const isWhole = figures.every((figure) => isWellGrouped(figure.map(({ text }) => text).join(' ')))
  return new Set(isWhole ? figures.slice(1).map(([word]) => word!) : [])
}
