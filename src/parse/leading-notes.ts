import type { Line, LineWord } from './line.js'
import { NOTE_REFERENCE } from './phrases.js'

/** A table's lines without the column of references that stands before its labels, and what each line referred to. */
export interface LeadingNotes {
  readonly lines: readonly Line[]
  /** The reference that a line begins with; empty where it has none. */
  readonly references: readonly string[]
}

/** The head of such a column stands within this share of the page from its left edge. */
const LEFTMOST = 0.45
/** A reference lies within so many heights of its column's head. */
const REACH = 1

// "Not", "Noter", "Not."
const HEAD = /^not(?:er)?[.:]?$/i

function without(line: Line, count: number): Line {
  const words = line.words.slice(count)
  return { ...line, words, text: words.map((word) => word.text).join(' ') }
}

/** The head of a column of notes before all labels; undefined where the column stands elsewhere, or nowhere. */
function findHead(lines: readonly Line[]): { head: LineWord; height: number } | undefined {
  for (const line of lines) {
    const [head] = line.words
    if (head === undefined || !HEAD.test(head.text) || head.x0 > LEFTMOST || line.words.length < 2) continue
    const starts = lines.flatMap((other) => {
      const label = other === line ? undefined : other.words.find((word) => /\p{L}{3}/u.test(word.text))
      return label === undefined ? [] : [label.x0]
    })
    // labels begin behind the head, or they stand over it: then the column is not before them
    const behind = starts.filter((start) => start >= head.x1 - REACH * line.height)
    if (behind.length >= 2 && behind.length > 0.5 * starts.length) return { head, height: line.height }
  }
  return undefined
}

// "6)", "12a)"
const BRACKETED = /^\d{1,2}[a-z]?\)$/i

/** The column of bracketed references left of all labels, "6) Byggnader", which needs no head. */
function findBracketed(lines: readonly Line[]): { head: LineWord; height: number } | undefined {
  const line = lines.find(({ words: [first, next] }) => first && next && BRACKETED.test(first.text))
  const head = line?.words[0]
  if (!line || !head) return undefined
  // headings may stand over the column, labels of figures do not
  const others = lines.flatMap(({ words: [first, ...rest] }) =>
    first && /\p{L}{2}/u.test(first.text) && /\d/.test(rest.at(-1)?.text ?? '') ? first.x0 : [],
  )
  const isAside = others.length > 1 && others.every((start) => start >= head.x1)
  return isAside ? { head, height: line.height } : undefined
}

/** Takes off the references to notes that stand left of the labels, under a head of their own. */
export function partLeadingNotes(lines: readonly Line[]): LeadingNotes {
  const found = findHead(lines) ?? findBracketed(lines)
  if (found === undefined) return { lines, references: lines.map(() => '') }
  const [from, to] = [found.head.x0 - REACH * found.height, found.head.x1 + REACH * found.height]
  const parted = lines.map((line) => {
    if (line.words[0] !== undefined && HEAD.test(line.words[0].text) && line.words[0].x1 <= to)
      return { line: without(line, 1), reference: '' }
    const label = line.words.findIndex(
      (word) => word.x0 < from || word.x1 > to || /\p{L}{2}/u.test(word.text.replace(/^not$/i, '')),
    )
    const reference = line.words
      .slice(0, Math.max(0, label))
      .map((word) => word.text)
      .join(' ')
    if (!NOTE_REFERENCE.test(reference)) return { line, reference: '' }
    return { line: without(line, label), reference }
  })
  return { lines: parted.map(({ line }) => line), references: parted.map(({ reference }) => reference) }
}
