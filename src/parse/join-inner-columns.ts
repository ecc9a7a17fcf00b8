import type { Amount } from '../model/report.js'
import type { Band } from './bands.js'
import type { ColumnHead } from './column-heads.js'
import type { CellOption, Entry } from './entry.js'

interface Columns {
  readonly entries: readonly Entry[]
  readonly heads: readonly ColumnHead[]
  readonly bands: readonly Band[]
}

/** Fewer figures in the column of items say nothing. */
const FEWEST_ITEMS = 2

/** Whether a head says what stands below it: a date, "Föregående år", "Budget". */
const isDated = (head: ColumnHead | undefined): boolean =>
  head?.periodEnd != null || head?.relative != null || head?.scenario != null

/**
 * Puts the items of a sum back into the column of the sums, where they are set in a column of their own before it, as
 * old accounts do: of the two columns one alone has a head, and no row fills both, unless it ends the items with their
 * sum, which then becomes a row without a label.
 */
export function joinInnerColumns(columns: Columns): Columns {
  for (let inner = 0; inner + 1 < columns.heads.length; inner++) {
    const { entries, heads } = columns
    const [first, second] = [heads[inner], heads[inner + 1]]
    const oneDated = isDated(first) !== isDated(second) && !first?.unit?.includes('%') && !second?.unit?.includes('%')
    if (oneDated && standInTurn(entries, inner)) return joinInnerColumns(joined(columns, inner))
  }
  return columns
}

function valuesAt(entry: Entry, inner: number): (number | undefined)[] {
  const cells = entry.options[0]?.cells ?? []
  return [cells[inner]?.value, cells[inner + 1]?.value]
}

/** Whether rows fill one of two columns in turn: items, then their sum. */
function standInTurn(entries: readonly Entry[], inner: number): boolean {
  const rows = entries.map((entry) => valuesAt(entry, inner))
  const items = rows.filter(([item, sum]) => item !== undefined && sum === undefined).length
  const sums = rows.filter(([, sum]) => sum !== undefined).length
  let open = 0
  return (
    items >= FEWEST_ITEMS &&
    sums > 0 &&
    rows.every(([item, sum]) => {
      open += item ?? 0
      if (sum === undefined) return true
      const closes = item === undefined || sum === open
      open = 0
      return closes
    })
  )
}

function joined({ entries, heads, bands }: Columns, inner: number): Columns {
  const head = isDated(heads[inner]) ? heads[inner]! : heads[inner + 1]!
  const band = { x0: bands[inner]!.x0, x1: bands[inner + 1]!.x1 }
  const only = (option: CellOption, cell: Amount | null): CellOption => ({
    ...option,
    cells: option.cells.toSpliced(inner, 2, cell),
  })
  return {
    entries: entries.flatMap((entry) => {
      const { options } = entry
      if (options.length === 0) return entry
      const [item, sum] = valuesAt(entry, inner)
      if (item === undefined || sum === undefined) {
        return { ...entry, options: options.map((one) => only(one, one.cells[inner] ?? one.cells[inner + 1] ?? null)) }
      }
      return [
        { ...entry, options: options.map((one) => only(one, one.cells[inner] ?? null)) },
        { ...entry, label: '', gap: 0, options: options.map((one) => only(one, one.cells[inner + 1] ?? null)) },
      ]
    }),
    heads: heads.toSpliced(inner, 2, head),
    bands: bands.toSpliced(inner, 2, band),
  }
}
