import { type ColumnHead, readColumnHead } from './column-heads.js'
import type { DraftRow } from './draft-row.js'

/** Numbers that follow each other like years are years where there are so many. */
const FEWEST_YEARS = 3
const FIRST_YEAR = 1950
const LAST_YEAR = 2100

/**
 * The heads of columns that have none, as years that a row without a label holds: what a stamp or a pen ran across was
 * taken for figures. The heads as they are where there is no such row.
 */
export function headsFromRow(heads: readonly ColumnHead[], rows: readonly DraftRow[]): readonly ColumnHead[] {
  if (heads.some(({ periodEnd, relative }) => periodEnd !== null || relative !== null)) return heads
  const years = rows[0] && yearsOf(rows[0])
  if (!years) return heads
  return heads.map((head, place) => {
    const year = years[place]
    return year === undefined ? head : { ...readColumnHead(`${head.label} ${year}`.trim()), label: String(year) }
  })
}

/** The years in a row's columns, undefined for a row that is none of years: they go back, or on, one by one. */
function yearsOf({ label, options }: DraftRow): number[] | undefined {
  const cells = options[0]?.cells ?? []
  if (label !== null || cells.length < FEWEST_YEARS || cells.some((cell) => cell === null)) return undefined
  const years = cells.map((cell) => cell!.value)
  const step = years[1]! - years[0]!
  const areYears = years.every((year) => year >= FIRST_YEAR && year <= LAST_YEAR)
  const follow = years.slice(1).every((year, at) => year - years[at]! === step)
  return areYears && follow && Math.abs(step) === 1 ? years : undefined
}
