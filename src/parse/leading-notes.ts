import type { Line, LineWord } from './line.js'
import { NOTE_REFERENCE } from './phrases.js'

/** A table's lines without the column of references that stands before its labels, and what each line referred to. */
export interface LeadingNotes {
  readonly lines: readonly Line[]
  /** The reference that a line begins with; empty where it has none. */
  readonly references: readonly string[]
}

/** The head of such a column stands within this share of the table's width from its left edge. */
const LEFTMOST = 0.45
/** A reference lies within so many heights of its column's head. */
const REACH = 1

// "Not", "Noter", "Not."
const HEAD = /^not(?:er)?[.:]?$/i

/** Whether a line begins with the head of such a column: "Not 2011 2010", and not "Not 6 Fastighet". */
function isHeaded({ words: [first, next, third] }: Line): boolean {
  if (first === undefined || !HEAD.test(first.text)) return false
  return next === undefined || third === undefined || !/^\d{1,2}[a-z]?$/i.test(next.text) || !/\p{L}/u.test(third.text)
}

function without(line: Line, count: number): Line {
  const words = line.words.slice(count)
  return { ...line, words, text: words.map((word) => word.text).join(' ') }
}

/** The head of a column of notes before all labels; undefined where the column stands elsewhere, or nowhere. */
function findHead(lines: readonly Line[]): { head: LineWord; height: number } | undefined {
  const words = lines.flatMap((line) => line.words)
  const from = Math.min(...words.map(({ x0 }) => x0))
  const leftmost = from + LEFTMOST * (Math.max(...words.map(({ x1 }) => x1)) - from)
  for (const line of lines) {
    const [head] = line.words
    if (head === undefined || !isHeaded(line) || head.x0 > leftmost || line.words.length < 2) continue
    const starts = lines.flatMap((other) => {
      const label =
        other === line ? undefined : other.words.find(({ text }) => /\p{L}{3}/u.test(text) && !HEAD.test(text))
      return label === undefined ? [] : [label.x0]
    })
    // labels begin behind the head, or they stand over it: then the column is not before them
    const behind = starts.filter((start) => start >= head.x1 - REACH * line.height)
    if (behind.length >= 2 && behind.length > 0.5 * starts.length) return { head, height: line.height }
  }
  return undefined
}

// "se not 4"
const SEE = /^se$/i

// "6)", "12a)"
const BRACKETED = /^\d{1,2}[a-z]?\)$/i

/** This share of the labels begin behind the column: a foot of the page may begin before it. */
const NEARLY_ALL = 0.85

/** The column of references left of all labels that need no head: "6) Byggnader", "Not 6 Byggnader". */
function findNamed(lines: readonly Line[]): { head: LineWord; height: number } | undefined {
  const isWorded = (line: Line) => HEAD.test(line.words[0]?.text ?? '') && !isHeaded(line)
  const line = lines.find((one) => isWorded(one) || (one.words.length > 1 && BRACKETED.test(one.words[0]!.text)))
  const first = line?.words[0]
  if (!line || !first) return undefined
  const head = isWorded(line) ? { ...first, x1: line.words[1]!.x1 } : first
  // headings may stand over the column, labels of figures do not
  const others = lines.flatMap(({ words }) => {
    const label = words.find(({ text }) => /\p{L}{2}/u.test(text) && !HEAD.test(text))
    return label && label !== words.at(-1) && /\d/.test(words.at(-1)!.text) ? label.x0 : []
  })
  const aside = others.filter((start) => start >= head.x1)
  const isAside = others.length > 1 && aside.length >= NEARLY_ALL * others.length
  return isAside ? { head, height: line.height } : undefined
}

const BARE = /^\d{1,2}$/
/** So many rows that begin with a number of their own are numbered by a column. */
const FEWEST_BARE = 3

/**
 * The column of bare numbers left of all labels whose head was not read: "2 Nettoomsättning" over "Övriga intäkter", of
 * which the labels begin below each other, and the numbers never fall.
 */
function findBare(lines: readonly Line[]): { head: LineWord; height: number } | undefined {
  const rows = lines.filter(({ words }) => words.length > 2 && /\d/.test(words.at(-1)!.text))
  const isLabel = (word: LineWord | undefined) => /\p{L}{2}/u.test(word?.text ?? '')
  const numbered = rows.filter(({ words }) => BARE.test(words[0]!.text) && isLabel(words[1]))
  const [first] = numbered
  if (first === undefined || numbered.length < FEWEST_BARE) return undefined
  const start = first.words[1]!.x0
  const isBelow = ({ x0 }: LineWord, { height }: Line) => Math.abs(x0 - start) <= REACH * height
  const others = rows.filter(({ words }) => isLabel(words[0]))
  const numbers = numbered.map(({ words }) => Number(words[0]!.text))
  const isColumn =
    numbered.every((row) => isBelow(row.words[1]!, row) && start - row.words[0]!.x1 > REACH * row.height) &&
    others.some((row) => isBelow(row.words[0]!, row)) &&
    others.every((row) => row.words[0]!.x0 >= start - REACH * row.height) &&
    numbers.every((number, index) => index === 0 || number >= numbers[index - 1]!)
  return isColumn ? { head: first.words[0]!, height: first.height } : undefined
}

/** Takes off the references to notes that stand left of the labels, under a head of their own. */
export function partLeadingNotes(lines: readonly Line[]): LeadingNotes {
  const found = findHead(lines) ?? findNamed(lines) ?? findBare(lines)
  if (found === undefined) return { lines, references: lines.map(() => '') }
  const [from, to] = [found.head.x0 - REACH * found.height, found.head.x1 + REACH * found.height]
  const parted = lines.map((line) => {
    if (isHeaded(line) && line.words[0]!.x1 <= to) return { line: without(line, 1), reference: '' }
    const see = SEE.test(line.words[0]?.text ?? '') ? 1 : 0
    // the head stands over the middle of what "se" makes wider
    const end = to + see * found.height
    const label = line.words.findIndex(
      (word, index) =>
        index >= see && (word.x0 < from || word.x1 > end || /\p{L}{2}/u.test(word.text.replace(/^not$/i, ''))),
    )
    const reference = line.words
      .slice(see, Math.max(see, label))
      .map((word) => word.text)
      .join(' ')
    if (!NOTE_REFERENCE.test(reference)) return { line, reference: '' }
    return { line: without(line, label), reference }
  })
  return { lines: parted.map(({ line }) => line), references: parted.map(({ reference }) => reference) }
}
