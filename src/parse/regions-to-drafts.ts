import type { StatementKind } from '../model/report.js'
import { lacksLabels, standsTogether } from './apart-page.js'
import { apartTables } from './apart-table.js'
import { sameBodies } from './bodies.js'
import { type ColumnHead, isBare } from './column-heads.js'
import type { DraftTable } from './draft-table.js'
import { findHeadLines } from './head-lines.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { HEADS_BETWEEN, placedTable } from './placed-table.js'
import { plainTable } from './plain-table.js'
import { unitOver } from './printed-units.js'
import type { Region } from './region.js'
import { findTextHeads } from './text-heads.js'

/** Kinds of statement whose rows point to notes. */
const REFERRING: readonly StatementKind[] = ['income_statement', 'balance_sheet', 'cash_flow']

// "Ställda säkerheter", behind the loans of a note: figures of both years, whatever stands over the columns of the loans
const OWN_YEARS = /^(?:ställda (?:säkerheter|panter)|eventualförpliktelser|ansvarsförbindelser)[^\d]*$/i

/** Parts a region of a picture at each page, and where new heads, or the page's own again, stand over a new set of rows. */
function partsOf(region: Region, mend: (text: string) => string): Line[][] {
  const parts: Line[][] = []
  const worded = findTextHeads(region.lines)
  const headed = findHeadLines(region.lines, mend)
  let rows = 0
  let isWorded = false
  for (const [index, line] of region.lines.entries()) {
    const last = parts.at(-1)
    const dated = line.text.length < 120 && !/^not\.?$/i.test(line.text) && headed[index]!
    const head = dated || worded[index]!
    const hasOwnYears = isWorded && OWN_YEARS.test(mend(line.text))
    if (!last || last[0]?.page !== line.page || ((head || hasOwnYears) && rows > 0)) {
      parts.push([line])
      rows = 0
      isWorded = false
    } else last.push(line)
    isWorded ||= worded[index]!
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

/** Drafts of the tables of a picture that stand under one heading; `printed` are all lines of the report. */
function placedDrafts(region: Region, words: ParseWords, printed: readonly Line[]): DraftTable[] {
  const mend = (text: string) => words.mendText(text)
  return partsOf(region, mend).map((lines, index) => {
    const page = printed.filter((line) => line.page === lines[0]?.page)
    const isFirst = index === 0
    const draft = placedTable(lines, isFirst ? headsOnHeading(region) : null, mend, refersToNotes(region), [
      page,
      printed,
    ])
    const unit = unitOver(isFirst ? { ...region, lines } : { title: null, heading: null, lines }, words)
    return isFirst ? { ...draft, unit } : behindHeads({ ...draft, unit })
  })
}

/** A later table under a heading: words before its heads go on in none of its rows. */
function behindHeads(draft: DraftTable): DraftTable {
  const [first, ...others] = draft.entries
  return first ? { ...draft, entries: [{ ...first, gap: Math.max(first.gap, HEADS_BETWEEN) }, ...others] } : draft
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

function goesOn(last: DraftTable, draft: DraftTable): boolean {
  if (last.heads.length !== draft.heads.length || last.entries.length === 0) return false
  if (!sameBodies(draft.heads, last.heads)) return false
  if (last.unit && draft.unit && last.unit !== draft.unit) return false
  if (last.isWorded && OWN_YEARS.test(draft.entries[0]?.label ?? '')) return false
  if (last.isWorded || draft.isWorded) return last.isWorded === true && isBare(draft.heads) && sameWords(last, draft)
  return isBare(draft.heads) || isBare(last.heads) || sameHeads(last.heads, draft.heads)
}

/** Whether two tables have the same words over their columns, or the later one has none. */
function sameWords(a: DraftTable, b: DraftTable): boolean {
  return !b.isWorded || a.heads.every((head, index) => head.label === b.heads[index]?.label)
}

/** Joins drafts that are one table going on: their heads are the same, or the later one has none. */
function joinDrafts(drafts: readonly DraftTable[], isNote: boolean): DraftTable[] {
  const joined: DraftTable[] = []
  for (const draft of drafts) {
    if (!draft.entries.some((entry) => entry.options.length > 0)) {
      if (draft.bands && !isBare(draft.heads)) joined.push(draft)
      continue
    }
    const last = joined.at(-1)
    const summed = /^(?:\W*)(?:summa|totalt?|s:a)(?![\p{L}])/iu.test(
      last?.entries.findLast((entry) => entry.options.length > 0)?.label ?? '',
    )
    if (last && isNote && summed && !isBare(draft.heads) && draft.entries[0]?.gap !== undefined) {
      joined.push({ ...draft, detached: true })
      continue
    }
    if (last && goesOn(last, draft))
      joined[joined.length - 1] = {
        ...last,
        entries: [...last.entries, ...draft.entries],
        heads: isBare(last.heads) ? draft.heads : last.heads,
      }
    else joined.push(draft)
  }
  return joined
}

/** Drafts of the tables under each heading of a report, in order; pages of text without geometry are read together. */
export function regionsToDrafts(regions: readonly Region[], words: ParseWords): Map<Region, DraftTable[]> {
  const plain = plainDrafts(
    regions.filter((region) => region.lines[0]?.placed === false),
    words,
    [],
  )
  const tables = regions.filter((region) => region.kind !== null)
  const printed = regions.flatMap(({ lines }) => lines)
  return new Map(
    tables.map((region) => [
      region,
      joinDrafts(plain.get(region) ?? placedDrafts(region, words, printed), region.kind === 'note'),
    ]),
  )
}
