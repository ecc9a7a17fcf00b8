import { parseReports } from '../../src/parse/parse-reports.js'
import { settleOrganisation } from '../../src/settle.js'
import type { Tools } from '../bench-structure/try-out.js'
import type { DrawnReport, TrueTable } from './draw-report.js'

/** What became of a column: right or wrong, sure or not; `lost` where half its figures are nowhere. */
export const VERDICTS = [
  'right',
  'right in doubt',
  'wrong in doubt',
  'wrong unverified',
  'wrong and sure',
  'lost',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** A true column and what it was taken for. */
export interface JudgedColumn {
  readonly table: TrueTable
  readonly column: number
  readonly verdict: Verdict
  /** Period and scenario that most of its figures were given. */
  readonly given: string
}

const SURE = new Set(['verified', 'repaired', 'reviewed'])

/** Parses and settles a drawn report and says of each column what became of it. */
export function judgeHeads({ pages, tables }: DrawnReport, { words, solve }: Tools): JudgedColumn[] {
  const reports = parseReports(pages, words).map((report, index) => ({ id: String(index), report }))
  const facts = settleOrganisation(reports, solve).flatMap(({ report, judgements }) =>
    report.tables.flatMap(({ rows, columns }, table) =>
      rows.flatMap(({ label, cells }, at) =>
        cells.flatMap((cell, column) => {
          const { periodEnd = null, scenario = '' } = columns[column] ?? {}
          const status = judgements[table]?.[at]?.[column]?.status ?? 'unverified'
          return cell ? [{ label, page: cell.page, value: cell.value, given: `${scenario} ${periodEnd}`, status }] : []
        }),
      ),
    ),
  )
  return tables.flatMap((table, index) =>
    table.columns.map(({ scenario, periodEnd }, column): JudgedColumn => {
      // every table has a page of its own, after the cover
      const found = table.rows.flatMap(({ label, values }) =>
        facts
          .filter((fact) => fact.page === index + 2 && fact.value === values[column] && fact.label === label)
          .slice(0, 1),
      )
      const truth = `${scenario} ${periodEnd}`
      const wrong = found.filter(({ given }) => given !== truth)
      const given = wrong[0]?.given ?? truth
      if (found.length < table.rows.length / 2) return { table, column, verdict: 'lost', given: '' }
      if (wrong.some(({ status }) => SURE.has(status))) return { table, column, verdict: 'wrong and sure', given }
      if (wrong.some(({ status }) => status === 'unverified'))
        return { table, column, verdict: 'wrong unverified', given }
      if (wrong.length > 0) return { table, column, verdict: 'wrong in doubt', given }
      const isDoubted = found.filter(({ status }) => status === 'suspect').length > found.length / 2
      return { table, column, verdict: isDoubted ? 'right in doubt' : 'right', given }
    }),
  )
}
