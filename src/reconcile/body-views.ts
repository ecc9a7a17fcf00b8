import { type Body, bodiesOfColumns, bodyNamed } from '../arithmetic/body-named.js'
import type { Check } from '../model/check.js'
import type { Report, StatementKind, Table } from '../model/report.js'

const STATEMENTS = new Set<StatementKind>(['income_statement', 'balance_sheet', 'cash_flow'])

/** The body that each statement is of, where a group and its parent have theirs apart; null for all other tables. */
function bodiesOfTables({ tables }: Report): (Body | null)[] {
  const named = tables.map((table) =>
    STATEMENTS.has(table.kind) ? (bodyNamed(table.title ?? '')?.body ?? null) : null,
  )
  const isApart = (table: Table) => new Set(bodiesOfColumns(table.columns.map(({ label }) => label))).size > 1
  const [one] = named.filter((body) => body !== null)
  if (!one || tables.some((table) => STATEMENTS.has(table.kind) && isApart(table))) return tables.map(() => null)
  if (named.some((body) => body !== null && body !== one)) return named
  // "Koncernens resultaträkning" and "Resultaträkning": the other is named by nothing
  const other: Body = one === 'group' ? 'parent' : 'group'
  const kinds = new Set(tables.filter((_, index) => named[index] === one).map(({ kind }) => kind))
  return tables.map((table, index) => named[index] ?? (kinds.has(table.kind) && table.title !== null ? other : null))
}

/** Whether two tables are not of two bodies, by their titles. */
export function mayBeOneBody(a: Table, b: Table): boolean {
  const [one, other] = [bodyNamed(a.title ?? ''), bodyNamed(b.title ?? '')]
  return !one || !other || one.body === other.body
}

/**
 * What a report says of each body, every figure in its place and those of the other left out: a group's statements, and
 * its parent's, where they stand apart; else the report itself. Overviews, which name no body, are the group's.
 */
function viewsOf(report: Report, bodies: readonly (Body | null)[]): readonly Report[] {
  if (!bodies.includes('group') || !bodies.includes('parent')) return [report]
  const isOf = (body: Body, { kind }: Table, own: Body | null) =>
    own === null ? kind === 'note' || body === 'group' : own === body
  return (['group', 'parent'] as const).map((body) => ({
    ...report,
    tables: report.tables.map((table, index) =>
      isOf(body, table, bodies[index]!) ? ofBody(table, body) : { ...table, rows: [], sums: [] },
    ),
  }))
}

/** A table without the figures and dates of columns that the other body is named for. */
function ofBody(table: Table, body: Body): Table {
  const bodies = bodiesOfColumns(table.columns.map(({ label }) => label))
  const isOther = (column: number) => bodies[column] !== null && bodies[column] !== body
  if (!table.columns.some((_, column) => isOther(column))) return table
  return {
    ...table,
    columns: table.columns.map((column, index) => (isOther(index) ? { ...column, periodEnd: null } : column)),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell, index) => (isOther(index) ? null : cell)) })),
  }
}

/** What `check` finds, body by body. What one note or overview owes to one body it does not owe to the other as well. */
export function checkBodies(report: Report, check: (view: Report) => Check[]): Check[] {
  const bodies = bodiesOfTables(report)
  const views = viewsOf(report, bodies)
  if (views.length === 1) return check(report)
  const found = views.map(check)
  const shared = (one: Check) =>
    [one.subjectCell, ...one.terms.map(({ cell }) => cell)].filter((cell) => cell && bodies[cell.table] === null)
  const keyOf = (one: Check) => JSON.stringify([one.rule, shared(one)])
  return found.flatMap((own, view) => {
    const others = found.flatMap((theirs, index) => (index === view ? [] : theirs))
    const settled = new Set(others.filter(({ verdict }) => verdict === 'ok').map(keyOf))
    const earlier = new Set(found.slice(0, view).flatMap((theirs) => theirs.map((one) => JSON.stringify(one))))
    return own.filter((one) => {
      const isOwed = shared(one).length === 0 || one.verdict === 'ok' || !settled.has(keyOf(one))
      return isOwed && !earlier.has(JSON.stringify(one))
    })
  })
}
