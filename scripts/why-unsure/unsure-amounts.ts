import type { CellRef, Check } from '../../src/model/check.js'
import type { SettledReport } from '../../src/model/settled.js'

/** Why an amount is not sure, from what puts it in doubt to what leaves it without a witness. */
export const REASONS = {
  'broken identity': 'an identity that it takes part in is broken',
  'doubtful reading': 'its readings differ, or where it begins or belongs is not sure',
  'no date': 'the date of its column is not known',
  'rounding only': 'the identities that hold leave room for another last digit',
  'no proof': 'what holds was found by trial, or would hold for another figure too',
  'no identity': 'no identity has it: it is printed once, in no sum',
} as const
export type Reason = keyof typeof REASONS

/** One amount that is not sure, by its row and the checks that it takes part in. */
export interface Unsure {
  readonly reason: Reason
  readonly place: string
}

/** The amounts of a report that are not sure; `elsewhere` are checks of other reports that touch it. */
export function unsureAmounts(
  { id, report, judgements, checks }: SettledReport,
  all: readonly SettledReport[],
): Unsure[] {
  const elsewhere = all.flatMap((other) => other.checks.filter((check) => check.other?.reportId === id))
  return report.tables.flatMap((table, t) =>
    table.rows.flatMap((row, r) =>
      row.cells.flatMap((amount, column): Unsure[] => {
        const { status } = judgements[t]?.[r]?.[column] ?? { status: 'unverified' }
        if (!amount || status === 'verified' || status === 'repaired' || status === 'reviewed') return []
        const cell = { table: t, row: r, column }
        const touching = [
          ...checks.filter((check) => cellsOf(check).some((one) => isSame(one, cell))),
          ...elsewhere.filter(({ other }) => isSame(other!.cell, cell)),
        ].filter(({ verdict }) => verdict !== 'incomplete')
        const reason = reasonOf(touching, status === 'suspect', table.columns[column]?.periodEnd === null)
        const said = touching.map(({ rule, verdict }) => `${rule} ${verdict}`).join(', ')
        const name = `${table.kind} ${table.note ?? ''} "${row.label ?? ''}" ${table.columns[column]?.periodEnd ?? ''}`
        return [{ reason, place: `${name}: ${amount.raw}${said && ` (${said})`}` }]
      }),
    ),
  )
}

function reasonOf(touching: readonly Check[], isDoubted: boolean, isTimeless: boolean): Reason {
  if (isDoubted) return touching.some(({ verdict }) => verdict === 'mismatch') ? 'broken identity' : 'doubtful reading'
  if (isTimeless) return 'no date'
  const holding = touching.filter(({ verdict }) => verdict !== 'mismatch')
  if (holding.length === 0) return 'no identity'
  const leavesRoom = ({ confirms, terms }: Check) => confirms && terms.length > 1
  return holding.some((check) => check.verdict === 'rounding' || leavesRoom(check)) ? 'rounding only' : 'no proof'
}

function cellsOf({ subjectCell, terms }: Check): CellRef[] {
  return [...(subjectCell ? [subjectCell] : []), ...terms.map(({ cell }) => cell)]
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.table === b.table && a.row === b.row && a.column === b.column
}
