import { CONFUSED } from '../../src/arithmetic/misreadings.js'
import type { CellRef } from '../../src/model/check.js'
import type { Amount, Report } from '../../src/model/report.js'
import type { Random } from '../synthesise/random.js'

/** Ways for a figure to be wrong; `misprint` is the printer's, the others are the reader's. */
export const FAULTS = ['digit', 'length', 'sign', 'cut', 'misprint'] as const
export type Fault = (typeof FAULTS)[number]

/** What was done to the amounts of one place: one, or two where a group of digits went to the neighbour. */
export type Injury = { fault: Fault; cells: readonly { cell: CellRef; before: number; after: number }[] }

/** How often the second reading of a misread figure shows the printed one, shares the slip, or shows a third. */
const SECOND_READING = { right: 0.6, same: 0.25 }
/** How often the second reading of a rightly read figure agrees. */
const SECOND_AGREES = 0.97
/** Where pictures' figures stand, as far as anything cares here. */
const BOX = { x0: 0.6, y0: 0.3, x1: 0.7, y1: 0.32 }

/** A report with faults in it, and where; `pictured` figures have a place on paper and a second reading. */
export function injure(
  report: Report,
  faults: readonly Fault[],
  random: Random,
  pictured: boolean,
): { report: Report; injuries: Injury[] } {
  const injuries: Injury[] = []
  for (const fault of faults) {
    for (let attempt = 0; attempt < 50; attempt++) {
      const cells = moneyCells(report)
      if (cells.length === 0) break
      const cell = random.pick(cells)
      const injury = injuryAt(report, cell, fault, random)
      if (
        !injury ||
        injury.cells.some((one) => injuries.some(({ cells }) => cells.some(({ cell: own }) => isSame(own, one.cell))))
      )
        continue
      injuries.push(injury)
      break
    }
  }
  return { report: rewrite(report, injuries, random, pictured), injuries }
}

function rewrite(report: Report, injuries: readonly Injury[], random: Random, pictured: boolean): Report {
  const read = (amount: Amount, cell: CellRef): Amount => {
    const hits = injuries.flatMap(({ fault, cells }) => cells.map((one) => ({ ...one, fault })))
    const hit = hits.find((one) => isSame(one.cell, cell))
    const value = hit?.after ?? amount.value
    if (!pictured) return { ...amount, value, raw: String(value) }
    const second = secondReading(amount.value, value, hit?.fault, random)
    return { ...amount, value, raw: String(value), box: BOX, second }
  }
  return {
    ...report,
    tables: report.tables.map((table, t) => ({
      ...table,
      rows: table.rows.map((row, r) => ({
        ...row,
        cells: row.cells.map((amount, column) => amount && read(amount, { table: t, row: r, column })),
      })),
    })),
  }
}

function secondReading(printed: number, read: number, fault: Fault | undefined, random: Random): number {
  if (fault === 'misprint') return read
  const other = () => misreadDigit(printed, random) ?? printed
  if (read === printed) return random.chance(SECOND_AGREES) ? printed : other()
  const luck = random.next()
  if (luck < SECOND_READING.right) return printed
  return luck < SECOND_READING.right + SECOND_READING.same ? read : other()
}

function injuryAt(report: Report, cell: CellRef, fault: Fault, random: Random): Injury | undefined {
  const before = report.tables[cell.table]!.rows[cell.row]!.cells[cell.column]!.value
  if (fault === 'cut') return cutElsewhere(report, cell, random)
  const after =
    fault === 'digit'
      ? misreadDigit(before, random)
      : fault === 'length'
        ? loseOrDouble(before, random)
        : fault === 'sign'
          ? -before
          : misprint(before, random)
  return after === undefined || after === before ? undefined : { fault, cells: [{ cell, before, after }] }
}

function misreadDigit(value: number, random: Random): number | undefined {
  const digits = String(Math.abs(value))
  const at = random.between(0, digits.length - 1)
  const likely = Object.entries(CONFUSED).flatMap(([printed, read]) => (printed === digits[at] ? [...read] : []))
  return spliced(value, at, 1, random.pick(likely))
}

function loseOrDouble(value: number, random: Random): number | undefined {
  const digits = String(Math.abs(value))
  const at = random.between(0, digits.length - 1)
  return random.chance(0.5) && digits.length > 1 ? spliced(value, at, 1, '') : spliced(value, at, 0, digits[at]!)
}

/** Printers set another digit, or change two about. */
function misprint(value: number, random: Random): number | undefined {
  const digits = String(Math.abs(value))
  const at = random.between(0, digits.length - 1)
  if (random.chance(0.5) && at + 1 < digits.length) return spliced(value, at, 2, `${digits[at + 1]}${digits[at]}`)
  return spliced(value, at, 1, String((Number(digits[at]) + random.between(1, 9)) % 10))
}

/** The neighbour's first group of three digits, or the note's number before the first amount. */
function cutElsewhere(report: Report, cell: CellRef, random: Random): Injury | undefined {
  const row = report.tables[cell.table]!.rows[cell.row]!
  const [own, next] = [row.cells[cell.column]!, row.cells[cell.column + 1]]
  const digits = String(Math.abs(own.value))
  if (cell.column === 0 && row.noteRef !== null && /^\d+$/.test(row.noteRef) && digits.length % 3 === 0) {
    return { fault: 'cut', cells: [{ cell, before: own.value, after: spliced(own.value, 0, 0, row.noteRef)! }] }
  }
  if (!next || next.value <= 0) return undefined
  const there = { ...cell, column: cell.column + 1 }
  const others = String(next.value)
  const toLeft = random.chance(0.5)
  const [left, right] = toLeft
    ? [digits + others.slice(0, 3), others.slice(3)]
    : [digits.slice(0, -3), digits.slice(-3) + others]
  const fits = others.length % 3 === 0 && left.length > 0 && right.length > 0 && Number(left) > 0 && right[0] !== '0'
  if (!fits) return undefined
  return {
    fault: 'cut',
    cells: [
      { cell, before: own.value, after: Math.sign(own.value) * Number(left) },
      { cell: there, before: next.value, after: Number(right) },
    ],
  }
}

function spliced(value: number, at: number, count: number, put: string): number | undefined {
  const digits = String(Math.abs(value))
  const result = digits.slice(0, at) + put + digits.slice(at + count)
  return result.length > 1 && result.startsWith('0') ? undefined : Math.sign(value) * Number(result)
}

function moneyCells(report: Report): CellRef[] {
  return report.tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      row.cells.flatMap((amount, column) => {
        const unit = table.columns[column]?.unit ?? row.unit ?? table.unit
        return amount && amount.value !== 0 && unit !== '%' && unit !== 'count' ? [{ table: t, row: r, column }] : []
      }),
    ),
  )
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}
