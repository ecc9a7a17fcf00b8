import type { Report } from '../../src/model/report.js'
import { findSums } from '../../src/parse/find-sums.js'

/** A report with the sums and roles of its tables found, as the parser leaves it. */
export function withSums(report: Report): Report {
  return {
    ...report,
    tables: report.tables.map((table) => {
      const { sums, roles } = findSums(table)
      return { ...table, sums, rows: table.rows.map((row, index) => ({ ...row, role: roles[index]! })) }
    }),
  }
}
