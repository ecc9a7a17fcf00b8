import type { Page, Word } from '../model/page.js'
import { type Report, UNTOLD_UNIT } from '../model/report.js'
import { abreastPages, doubtAbreast } from './abreast-pages.js'
import { chooseReadings } from './choose-readings.js'
import { findProse } from './find-prose.js'
import { hearAgain } from './hear-again.js'
import { hearWords } from './hear-words.js'
import { withoutLaterYears } from './later-years.js'
import { linesToRegions } from './lines-to-regions.js'
import { findLooseTables } from './loose-tables.js'
import { doubtOtherStatement } from './other-statement.js'
import { pageToLines } from './page-to-lines.js'
import type { ParseWords } from './parse-words.js'
import { declaredUnit } from './printed-units.js'
import type { Region } from './region.js'
import { regionsToDrafts } from './regions-to-drafts.js'
import { regionsToTables } from './regions-to-tables.js'
import { rememberPages } from './remember-pages.js'
import { identifyReport, type ReportIdentity } from './report-identity.js'
import { latestPeriod, startOf } from './report-period.js'
import { settleNoteYears } from './settle-note-years.js'
import { settleNotes } from './settle-notes.js'
import { settlePeriods } from './settle-periods.js'
import { isUnitUntold, settleUnits, withQuotedUnit } from './settle-units.js'
import { type ReportLines, splitReports } from './split-reports.js'
import { doubtUntoldBlocks } from './untold-blocks.js'
import { withoutFurniture } from './without-furniture.js'
import { withoutKronaMarks } from './without-krona-marks.js'

/** Reads a document's pages into the reports that it holds; none where it holds no accounts. */
export function parseReports(pages: readonly Page[], known: ParseWords): Report[] {
  const words = known.hearing(readWords(pages))
  const parse = rememberPages((chosen) => parsePages(chosen, words))
  const marked = pages.map(withoutKronaMarks)
  const chosen = chooseReadings(marked, parse, (label) => words.mendLabel(label).exact)
  const heard = chosen.map((page) => hearWords(page, words))
  return hearAgain(parse(heard), heard)
}

/** Every word that any reading of a picture gave. */
function readWords(pages: readonly Page[]): Word[] {
  return pages.flatMap((page) =>
    page.kind === 'picture' && page.source === 'ocr' ? page.readings.flatMap(({ words }) => words) : [],
  )
}

/** Reads reports from the first reading of each page. */
function parsePages(pages: readonly Page[], words: ParseWords): Report[] {
  const lines = withoutFurniture(pages.flatMap(pageToLines)).flat()
  if (lines.length === 0) return []
  const abreast = abreastPages(pages)
  return splitReports(lines, words)
    .map((part) => linesToReport(part, words))
    .map((report) => ({ ...report, tables: doubtAbreast(report.tables, abreast) }))
    .filter(isReport)
}

/** The regions with the tables that stand in running text, under no heading of their own. */
function withLooseTables(regions: readonly Region[], words: ParseWords): Region[] {
  return regions.flatMap((region) => {
    if (region.kind !== null) return region
    const isHeading = region.rest !== ''
    const mayHold = !isHeading || region.lines[0]?.placed
    return [...(isHeading ? [region] : []), ...(mayHold ? findLooseTables(region, (text) => words.mendText(text)) : [])]
  })
}

function linesToReport(part: ReportLines, words: ParseWords): Report {
  const first = identifyReport(part.lines, words)
  const regions = withLooseTables(linesToRegions(part.lines, words), words)
  const drafts = regionsToDrafts(regions, words)
  const declared = declaredUnit(part.lines, words)
  const read = (identity: ReportIdentity) => {
    const found = regionsToTables(regions, drafts, declared, identity, words)
    const tables = withoutLaterYears(
      found.map(({ table }) => table),
      first.periodEnd,
    )
    return found.map((one, index) => ({ ...one, table: tables[index]! }))
  }
  // the latest date in the statements says which period it is; tables without dates of their own are then of that period
  const atFirst = read(first)
  const identity = { ...first, periodEnd: latestPeriod(atFirst.map(({ table }) => table)) ?? first.periodEnd }
  const prose = findProse(part.lines)
  const found = withQuotedUnit(identity.periodEnd === first.periodEnd ? atFirst : read(identity), prose)
  const tables = doubtUntoldBlocks(settleNoteYears(settleNotes(settlePeriods(settleUnits(found))))).map((table) =>
    doubtOtherStatement(table, words),
  )
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
    issues: isUnitUntold(found, declared, prose) ? [UNTOLD_UNIT] : [],
  }
}

/** Whether what was found is a report at all: a statement or note, or at least somebody's tables or texts of a year. */
function isReport(report: Report): boolean {
  if (report.tables.some((table) => table.kind !== 'other')) return true
  const known = report.organisation !== null || report.orgNumber !== null
  return known && (report.periodEnd !== null || report.kind === 'appendix')
}
