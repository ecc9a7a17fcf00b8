import { foldLabel, isSumWord, isTherein } from '../arithmetic/row-kind.js'
import { findTotalAssets } from '../arithmetic/total-assets.js'
import type { Column, Role, Row, StatementKind, Sum } from '../model/report.js'
import { withColumnSteps } from './column-decimals.js'
import { lateSums, leadingSum } from './find-sums-blocks.js'
import { fitSum, type SignedRow } from './find-sums-candidates.js'
import { chooseFit } from './find-sums-choice.js'
import { ALL_ASSETS, type Claim, endsPart, readClaim } from './find-sums-claim.js'

/** A table before its sums are known; the rows' roles may be provisional. */
export type SumlessTable = {
  kind: StatementKind
  columns: readonly Column[]
  rows: readonly Row[]
  title?: string | null
}

/**
 * Which rows of a table are sums of which, and the role of every row. Rows are taken from the top; what is not yet part
 * of a sum lies open, and a sum takes the last rows that lie open, so that a subtotal goes into its total as one. How
 * many it takes, and with what signs, the figures decide, over all columns together: one misread figure does not hide a
 * structure that the other columns show.
 */
export function findSums(printed: SumlessTable): { sums: Sum[]; roles: Role[] } {
  const table = { ...printed, rows: withColumnSteps(printed.rows) }
  const { kind, rows } = table
  const late = [
    ...lateSums(table.rows, table.columns.length),
    ...(kind === 'note' ? leadingSum(table.rows, table.columns.length) : []),
  ]
  const taken =
    late.length === 0 && isTorn(table)
      ? [...table.columns.keys()].flatMap((column) => columnSums(table, column))
      : tableSums(table, late)
  const all = [...taken, ...late].sort((a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0))
  return { sums: all, roles: rolesOf(rows, all, kind) }
}

function tableSums(table: SumlessTable, late: readonly Sum[]): Sum[] {
  const claimed = takeSums(table, late, 'claims')
  return allClose(table, claimed) ? claimed : better(table, claimed, takeSums(table, late, 'trial'))
}

/** Whether most rows are one amount without a label: then the columns came apart, and their rows are not each other's. */
function isTorn({ rows, columns }: SumlessTable): boolean {
  const counts = rows.flatMap(({ cells }) => cells.filter(Boolean).length || [])
  const bare = rows.filter(({ label, cells }) => label === null && cells.filter(Boolean).length === 1)
  return columns.length > 1 && bare.length > counts.length / 2
}

/** The sums of a column by itself; a line that is its own sum stands twice if more sums close with that. */
function columnSums(table: SumlessTable, column: number): Sum[] {
  // nought under lines of other columns only is no sum of this one's
  const cells = (row: Row) => row.cells.map((cell, index) => (index === column && cell?.value !== 0 ? cell : null))
  const own = { ...table, rows: table.rows.map((row) => ({ ...row, cells: cells(row) })) }
  const claimed = takeSums(own, [], 'claims')
  const twins = allClose(own, claimed) ? claimed : takeSums(own, [], 'twins')
  return (closings(own, twins) > closings(own, claimed) ? twins : claimed).map((sum) => ({ ...sum, column }))
}

/** Whether there are sums and none is open in any column: then nothing need be tried. */
function allClose({ rows, columns }: SumlessTable, sums: readonly Sum[]): boolean {
  return sums.length > 0 && sums.every((sum) => fitSum(rows, sum.row, sum.terms, [...columns.keys()]).open === 0)
}

/** Sums found by trial too, if with them more of the claimed ones close, or if nothing else is a sum in the table. */
function better(table: SumlessTable, claimed: Sum[], tried: Sum[]): Sum[] {
  return closings(table, tried) > closings(table, claimed) || stand(tried, claimed, table.rows) ? tried : claimed
}

/** In how many columns the sums that claim to be such close; structure found by trial must help these to be believed. */
function closings(table: SumlessTable, sums: readonly Sum[]): number {
  const columns = [...table.columns.keys()]
  return sums
    .filter((sum) => sum.basis !== 'figures')
    .map((sum) => fitSum(table.rows, sum.row, sum.terms, columns))
    .reduce((count, fit) => count + fit.exact + fit.rounded / 2, 0)
}

/** Whether a sum found by trial is the table's only one, and its last amount. */
function stand(tried: readonly Sum[], claimed: readonly Sum[], rows: readonly Row[]): boolean {
  const last = rows.findLastIndex((row) => row.cells.some(Boolean))
  return claimed.length === 0 && tried.length === 1 && tried[0]?.row === last
}

/** Whether a row that claims nothing may be a sum: never, where the figures show it, or as a line printed twice. */
type Search = 'claims' | 'trial' | 'twins'

function takeSums(table: SumlessTable, late: readonly Sum[], search: Search): Sum[] {
  const { kind, rows } = table
  const settled = new Set(late.map((sum) => sum.row))
  const spent = new Set(late.flatMap((sum) => sum.terms.map((term) => term.row)))
  const columns = [...table.columns.keys()].filter((i) => isSummable(table.columns[i]?.unit ?? null))
  const labelled = rows.filter((row) => foldLabel(row.label) !== '').length
  const labelsAreLost = rows.length > 4 && labelled < rows.length / 2
  const assets = kind === 'balance_sheet' ? findTotalAssets(rows) : -1
  const named = namesake(table)
  const sums: Sum[] = []
  let open: number[] = []
  let closed: readonly SignedRow[] = []
  rows.forEach((row, index) => {
    if (!row.cells.some(Boolean) || !isSummable(row.unit) || spent.has(index)) return
    if (isTherein(foldLabel(row.label)) && !(kind === 'note' && isTakenOff(rows, index))) return
    const { claim, reach } =
      index === assets
        ? ALL_ASSETS
        : index === named
          ? { claim: 'mark' as const, reach: 'all' as const }
          : readClaim(row, kind, labelsAreLost, amountBefore(rows, index)?.label ?? null)
    const choice =
      settled.has(index) || (claim === 'none' && search !== 'trial')
        ? undefined
        : chooseFit({ rows, index, open, columns, claim, reach, kind, closed, sums })
    const line = open.at(-1)
    if (!choice && claim === 'none' && search === 'twins' && line !== undefined && isTwin(rows, line, index)) {
      sums.push({ row: index, terms: [{ row: line, sign: 1 }], basis: 'figures' })
      open[open.length - 1] = index
      return
    }
    if (!choice) {
      open.push(index)
      return
    }
    sums.push({ row: index, terms: choice.terms, basis: choice.isContested ? 'figures' : basisOf(claim) })
    const taken = new Set(choice.terms.map((term) => term.row))
    open = [...open.filter((item) => !taken.has(item)), index]
    if (index === assets || endsPart(row, kind)) {
      closed = choice.terms
      open = []
    }
  })
  return sums
}

/** "Varav amortering inom ett år -272" under "Lån totalt" and over what is left of them in every column. */
function isTakenOff(rows: readonly Row[], index: number): boolean {
  const [above, below] = [amountBefore(rows, index), rows.slice(index + 1).find(({ cells }) => cells.some(Boolean))]
  const cells = rows[index]!.cells.flatMap((cell, column) => (cell && cell.value !== 0 ? [{ cell, column }] : []))
  const isLeft = ({ cell, column }: (typeof cells)[number]) =>
    (above?.cells[column]?.value ?? 0) + cell.value === below?.cells[column]?.value
  return cells.length > 0 && cells.every((one) => one.cell.value < 0 && isLeft(one))
}

/** "Nettoomsättning" at the end of the note of that name: the last amount of a note, called as the note is; -1 for none. */
function namesake({ kind, rows, title }: SumlessTable): number {
  const last = rows.findLastIndex((row) => row.cells.some(Boolean))
  const name = foldLabel(title ?? null)
  return kind === 'note' && name !== '' && foldLabel(rows[last]?.label ?? null) === name ? last : -1
}

/** The row with amounts above a row. */
function amountBefore(rows: readonly Row[], index: number): Row | undefined {
  return rows.slice(0, index).findLast((row) => row.cells.some(Boolean))
}

function isTwin(rows: readonly Row[], line: number, index: number): boolean {
  const [first, second] = [rows[line]!, rows[index]!].map(({ cells }) => cells.find(Boolean)?.value)
  return first === second && rows[line]!.label === null
}

function basisOf(claim: Claim): Sum['basis'] {
  if (claim === 'label') return 'label'
  return claim === 'none' ? 'figures' : 'form'
}

function rolesOf(rows: readonly Row[], sums: readonly Sum[], kind: StatementKind): Role[] {
  const summed = new Set(sums.map((sum) => sum.row))
  const taken = new Set(sums.flatMap((sum) => sum.terms.map((term) => term.row)))
  const assets = kind === 'balance_sheet' ? findTotalAssets(rows) : -1
  return rows.map((row, index): Role => {
    const folded = foldLabel(row.label)
    if (!summed.has(index)) return isSumWord(folded) && row.role !== 'line' ? row.role : 'line'
    if (index === assets || endsPart(row, kind)) return 'total'
    return taken.has(index) ? 'subtotal' : 'total'
  })
}

function isSummable(unit: Row['unit']): boolean {
  return unit === null || unit === 'kr' || unit === 'tkr' || unit === 'mkr'
}
