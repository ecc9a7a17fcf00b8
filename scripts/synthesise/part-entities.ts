import type { Family } from './family.js'
import type { MadeTable } from './made-report.js'

const OWNERS = { group: 'Koncernens', parent: 'Moderbolagets' }

/** The group's statements and then its parent's, where the family prints them apart; notes hold both beside each other. */
export function partEntities(tables: readonly MadeTable[], { entities }: Family): MadeTable[] {
  const isOfBoth = ({ note, columns }: MadeTable) =>
    note === null && new Set(columns.map(({ entity }) => entity)).size > 1
  const both = tables.filter(isOfBoth)
  if (entities === 'beside' || both.length === 0) return [...tables]
  const parted = (['group', 'parent'] as const).flatMap((entity) =>
    both.map((table) => {
      const kept = table.columns.flatMap((column, index) => (column.entity === entity ? index : []))
      return {
        ...table,
        title: `${OWNERS[entity]} ${table.title.charAt(0).toLowerCase()}${table.title.slice(1)}`,
        columns: kept.flatMap((index) => table.columns[index] ?? []),
        rows: table.rows.map((row) => ({ ...row, cells: kept.map((index) => row.cells[index] ?? null) })),
      }
    }),
  )
  return tables.filter((table) => !isOfBoth(table)).toSpliced(tables.findIndex(isOfBoth), 0, ...parted)
}
