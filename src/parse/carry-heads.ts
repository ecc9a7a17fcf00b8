import { bodiesOfColumns } from '../arithmetic/body-named.js'
import type { Band } from './bands.js'
import { inSameOrder, namesBodiesOnly, sameBodies } from './bodies.js'
import { type ColumnHead, isBare, readColumnHead } from './column-heads.js'
import type { DraftTable } from './draft-table.js'

/** Heads of a table that hold for the tables behind it, and where on which page they stand; null in plain text. */
export interface CarriedHeads {
  readonly heads: readonly ColumnHead[]
  readonly bands: readonly Band[] | null
  readonly page: number
}

/** What is carried where nothing stands before. */
export const NO_HEADS: CarriedHeads = { heads: [], bands: null, page: 0 }

/** A figure that stands under no head is a speck if it is no longer than this. */
const SPECK_DIGITS = 2
/** A column of specks holds at most so many. */
const MOST_SPECKS = 2

/** How far two columns lie over each other, as a share of the page's width; negative where they lie apart. */
function overlap(a: Band, b: Band): number {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
}

/** The carried head over each column; undefined for a column that stands under none or under one that is taken. */
function headsOver(bands: readonly Band[], carried: readonly Band[]): (number | undefined)[] {
  const nearest = bands.map((band) => {
    const best = [...carried.keys()].sort((a, b) => overlap(band, carried[b]!) - overlap(band, carried[a]!))[0]
    return best !== undefined && overlap(band, carried[best]!) > 0 ? best : undefined
  })
  return nearest.map((head, column) => {
    if (head === undefined) return undefined
    const place = carried[head]!
    const rivals = [...bands.keys()].filter((other) => nearest[other] === head)
    const closest = rivals.sort((a, b) => overlap(bands[b]!, place) - overlap(bands[a]!, place))[0]
    return closest === column ? head : undefined
  })
}

/** The table without columns that hold nothing but specks and stand under no head. */
function withoutSpecks(draft: DraftTable, over: readonly (number | undefined)[]): DraftTable & { kept: number[] } {
  const isSpeck = (column: number) => {
    const figures = draft.entries.flatMap((entry) => entry.options[0]?.cells[column] ?? [])
    const short = figures.every((figure) => figure.raw.replace(/\D/g, '').length <= SPECK_DIGITS)
    return over[column] === undefined && figures.length <= MOST_SPECKS && short
  }
  const kept = [...draft.heads.keys()].filter((column) => !isSpeck(column))
  const entries = draft.entries.map((entry) => ({
    ...entry,
    options: entry.options
      .map((option) => ({ ...option, cells: kept.map((column) => option.cells[column] ?? null) }))
      .filter((option) => option.cells.some((cell) => cell !== null)),
  }))
  return { ...draft, entries, heads: kept.map((column) => draft.heads[column]!), kept }
}

/**
 * A table without heads of its own under those of the table, or of the page, before it. On one page a column stands
 * under its head; from page to page it may have moved, and there a head is carried over only where all are.
 */
export function carryHeads(draft: DraftTable, carried: CarriedHeads): DraftTable {
  const whole = underHeads(draft, carried)
  if (sameBodies(draft.heads, whole.heads)) return whole
  if (standsBelow(draft, carried) && namesBodiesOnly(draft.heads) && inSameOrder(draft.heads, whole.heads)) return whole
  return namesBodiesOnly(draft.heads) && draft.heads.length === whole.heads.length && saysTwice(carried.heads)
    ? { ...whole, heads: whole.heads.map((head, column) => withBody(head, draft.heads[column]!)) }
    : draft
}

/** Whether each column stands on the page right under its carried head, so that short figures alone set bodies off their columns. */
function standsBelow({ entries, heads, bands }: DraftTable, carried: CarriedHeads): boolean {
  if (!bands || !carried.bands || entries[0]?.page !== carried.page) return false
  const over = headsOver(bands, carried.bands)
  return heads.length === carried.heads.length && over.every((head, column) => head === column)
}

/** Whether heads that name no bodies say the same periods over both halves of the columns: those of a group and its parent. */
function saysTwice(heads: readonly ColumnHead[]): boolean {
  const said = heads.map(({ periodEnd, scenario }) => `${periodEnd} ${scenario}`)
  const half = said.length / 2
  const isNamed = bodiesOfColumns(heads.map(({ label }) => label)).some((body) => body !== null)
  return !isNamed && half >= 1 && said.slice(0, half).join() === said.slice(half).join()
}

/** A head under the name of the body whose column it stands over. */
function withBody(head: ColumnHead, { label }: ColumnHead): ColumnHead {
  return { ...head, label: `${label} ${head.label}`.trim() }
}

function underHeads(draft: DraftTable, carried: CarriedHeads): DraftTable {
  const count = draft.heads.length
  const page = draft.entries[0]?.page
  if (!draft.bands || !carried.bands) return count === carried.heads.length ? { ...draft, heads: carried.heads } : draft
  const over = headsOver(draft.bands, carried.bands)
  const matched = over.filter((head) => head !== undefined).length
  if (matched === 0 || (page !== carried.page && matched < carried.heads.length))
    return count === carried.heads.length ? { ...draft, heads: carried.heads } : draft
  // as many columns in other places: which head is whose is not told by where they stand
  if (count === carried.heads.length && over.some((head, column) => head !== column)) return draft
  const { kept, ...whole } = withoutSpecks(draft, over)
  const heads = kept.map((column) => carried.heads[over[column] ?? -1] ?? readColumnHead(''))
  return { ...whole, heads, bands: kept.map((column) => draft.bands![column]!) }
}

/**
 * Whether a table on `page` takes heads that are carried: it says nothing itself of what its columns hold, and is an
 * account, as all on which the report's own periods stand are, or on the page where the heads are.
 */
export function takesHeads(draft: DraftTable, page: number, carried: CarriedHeads, isAccount: boolean): boolean {
  const isNear = isAccount || (carried.bands !== null && carried.page === page)
  return isNear && carried.heads.length > 0 && isBare(draft.heads) && draft.isWorded !== true
}

/** The heads that hold behind a table on `page`: its own, or where they say less, those before it. */
export function headsBehind(draft: DraftTable, page: number, before: CarriedHeads): CarriedHeads {
  const { heads, bands } = draft
  if (isBare(heads) || draft.isWorded === true || !fills(draft, before)) return before
  return { heads, bands: bands ?? null, page }
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
