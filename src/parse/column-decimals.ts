import type { Amount, Row } from '../model/report.js'
import { isWellGrouped } from './amount.js'
import type { DraftRow } from './draft-row.js'

/** Of so many figures at least the printer's way with decimals can be told. */
const FEWEST = 4
/** Where this share of a column's figures has as many decimals, all were printed with them. */
const MOST = 0.7
/** Smaller figures without decimals may be whole: rates, numbers of things. */
const LEAST_LOST = 100

// "1 234 56", "6.252.993 92", "-82 842 35": behind groups of three stand two digits, whose comma was not read
const APART = /^\D*\d{1,3}(?:[ .]\d{3})+[ .]\d\d\D*$|^\D*\d{1,3} \d\d\D*$/
// "1 234 567", "1.234": whole groups of three, which no lost comma leaves
const GROUPED = /\d[ .'\u00a0\u2009]\d{3}\D*$/

const LOST = 'others of its column have decimals, and this figure shows no comma'
const UNLIKE = 'others of its column have another number of decimals'

/** How many decimals a figure shows; undefined where it cannot tell: a nought, a dash, a share. */
function decimalsOf({ value, decimals, raw }: Amount): number | undefined {
  if (value === 0 || raw.includes('%')) return undefined
  return decimals === 0 && APART.test(raw) ? 2 : decimals
}

/** The number of decimals that nearly all figures show; undefined where there are few, or they differ. */
function usualDecimals(cells: readonly Amount[]): number | undefined {
  const shown = cells.flatMap((cell) => decimalsOf(cell) ?? [])
  const counts = new Map<number, number>()
  for (const one of shown) counts.set(one, (counts.get(one) ?? 0) + 1)
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])
  return usual && shown.length >= FEWEST && usual[1] >= MOST * shown.length ? usual[0] : undefined
}

/** The figure as the column's form has it: a lost comma put back, in doubt, or doubted where it is of another form. */
function inForm(cell: Amount, decimals: number): Amount {
  if (cell.decimals === decimals || cell.value === 0 || cell.raw.includes('%')) return cell
  if (cell.decimals > 0) return { ...cell, doubts: [...cell.doubts, UNLIKE] }
  const isWhole = cell.typed || Math.abs(cell.value) < LEAST_LOST || (isWellGrouped(cell.raw) && GROUPED.test(cell.raw))
  return isWhole ? cell : { ...cell, decimals, doubts: [...cell.doubts, LOST] }
}

/**
 * The rows of a table with every figure of a column that is printed with decimals read so, where a reader lost the comma:
 * most figures of a column have one form. A column whose own figures do not tell has the form of the table.
 */
export function withColumnDecimals(drafts: readonly DraftRow[]): DraftRow[] {
  const read = drafts.map((draft) => draft.options[0]?.cells ?? [])
  const whole = usualDecimals(read.flatMap((cells) => cells.filter((cell) => cell !== null)))
  const width = Math.max(0, ...read.map((cells) => cells.length))
  const forms = Array.from({ length: width }, (_, column) => {
    const own = read.flatMap((cells) => cells[column] ?? [])
    return own.some(({ raw }) => raw.includes('%')) ? 0 : (usualDecimals(own) ?? whole ?? 0)
  })
  if (forms.every((decimals) => decimals === 0)) return [...drafts]
  const formed = (cell: Amount | null, column: number) =>
    cell && forms[column] !== 0 ? inForm(cell, forms[column]!) : cell
  return drafts.map((draft) => ({
    ...draft,
    options: draft.options.map((option) => ({ ...option, cells: option.cells.map(formed) })),
  }))
}

/** The rows with the values of each column as whole numbers of the step that most of its figures are printed in. */
export function withColumnSteps(rows: readonly Row[]): readonly Row[] {
  const decimals = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.value ? cell.decimals : []))))
  if (decimals.size <= 1) return rows
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const steps = Array.from({ length: width }, (_, column) =>
    mostDecimals(rows.flatMap(({ cells }) => cells[column] ?? [])),
  )
  const scaled = (cell: Amount | null, column: number) =>
    cell && cell.decimals !== steps[column]
      ? { ...cell, value: Math.round(cell.value * 10 ** (steps[column]! - cell.decimals)), decimals: steps[column]! }
      : cell
  return rows.map((row) => ({ ...row, cells: row.cells.map(scaled) }))
}

function mostDecimals(cells: readonly Amount[]): number {
  const counts = new Map<number, number>()
  for (const { value, decimals } of cells) if (value !== 0) counts.set(decimals, (counts.get(decimals) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}
