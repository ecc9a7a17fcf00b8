import type { StatementKind } from '../model/report.js'
import { namesBody } from './bodies.js'
import { isHeadText, isUnitText } from './column-heads.js'
import { isHeadLine } from './head-lines.js'
import { findHeading, type Heading } from './headings.js'
import { findHeadsBeside, isNoteHead } from './heads-beside.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { isPlainHead } from './plain-table.js'
import { findPointedNotes } from './pointed-notes.js'
import { statementByContent } from './statement-by-content.js'

/** The lines under one heading; `kind` is null where none says what they are: text, perhaps within the note that `note` names. */
export interface Region {
  readonly kind: StatementKind | null
  readonly note: string | null
  readonly title: string | null
  /** What stands on the heading's own line behind it: heads of columns. */
  readonly rest: string
  readonly heading: Line | null
  readonly lines: readonly Line[]
}

/** Lines longer than this (in characters) are running text. */
export const LONGEST_ROW = 150

/** Two lines of running text behind rows of figures end a table; a line of it is at least this long (in characters). */
const PROSE_LENGTH = 75

function isProse(line: Line): boolean {
  const tail = line.words.slice(-2).some((word) => /^[-–(]?\d[\d ,.)]*$/.test(word.text))
  return line.tabs === null && line.text.length >= PROSE_LENGTH && !tail && /\p{Ll}{2}.*\p{Ll}{2}/u.test(line.text)
}

/** Heads of columns stand on so many lines at most. */
const MOST_HEAD_LINES = 3

// "Belopp i tkr", "(kr)", "tkr": the unit on a line of its own, between a title and the heads
const UNIT_LINE = /^(?:belopp\b\D{0,20}|\(?[tkm]?kr\)?)$/i

/** Where the heads of columns stand under a line that may be their title; undefined where there are none. */
function headsUnder(line: Line, lines: readonly Line[], index: number, words: ParseWords): number | undefined {
  if (
    line.tabs !== null ||
    line.text.length > 80 ||
    /\d{3}/.test(line.text) ||
    !/\p{L}{3}/u.test(line.text) ||
    line.gap < 1
  )
    return undefined
  const first = UNIT_LINE.test(lines[index + 1]?.text.trim() ?? '') ? index + 2 : index + 1
  const isDated = (text: string) => /\d{4}|\d{6}|\d\d-\d\d/.test(text)
  // "Utfall Utfall" over "2004 2003": heads of several lines, of which one tells the years
  for (const [step, next] of lines.slice(first, first + MOST_HEAD_LINES).entries()) {
    if (next.page !== line.page || next.text.length > 110) return undefined
    const mended = words.mendText(next.text)
    if (!(next.placed ? isHeadLine(next, mended) : isPlainHead(mended, next))) return undefined
    if (isDated(mended)) return first + step
  }
  return undefined
}

/** Whether a line that no statement knows stands as the title over heads of columns: another table begins. */
function opensOtherTable(line: Line, lines: readonly Line[], index: number, words: ParseWords): boolean {
  const heads = headsUnder(line, lines, index, words)
  if (heads === undefined) return false
  const mended = words.mendText(lines[heads]!.text)
  // no statement has a column of variances, whatever its title sounds like
  if (/\bbudget/i.test(mended) && /\b(?:avvikelse|differens)/i.test(mended)) return true
  return (
    !words.mendLabel(line.text).exact &&
    !/eget kapital|skulder|tillgångar|forts|intäkter|kostnader/i.test(words.mendText(line.text))
  )
}

// "Not 12 Eget kapital", "e Not8 Fordringar": the number is said to be a note's
const SAYS_NOTE = /(?:^|\W|^\S\s)not/i

/** Whether a bare number goes back behind a note that was called "Not": a speck before a line, "7 Föreningen Provet". */
function goesBack(
  found: Heading | undefined,
  label: string,
  { called, last }: { readonly called: boolean; readonly last: number },
): boolean {
  return found?.opens === 'note' && called && !SAYS_NOTE.test(label) && Number.parseInt(found.note ?? '', 10) <= last
}

// "Not 5 Fordringar 452 235": a row of a statement whose references stand before the labels
const LED_ROW = /^not\.?\s\d{1,2}\)?\s\p{L}.*\d{3}$/iu

/**
 * Whether what looks like a note's heading is the first line of a row in a statement whose rows begin with their
 * references: "Not 6 Förutbetalda kostnader och upplupna", and below it "intäkter 57 100".
 */
function isReferredRow(line: Line, next: Line | undefined, open: Pick<Region, 'kind' | 'lines'>): boolean {
  const led = open.lines.filter(({ text, page }) => page === line.page && LED_ROW.test(text))
  if (open.kind === null || open.kind === 'note' || led.length === 0 || next?.page !== line.page) return false
  return /^\p{L}{2}.*\s[-–−(]?\d[\d\s.)]*$/u.test(next.text) && !isHeadText(next.text)
}

/** "Koncernen Moderbolaget": whose figures the columns hold, and no title. */
function namesBodies(text: string): boolean {
  return text.split(/\s+/).every(namesBody)
}

/** The heading that a line is, with the heads of columns that stand apart on it. */
function headingOf(line: Line, label: string, words: ParseWords, inNotes: boolean): Heading | undefined {
  const mend = (text: string) => words.mendText(text)
  const beside = findHeadsBeside(line, mend)
  const titled = beside && findHeading(mend(beside.title), inNotes)
  if (titled && (titled.opens === 'table' || titled.opens === 'note')) return { ...titled, rest: beside.heads }
  return isNoteHead(line, mend(label)) ? undefined : findHeading(mend(label), inNotes)
}

/** Cuts a report's lines at its headings, in reading order. */
export function linesToRegions(lines: readonly Line[], words: ParseWords): Region[] {
  const regions: Region[] = []
  let open: {
    kind: StatementKind | null
    note: string | null
    title: string | null
    rest: string
    heading: Line | null
    lines: Line[]
  } = {
    kind: null,
    note: null,
    title: null,
    rest: '',
    heading: null,
    lines: [],
  }
  let inNotes = false
  let numbered = { called: false, last: 0 }
  let rows = 0
  let prose = 0
  let titleBelow = false
  const close = () => {
    if (open.lines.length > 0 || open.rest !== '') regions.push(open)
  }
  // "Noter 2014 2013", "Noter 31 dec 31 dec", "Noter Utfall Budget" under a statement's title: the column of notes is so called
  const isHeadOfColumns = (text: string) =>
    open.kind !== null &&
    isHeadText(text) &&
    /\S\s+\S/.test(text) &&
    open.lines.every(({ text }) => isUnitText(text) || isHeadText(text) || !/\d/.test(text))
  const isPointed = findPointedNotes(lines)
  lines.forEach((line, index) => {
    const label = line.tabs ? line.tabs.filter((cell) => cell !== '').join(' ') : line.text
    if (titleBelow && namesBodies(label)) {
      open.lines.push(line)
      return
    }
    if (titleBelow && /\p{L}{3}/u.test(label) && !/\d/.test(label) && !isHeadText(label)) {
      // "Not 9", and under it "Medelantalet anställda"
      open.title = words.mendText(label)
      titleBelow = false
      return
    }
    titleBelow = false
    const found =
      /\p{L}{2}/u.test(label) && label.length <= LONGEST_ROW
        ? headingOf(line, label, words, inNotes || isPointed(label, index))
        : undefined
    const isHead =
      !(found?.opens === 'notes' && isHeadOfColumns(label)) &&
      !goesBack(found, label, numbered) &&
      !(found?.opens === 'note' && isReferredRow(line, lines[index + 1], open))
    const heading = isHead ? found : undefined
    const heads =
      heading || inNotes || (open.kind !== null && rows === 0) ? undefined : headsUnder(line, lines, index, words)
    const untold =
      heads === undefined ? undefined : statementByContent(lines.slice(heads + 1), (text) => words.mendText(text))
    if (untold !== undefined) {
      // the other part of a statement, on its next page, goes on with it
      if (untold !== open.kind) {
        close()
        open = { kind: untold, note: null, title: words.mendText(label), rest: '', heading: line, lines: [] }
        rows = 0
        prose = 0
      }
      return
    }
    // a heading of running text that stands over heads of columns is the title of a table
    const titled = heading?.opens === 'text' && rows > 0 && opensOtherTable(line, lines, index, words)
    if (!heading || titled) {
      const isSection = /^\d{1,2}\.\d{1,2}\.?(?:\d{1,2}\.?)?\s+\p{Lu}\p{L}+/u.test(label) && !/\d{3}/.test(label)
      prose = isProse(line) ? prose + 1 : 0
      // "1 januari – 31 december 2006" under a title is no row
      if (/\d{3}|\d[ ]\d/.test(line.text) && !isProse(line) && !isHeadText(line.text)) rows += 1
      if (isSection || (open.kind !== null && rows > 0 && prose >= 2)) {
        const trailing = isSection ? [] : open.lines.splice(-1)
        const note = isSection || !line.placed ? null : open.note
        close()
        open = {
          kind: null,
          note,
          title: isSection ? words.mendText(label) : note === null ? null : open.title,
          rest: '',
          heading: null,
          lines: [...trailing],
        }
        rows = 0
      }
      if (rows > 0 && open.kind !== null && open.kind !== 'note' && opensOtherTable(line, lines, index, words)) {
        close()
        open = { kind: null, note: null, title: words.mendText(label), rest: '', heading: line, lines: [] }
        rows = 0
        return
      }
      open.lines.push(line)
      return
    }
    rows = 0
    prose = 0
    close()
    const fresh = { kind: null, note: null, title: null, rest: '', heading: line, lines: [] }
    if (heading.opens === 'notes') {
      inNotes = true
      open = { ...fresh, rest: label }
    } else if (heading.opens === 'note') {
      inNotes = true
      numbered = { called: SAYS_NOTE.test(label), last: Number.parseInt(heading.note ?? '', 10) || numbered.last }
      const next = lines[index + 1]
      const isOverColumns = namesBodies(heading.title)
      titleBelow = heading.title === '' || isOverColumns
      // "Not 14 Upplupna kostnader och" / "förutbetalda intäkter": a title over two lines
      const goesOn =
        /\s(?:och|av|för|till|i)$|[,-]$/i.test(heading.title) &&
        next !== undefined &&
        !/\d{3}(?!\d)/.test(next.text.replace(/(?:19|20)\d\d.*$/, ''))
      const title = goesOn
        ? `${heading.title} ${words.mendText(next.text).replace(/\s+(?:19|20)\d\d.*$/, '')}`
        : heading.title
      const [own, rest] = isOverColumns ? ['', title] : [title, heading.rest]
      open = { ...fresh, kind: 'note', note: heading.note, title: own, rest }
    } else if (heading.opens === 'table') {
      inNotes = false
      open = { ...fresh, kind: heading.kind, title: heading.title, rest: heading.rest }
    } else {
      if (!/principer/i.test(heading.title)) inNotes = false
      open = { ...fresh, title: heading.title }
    }
  })
  close()
  return regions
}
