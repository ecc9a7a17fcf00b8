import type { CellRef, Check } from '../model/check.js'
import { ACCOUNTS, type Amount, type Report } from '../model/report.js'
import { keyOfCell } from './printed.js'

/** Two figures that are one may both be negative. */
const FEWEST = 3
/** Debts and assets are printed with a minus by nobody, so that of a balance sheet only a deficit or two may be. */
const MOST_DEFICITS = 3

/**
 * Figures that all have a minus as far as sums hang together in a column, and none outside that is printed with one
 * too, nor a second reader that saw most of the minuses. With every sign turned their sums close as well: a rule or
 * specks at the edge may have been read as minus all the way down.
 */
export function minusThroughout(report: Report, checks: readonly Check[]): (cell: CellRef) => boolean {
  const amountAt = ({ table, row, column }: CellRef) => report.tables[table]?.rows[row]?.cells[column]
  const valueAt = (cell: CellRef) => amountAt(cell)?.value ?? 0
  const groupOf = new Map<string, Map<string, CellRef>>()
  for (const check of checks.filter(isWithinTable)) {
    const cells = cellsOf(check).filter((cell) => valueAt(cell) !== 0)
    const joined = new Map(
      cells.flatMap((cell) => [...(groupOf.get(keyOfCell(cell)) ?? []), [keyOfCell(cell), cell] as const]),
    )
    for (const key of joined.keys()) groupOf.set(key, joined)
  }
  const witnessed = new Set(
    checks
      .filter((check) => check.confirms && check.verdict !== 'mismatch' && !isWithinTable(check) && isStraight(check))
      .flatMap(cellsOf)
      .map(keyOfCell),
  )
  const floating = new Set(
    [...new Set(groupOf.values())].flatMap((group) => {
      const cells = [...group.values()]
      const kind = report.tables[cells[0]?.table ?? -1]?.kind
      if (kind === undefined || !ACCOUNTS.has(kind) || cells.length < FEWEST) return []
      if (cells.some((cell) => valueAt(cell) > 0)) return []
      const readTwice = cells.filter((cell) => isReadTwice(amountAt(cell)!))
      if (readTwice.length > cells.length / 2) return []
      const isBalance = kind === 'balance_sheet' && cells.length > MOST_DEFICITS
      return isBalance || !cells.some((cell) => witnessed.has(keyOfCell(cell))) ? [...group.keys()] : []
    }),
  )
  return (cell) => floating.has(keyOfCell(cell))
}

/** Whether a minus has a witness of its own: another reader, or a source that is text. */
function isReadTwice({ second, value, box }: Amount): boolean {
  return second === value || box === null
}

/** Whether all that takes part in a check stands in one table of one report. */
export function isWithinTable({ other, subjectCell, terms }: Check): boolean {
  const tables = new Set(
    [...(subjectCell ? [subjectCell] : []), ...terms.map(({ cell }) => cell)].map(({ table }) => table),
  )
  return other === null && subjectCell !== null && tables.size === 1
}

/** Whether a figure is held to be another as it is printed, its sign not turned. */
function isStraight({ terms }: Check): boolean {
  return terms.every(({ sign }) => sign === 1)
}

function cellsOf({ subjectCell, terms }: Check): CellRef[] {
  return [...(subjectCell ? [subjectCell] : []), ...terms.map(({ cell }) => cell)]
}
