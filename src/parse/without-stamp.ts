import type { Band } from './bands.js'
import type { ColumnHead } from './column-heads.js'
import type { Entry } from './entry.js'

/** A column of so few figures, each so short, may be ink. */
const MOST_SPECKS = 2
const SPECK_DIGITS = 2
/** Beside columns of so many, where a date stands over it alone. */
const FEWEST_FIGURES = 5
// "Andel"
const WORDS = /\p{L}{3}/u

interface Columns {
  readonly entries: readonly Entry[]
  readonly heads: readonly ColumnHead[]
  readonly bands: readonly Band[]
}

/**
 * The columns without one of ink: a stamp across the table, "10 MAJ 2007", stands as a head over specks between columns
 * that have no head, and strokes of a pen make specks beside columns that have each its own. Only then, since a year over
 * a nearly empty column may be a year in which nothing was there.
 */
export function withoutStamp(columns: Columns): Columns {
  const { entries, heads, bands } = columns
  const ink = [...heads.keys()].find((column) => isInk(columns, column))
  if (ink === undefined) return columns
  return {
    entries: entries.map((entry) => {
      const options = entry.options
        .map((option) => ({ ...option, cells: option.cells.toSpliced(ink, 1) }))
        .filter(({ cells }) => cells.some((cell) => cell !== null))
      return { ...entry, options }
    }),
    heads: heads.toSpliced(ink, 1),
    bands: bands.toSpliced(ink, 1),
  }
}

function isInk({ entries, heads }: Columns, column: number): boolean {
  const figures = heads.map((_, at) => entries.flatMap(({ options }) => options[0]?.cells[at] ?? []))
  const [own, others] = [figures[column]!, figures.toSpliced(column, 1)]
  const isSpeck = (raw: string) => raw.replace(/\D/g, '').length <= SPECK_DIGITS
  if (own.length > MOST_SPECKS || !own.every(({ raw }) => isSpeck(raw)) || others.length < 2) return false
  const [head, beside] = [heads[column]!, heads.toSpliced(column, 1)]
  if (head.scenario !== null || beside.some(({ scenario }) => scenario !== null)) return false
  if (head.periodEnd === null)
    return (
      !WORDS.test(head.label) &&
      beside.every(({ periodEnd }) => periodEnd !== null) &&
      others.every(({ length }) => length > own.length)
    )
  return beside.every(({ periodEnd }) => periodEnd === null) && others.every(({ length }) => length >= FEWEST_FIGURES)
}
