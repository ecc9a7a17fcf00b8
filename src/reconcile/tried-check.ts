import { type CellRef, type Check, cellsOf } from '../model/check.js'
import type { Amount, Unit } from '../model/report.js'
import type { IdentifiedReport } from '../model/settled.js'
import { keyOfCell, printedAt } from './printed.js'

/** A report with the checks that were made on it. */
export type ReportWithChecks = IdentifiedReport & { readonly checks: readonly Check[] }

/** A figure that takes part in a check. */
export interface Figure {
  readonly key: string
  /** Its place where it is of the check's own report; null where it is of another. */
  readonly cell: CellRef | null
  /** Whether it is one of those that make `actual`. */
  readonly isTerm: boolean
  readonly amount: Amount
  readonly unit: Unit
  /** Which way what the check leaves open moves with the figure. */
  readonly factor: 1 | -1
}

/** A check with the figures that take part in it. */
export interface TriedCheck {
  readonly check: Check
  /** The places of all that take part, printed or not. */
  readonly keys: readonly string[]
  readonly figures: readonly Figure[]
}

/** A figure's place among those of all reports, as a key of maps and sets. */
export function keyOfFigure(reportId: string, cell: CellRef): string {
  return `${reportId}/${keyOfCell(cell)}`
}

/** The checks of a report with their figures, some of which may be of others among `reports`. */
export function toTriedChecks(one: ReportWithChecks, reports: readonly IdentifiedReport[]): TriedCheck[] {
  return one.checks.map((check) => ({
    check,
    keys: [
      ...cellsOf(check).map((cell) => keyOfFigure(one.id, cell)),
      ...(check.other ? [keyOfFigure(check.other.reportId, check.other.cell)] : []),
    ],
    figures: toFigures(check, one, reports),
  }))
}

function toFigures(
  { subjectCell, terms, other }: Check,
  own: IdentifiedReport,
  reports: readonly IdentifiedReport[],
): Figure[] {
  const elsewhere = other && reports.find(({ id }) => id === other.reportId)
  const places: (Pick<Figure, 'isTerm' | 'factor'> & { of: IdentifiedReport; at: CellRef })[] = terms.map(
    ({ cell, sign }) => ({ of: own, at: cell, isTerm: true, factor: sign === 1 ? -1 : 1 }),
  )
  if (subjectCell) places.unshift({ of: own, at: subjectCell, isTerm: false, factor: 1 })
  if (other && elsewhere) places.push({ of: elsewhere, at: other.cell, isTerm: false, factor: 1 })
  return places.flatMap(({ of, at, isTerm, factor }) => {
    const printed = printedAt(of.report, at)
    if (!printed) return []
    const { amount, unit } = printed
    return [{ key: keyOfFigure(of.id, at), cell: of === own ? at : null, isTerm, factor, amount, unit }]
  })
}
