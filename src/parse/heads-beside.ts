import { isHeadText } from './column-heads.js'
import { findDates } from './find-dates.js'
import { isHeadLine } from './head-lines.js'
import type { Line, LineWord } from './line.js'
import { toPhrases } from './phrases.js'

/** A heading's line cut where heads of columns stand apart on it, as printed; undefined where none do. */
export interface HeadsBeside {
  readonly title: string
  readonly heads: string
  /** The part of the line that holds them. */
  readonly line: Line
}

/** Finds heads of columns that stand on a heading's own line, behind a wide space. */
export function findHeadsBeside(line: Line, mend: (text: string) => string): HeadsBeside | undefined {
  if (!line.placed) return undefined
  const phrases = toPhrases(line)
  for (let from = 1; from < phrases.length; from++) {
    const [title, heads] = [phrases.slice(0, from), phrases.slice(from)].map((some) =>
      some.map(({ text }) => text).join(' '),
    )
    if (!/\d/.test(heads!) && !standsApart(line.words, phrases[from]!.words[0]!)) continue
    if (!/\p{L}{4}/u.test(title!) || !phrases.slice(from).every(({ text }) => isHeadText(mend(text)))) continue
    const behind = { ...line, words: phrases.slice(from).flatMap(({ words }) => words), text: heads! }
    if (isHeadLine(behind, mend(heads!)) || findDates(heads!, true).length > 1)
      return { title: title!, heads: heads!, line: behind }
  }
  return undefined
}

/** Heads stand off by so many times the widest space within the title before them. */
const OFF_TITLE = 1.5

/** Whether a word stands farther from what is before it than the words of that from each other: "MED  BUDGET" may be spaced. */
function standsApart(words: readonly LineWord[], first: LineWord): boolean {
  const at = words.indexOf(first)
  const gaps = words.slice(1, at + 1).map((word, index) => word.x0 - words[index]!.x1)
  const before = gaps.pop() ?? 0
  return gaps.every((gap) => before > OFF_TITLE * gap)
}

// "Not Denna period Budget", "Not 31/12-2023 31/12-2022": the head of a column of notes, and no note's heading
const NOTE_HEAD = /^(?:se )?not(?:er)?\b[.:]?(?: nr\b\.?)?\s*(?<rest>.*)$/i
// "3", "3 Personal", "8a", "1. 2015 2014": the number of a note
const NUMBER = /^\d{1,2}\s?[a-z]?(?![\p{L}\d/-]|\.\d)/iu
// "Not I", "Not S", set apart from heads of columns: the number of a note misread, where the head of a column stands alone
const NUMBER_MISREAD = /^[Nn][Oo][Tt]\.?\s[lISBZ]$/

/** Whether a line that begins as a note's heading does is the heads of columns, of which the first is for the notes. */
export function isNoteHead(line: Line, mended: string): boolean {
  const rest = NOTE_HEAD.exec(mended)?.groups?.rest
  if (!line.placed || !rest) return false
  const phrases = toPhrases(line)
  if (phrases.length === 1 || NUMBER_MISREAD.test(phrases[0]!.text) || !isHeadLine(line, mended)) return false
  return findDates(rest, true)[0]?.at === 0 ? !/^(?:19|20)\d\d\b/.test(rest) : !NUMBER.test(rest)
}
