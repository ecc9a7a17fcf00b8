import { type CellRef, type Check, cellsOf } from '../model/check.js'
import type { Amount, Report } from '../model/report.js'
import { isWithinTable, minusThroughout } from './minus-throughout.js'
import { keyOfCell, keyOfRow } from './printed.js'
import type { ReportWithChecks } from './tried-check.js'

/** A sum of fewer rows may have lost every minus, its own included. */
const WHOLE_SUM = 3
/** A row of fewer figures may have lost the minus of each. */
const MANY_COLUMNS = 3

/** Whose sign no sum tells; or no other table of the report either. */
export type Float = 'in sums' | 'in its report'

/** By report, the figures whose sign is not told. */
export type Floats = ReadonlyMap<string, (cell: CellRef) => Float | undefined>

/** The figures whose sign no sum tells, of reports that may have figures of each other. */
export function floatsOf(reports: readonly ReportWithChecks[]): Floats {
  const told = reports.flatMap(({ checks }) => checks.filter(({ difference }) => difference === 0))
  const met = told.flatMap(({ other }) => other ?? [])
  return new Map(
    reports.map(({ id, report, checks }) => {
      const printedAgain = met.filter(({ reportId }) => reportId === id).map(({ cell }) => cell)
      return [id, floatingSigns(report, checks, printedAgain)]
    }),
  )
}

/**
 * Figures without a minus, as far as the reader saw, that are taken off in a sum of their table. How a row enters its sum
 * is told by what closes: a cost printed plain and one whose minus was lost in every column close alike, so that no sum
 * tells which it is. Told it is where the figure stands elsewhere with the same sign, where the same table takes off a
 * whole sum of rows without a minus, where the row keeps to it in many columns of a table without a minus, and in a text
 * layer. Nor is it told by notes where no sum of its table holds, nor does a sum tell the sign of what is left where it
 * takes off the first of its rows, or of figures that have a minus throughout.
 */
function floatingSigns(
  report: Report,
  checks: readonly Check[],
  printedAgain: readonly CellRef[],
): (cell: CellRef) => Float | undefined {
  const amountAt = ({ table, row, column }: CellRef) => report.tables[table]?.rows[row]?.cells[column]
  const isPlain = (cell: CellRef) => (amountAt(cell)?.value ?? 0) > 0
  const isMinus = (cell: CellRef) => (amountAt(cell)?.value ?? 0) < 0
  const sums = checks.filter(
    ({ rule, subjectCell: sum, terms }) => rule !== 'variance' && terms.every(({ cell }) => cell.table === sum?.table),
  )
  const taken = sums.flatMap(({ terms }) =>
    terms.flatMap(({ sign, cell }) => (sign < 0 && isPlain(cell) ? [cell] : [])),
  )
  const takenOff = new Map(taken.map((cell) => [keyOfCell(cell), cell]))
  const isTakenOff = (cell: CellRef) => takenOff.has(keyOfCell(cell))
  const isWhole = ({ terms }: Check) =>
    terms.filter(({ cell }) => isPlain(cell)).length >= WHOLE_SUM &&
    terms.every(({ sign, cell }) => sign > 0 && !isMinus(cell))
  const unsigned = new Set(
    sums.flatMap((sum) =>
      sum.subjectCell && isTakenOff(sum.subjectCell) && isWhole(sum) ? sum.subjectCell.table : [],
    ),
  )
  // "Kapitalnetto 79 064": income less costs, which come behind it, closes as well the other way round with its own minus lost
  const turned = new Set(
    sums.flatMap(({ subjectCell: sum, terms }) => {
      if (!sum || terms[0]?.sign !== -1 || !terms.some(({ sign }) => sign > 0)) return []
      // "10, 9, -1": where a minus on the sum is only one of its readings, another may be lost on what is added
      const added = terms.flatMap(({ cell, sign }) => (sign > 0 && isPlain(cell) ? [cell] : []))
      const isDisputed = isMinus(sum) && isReadTurned(amountAt(sum))
      return isPlain(sum) ? [keyOfCell(sum)] : isDisputed ? [sum, ...added].map(keyOfCell) : []
    }),
  )
  const isUnsettled = unsettledSigns(sums, amountAt)
  const elsewhere = new Set(
    checks
      .filter((check) => {
        const { confirms, difference, terms } = check
        return confirms && difference === 0 && terms[0]?.sign === 1 && terms.length === 1 && !isWithinTable(check)
      })
      .map(({ subjectCell, terms }) => [...(subjectCell ? [subjectCell] : []), terms[0]!.cell])
      .filter((pair) => pair.length === 2 && !pair.every(isTakenOff) && !pair.some(isUnsettled))
      .flatMap((pair) => pair.map(keyOfCell)),
  )
  const isHabit = (cell: CellRef) => {
    const inRow = [...takenOff.values()].filter((one) => one.table === cell.table && one.row === cell.row)
    const others = report.tables[cell.table]!.rows.filter((_, row) => row !== cell.row)
    const hasMinus = others.some(({ role, cells }) => role === 'line' && cells.some((one) => one && one.value < 0))
    return inRow.length >= MANY_COLUMNS && !hasMinus && !inRow.some((one) => isReadTurned(amountAt(one)))
  }
  const isMinusThroughout = minusThroughout(report, checks, printedAgain)
  return (cell) => {
    if (isMinusThroughout(cell)) return 'in sums'
    if (amountAt(cell)?.typed) return undefined
    if (isUnsettled(cell)) return 'in its report'
    if (elsewhere.has(keyOfCell(cell))) return undefined
    const isOpen = turned.has(keyOfCell(cell)) || (isTakenOff(cell) && !unsigned.has(cell.table) && !isHabit(cell))
    return isOpen ? 'in sums' : undefined
  }
}

/**
 * Figures without a minus of which no sum of their table holds, while one that is broken has a minus beside them or on the
 * sum: thin minuses are lost row by row; and rows with a minus without which a broken sum would close. A note tells nothing
 * of them, since notes print costs without.
 */
function unsettledSigns(
  sums: readonly Check[],
  amountAt: (cell: CellRef) => Amount | null | undefined,
): (cell: CellRef) => boolean {
  const isMinus = (cell: CellRef) => (amountAt(cell)?.value ?? 0) < 0
  const ofRows = sums.filter(({ terms, verdict }) => terms.length > 1 && verdict !== 'incomplete')
  const plainIn = (some: readonly Check[]) =>
    new Set(some.flatMap(({ terms }) => terms.filter(({ cell }) => !isMinus(cell)).map(({ cell }) => keyOfCell(cell))))
  const broken = ofRows.filter(({ verdict }) => verdict === 'mismatch')
  const unsettled = plainIn(broken.filter((sum) => cellsOf(sum).some(isMinus)))
  const settled = plainIn(ofRows.filter((sum) => !broken.includes(sum)))
  // "18 185:-" may leave a minus behind in each column
  const turned = new Set(broken.flatMap((sum) => closingTurned(sum, amountAt)).map(keyOfRow))
  return (cell) =>
    (unsettled.has(keyOfCell(cell)) && !settled.has(keyOfCell(cell))) || (isMinus(cell) && turned.has(keyOfRow(cell)))
}

/** The figures with a minus among the terms of a broken sum that would close it without. */
function closingTurned(
  { terms, difference, tolerance }: Check,
  amountAt: (cell: CellRef) => Amount | null | undefined,
): CellRef[] {
  return terms.flatMap(({ cell }) => {
    const { value, decimals } = amountAt(cell) ?? { value: 0, decimals: 0 }
    const gap = Math.abs(difference ?? 0) - (2 * Math.abs(value)) / 10 ** decimals
    return value < 0 && Math.abs(gap) <= tolerance ? [cell] : []
  })
}

/** Whether some other reading of a figure has the minus that this one lacks, or lacks it. */
function isReadTurned(amount: Amount | null | undefined): boolean {
  if (!amount) return false
  return [amount.second, ...amount.alternatives, ...(amount.again ?? [])].includes(-amount.value)
}
