import type { Family } from './family.js'
import type { MadeTable } from './made-report.js'

const ENTITIES = ['group', 'parent'] as const
const OWNERS = { group: 'Koncernens', parent: 'Moderbolagets' }
const OWNERS_BEHIND = { group: 'koncernen', parent: 'moderbolaget' }

const isOfBoth = ({ columns }: MadeTable) => new Set(columns.map(({ entity }) => entity)).size > 1

/** The columns of one body alone. */
function keepEntity(table: MadeTable, entity: (typeof ENTITIES)[number]): MadeTable {
  const kept = table.columns.flatMap((column, index) => (column.entity === entity ? index : []))
  return {
    ...table,
    columns: kept.flatMap((index) => table.columns[index] ?? []),
    rows: table.rows.map((row) => ({ ...row, cells: kept.map((index) => row.cells[index] ?? null) })),
  }
}

/** The tables that a parted one is printed as: its group's and its parent's; any other as it is. */
export function partTable(table: MadeTable): MadeTable[] {
  return table.parted ? ENTITIES.map((entity) => keepEntity(table, entity)) : [table]
}

/** The group's statements and then its parent's, where the family prints them apart; notes hold both, perhaps parted. */
export function partEntities(tables: readonly MadeTable[], { entities }: Family): MadeTable[] {
  const toPart = (table: MadeTable) => table.note === null && isOfBoth(table)
  const both = tables.filter(toPart)
  if (entities === 'beside' || both.length === 0) return [...tables]
  const titleOf = (title: string, entity: (typeof ENTITIES)[number]) =>
    entities === 'throughout'
      ? `${title} – ${OWNERS_BEHIND[entity]}`
      : `${OWNERS[entity]} ${title.charAt(0).toLowerCase()}${title.slice(1)}`
  const statements = ENTITIES.flatMap((entity) =>
    both.map((table) => ({ ...keepEntity(table, entity), title: titleOf(table.title, entity) })),
  )
  const notes = tables
    .filter((table) => !toPart(table))
    .map((table) => (entities === 'throughout' && isOfBoth(table) ? { ...table, parted: true } : table))
  return notes.toSpliced(tables.findIndex(toPart), 0, ...statements)
}
