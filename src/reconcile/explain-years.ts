import { closing, withoutNoise } from '../arithmetic/interval.js'
import { slipBetween } from '../arithmetic/misreadings.js'
import type { CellRef, Check } from '../model/check.js'
import type { Report, Sum } from '../model/report.js'
import { money } from './make-check.js'
import { keyOfCell, nameOf, printedAt, printedNumber, roundingOf } from './printed.js'

/** A slip of a reader that costs more than this is no likely reason for two printings to differ. */
const LIKELY_SLIP = 1.5

/** A comparative that differs from the earlier report's figure, and by how much it is more here. */
type Moved = { check: Check; cell: CellRef; name: string; by: number }

/**
 * Says of every comparative that differs from the earlier report why: a digit misread in one of the two, a restatement
 * that moves a line and its totals together, or a regrouping that moves an amount between lines under totals that stand.
 */
export function explainYears(earlier: Report, later: Report, checks: readonly Check[]): Check[] {
  const moved = new Map(
    checks.flatMap((check): [string, Moved][] => {
      const cell = check.terms[0]!.cell
      const { row, table } = printedAt(later, cell)!
      const by = check.verdict === 'mismatch' ? -(check.difference ?? 0) : 0
      return [[keyOfCell(cell), { check, cell, name: nameOf(row, table), by }]]
    }),
  )
  return checks.map((check) => {
    if (check.verdict !== 'mismatch') return check
    const own = moved.get(keyOfCell(check.terms[0]!.cell))!
    const why = misreading(earlier, later, check) ?? movement(earlier, later, own, moved)
    return { ...check, explanation: `${check.explanation} ${why}` }
  })
}

/** A slip apart, where the sums of one report hold with its figure and those of the other do not. */
function misreading(earlier: Report, later: Report, check: Check): string | undefined {
  const [here, there] = [check.terms[0]!.cell, check.other!.cell]
  const [printed, before] = [printedAt(later, here)!.amount.value, printedAt(earlier, there)!.amount.value]
  const slip = [slipBetween(printed, before), slipBetween(before, printed)].find(
    (one) => one && one.cost <= LIKELY_SLIP,
  )
  const [stands, stood] = [standsIn(later, here), standsIn(earlier, there)]
  if (stands && stood) return undefined
  if (!slip && stands === stood) return undefined
  const how = slip ? `The two are a slip apart (${slip.fault})` : 'Only one of the two fits its sums'
  if (stood) return `${how}; the sums of the earlier report hold with its figure: misread or misprinted here.`
  if (stands) return `${how}; the sums hold with the figure here: misread or misprinted in the earlier report.`
  return `${how}: one of them is misread or misprinted.`
}

/** What moved with a figure between the years. */
function movement(earlier: Report, later: Report, own: Moved, moved: ReadonlyMap<string, Moved>): string {
  const { table, row, column } = own.cell
  const sums = later.tables[table]!.sums.filter((sum) => sum.column === undefined || sum.column === column)
  const unit = own.check.unit
  const at = (index: number) => moved.get(keyOfCell({ table, row: index, column }))
  // of three figures, where the check is of two
  const tolerance = 1.5 * own.check.tolerance
  const asSum = sums.find((sum) => sum.row === row)
  if (asSum) {
    const parts = asSum.terms.flatMap(({ row: index, sign }) => {
      const part = at(index)
      return part && part.by !== 0 ? [{ part, by: sign * part.by }] : []
    })
    if (parts.length > 0 && Math.abs(total(parts) - own.by) <= tolerance) {
      return `Restated: it moved with ${listed(parts, unit)}.`
    }
  }
  const parent = sums.find((sum) => sum.terms.some((term) => term.row === row))
  const above = parent && (at(parent.row) ?? namelessSum(earlier, later, own, parent))
  if (!parent || !above) return 'Restated, misprinted or misread: no total is printed in both reports that would tell.'
  const sign = signIn(parent, row)
  if (above.by !== 0 && Math.abs(above.by - sign * own.by) <= tolerance) {
    return `Restated: ${above.name} moved by the same ${money(Math.abs(own.by), unit)}.`
  }
  const others = parent.terms.flatMap(({ row: index, sign: its }) => {
    const part = at(index)
    return index !== row && part && part.by !== 0 ? [{ part, by: its * part.by }] : []
  })
  if (above.by === 0 && others.length > 0 && Math.abs(total(others) + sign * own.by) <= tolerance) {
    return `Regrouped: ${above.name} stands, what ${own.by > 0 ? 'came here left' : 'left here came to'} ${listed(others, unit)}.`
  }
  const fresh = above.by === 0 ? onlyHere(later, parent, own, moved) : undefined
  if (fresh)
    return `Regrouped: ${above.name} stands, and ${fresh} has ${money(Math.abs(own.by), unit)} that the earlier report has here.`
  if (above.by === 0) return `${above.name} stands, so the line was regrouped between the years, misprinted or misread.`
  return 'Restated, misprinted or misread.'
}

/** A sum without a label, which no check compares: the earlier report's sum over the same line. */
function namelessSum(earlier: Report, later: Report, own: Moved, parent: Sum): Moved | undefined {
  const there = own.check.other!.cell
  const counterpart = earlier.tables[there.table]!.sums.find(({ terms }) => terms.some(({ row }) => row === there.row))
  const now = printedAt(later, { ...own.cell, row: parent.row })
  const before = counterpart && printedAt(earlier, { ...there, row: counterpart.row })
  if (!now || !before || now.row.label !== null || now.unit !== before.unit) return undefined
  return { ...own, name: 'the sum', by: printedNumber(now.amount) - printedNumber(before.amount) }
}

/** A row of the same sum that the earlier report does not have, and that holds what a line lost. */
function onlyHere(later: Report, sum: Sum, own: Moved, moved: ReadonlyMap<string, Moved>): string | undefined {
  const { table, column } = own.cell
  const sign = signIn(sum, own.cell.row)
  const found = sum.terms.find(({ row, sign: its }) => {
    const cell = { table, row, column }
    const printed = moved.has(keyOfCell(cell)) ? undefined : printedAt(later, cell)
    return printed && Math.abs(its * printedNumber(printed.amount) + sign * own.by) <= 1.5 * own.check.tolerance
  })
  return found && nameOf(later.tables[table]!.rows[found.row]!, later.tables[table]!)
}

/** Whether a figure is in a sum of its table that closes, and in none that does not. */
function standsIn(report: Report, { table, row, column }: CellRef): boolean {
  const { sums, rows } = report.tables[table]!
  const amount = (index: number) => rows[index]?.cells[column] ?? undefined
  const tried = sums
    .filter((sum) => sum.column === undefined || sum.column === column)
    .filter((sum) => sum.row === row || sum.terms.some((term) => term.row === row))
    .flatMap((sum) => {
      const printed = amount(sum.row)
      const terms = sum.terms.flatMap(({ row: index, sign }) => {
        const term = amount(index)
        return term ? [{ amount: term, sign }] : []
      })
      const actual = terms.reduce((all, { amount: term, sign }) => all + sign * printedNumber(term), 0)
      const figures = printed ? [{ amount: printed }, ...terms] : []
      return printed ? [closing(printedNumber(printed), withoutNoise(actual), roundingOf(figures))] : []
    })
  return tried.length > 0 && tried.every((verdict) => verdict !== 'open')
}

function signIn(sum: Sum, row: number): 1 | -1 {
  return sum.terms.find((term) => term.row === row)!.sign
}

function listed(parts: readonly { part: Moved; by: number }[], unit: Check['unit']): string {
  return parts.map(({ part, by }) => `${part.name} (${money(Math.abs(by), unit)})`).join(', ')
}

function total(parts: readonly { by: number }[]): number {
  return parts.reduce((sum, { by }) => sum + by, 0)
}
