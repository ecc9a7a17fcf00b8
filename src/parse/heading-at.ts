import { isHeadText, isUnitText } from './column-heads.js'
import { findHeading, type Heading } from './headings.js'
import { findHeadsBeside, isNoteHead } from './heads-beside.js'
import type { Line } from './line.js'
import type { Region } from './region.js'

/** Lines longer than this (in characters) are running text. */
const LONGEST_ROW = 150

/** Where the notes of a report stand that were passed: whether the last heading left them open, and what its number was. */
export interface NotesPassed {
  readonly isWithin: boolean
  /** Whether the last note was called "Not". */
  readonly isCalled: boolean
  readonly last: number
}

/** What is known before the first heading. */
export const NO_NOTES: NotesPassed = { isWithin: false, isCalled: false, last: 0 }

// "Not 12 Eget kapital", "e Not8 Fordringar": the number is said to be a note's
const SAYS_NOTE = /(?:^|\W|^\S\s)not/i

/** The notes that were passed when a heading, of these words, was. */
export function passHeading(passed: NotesPassed, heading: Heading, label: string): NotesPassed {
  if (heading.opens === 'notes') return { ...passed, isWithin: true }
  if (heading.opens === 'table') return { ...passed, isWithin: false }
  if (heading.opens === 'text') return /principer/i.test(heading.title) ? passed : { ...passed, isWithin: false }
  return { isWithin: true, isCalled: SAYS_NOTE.test(label), last: numberOf(heading.note) || passed.last }
}

function numberOf(note: string | null): number {
  return Number.parseInt(note ?? '', 10)
}

/** What stands around a line. */
interface Surroundings {
  readonly next: Line | undefined
  readonly open: Region
  readonly passed: NotesPassed
  /** Whether a number alone may be a note's here. */
  readonly mayBeNote: boolean
}

/** The heading that a line with these words is in its place; undefined where it is none. */
export function headingAt(
  line: Line,
  label: string,
  { next, open, passed, mayBeNote }: Surroundings,
  mend: (text: string) => string,
): Heading | undefined {
  if (!/\p{L}{2}/u.test(label) || label.length > LONGEST_ROW) return undefined
  const heading = readHeading(line, label, mayBeNote, mend)
  if (heading?.opens === 'notes') return isHeadOfColumns(label, open) ? undefined : heading
  if (heading?.opens === 'note')
    return goesBack(heading.note, label, passed) ||
      isReferredRow(line, next, open) ||
      isLedRow(heading, label, line, open)
      ? undefined
      : heading
  return heading
}

/** What a line says by itself, with the heads of columns that stand apart on it. */
function readHeading(
  line: Line,
  label: string,
  mayBeNote: boolean,
  mend: (text: string) => string,
): Heading | undefined {
  const beside = findHeadsBeside(line, mend)
  const titled = beside && findHeading(mend(beside.title), mayBeNote, true)
  if (titled && (titled.opens === 'table' || titled.opens === 'note')) return { ...titled, rest: beside.heads }
  const mended = mend(label)
  return isNoteHead(line, mended) ? undefined : findHeading(mended, mayBeNote)
}

/**
 * Whether words that open the notes stand over a column of them instead, under a statement's title: "Noter 2014 2013",
 * "Noter 31 dec 31 dec", "Noter Utfall Budget".
 */
function isHeadOfColumns(label: string, { kind, lines }: Region): boolean {
  return (
    kind !== null &&
    isHeadText(label) &&
    /\S\s+\S/.test(label) &&
    lines.every(({ text }) => isUnitText(text) || isHeadText(text) || !/\d/.test(text))
  )
}

/** Whether a bare number goes back behind a note that was called "Not": a speck before a line, "7 Föreningen Provet". */
function goesBack(note: string | null, label: string, { isCalled, last }: NotesPassed): boolean {
  return isCalled && !SAYS_NOTE.test(label) && numberOf(note) <= last
}

// "49 49", "(5) 12": what may be years of two figures, and small amounts
const SMALL_FIGURES = /^(?:[-–−(]?\d{1,2}\)?(?:\s+|$)){2,}$/
// "Not 6 Förutbetalda utgifter 2 1": a row that begins with its reference
const LED_BY_NOTE = /^not\.?\s\d{1,2}\)?\s\p{L}.*\s\S*\d\)?$/iu

/**
 * Whether what looks like a note's heading with years of two figures is a row of a statement whose rows begin so:
 * "(not 6) Förutbetalda utgifter 43 44" by its bracket, others by the rows before.
 */
function isLedRow(
  { rest }: { readonly rest: string },
  label: string,
  { page }: Line,
  { kind, lines }: Region,
): boolean {
  if (kind === null || kind === 'note' || !SMALL_FIGURES.test(rest)) return false
  return label.startsWith('(') || lines.some((line) => line.page === page && LED_BY_NOTE.test(line.text))
}

// "Not 5 Fordringar 452 235": a row of a statement whose references stand before the labels
const LED_ROW = /^not\.?\s\d{1,2}\)?\s\p{L}.*\d{3}$/iu
// "intäkter 57 100", "skulder (1 200)": the end of a label with its figures
const ROW_END = /^\p{L}{2}.*\s[-–−(]?\d[\d\s.)]*$/u

/**
 * Whether what looks like a note's heading is the first line of a row in a statement whose rows begin with their
 * references: "Not 6 Förutbetalda kostnader och upplupna", and below it "intäkter 57 100".
 */
function isReferredRow({ page }: Line, next: Line | undefined, { kind, lines }: Region): boolean {
  if (kind === null || kind === 'note' || next?.page !== page) return false
  const isLed = lines.some((line) => line.page === page && LED_ROW.test(line.text))
  return isLed && ROW_END.test(next.text) && !isHeadText(next.text)
}
