import type { Family } from './family.js'
import type { MadeColumn, MadeReport, MadeRow, MadeTable } from './made-report.js'
import { partEntities } from './part-entities.js'
import { inWords } from './print-head.js'

/** The comparative columns first, where the family prints them so; tables of budgets keep their order. */
function orderColumns(table: MadeTable, family: Family): MadeTable {
  if (family.order === 'current_first' || table.kind === 'operating_statement') return table
  if (table.loose) return table
  const entities = [...new Set(table.columns.map(({ entity }) => entity))]
  const order = entities.flatMap((entity) =>
    table.columns.flatMap((column, index) => (column.entity === entity ? index : [])).reverse(),
  )
  return {
    ...table,
    columns: order.flatMap((index) => table.columns[index] ?? []),
    rows: table.rows.map((row) => ({ ...row, cells: order.map((index) => row.cells[index] ?? null) })),
  }
}

/** The columns of the year alone, where the family prints no others; budgets, parts of a whole and key figures stay. */
function chooseColumns(table: MadeTable, { period }: MadeReport, { years }: Family): MadeTable {
  if (years === 'both' || table.kind === 'multi_year') return table
  const kept = table.columns.flatMap((column, index) =>
    column.scenario === 'actual' && column.head === undefined && column.period.end !== period.end ? [] : index,
  )
  return {
    ...table,
    columns: kept.flatMap((index) => table.columns[index] ?? []),
    rows: table.rows.map((row) => ({ ...row, cells: kept.map((index) => row.cells[index] ?? null) })),
  }
}

/** The budget, what came out, what lies between, and the year before, where the family prints the result so. */
function addVariance(table: MadeTable, family: Family): MadeTable {
  const actualOf = (plan: MadeColumn) =>
    table.columns.findIndex(({ period, scenario }) => period.end === plan.period.end && scenario === 'actual')
  // A plan for the year to come has nothing yet to be held against.
  const planned = table.columns.findIndex((column) => column.scenario === 'budget' && actualOf(column) >= 0)
  const plan = table.columns[planned]
  if (family.varianceOfResult === 'none' || table.kind !== 'income_statement' || plan === undefined) return table
  const actual = actualOf(plan)
  const others = table.columns.flatMap((_, index) => (index === planned || index === actual ? [] : index))
  const arrange = <Of>(all: readonly Of[], between: Of) => {
    const at = (index: number) => all[index] ?? between
    const [first, second] = family.varianceOfResult === 'budget_first' ? [planned, actual] : [actual, planned]
    return [at(first), at(second), between, ...others.map(at)]
  }
  return {
    ...table,
    columns: arrange(table.columns, { ...plan, scenario: 'variance' }),
    rows: table.rows.map((row) => ({
      ...row,
      cells: arrange(row.cells, (row.cells[actual] ?? 0) - (row.cells[planned] ?? 0)),
    })),
  }
}

/** The balance sheet before the statements of the year, where the family prints it so. */
function orderTables(tables: readonly MadeTable[], family: Family): MadeTable[] {
  if (family.tableOrder === 'result_first') return [...tables]
  const balance = tables.filter(({ kind }) => kind === 'balance_sheet')
  const first = tables.findIndex(({ kind }) => kind === 'income_statement')
  const others = tables.filter(({ kind }) => kind !== 'balance_sheet')
  return others.toSpliced(first, 0, ...balance)
}

/** The sum of a note over its rows, where the family prints it so and all rows go into the one sum. */
function placeSum(table: MadeTable, family: Family): MadeTable {
  const sum = table.rows.at(-1)
  const lines = table.rows.slice(0, -1)
  if (family.noteSums === 'below' || table.kind !== 'note' || table.loose || sum?.terms.length !== lines.length)
    return table
  const raised: MadeRow = {
    ...sum,
    label: sum.label ?? table.title,
    terms: sum.terms.map(({ row, sign }) => ({ row: row + 1, sign })),
  }
  return { ...table, rows: [raised, ...lines.map((line) => ({ ...line, section: 'varav', indent: 1 }))] }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** The house's own word for the usual one. */
export function houseWord(usual: string, { period }: Pick<MadeReport, 'period'>, { words }: Family): string {
  return (words[usual] ?? usual)
    .replace('{year}', period.end.slice(0, 4))
    .replace('{start}', inWords(period.start))
    .replace('{day}', inWords(period.end))
}

/** The tables of a report as the family sets them: their order, that of columns and sums, and the house's own words. */
export function setTables(report: MadeReport, family: Family): MadeTable[] {
  const say = (usual: string) => houseWord(usual, report, family)
  const tables = orderTables(report.tables, family)
    .map((table) => placeSum(orderColumns(addVariance(chooseColumns(table, report, family), family), family), family))
    .map((table) => ({
      ...table,
      title: say(table.title),
      columns: table.columns.map((column) =>
        column.head === undefined ? column : { ...column, head: say(column.head) },
      ),
      rows: table.rows.map((row) => ({
        ...row,
        label: row.label === null ? null : say(row.label).replace('{title}', lowerFirst(say(table.title))),
        section: row.section?.split('|').map(say).join('|') ?? null,
      })),
    }))
  return partEntities(tables, family)
}
