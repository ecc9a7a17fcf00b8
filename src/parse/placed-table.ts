import { findBands } from './bands.js'
import { namesBodiesOnly } from './bodies.js'
import { type ColumnHead, isUnitText, readColumnHead } from './column-heads.js'
import type { DraftTable } from './draft-table.js'
import { withEdgeSigns } from './edge-signs.js'
import { findDates } from './find-dates.js'
import { asWorded, bandsUnderYears, findHeadLines, headsAlone, readHeads } from './head-lines.js'
import { toHeadUnits } from './head-units.js'
import { joinInnerColumns } from './join-inner-columns.js'
import { labelMargin } from './label-words.js'
import { partLeadingNotes } from './leading-notes.js'
import type { Line } from './line.js'
import { lineToEntry } from './line-to-entry.js'
import { findNoteBand } from './note-band.js'
import { partingSpace } from './phrases.js'
import { partedUnderHeads, spaceUnderHeads } from './space-under-heads.js'
import { findTextHeads } from './text-heads.js'
import { withoutStamp } from './without-stamp.js'

/** What stands over heads of columns goes on in no row under them: they part lines by so many heights. */
export const HEADS_BETWEEN = 5

// "Lånenummer", "Lånenr", "Konv.datum", "Villkorsändringsdag": what stands under them is no amount
const IDENTIFIERS = /(?:nummer|nr|datum|dag|ändring)\.?$/i

/** Finds rows and columns of a table from where its words stand; `rest` are heads of columns on its heading's own line, `around` lines of ever more of the report. */
export function placedTable(
  printed: readonly Line[],
  rest: Line | null,
  mend: (text: string) => string,
  mayHoldNotes: boolean,
  around: readonly (readonly Line[])[] = [],
): DraftTable {
  const { lines: read, references } = mayHoldNotes ? partLeadingNotes(printed) : { lines: printed, references: [] }
  const dated = findHeadLines(read, mend)
  const worded = findTextHeads(read)
  const isHead = read.map((line, index) => dated[index]! || worded[index]! || isUnitText(mend(line.text)))
  const headLines = read.filter((_, index) => isHead[index])
  const allHeads = rest ? [rest, ...headLines] : headLines
  const unheaded = read.filter((_, index) => !isHead[index])
  const usual = partingSpace(read, around)
  const space = Math.min(usual, spaceUnderHeads(unheaded, allHeads) ?? usual)
  const parted = new Map(partedUnderHeads(unheaded, allHeads).map((line, index) => [unheaded[index]!, line]))
  const lines = withEdgeSigns(
    read.map((line) => parted.get(line) ?? line),
    isHead,
    allHeads,
    space,
  )
  const rows = lines.filter((_, index) => !isHead[index])
  const bands = bandsUnderYears(headLines, rows, findBands(rows, allHeads, space))
  if (bands.length === 0 && (rest || dated.includes(true))) return { entries: [], ...headsAlone(allHeads, mend) }
  const heads = readHeads(headsOfOneSet(rest, headLines, mend), bands, mend)
  const noteBand = mayHoldNotes ? findNoteBand(lines, bands, heads) : heads.findIndex((head) => head.isNote)
  const columns = [...bands.keys()].filter((band) => band !== noteBand && !IDENTIFIERS.test(heads[band]?.label ?? ''))
  const isWorded = worded.some((own, index) => own && !dated[index]) && nameParts(heads, columns)
  const grid = { bands, noteBand, columns, space, margin: labelMargin(lines) }
  const entries = withHeadsBetween(lines, isHead).flatMap((line, index) =>
    isHead[index] ? [] : lineToEntry(line, references[index] ?? '', grid),
  )
  const told = columns.map((band) => (isWorded ? asWorded(heads[band]) : heads[band]) ?? readColumnHead(''))
  const table = withoutStamp({ entries, heads: told, bands: columns.map((band) => bands[band]!) })
  return { ...joinInnerColumns(table), isWorded }
}

/** Whether words over columns say what parts of a whole they hold: neither bodies alone nor periods throughout. */
function nameParts(heads: readonly ColumnHead[], columns: readonly number[]): boolean {
  return !namesBodiesOnly(heads) && columns.some((band) => heads[band]?.periodEnd === null)
}

/** The lines with the space that heads between two rows leave, once such are taken out. */
function withHeadsBetween(lines: readonly Line[], isHead: readonly boolean[]): Line[] {
  const first = isHead.indexOf(false)
  return lines.map((line, index) =>
    isHead[index - 1] && index > first ? { ...line, gap: Math.max(line.gap, HEADS_BETWEEN) } : line,
  )
}

/** The heads that stand together over the columns: those of the first page, with `rest` on the heading's line if it is of them. */
function headsOfOneSet(rest: Line | null, headLines: readonly Line[], mend: (text: string) => string): readonly Line[] {
  const others = headLines.filter((line) => line.page === headLines[0]?.page)
  if (rest === null || others.some(({ page }) => page !== rest.page)) return others
  const over = others.filter((line) => topOf(line) < topOf(rest))
  const below = others.filter((line) => !over.includes(line))
  const isOne = goOn(over, [rest], mend) && goOn([rest], below, mend)
  return isOne ? [...over, rest, ...below] : others
}

function topOf({ words }: Line): number {
  return Math.min(...words.flatMap(({ box }) => box?.y0 ?? []))
}

/** Whether heads go with those below them: not both tell the dates, though a span may begin on one line and end on the next. */
function goOn(above: readonly Line[], below: readonly Line[], mend: (text: string) => string): boolean {
  // the dash behind "2005-07-01 -" joins no date of the next column
  const dateOf = (lines: readonly Line[]) =>
    lines.flatMap(toHeadUnits).flatMap(({ text }) => findDates(mend(text), true))[0]?.date
  const [first, next] = [dateOf(above), dateOf(below)]
  return first === undefined || next === undefined || first < next
}
