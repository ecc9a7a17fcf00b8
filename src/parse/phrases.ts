import { remember } from '../arithmetic/remember.js'
import { isNil, readAmount } from './amount.js'
import type { Line, LineWord } from './line.js'

/** A space wider than this many heights of a line parts two phrases, where figures do not tell better. */
export const PHRASE_GAP = 0.95
/** The space between thousands, times this and a little more, parts two amounts. */
const WIDER = { times: 1.7, more: 0.1, least: 0.5, most: 2.2 }
/** Fewer spaces do not tell how wide they are here. */
const FEWEST_SPACES = 4
// "4", "12a", "Not 3", "8, 13", "(5)", "Nor 2" misread
export const NOTE_REFERENCE =
  /^\(?(?:no[tlr!](?:er)?\.?\s*)?(\d{1,2}\s?[a-z]?(?:\s?[,;&/–-]\s?\d{1,2}\s?[a-z]?)*)\)?\.?,?$/i

/** How far behind "not" its number may stand, in heights of a line: a typewriter's space is wide. */
const REFERENCE_GAP = 1.6
const NOTE_WORD = /^no[tlr!](?:er)?\.?$/i
const NOTE_NUMBER = /^\d{1,2}[a-z]?[.,]?$/i

// "364 192 kronor": the unit behind a figure is no part of it
const UNIT_BEHIND = /^kr(?:onor)?\.?$/i

/** Whether a word is the unit behind a figure. */
export function isUnitBehind(text: string): boolean {
  return UNIT_BEHIND.test(text)
}

/** Words of a line that stand close together. */
export interface Phrase {
  readonly words: readonly LineWord[]
  readonly text: string
  readonly x0: number
  readonly x1: number
}

/**
 * How wide a space (in heights of a line) parts two amounts in a table: from the spaces inside its own, or where they are
 * few inside those of the lines around it, from the nearest to the farthest.
 */
export function partingSpace(lines: readonly Line[], around: readonly (readonly Line[])[] = []): number {
  for (const some of [lines, ...around]) {
    const space = partingSpaceOf(some)
    if (space !== undefined) return space
  }
  return PHRASE_GAP
}

/** The same from these lines alone; undefined where too few amounts have spaces inside. */
function partingSpaceOf(lines: readonly Line[]): number | undefined {
  const spaces = lines.flatMap((line) =>
    line.words.slice(1).flatMap((word, index) => {
      const before = line.words[index]!
      // "972:-", "972,50", "972)": whatever ends the figure
      const grouped = /^\d{3}(?!\d)/.test(word.text) && /^[-–(]?\d{1,3}$/.test(before.text)
      return grouped && word.x0 > before.x1 ? [(word.x0 - before.x1) / line.height] : []
    }),
  )
  spaces.sort((a, b) => a - b)
  // "164 164" of two columns: spaces that are wider than those before them part amounts themselves
  const jump = spaces.findIndex((space, index) => index > 0 && space > widened(spaces[index - 1]!))
  const inner = jump >= FEWEST_SPACES ? spaces.slice(0, jump) : spaces
  if (inner.length < FEWEST_SPACES) return undefined
  return widened(inner[Math.floor(inner.length * 0.35)]!)
}

function widened(space: number): number {
  return Math.min(WIDER.most, Math.max(WIDER.least, WIDER.times * space + WIDER.more))
}

/** The phrases of a line, left to right; `space` parts figures, in heights of the line. */
export function toPhrases(line: Line, space = PHRASE_GAP): Phrase[] {
  const groups: LineWord[][] = []
  for (const [index, word] of line.words.entries()) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const figures = before !== undefined && isFigureWord(before.text) && isFigureWord(word.text)
    const isUnit = before !== undefined && last!.every(({ text }) => isFigureWord(text)) && isUnitBehind(word.text)
    const refers = before !== undefined && NOTE_WORD.test(before.text) && NOTE_NUMBER.test(word.text)
    const gap = figures ? space : refers ? REFERENCE_GAP : PHRASE_GAP
    // "Not 6 165 329 294": the figure stands close behind the reference
    const isBehindReference = last?.length === 2 && NOTE_WORD.test(last[0]!.text) && NOTE_NUMBER.test(last[1]!.text)
    const parts = word.opens || isUnit || (isBehindReference && opensFigure(line.words.slice(index)))
    if (last && before && !parts && word.x0 - before.x1 <= gap * line.height) last.push(word)
    else groups.push([word])
  }
  return groups.map((words) => ({
    words,
    text: words.map((word) => word.text).join(' '),
    x0: words[0]!.x0,
    x1: words.at(-1)!.x1,
  }))
}

/** Whether a figure stands at the start of words; of "Not 4 - 6" the second number is a note's, of "Not 4 - 6 120" it is not. */
function opensFigure([first, second, third]: readonly LineWord[]): boolean {
  if (/^[-–(]?\d/.test(first!.text)) return true
  if (!/^[-–—−]$/.test(first!.text) || second === undefined) return false
  return /^\d{3}(?!\d)/.test(second.text) || (/^\d{1,3}$/.test(second.text) && /^\d{3}(?!\d)/.test(third?.text ?? ''))
}

/** Whether a word may be part of a figure. */
export const isFigureWord = remember((text) =>
  /\d/.test(text) ? readAmount(text.replace(/^[,.]|[,.]$/g, '')) !== undefined : isNil(text) || /^[%O()]$/.test(text),
)

/** Whether a phrase is figures and nothing else. */
export function isFigurePhrase(phrase: Phrase): boolean {
  return phrase.words.every((word) => isFigureWord(word.text)) && /\d|^[-–—]/.test(phrase.text)
}

// "Not 3", "Not 12a", "2.": a reference that is no figure by itself
export function isNoteWord(phrase: Phrase): boolean {
  return /^no[tlr!]|^\d{1,2}\.$/i.test(phrase.text) && NOTE_REFERENCE.test(phrase.text)
}

// "kr", "kronor.", "tkr": units, which are no words of a sentence
const UNIT_WORD = /^[tkm]?kr(?:onor)?[.,]?$/i
/** A sentence has so many words at least, one that ends with a sum of money so many before it. */
const FEWEST_WORDS = { all: 4, beforeMoney: 5 }

// "Orten den 25/3 2008": where and when a report was signed
const SIGNED_ON = /\bden \d{1,2}\/\d{1,2}\W{1,3}(?:19|20)\d\d$/u

/** Whether a line is running text with a number in it: no figure stands by itself, and words or a unit stand behind it. */
export function isSentence(phrases: readonly Phrase[]): boolean {
  if (SIGNED_ON.test(phrases.map(({ text }) => text).join(' '))) return true
  if (phrases.some((phrase) => isFigurePhrase(phrase) || NOTE_REFERENCE.test(phrase.text))) return false
  const words = phrases.flatMap((phrase) => phrase.words.map(({ text }) => text))
  const number = words.findIndex((text) => /\d/.test(text))
  if (number < 0) return false
  const isWord = (text: string) => /^\p{L}{2,}/u.test(text) && !UNIT_WORD.test(text)
  const before = words.slice(0, number).filter(isWord).length
  const rest = words.slice(number)
  const behind = rest.filter(isWord).length
  const endsWithMoney = before >= FEWEST_WORDS.beforeMoney && rest.some((text) => UNIT_WORD.test(text))
  return before + behind >= FEWEST_WORDS.all && (behind > 1 || endsWithMoney)
}
