import type { Page } from '../model/page.js'
import { type Report, type Table, UNTOLD_UNIT, type Unit } from '../model/report.js'
import { believedLook } from './believed-look.js'
import { type CarriedHeads, carryHeads } from './carry-heads.js'
import { chooseReadings } from './choose-readings.js'
import { type ColumnHead, readUnit } from './column-heads.js'
import type { DraftTable } from './draft-table.js'
import { draftToTable } from './draft-to-table.js'
import { entriesToRows } from './entries-to-rows.js'
import { findProse } from './find-prose.js'
import { findHeadLines } from './head-lines.js'
import { hearAgain } from './hear-again.js'
import type { Line } from './line.js'
import { linesToRegions } from './lines-to-regions.js'
import { findLooseTables } from './loose-tables.js'
import { pageHalves } from './page-halves.js'
import type { ParseWords } from './parse-words.js'
import { placedTable } from './placed-table.js'
import { plainTable } from './plain-table.js'
import type { Region } from './region.js'
import { isBare, regionsToDrafts } from './regions-to-drafts.js'
import { identifyReport, type ReportIdentity } from './report-identity.js'
import { settleNoteYears } from './settle-note-years.js'
import { settleNotes } from './settle-notes.js'
import { settlePeriods } from './settle-periods.js'
import { isUnitUntold, settleUnits, type UnitTable, withQuotedUnit } from './settle-units.js'
import { linesOnSheet, sheetToPages } from './sheet-to-pages.js'
import { type ReportLines, splitReports } from './split-reports.js'
import { textToLines } from './text-to-lines.js'
import { withoutFurniture } from './without-furniture.js'
import { withoutKronaMarks } from './without-krona-marks.js'
import { wordsToRows } from './words-to-rows.js'

/** What carries over from one table of a report to the next. */
interface Context {
  unit: Unit | null
  heads: CarriedHeads
}

const NO_HEADS: CarriedHeads = { heads: [], bands: null, page: 0 }

/** A foot or head stands at least this many heights of a line from the text. */
const FOOT_GAP = 4
// "Sida 16", "- Sida 17", "9(16)", "12"
const PAGE_NUMBER = /^(?:[-–]\s*)?sid(?:a|an)?\.?\s*\d{1,3}(?:\s*(?:av|\()\s*\d{1,3}\)?)?(?:\s*[-–])?$/i

/** A page's number at its foot or head, with what specks stand beside it: "7 (8)", "6 (8) N", "- 12 -". */
function isPageNumber(line: Line, index: number, all: readonly Line[]): boolean {
  const isNumberOf = (text: string) => /^\d{1,3}\s?\(\d{1,3}\)$/.test(text)
  if (isNumberOf(line.text)) return true
  const atFoot = index === all.length - 1 && line.gap > FOOT_GAP
  const atHead = index === 0 && (all[1]?.gap ?? 0) > FOOT_GAP
  // "20) Cd", which another reading has as "8(9)"
  if (index === all.length - 1 && line.text.length <= 10 && line.words.some(({ second }) => isNumberOf(second ?? '')))
    return true
  return (atFoot || atHead) && line.text.length <= 10 && !/\p{L}{3}/u.test(line.text) && !/\d{4}/.test(line.text)
}

function pageToLines(page: Page): Line[] {
  if (page.kind === 'plain') return textToLines(page).filter((line) => !PAGE_NUMBER.test(line.text))
  return sheetToPages(page).flatMap(({ page: own, words, toSheet }) => {
    const lines = pageHalves(words.map(believedLook))
      .flatMap((half) => wordsToRows(own, half))
      .filter((line, index, all) => !PAGE_NUMBER.test(line.text) && !isPageNumber(line, index, all))
    return linesOnSheet(lines, toSheet)
  })
}

/** The unit that is printed over a table; null where none is. */
function unitOf(region: Region, words: ParseWords): Unit | null {
  const heads = region.lines.filter((line, index) => index < 6 && line.text.length < 90)
  const texts = [region.title, region.heading?.text, ...heads.map(({ text }) => text)]
  for (const text of texts) {
    // "… uppgick till 762 tkr" is no unit of a table
    const unit = text && !/\d{3} ?t?k+r\b/i.test(text) ? readUnit(words.mendText(text)) : null
    if (unit) return unit
  }
  return null
}

// "Alla belopp anges i tkr om inget annat sägs", "Belopp i 1000-tal kronor om ej annat anges"
const DECLARATION =
  /belopp .{0,20}\bi (?<unit>(?:\p{L}+|1[ .]?000-tal)(?: kronor)?),? om (?:inget|ej|inte|intet) annat/iu

/** The unit that the report says once for all its tables; null where it says none, or more than one. */
function declaredUnit(lines: readonly Line[], words: ParseWords): Unit | null {
  const units = lines.flatMap(({ text }) => readUnit(DECLARATION.exec(words.mendText(text))?.groups?.unit ?? '') ?? [])
  return new Set(units).size === 1 ? units[0]! : null
}

function regionToTables(
  region: Region,
  drafts: readonly DraftTable[],
  words: ParseWords,
  identity: ReportIdentity,
  context: Context,
): UnitTable[] {
  const kind = region.kind
  if (kind === null) return []
  const told = unitOf(region, words) ?? context.unit
  const unit = told ?? 'kr'
  return drafts.flatMap((draft) => {
    const statement = kind !== 'operating_statement' && kind !== 'other' && kind !== 'multi_year'
    const page = draft.entries[0]?.page ?? draft.page ?? region.heading?.page ?? region.lines[0]!.page
    const inherits =
      isBare(draft.heads) &&
      draft.isWorded !== true &&
      context.heads.heads.length > 0 &&
      (statement || (context.heads.bands !== null && context.heads.page === page))
    const whole = inherits ? carryHeads(draft, context.heads) : draft
    if (
      !isBare(whole.heads) &&
      whole.isWorded !== true &&
      (statement || draft.entries.length === 0) &&
      fills(whole, context.heads)
    )
      context.heads = { heads: whole.heads, bands: whole.bands ?? null, page }
    const table = draftToTable(
      {
        kind,
        note: draft.detached ? null : region.note,
        title: region.title,
        unit,
        page,
        fiscalYearEnd: identity.fiscalYearEnd,
        periodEnd: identity.periodEnd,
        lines: whole.entries.length,
      },
      whole.heads,
      entriesToRows(whole.entries, words),
      words,
    )
    if (!table) return []
    if (statement) context.unit = told
    return [{ table, told: told !== null }]
  })
}

/** The date that most statements and notes give as their latest: a misread head in one does not move the report. */
function latestPeriod(tables: readonly Table[]): string | null {
  const counts = new Map<string, number>()
  for (const table of tables) {
    if (table.kind === 'operating_statement' || table.kind === 'other' || table.kind === 'multi_year') continue
    const ends = table.columns
      .filter((column) => column.scenario === 'actual')
      .flatMap((column) => column.periodEnd ?? [])
    const latest = ends.sort().at(-1)
    if (latest) counts.set(latest, (counts.get(latest) ?? 0) + (table.kind === 'note' ? 1 : 2))
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0]?.[0] ?? null
}

function startOf(end: string | null, kind: Report['kind']): string | null {
  if (end === null) return null
  if (kind === 'interim') return `${end.slice(0, 4)}-01-01`
  const start = new Date(`${end}T00:00:00Z`)
  start.setUTCDate(start.getUTCDate() + 1)
  start.setUTCFullYear(start.getUTCFullYear() - 1)
  return start.toISOString().slice(0, 10)
}

function linesToReport(part: ReportLines, words: ParseWords): Report {
  const first = identifyReport(part.lines, words)
  const regions = linesToRegions(part.lines, words).flatMap((region) =>
    region.kind === null
      ? [
          ...(region.rest === '' ? [] : [region]),
          ...(region.rest === '' || region.lines[0]?.placed
            ? findLooseTables(region, (text) => words.mendText(text))
            : []),
        ]
      : [region],
  )
  const drafts = regionsToDrafts(regions, words)
  const declared = declaredUnit(part.lines, words)
  const read = (identity: ReportIdentity): UnitTable[] => {
    const context: Context = { unit: declared, heads: NO_HEADS }
    return regions.flatMap((region) => {
      if (region.kind === null && region.heading) noteHeads(region, words, context)
      return regionToTables(region, drafts.get(region) ?? [], words, identity, context)
    })
  }
  // the latest date in the statements says which period it is; tables without dates of their own are then of that period
  const atFirst = read(first)
  const identity = { ...first, periodEnd: latestPeriod(atFirst.map(({ table }) => table)) ?? first.periodEnd }
  const prose = findProse(part.lines)
  const found = withQuotedUnit(identity.periodEnd === first.periodEnd ? atFirst : read(identity), prose)
  const tables = settleNoteYears(settleNotes(settlePeriods(settleUnits(found))))
  const kind = part.appendix ? 'appendix' : identity.kind
  return {
    organisation: identity.organisation,
    orgNumber: identity.orgNumber,
    kind,
    periodStart: startOf(identity.periodEnd, kind),
    periodEnd: identity.periodEnd,
    firstPage: part.lines[0]?.page ?? 1,
    lastPage: part.lines.at(-1)?.page ?? 1,
    tables,
    prose,
    issues: isUnitUntold(found, prose) ? [UNTOLD_UNIT] : [],
  }
}

/**
 * Whether heads are to be carried on: those of a table that has fewer columns say less than those before it on a page,
 * and where some were not read, less than those that all were.
 */
function fills(draft: DraftTable, before: CarriedHeads): boolean {
  const dates = (heads: readonly ColumnHead[]) => heads.filter(({ periodEnd }) => periodEnd !== null).length
  if (draft.heads.length === before.heads.length && dates(draft.heads) < dates(before.heads)) return false
  return (
    draft.entries.length === 0 || draft.entries[0]?.page !== before.page || draft.heads.length >= before.heads.length
  )
}

/** The heads on the line that opens the notes hold for all of them. */
function noteHeads(region: Region, words: ParseWords, context: Context): void {
  if (!region.heading) return
  const mend = (text: string) => words.mendText(text)
  const lines = [region.heading, ...region.lines]
  const isHead = findHeadLines(lines, mend)
  const dated = lines.filter((_, index) => isHead[index])
  const { heads, bands } = region.heading.placed
    ? placedTable(dated, null, mend, false)
    : plainTable(lines, '', mend, false)
  if (heads.length > 0 && !isBare(heads)) context.heads = { heads, bands: bands ?? null, page: region.heading.page }
  context.unit = readUnit(words.mendText(region.heading.text)) ?? context.unit
}

/** Whether what was found is a report at all: a statement or note, or at least somebody's tables or texts of a year. */
function isReport(report: Report): boolean {
  if (report.tables.some((table) => table.kind !== 'other')) return true
  const known = report.organisation !== null || report.orgNumber !== null
  return known && (report.periodEnd !== null || report.kind === 'appendix')
}

/** Reads a document's pages into the reports that it holds; none where it holds no accounts. */
export function parseReports(pages: readonly Page[], words: ParseWords): Report[] {
  const parse = (chosen: readonly Page[]) => parsePages(chosen, words)
  const chosen = chooseReadings(pages, parse, (label) => words.mendLabel(label).exact).map(withoutKronaMarks)
  return hearAgain(parse(chosen), chosen)
}

/** Reads reports from the first reading of each page. */
function parsePages(pages: readonly Page[], words: ParseWords): Report[] {
  const lines = withoutFurniture(pages.map((page) => pageToLines(page))).flat()
  if (lines.length === 0) return []
  return splitReports(lines, words)
    .map((part) => linesToReport(part, words))
    .filter(isReport)
}
