import type { Page, PicturePage } from '../model/page.js'
import type { Report, StatementKind, Table, Unit } from '../model/report.js'
import { apartTables, lacksLabels, standsTogether } from './apart-table.js'
import { type ColumnHead, readUnit } from './column-heads.js'
import { draftToTable } from './draft-to-table.js'
import { entriesToRows } from './entries-to-rows.js'
import { findProse } from './find-prose.js'
import type { Line } from './line.js'
import { findLooseTables } from './loose-tables.js'
import type { ParseWords } from './parse-words.js'
import { type DraftTable, isHeadLine, placedTable } from './placed-table.js'
import { plainTable } from './plain-table.js'
import { linesToRegions, type Region } from './region.js'
import { identifyReport, type ReportIdentity } from './report-identity.js'
import { type ReportLines, splitReports } from './split-reports.js'
import { textToLines } from './text-to-lines.js'
import { wordsToRows } from './words-to-rows.js'

/** What carries over from one table of a report to the next. */
interface Context {
  unit: Unit | null
  heads: readonly ColumnHead[]
}

// "Sida 16", "- Sida 17", "9(16)", "12"
const PAGE_NUMBER = /^(?:[-–]\s*)?sid(?:a|an)?\.?\s*\d{1,3}(?:\s*(?:av|\()\s*\d{1,3}\)?)?(?:\s*[-–])?$/i

function pageToLines(page: Page): Line[] {
  const lines = page.kind === 'plain' ? textToLines(page) : wordsToRows(page, preferredWords(page))
  return lines.filter((line) => !PAGE_NUMBER.test(line.text))
}

function preferredWords(page: PicturePage) {
  return page.readings[0]?.words ?? []
}

/** Kinds of statement whose rows point to notes. */
const REFERRING: readonly StatementKind[] = ['income_statement', 'balance_sheet', 'cash_flow']

/** Parts a region of a picture at each page, and where new heads stand over a new set of rows. */
function partsOf(region: Region, mend: (text: string) => string): Line[][] {
  const parts: Line[][] = []
  let rows = 0
  for (const line of region.lines) {
    const last = parts.at(-1)
    const head = line.text.length < 120 && !/^not\.?$/i.test(line.text) && isHeadLine(line, mend(line.text))
    if (!last || last[0]?.page !== line.page || (head && rows > 0)) {
      parts.push([line])
      rows = 0
    } else last.push(line)
    if (!head && /\d/.test(line.text)) rows += 1
  }
  return parts
}

function sameHeads(a: readonly ColumnHead[], b: readonly ColumnHead[]): boolean {
  return (
    a.length === b.length &&
    a.every((head, index) => head.periodEnd === b[index]?.periodEnd && head.scenario === b[index]?.scenario)
  )
}

function isBare(heads: readonly ColumnHead[]): boolean {
  return heads.every((head) => head.periodEnd === null && head.scenario === null)
}

/** Drafts of the tables of a picture that stand under one heading. */
function placedDrafts(region: Region, words: ParseWords): DraftTable[] {
  const mend = (text: string) => words.mendText(text)
  return partsOf(region, mend).map((lines, index) =>
    placedTable(lines, index === 0 ? headsOnHeading(region) : null, mend, refersToNotes(region)),
  )
}

/** The end of the heading's line that holds heads of columns. */
function headsOnHeading(region: Region): Line | null {
  const count = region.rest.split(' ').filter((word) => word !== '').length
  return region.heading && count > 0 ? { ...region.heading, words: region.heading.words.slice(-count) } : null
}

function refersToNotes(region: Region): boolean {
  return region.kind !== null && REFERRING.includes(region.kind)
}

/** The lines of one region on one page. */
interface RegionPart {
  readonly region: Region
  readonly lines: readonly Line[]
  readonly opens: boolean
}

/** Parts of regions that stand on one page, together with a page behind it that holds figures alone. */
function partsByPage(regions: readonly Region[]): RegionPart[][] {
  const groups: { page: number; parts: RegionPart[] }[] = []
  for (const region of regions) {
    const pages = [...new Set(region.lines.map((line) => line.page))]
    pages.forEach((page, index) => {
      const lines = region.lines.filter((line) => line.page === page)
      const last = groups.at(-1)
      const before = last?.parts.at(-1)
      if (last && before?.region === region && lacksLabels(lines)) {
        last.parts[last.parts.length - 1] = { ...before, lines: [...before.lines, ...lines] }
        return
      }
      const part = { region, lines, opens: index === 0 }
      if (last && last.page === page) last.parts.push(part)
      else groups.push({ page, parts: [part] })
    })
  }
  return groups.map((group) => group.parts)
}

/** Drafts of the tables of an archived text, by region: labels and figures may have come apart on some pages. */
function plainDrafts(
  regions: readonly Region[],
  words: ParseWords,
  inherited: readonly ColumnHead[],
): Map<Region, DraftTable[]> {
  const mend = (text: string) => words.mendText(text)
  const drafts = new Map<Region, DraftTable[]>()
  let heads = inherited
  for (const parts of partsByPage(regions)) {
    const tables = parts.filter((part) => part.region.kind !== null)
    const torn = tables.filter((part) => !standsTogether(part.lines))
    const together = apartTables(
      torn.map(({ region, lines }) => ({ lines, mayRefer: refersToNotes(region) })),
      words,
      heads,
    )
    tables.forEach((part) => {
      const { region, lines } = part
      const index = torn.indexOf(part)
      const headed = part.opens && region.heading?.tabs && region.rest !== '' ? [region.heading, ...lines] : lines
      const alone =
        together && index !== -1
          ? [together[index]]
          : apartTables([{ lines, mayRefer: refersToNotes(region) }], words, heads)
      const own = alone
        ? alone.filter((draft) => draft !== undefined)
        : [plainTable(headed, part.opens ? region.rest : '', mend, refersToNotes(region))]
      for (const draft of own) if (!isBare(draft.heads)) heads = draft.heads
      drafts.set(region, [...(drafts.get(region) ?? []), ...own])
    })
  }
  return drafts
}

/** Joins drafts that are one table going on: their heads are the same, or the later one has none. */
function joinDrafts(drafts: readonly DraftTable[]): DraftTable[] {
  const joined: DraftTable[] = []
  for (const draft of drafts) {
    if (!draft.entries.some((entry) => entry.options.length > 0)) continue
    const last = joined.at(-1)
    if (
      last &&
      last.heads.length === draft.heads.length &&
      (isBare(draft.heads) || isBare(last.heads) || sameHeads(last.heads, draft.heads))
    )
      joined[joined.length - 1] = {
        entries: [...last.entries, ...draft.entries],
        heads: isBare(last.heads) ? draft.heads : last.heads,
      }
    else joined.push(draft)
  }
  return joined
}

function unitOf(region: Region, words: ParseWords, context: Context): Unit {
  const heads = region.lines.slice(0, 6).filter((line) => line.text.length < 90)
  const named = [region.heading, ...heads].flatMap((line) => {
    const unit = line ? readUnit(words.mendText(line.text)) : null
    return unit && !/\d{3} ?t?k+r\b/i.test(line?.text ?? '') ? [unit] : []
  })
  return named[0] ?? context.unit ?? 'kr'
}

function regionToTables(
  region: Region,
  drafts: readonly DraftTable[],
  words: ParseWords,
  identity: ReportIdentity,
  context: Context,
): Table[] {
  const kind = region.kind
  if (kind === null) return []
  const unit = unitOf(region, words, context)
  return drafts.flatMap((draft) => {
    const inherits =
      isBare(draft.heads) &&
      context.heads.length === draft.heads.length &&
      kind !== 'operating_statement' &&
      kind !== 'other'
    const heads = inherits ? context.heads : draft.heads
    const table = draftToTable(
      {
        kind,
        note: region.note,
        title: region.title,
        unit,
        page: draft.entries[0]?.page ?? region.lines[0]!.page,
        fiscalYearEnd: identity.fiscalYearEnd,
        periodEnd: identity.periodEnd,
      },
      heads,
      entriesToRows(draft.entries, words),
      words,
    )
    if (!table) return []
    if (kind !== 'operating_statement' && kind !== 'other' && kind !== 'multi_year') {
      context.unit = unit
      if (!isBare(heads)) context.heads = heads
    }
    return [table]
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
      ? region.rest !== ''
        ? [region]
        : findLooseTables(region, (text) => words.mendText(text))
      : [region],
  )
  const read = (identity: ReportIdentity) => {
    const context: Context = { unit: null, heads: [] }
    const plain = plainDrafts(
      regions.filter((region) => region.lines[0]?.placed === false),
      words,
      [],
    )
    return regions.flatMap((region) => {
      if (region.kind === null && region.heading) noteHeads(region, words, context)
      const drafts = region.kind === null ? [] : (plain.get(region) ?? placedDrafts(region, words))
      return regionToTables(region, joinDrafts(drafts), words, identity, context)
    })
  }
  // the latest date in the statements says which period it is; tables without dates of their own are then of that period
  const period = latestPeriod(read(first))
  const identity = { ...first, periodEnd: period ?? first.periodEnd }
  const tables = read(identity)
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
    prose: findProse(part.lines),
    issues: [],
  }
}

/** The heads on the line that opens the notes hold for all of them. */
function noteHeads(region: Region, words: ParseWords, context: Context): void {
  if (!region.heading) return
  const { heads } = plainTable([region.heading, ...region.lines], '', (text) => words.mendText(text), false)
  if (heads.length > 0 && !isBare(heads)) context.heads = heads
  context.unit = readUnit(words.mendText(region.heading.text)) ?? context.unit
}

/** Reads a document's pages into the reports that it holds. */
export function parseReports(pages: readonly Page[], words: ParseWords): Report[] {
  const lines = pages.flatMap((page) => pageToLines(page))
  if (lines.length === 0) return []
  return splitReports(lines, words).map((part) => linesToReport(part, words))
}
