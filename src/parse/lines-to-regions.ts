import type { StatementKind } from '../model/report.js'
import { isHeadText } from './column-heads.js'
import { findDates } from './find-dates.js'
import { headingAt, NO_NOTES, passHeading } from './heading-at.js'
import { EMPTY_REGION, headingToRegion, namesBodies } from './heading-to-region.js'
import { findHeadsBeside, type HeadsBeside } from './heads-beside.js'
import { countHeadsOver } from './heads-over-title.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { findPointedNotes } from './pointed-notes.js'
import type { Region } from './region.js'
import { holdsTotal, statementByContent } from './statement-by-content.js'
import { headsUnder, isSectionTitle, opensBudgetTable, opensOtherTable } from './table-titles.js'
import { headsBesideHeading, isRestOfTitle, titleGoesOn } from './title-goes-on.js'

/** The region that lines are being put into. */
interface OpenRegion extends Region {
  title: string | null
  /** The line of the title that stands under the number of a note, as far as it was met. */
  titleLine?: Line
  readonly lines: Line[]
  hasRows: boolean
}

/** Cuts a report's lines at its headings, in reading order. */
export function linesToRegions(lines: readonly Line[], words: ParseWords): Region[] {
  const mend = (text: string) => words.mendText(text)
  const isPointed = findPointedNotes(lines)
  const regions: OpenRegion[] = []
  const begin = (region: Region) => regions.push({ ...region, lines: [...region.lines], hasRows: false })
  begin(EMPTY_REGION)
  let passed = NO_NOTES
  lines.forEach((line, index) => {
    const open = regions.at(-1)!
    const label = labelOf(line)
    const goesOn =
      open.kind === 'note' && open.lines.length === 0 ? titleGoesOn(open.title ?? '', line, mend) : undefined
    if (goesOn) {
      open.title = goesOn.title
      open.lines.push(...goesOn.heads)
      return
    }
    const under = isStatementBegun(open) ? headsBesideHeading(line, open.heading!, mend) : undefined
    if (under) {
      open.title = `${open.title ?? ''} ${under.title}`.trim()
      open.lines.push(...under.heads)
      return
    }
    if (awaitsTitle(open)) {
      if (namesBodies(label)) {
        open.lines.push(line)
        return
      }
      if (isTitleOfNote(label)) {
        open.title = mend(label)
        open.titleLine = line
        return
      }
    } else if (
      open.titleLine &&
      open.lines.every(({ text }) => namesBodies(text)) &&
      isRestOfTitle(line, open.titleLine)
    ) {
      open.title = `${open.title} ${mend(label)}`
      open.titleLine = line
      return
    }
    const next = lines[index + 1]
    const mayBeNote = passed.isWithin || isPointed(label, index)
    const heading = headingAt(line, label, { next, open, passed, mayBeNote }, mend)
    // a heading of running text that stands over heads of columns is the title of a table
    const isTitle = heading?.opens === 'text' && open.hasRows && opensOtherTable(lines, index, words)
    if (heading && !isTitle) {
      passed = passHeading(passed, heading, label)
      const heads = heading.opens === 'table' ? countHeadsOver(line, open.lines, mend) : 0
      const own = open.lines.splice(open.lines.length - heads)
      begin({ ...headingToRegion(heading, line, label, next, mend), lines: own })
      return
    }
    if (!heading && isTitleAgain(open, lines, index, words)) return
    const statement = heading ? undefined : statementUnder(open, lines, index, words)
    if (statement !== undefined && (!passed.isWithin || isTheStatement(statement.kind, regions, lines, index, words))) {
      passed = { ...passed, isWithin: false }
      // the other part of a statement, on its next page, goes on with it
      if (statement.kind !== open.kind) {
        const own = open.lines.splice(open.lines.length - countHeadsOver(line, open.lines, mend))
        begin({ ...EMPTY_REGION, ...statement, heading: line, lines: own })
      }
      return
    }
    open.hasRows ||= isRow(line)
    const other = regionWithoutHeading(open, lines, index, words)
    if (other) begin(other)
    else open.lines.push(line)
  })
  return regions.filter((region) => region.lines.length > 0 || region.rest !== '')
}

function labelOf({ tabs, text }: Line): string {
  return tabs ? tabs.filter((cell) => cell !== '').join(' ') : text
}

/** Whether a statement's heading was met, and since then nothing but what stands over columns. */
function isStatementBegun({ kind, heading, lines }: Region): boolean {
  return kind !== null && kind !== 'note' && heading !== null && lines.every(({ text }) => isHeadText(text))
}

/** Whether the title of a note may still come below its number: "Not 9", and under it "Medelantalet anställda". */
function awaitsTitle({ kind, title, lines }: Region): boolean {
  return kind === 'note' && title === '' && lines.every((line) => namesBodies(labelOf(line)))
}

function isTitleOfNote(label: string): boolean {
  return /\p{L}{3}/u.test(label) && !/\d/.test(label) && !isHeadText(label)
}

/**
 * The statement whose heads, under it or apart beside it, and parts stand with a line that no heading tells of, and no
 * title still waits for rows.
 */
function statementUnder(
  open: OpenRegion,
  lines: readonly Line[],
  index: number,
  words: ParseWords,
): { readonly kind: StatementKind; readonly title: string; readonly rest: string } | undefined {
  if (open.kind !== null && !open.hasRows) return undefined
  const mend = (text: string) => words.mendText(text)
  const line = lines[index]!
  const under = headsUnder(lines, index, words)
  const beside = under === undefined ? headsBeside(line, mend) : undefined
  if (under === undefined && beside === undefined) return undefined
  const { title, heads } = beside ?? { title: labelOf(line), heads: '' }
  const kind = statementByContent(title, lines.slice((under ?? index) + 1), mend)
  // heads beside the first part of a statement that is open are its own
  if (kind === undefined || (beside && kind === open.kind)) return undefined
  return { kind, title: mend(title), rest: heads }
}

/** Dated heads of columns that stand apart beside what may be a title. */
function headsBeside(line: Line, mend: (text: string) => string): HeadsBeside | undefined {
  const beside = findHeadsBeside(line, mend)
  const isTitle = beside !== undefined && /\p{L}{3}/u.test(beside.title) && !/\d{3}/.test(beside.title)
  if (!isTitle) return undefined
  const dates = findDates(beside.heads)
  const others = dates.reduceRight((text, { at, end }) => text.slice(0, at) + text.slice(end), beside.heads)
  // "Årets resultat 30 -33", "Årets resultat -15 1910": figures of a row
  return dates.length > 0 && !/\d/.test(others) ? beside : undefined
}

/** Whether the title of the open table stands again over its heads, on a page on which it goes on. */
function isTitleAgain(
  { kind, heading }: OpenRegion,
  lines: readonly Line[],
  index: number,
  words: ParseWords,
): boolean {
  const { text, page } = lines[index]!
  const isAgain = kind !== null && heading !== null && page > heading.page && text === heading.text
  return isAgain && headsUnder(lines, index, words) !== undefined
}

/**
 * Whether what looks like a statement among the notes is the report's own, and no part of a note: none was met before,
 * and its rows refer to notes or go on to the total of all assets or to the year's result.
 */
function isTheStatement(
  kind: StatementKind,
  before: readonly Region[],
  lines: readonly Line[],
  index: number,
  words: ParseWords,
): boolean {
  if (before.some((region) => region.kind === kind)) return false
  const heads = headsUnder(lines, index, words) ?? index
  const mend = (text: string) => words.mendText(text)
  return NOTE_COLUMN.test(lines[heads]!.text) || holdsTotal(kind, lines.slice(heads + 1), mend)
}

// "Noter 21-12-31 20-12-31", "2021 2020 Not"
const NOTE_COLUMN = /(?<!\p{L})not(?:er)?(?!\p{L})/iu

/** "1 januari – 31 december 2006" under a title is no row. */
function isRow(line: Line): boolean {
  return /\d{3}|\d[ ]\d/.test(line.text) && !isProse(line) && !isHeadText(line.text)
}

/** A line of running text is at least this long (in characters). */
const PROSE_LENGTH = 75

function isProse(line: Line): boolean {
  const tail = line.words.slice(-2).some((word) => /^[-–(]?\d[\d ,.)]*$/.test(word.text))
  return line.tabs === null && line.text.length >= PROSE_LENGTH && !tail && /\p{Ll}{2}.*\p{Ll}{2}/u.test(line.text)
}

/** What a line that is no heading begins all the same: a section of text, text behind a table, or a table without a kind. */
function regionWithoutHeading(
  open: OpenRegion,
  lines: readonly Line[],
  index: number,
  words: ParseWords,
): Region | undefined {
  const line = lines[index]!
  const label = labelOf(line)
  if (isSectionTitle(label)) return { ...EMPTY_REGION, title: words.mendText(label), lines: [line] }
  if (open.kind === null || !open.hasRows) return undefined
  const before = open.lines.at(-1)
  // two lines of running text end a table, and within a note the text behind it is the note's
  if (before && isProse(before) && isProse(line)) {
    open.lines.pop()
    const { note, title } = line.placed && open.note !== null ? open : EMPTY_REGION
    return { ...EMPTY_REGION, note, title, lines: [before, line] }
  }
  const opens = open.kind === 'note' ? opensBudgetTable : opensOtherTable
  if (!opens(lines, index, words)) return undefined
  return { ...EMPTY_REGION, title: words.mendText(label), heading: line }
}
