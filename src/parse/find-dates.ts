import { remember } from '../arithmetic/remember.js'
import { findPoints, type Point } from './calendar-points.js'
import { headPoints } from './head-points.js'

/** A date that a text names; of a span its end. Where only a year is named it is the year's last day. */
export interface FoundDate {
  readonly date: string
  readonly yearOnly: boolean
  /** Whether the text says when the time begins, too. */
  readonly isSpan: boolean
  /** Whether it names the day, or a span. */
  readonly isExact: boolean
  /** Where what names it begins and ends in the text, a span from its first day. */
  readonly at: number
  readonly end: number
}

/** A printed span is no longer than this, in months: a first fiscal year may be extended. */
const LONGEST_SPAN = 18
// " - ", "--", "–", " t.o.m. ", " till "
const JOINED = /^\s*(?:[-–—−~]{1,2}|t\.?\s?o\.?\s?m\.?|till|to)\s*$/i
// "2006;/07", "2006707.", "2013114": the stroke of a broken year misread; the second year must follow the first
const BLURRED_BROKEN_YEAR = /(?<![\d])(?<from>(?:19|20)\d\d)[;:,.]?[/7\\|lI1!](?<to>\d\d)(?![\d])/g

// "2007-01-01/2007-12-31", "2007-01 / 2007-12": a stroke joins dates that each name their year
const JOINED_WHOLE = /^\s?\/\s?$/

/** The text with the strokes of broken years put right, in as many letters. */
function mendStrokes(text: string): string {
  return text.replace(BLURRED_BROKEN_YEAR, (read, from: string, to: string) =>
    Number(to) === (Number(from) + 1) % 100 ? `${from}/${to}`.padEnd(read.length) : read,
  )
}

/** The last day of a month as an ISO date, or the day itself where the month has it. */
export function isoDate(year: number, month: number, day = 31): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}

type Ends = readonly [from: Point, to: Point]

/** The ends of the span that a dash or a stroke makes of two points; undefined where it makes none. */
function spanOf(from: Point, to: Point, between: string): Ends | undefined {
  const areWhole = [from, to].every(({ year, month }) => year !== undefined && month !== undefined)
  if (!JOINED.test(between) && !(areWhole && JOINED_WHOLE.test(between))) return undefined
  const ends: Ends =
    to.year === undefined && from.short && to.short
      ? [
          { at: from.at, end: from.end, ...from.short },
          { at: to.at, end: to.end, ...to.short },
        ]
      : [from, to.year === undefined && from.year !== undefined ? { ...to, year: from.year } : to]
  const [first, last] = ends
  if (last.year === undefined || last.month === undefined || first.month === undefined) return undefined
  if ((first.day === undefined) !== (last.day === undefined)) return undefined
  // "jul–jun 2021" begins in the year before
  const begun = first.year ?? (first.month > last.month ? last.year - 1 : last.year)
  const months = (last.year - begun) * 12 + last.month - first.month + 1
  if (first.day !== undefined && first.year !== undefined) return toDate(first) < toDate(last) ? ends : undefined
  return months > 0 && months <= LONGEST_SPAN ? ends : undefined
}

function toDate({ year, month, day }: Point): string {
  return isoDate(year!, month ?? 12, day)
}

/**
 * The dates that a text names, in order. `asHead` says that it stands over columns: there `82 81` and `81/82` are years
 * and `Bokslut 1612` is a month.
 */
export function findDates(read: string, asHead = false): readonly FoundDate[] {
  return asHead ? datesOfHead(read) : datesOfText(read)
}

const datesOfHead = remember((text) => datesOf(text, true))
const datesOfText = remember((text) => datesOf(text, false))

function datesOf(read: string, asHead: boolean): readonly FoundDate[] {
  const text = mendStrokes(read)
  const points = asHead ? headPoints(text) : findPoints(text, false)
  const found: FoundDate[] = []
  for (let index = 0; index < points.length; index++) {
    const point = points[index]!
    const next = points[index + 1]
    const span = next && spanOf(point, next, text.slice(point.end, next.at))
    const end = span?.[1] ?? point
    if (span) index += 1
    if (end.year === undefined) continue
    const isSpan = span !== undefined
    const [yearOnly, isExact] = [end.month === undefined, isSpan || end.day !== undefined]
    found.push({ date: toDate(end), yearOnly, isSpan, isExact, at: point.at, end: end.end })
  }
  return found
}
