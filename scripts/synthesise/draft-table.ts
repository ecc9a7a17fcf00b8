import type { Unit } from '../../src/model/report.js'
import type { MadeColumn, MadeKey, MadeRow, MadeTable, MadeTerm } from './made-report.js'

/** Options of one drafted row. */
export type RowOptions = {
  note?: string | null
  key?: MadeKey
  indent?: number
  unit?: '%' | 'count'
}

/** A table under construction; amounts are whole öre, so that printing can round row by row. */
export type DraftTable = {
  section(heading: string | null): void
  /** Adds a line and gives its index. */
  line(label: string, ore: readonly (number | null)[], options?: RowOptions): number
  /** Adds a subtotal or total over rows given by index, or by `-1 - index` for rows that are taken off. */
  sum(label: string | null, role: 'subtotal' | 'total', over: readonly number[], options?: RowOptions): number
  amounts(row: number): readonly (number | null)[]
  breakPage(): void
  /** Rounds each row by itself to the unit, or to as many decimals of it. */
  print(unit: Unit, decimals?: number): MadeTable
}

const ORE: Partial<Record<Unit, number>> = { kr: 100, tkr: 100_000, mkr: 100_000_000 }

/** Half up, away from zero, as bookkeeping does. */
export function roundTo(ore: number, unit: Unit, decimals = 0): number {
  const whole = ORE[unit]
  if (whole === undefined) throw new Error(`Expected a unit of money, got ${unit}`)
  const size = whole / 10 ** decimals
  return Math.sign(ore) * Math.floor((Math.abs(ore) + size / 2) / size) || 0
}

/** Negates an index in a list of terms: the row is taken off. */
export function less(row: number): number {
  return -1 - row
}

/** Begins a table of the given kind. */
export function draftTable(
  table: Pick<MadeTable, 'kind' | 'title'> & { note?: string | null; columns: readonly MadeColumn[] },
): DraftTable {
  const rows: (Omit<MadeRow, 'cells'> & { ore: readonly (number | null)[] })[] = []
  let section: string | null = null
  let secondPageAt: number | null = null
  const add = (
    label: string | null,
    role: MadeRow['role'],
    ore: readonly (number | null)[],
    terms: MadeTerm[],
    options: RowOptions,
  ) => {
    if (ore.length !== table.columns.length) {
      throw new Error(`Expected ${table.columns.length} amounts for ${label}, got ${ore.length}`)
    }
    rows.push({
      label,
      role,
      section,
      ore,
      terms,
      noteRef: options.note ?? null,
      key: options.key ?? null,
      indent: options.indent ?? 0,
      unit: options.unit ?? null,
    })
    return rows.length - 1
  }
  return {
    section: (heading) => {
      section = heading
    },
    line: (label, ore, options = {}) => add(label, 'line', ore, [], options),
    sum: (label, role, over, options = {}) => {
      const terms = over.map((row): MadeTerm => (row < 0 ? { row: -1 - row, sign: -1 } : { row, sign: 1 }))
      const ore = table.columns.map((_, column) =>
        terms.reduce((sum, term) => sum + term.sign * (rows[term.row]?.ore[column] ?? 0), 0),
      )
      return add(label, role, ore, terms, options)
    },
    amounts: (row) => rows[row]?.ore ?? [],
    breakPage: () => {
      secondPageAt = rows.length
    },
    print: (unit, decimals = 0) => ({
      kind: table.kind,
      note: table.note ?? null,
      title: table.title,
      unit,
      ...(decimals === 0 ? {} : { decimals }),
      columns: [...table.columns],
      secondPageAt,
      rows: rows.map(({ ore, ...row }) => ({
        ...row,
        cells: ore.map((amount) => (amount === null || row.unit !== null ? amount : roundTo(amount, unit, decimals))),
      })),
    }),
  }
}
