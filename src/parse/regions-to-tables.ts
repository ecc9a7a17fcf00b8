import { ACCOUNTS, type Unit } from '../model/report.js'
import { type CarriedHeads, carryHeads, headsBehind, NO_HEADS, takesHeads } from './carry-heads.js'
import { isBare, readUnit } from './column-heads.js'
import type { DraftTable } from './draft-table.js'
import { draftToTable } from './draft-to-table.js'
import { entriesToRows } from './entries-to-rows.js'
import { findHeadLines } from './head-lines.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { placedTable } from './placed-table.js'
import { plainTable } from './plain-table.js'
import { unitOver } from './printed-units.js'
import type { Region } from './region.js'
import type { ReportIdentity } from './report-identity.js'
import type { UnitTable } from './settle-units.js'

/** What carries over from one table of a report to the next. */
interface Carried {
  readonly unit: Unit | null
  readonly heads: CarriedHeads
}

/** Reads the drafts under each heading of a report into tables, in order; `declared` is the unit that it says once for all. */
export function regionsToTables(
  regions: readonly Region[],
  drafts: ReadonlyMap<Region, readonly DraftTable[]>,
  declared: Unit | null,
  identity: ReportIdentity,
  words: ParseWords,
): UnitTable[] {
  let carried: Carried = { unit: declared, heads: NO_HEADS }
  return regions.flatMap((region) => {
    const { kind } = region
    if (kind === null) {
      carried = fromHeading(region, carried, words)
      return []
    }
    const isAccount = ACCOUNTS.has(kind)
    const common = unitOver(region, words) ?? carried.unit
    return (drafts.get(region) ?? []).flatMap((draft) => {
      const unit = draft.unit ?? common
      const page = draft.entries[0]?.page ?? draft.page ?? region.heading?.page ?? region.lines[0]!.page
      const whole = takesHeads(draft, page, carried.heads, isAccount) ? carryHeads(draft, carried.heads) : draft
      if (isAccount || draft.entries.length === 0)
        carried = { ...carried, heads: headsBehind(whole, page, carried.heads) }
      const frame = {
        kind,
        note: draft.detached ? null : region.note,
        title: region.title,
        unit: unit ?? 'kr',
        page,
        fiscalYearEnd: identity.fiscalYearEnd,
        periodEnd: identity.periodEnd,
        lines: whole.entries.length,
      }
      const table = draftToTable(frame, whole.heads, entriesToRows(whole.entries, words), words)
      if (!table) return []
      if (isAccount) carried = { ...carried, unit }
      return { table, told: unit !== null }
    })
  })
}

/** The heads on the line that opens the notes hold for all of them. */
function fromHeading({ heading, lines }: Region, carried: Carried, words: ParseWords): Carried {
  if (!heading) return carried
  const { heads, bands } = headsOf([heading, ...lines], words)
  const isTold = heads.length > 0 && !isBare(heads)
  return {
    unit: readUnit(words.mendText(heading.text)) ?? carried.unit,
    heads: isTold ? { heads, bands: bands ?? null, page: heading.page } : carried.heads,
  }
}

function headsOf(lines: readonly Line[], words: ParseWords): DraftTable {
  const mend = (text: string) => words.mendText(text)
  if (!lines[0]!.placed) return plainTable(lines, '', mend, false)
  const isHead = findHeadLines(lines, mend)
  return placedTable(
    lines.filter((_, index) => isHead[index]),
    null,
    mend,
    false,
  )
}
