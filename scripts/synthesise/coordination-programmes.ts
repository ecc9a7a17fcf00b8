import type { CoordinationYear } from './coordination-ledger.js'
import type { CoordinationWording } from './coordination-wording.js'
import { type DraftTable, draftTable } from './draft-table.js'
import { columnOf } from './ledger-columns.js'

/** A column of the programmes' table: what was planned, what came of it, what lies between, what came the year before. */
export type ProgrammeColumn = 'budget' | 'actual' | 'variance' | 'last_year'

/** How a body tells of its programmes. */
type Habits = Pick<CoordinationWording, 'programmeAccounts' | 'programmeColumns' | 'programmeGroups'>

const PLAIN: Habits = {
  programmeAccounts: false,
  programmeColumns: ['budget', 'actual', 'variance'],
  programmeGroups: null,
}

/** The programmes against their budget: in one line each, perhaps in two groups, or by account. */
export function makeProgrammes(
  [now, before]: readonly [CoordinationYear, CoordinationYear],
  title: string,
  { programmeAccounts, programmeColumns, programmeGroups }: Habits = PLAIN,
): DraftTable {
  const table = draftTable({
    kind: 'operating_statement',
    title,
    columns: programmeColumns.map((column) =>
      column === 'last_year' ? columnOf(before.year) : columnOf(now.year, column),
    ),
  })
  const line = (label: string, budget: number, outcome: number, lastYear: number) => {
    const ore = { budget, actual: outcome, variance: budget - outcome, last_year: lastYear }
    return table.line(
      label,
      programmeColumns.map((column) => ore[column]),
    )
  }
  const rows = now.programmes.map(({ label, budget, outcome }, index) => () => {
    const lastYear = before.programmes[index]?.outcome ?? 0
    if (!programmeAccounts) return line(label, budget, outcome, lastYear)
    table.section(label)
    const parts = divideProgramme(budget, outcome, index)
    const last = divideProgramme(budget, lastYear, index)
    const lines = parts.map((part, at) => line(part.label, part.budget, part.outcome, last[at]?.outcome ?? 0))
    return table.sum(`Summa ${label}`, 'subtotal', lines)
  })
  const sums = programmeGroups === null ? rows.map((write) => write()) : groupRows(table, rows, programmeGroups)
  table.section(null)
  table.sum(programmeAccounts ? 'Summa projekt' : 'Summa', 'total', sums)
  return table
}

/** The rows under two headings, two thirds of them under the first, and a sum of each. */
function groupRows(
  table: DraftTable,
  rows: readonly (() => number)[],
  groups: NonNullable<Habits['programmeGroups']>,
): number[] {
  const cut = Math.ceil((rows.length * 2) / 3)
  return [rows.slice(0, cut), rows.slice(cut)].map((group, index) => {
    const heading = groups[index] ?? ''
    table.section(heading)
    return table.sum(
      `Summa ${heading.toLowerCase()}`,
      'subtotal',
      group.map((write) => write()),
    )
  })
}

/** What a programme paid for: most of it pay, in somewhat other shares than were planned. */
function divideProgramme(budget: number, outcome: number, index: number) {
  const part = (ore: number, share: number) => Math.round((ore * share) / 100) * 100
  const shares = [
    { label: 'Löner', planned: 0.7, came: 0.66 + (index % 4) / 30 },
    { label: 'Lokal och telefon', planned: 0.2, came: 0.17 + (index % 3) / 40 },
  ]
  const lines = shares.map(({ label, planned, came }) => ({
    label,
    budget: part(budget, planned),
    outcome: part(outcome, came),
  }))
  const left = (all: number, name: 'budget' | 'outcome') => lines.reduce((rest, line) => rest - line[name], all)
  return [...lines, { label: 'Resor och övrigt', budget: left(budget, 'budget'), outcome: left(outcome, 'outcome') }]
}
