import type { CellRef } from '../model/check.js'
import { type Amount, BEYOND_SUMS, BORROWED_PERIOD, UNTOLD_PERIOD } from '../model/report.js'
import type { Judgement } from '../model/settled.js'
import { doubtColumns } from './doubtful-columns.js'
import { type Evidence, gatherEvidence } from './gather-evidence.js'
import { hasSureDigits } from './judge-rounding.js'
import { linksAcross } from './links-across.js'
import { severedColumns, unsignedColumns } from './severed-columns.js'
import { shiftedLabels } from './shifted-labels.js'
import { swallowedFigures } from './swallowed-figures.js'
import { keyOfFigure, type ReportWithChecks } from './tried-check.js'

/** A report with the checks that were made on it and the cells that were repaired in it. */
type CheckedReport = ReportWithChecks & { readonly repaired: readonly CellRef[] }

/** A column whose date is not printed over it is told by so many figures that tables of known years have too. */
const FEWEST_WITNESSES = 2
const OF_PERIOD: ReadonlySet<string> = new Set([BORROWED_PERIOD, UNTOLD_PERIOD])

/**
 * The status of every amount, by [report][table][row][column]. Figures that are printed twice alike stand or fall
 * together. A figure is verified by an identity that holds to the unit and would not hold had it been another; where a
 * broken identity touches it, only if sums prove it and the fault can lie elsewhere.
 */
export function judge(reports: readonly CheckedReport[]): Judgement[][][][] {
  const evidence = gatherEvidence(reports)
  return reports.map((one) => judgeReport(one, evidence))
}

function judgeReport({ report, id, repaired, checks }: CheckedReport, evidence: Evidence): Judgement[][][] {
  const doubtOf = doubtColumns(report, checks)
  const linksOf = linksAcross(report, checks)
  const hasSwallowed = swallowedFigures(report)
  const mended = new Set(repaired.map((cell) => keyOfFigure(id, cell)))
  return report.tables.map((table, tableIndex) => {
    const severed = new Set([...severedColumns(table), ...unsignedColumns(table)])
    const isShifted = shiftedLabels(table)
    return table.rows.map((row, rowIndex) => {
      const isMisnamed = isShifted(rowIndex) || hasSwallowed(row)
      return row.cells.map((amount, column): Judgement => {
        if (!amount) return { status: 'unverified', confirmations: 0 }
        const key = keyOfFigure(id, { table: tableIndex, row: rowIndex, column })
        const { held, broken } = linksOf(tableIndex, column)
        const isToldElsewhere = held >= FEWEST_WITNESSES && broken === 0
        const judged = isToldElsewhere ? withoutDoubts(amount, OF_PERIOD) : amount
        const judgement = judgeAmount(judged, key, evidence, mended.has(key))
        const isDoubtful = severed.has(column) || isMisnamed || doubtOf(tableIndex, column) !== undefined
        if (isDoubtful && !amount.reviewed) return { ...judgement, status: 'suspect' }
        // A figure of no known time is of no use to anyone, however well it adds up.
        const isTimeless = table.columns[column]?.periodEnd === null && !amount.reviewed
        return isTimeless && judgement.status !== 'suspect' ? { ...judgement, status: 'unverified' } : judgement
      })
    })
  })
}

function withoutDoubts(amount: Amount, settled: ReadonlySet<string>): Amount {
  return { ...amount, doubts: amount.doubts.filter((doubt) => !settled.has(doubt)) }
}

function judgeAmount(amount: Amount, key: string, evidence: Evidence, mended: boolean): Judgement {
  const own = evidence.sameFigure(key)
  const proofs = evidence.proofs.get(own) ?? []
  const confirmations = new Set(proofs.map(({ check }) => check)).size
  if (amount.reviewed) return { status: 'reviewed', confirmations }
  const isSummed = proofs.some(({ isSum }) => isSum)
  // A broken identity leaves alone what sums prove: the fault is another figure's, or the document's own.
  const contradicted = evidence.broken.has(own) && !isSummed
  if (contradicted || amount.doubts.some((doubt) => BEYOND_SUMS.includes(doubt)))
    return { status: 'suspect', confirmations }
  if (mended) return { status: confirmations > 0 ? 'repaired' : 'suspect', confirmations }
  const nearMiss = evidence.uncopied.has(own) || (evidence.nearMisses.has(own) && !hasSureDigits(amount))
  if (nearMiss && confirmations < 2) return { status: 'unverified', confirmations }
  if (amount.doubts.length > 0) return { status: confirmations > 1 ? 'verified' : 'suspect', confirmations }
  if (isOutvoted(amount)) return { status: isSummed ? 'verified' : 'suspect', confirmations }
  return { status: confirmations > 0 ? 'verified' : 'unverified', confirmations }
}

/** Whether a second reading has other digits; a sign that it lost is shown by the identities. */
function isOutvoted({ second, value }: Amount): boolean {
  return second !== null && Math.abs(second) !== Math.abs(value)
}
