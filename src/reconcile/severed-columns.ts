import type { Amount, Table } from '../model/report.js'

/** Fewer rows with a figure in both columns say nothing. */
const FEWEST_ROWS = 2
/** In more than this share of the rows that fill both, each figure must look like a part: some are misread. */
const LOOKING_SO = 0.6

const digitsOf = ({ raw }: Amount) => raw.replace(/\D/g, '')
const isGroup = (amount: Amount) => digitsOf(amount).length === 3
const mayLead = (amount: Amount) => digitsOf(amount).length <= 3

/**
 * Columns that may be parts of one: `626 | 972:-` for `626 972:-`. The one before has no date, and mostly where it
 * has a figure, of three digits at most, the dated one has exactly three; or one of those begins with a nought. Such
 * parts add up among themselves by chance.
 */
export function severedColumns(table: Table): ReadonlySet<number> {
  const severed = new Set<number>()
  for (let first = 0; first + 1 < table.columns.length; first++) {
    const pairs = table.rows.flatMap(({ cells }): [Amount, Amount][] => {
      const [before, behind] = [cells[first], cells[first + 1]]
      return before && behind ? [[before, behind]] : []
    })
    const groups = pairs.filter(([before, behind]) => mayLead(before) && isGroup(behind))
    const isUndated = table.columns[first]!.periodEnd === null && table.columns[first + 1]!.periodEnd !== null
    const startsWithNought = groups.some(([, behind]) => digitsOf(behind).startsWith('0'))
    if (!startsWithNought && !(isUndated && groups.length >= FEWEST_ROWS && groups.length > LOOKING_SO * pairs.length))
      continue
    severed.add(first).add(first + 1)
  }
  return severed
}

/** Fewer dashes may be noughts among rows that were not read. */
const FEWEST_DASHES = 2

/**
 * Columns whose minuses may have been taken for a column of noughts before them: it holds nothing but dashes, each
 * before a figure without a sign, and no dash stands before other figures.
 */
export function unsignedColumns({ rows, columns }: Table): ReadonlySet<number> {
  const unsigned = new Set<number>()
  for (let at = 0; at + 1 < columns.length; at++) {
    const pairs = rows.map(({ cells }) => [cells[at] ?? null, cells[at + 1] ?? null] as const)
    const led = pairs.filter(([dash]) => dash !== null)
    const isSign = (dash: Amount | null, figure: Amount | null) =>
      dash !== null && !/\d/.test(dash.raw) && figure !== null && figure.value > 0
    const hasOthers = pairs.some(([dash, figure]) => dash === null && figure !== null)
    if (led.length >= FEWEST_DASHES && hasOthers && led.every(([dash, figure]) => isSign(dash, figure)))
      unsigned.add(at + 1)
  }
  return unsigned
}
