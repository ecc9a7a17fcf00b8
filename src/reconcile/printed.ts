import { withoutNoise } from '../arithmetic/interval.js'
import type { CellRef } from '../model/check.js'
import type { Amount, Column, Report, Row, StatementKind, Table, Unit } from '../model/report.js'

/** One printed amount with all that stands around it. */
export type Printed = { cell: CellRef; amount: Amount; row: Row; table: Table; column: Column; unit: Unit }

/** A row of a report, by its place. */
export type RowPlace = { table: number; row: number }

/** The amount at a place of a report; undefined where nothing is printed. */
export function printedAt(report: Report, cell: CellRef): Printed | undefined {
  const table = report.tables[cell.table]
  const row = table?.rows[cell.row]
  const column = table?.columns[cell.column]
  const amount = row?.cells[cell.column]
  if (!table || !row || !column || !amount) return undefined
  return { cell, amount, row, table, column, unit: column.unit ?? row.unit ?? table.unit }
}

/** A cell's place as a key of maps and sets. */
export function keyOfCell({ table, row, column }: CellRef): string {
  return `${table}/${row}/${column}`
}

/** A row's place as a key of maps and sets. */
export function keyOfRow({ table, row }: RowPlace): string {
  return `${table}/${row}`
}

/** Every printed amount of a row, column by column. */
export function printedInRow(report: Report, place: RowPlace): Printed[] {
  const cells = report.tables[place.table]?.rows[place.row]?.cells ?? []
  return cells.flatMap((_, column) => printedAt(report, { ...place, column }) ?? [])
}

/** Places of the rows of some kind of table that satisfy `holds`, in reading order. */
export function rowsWhere(
  report: Report,
  kind: StatementKind,
  holds: (row: Row, index: number, table: Table) => boolean,
): RowPlace[] {
  return report.tables.flatMap((table, tableIndex) =>
    table.kind === kind
      ? table.rows.flatMap((row, index) => (holds(row, index, table) ? [{ table: tableIndex, row: index }] : []))
      : [],
  )
}

/** The amount of a row in the column that has the same date and scenario as another amount's. */
export function printedBeside(
  report: Report,
  place: RowPlace,
  at: { readonly table: Table; readonly column: Column },
): Printed | undefined {
  const table = report.tables[place.table]
  const index = table && at.column.periodEnd !== null ? columnOf(table, at, at.column.periodEnd) : undefined
  return index === undefined ? undefined : printedAt(report, { ...place, column: index })
}

/**
 * The column of a table that has a date and another column's scenario. Where several have them, as where a group prints
 * its figures beside its parent's, it is the one in the same place among them.
 */
export function columnOf(
  table: Table,
  { table: own, column }: { readonly table: Table; readonly column: Column },
  periodEnd: string,
): number | undefined {
  const alike = (columns: readonly Column[], end: string | null) =>
    columns.flatMap((one, index) => (one.periodEnd === end && one.scenario === column.scenario ? [index] : []))
  const place = alike(own.columns, column.periodEnd).findIndex((index) => own.columns[index] === column)
  return alike(table.columns, periodEnd)[Math.max(0, place)]
}

/** The printed figure as a number of its unit. */
export function printedNumber(amount: Amount): number {
  return amount.value / 10 ** amount.decimals
}

/** The least step in which figures are printed, as the number of their decimals. */
export function finestDecimals(printed: readonly Pick<Printed, 'amount'>[]): number {
  return Math.max(0, ...printed.map(({ amount }) => amount.decimals))
}

/**
 * How far a sum may stand from its terms, all of one unit, in that unit: each figure stands for itself ± half of the last
 * digit that it is printed with, kronor beside öre too; a bare nought for nothing beside what is printed finest.
 */
export function roundingOf(printed: readonly Pick<Printed, 'amount'>[]): number {
  const finest = finestDecimals(printed)
  const halves = printed.map(({ amount }) => 0.5 / 10 ** (amount.value === 0 ? finest : amount.decimals))
  return withoutNoise(halves.reduce((sum, half) => sum + half, 0))
}

/** An amount of a figure's unit as a number of its last digit: 0,02 is 2 of what is printed to the öre. */
export function inLastDigits(value: number, { amount }: Pick<Printed, 'amount'>): number {
  return withoutNoise(value * 10 ** amount.decimals)
}

/** How a row is called in a check or an explanation: its label, or the title of its table. */
export function nameOf(row: Row, table: Table): string {
  return row.label ?? table.title ?? (table.note ? `Not ${table.note}` : 'Summa')
}
