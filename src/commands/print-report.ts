import { groupBy } from '../arithmetic/group-by.js'
import { formatAmount, formatNumber } from '../model/format-amount.js'
import type { CheckRow, FactRow, RepairRow, ReportRow } from '../store/read-views.js'
import { counted, wrap } from './print-summary.js'
import { printTable } from './print-table.js'
import { printable } from './terminal.js'

/** One report as an accountant reads it: its tables, what does not add up under each, and what was mended. */
export function printReport(
  report: ReportRow,
  facts: readonly FactRow[],
  checks: readonly CheckRow[],
  repairs: readonly RepairRow[],
  firstVersion: ReportRow | undefined,
): string {
  const placed = new Map(facts.map((fact) => [fact.fact_id, fact]))
  const tables = groupBy(facts, (fact) => fact.table_no)
  const told = new Set<string>()
  const blocks = [headOf(report, firstVersion)]
  for (const [tableNo, tableFacts] of tables) {
    const doubts = printDoubts(tableFacts)
    blocks.push(doubts === '' ? printTable(tableFacts) : `${printTable(tableFacts)}\n\n${doubts}`)
    const own = checks.filter((check) => isTrouble(check) && placed.get(check.fact_id ?? '')?.table_no === tableNo)
    for (const check of own) told.add(check.check_id)
    if (own.length > 0) blocks.push(own.map(printCheck).join('\n'))
  }
  const rest = checks.filter((check) => isTrouble(check) && !told.has(check.check_id))
  if (rest.length > 0) blocks.push(['Further checks that do not hold', ...rest.map(printCheck)].join('\n'))
  if (repairs.length > 0) {
    const lines = repairs.map((repair) => printRepair(repair, placed.get(repair.fact_id)!))
    blocks.push(['Repairs', ...lines].join('\n'))
  }
  return blocks.join('\n\n')
}

function headOf(report: ReportRow, firstVersion: ReportRow | undefined): string {
  const { organisation, org_number, kind, period_start, period_end, first_page, last_page, outcome } = report
  const name = printable(organisation ?? '(organisation not told)')
  const period = [period_start, period_end].filter((date) => date !== null).join(' – ')
  const held = report.checks_ok + report.checks_rounding + report.checks_repaired
  const made = held + report.checks_mismatch + report.checks_incomplete
  const pages = first_page === last_page ? `page ${first_page}` : `pages ${first_page}–${last_page}`
  const version =
    firstVersion === undefined ? [] : [wrap(`Probably the same report as ${firstVersion.document} holds.`, '')]
  return [
    `${name}${org_number === null ? '' : `, ${org_number}`}`,
    `${kind} report ${period === '' ? '(period not told)' : period}, ${pages}: ${outcome}, ${held} of ${made} checks hold`,
    ...version,
    '═'.repeat(100),
  ].join('\n')
}

/** Why figures of a table are in doubt, each reason once. */
function printDoubts(facts: readonly FactRow[]): string {
  const counts = new Map<string, number>()
  for (const { doubts, status } of facts) {
    if (status !== 'suspect') continue
    for (const doubt of JSON.parse(doubts) as string[]) counts.set(doubt, (counts.get(doubt) ?? 0) + 1)
  }
  return [...counts].map(([doubt, count]) => wrap(`! ${counted(count, 'figure')}: ${doubt}`, '  ')).join('\n')
}

function isTrouble({ verdict }: CheckRow): boolean {
  return verdict === 'mismatch' || verdict === 'incomplete'
}

function printCheck(check: CheckRow): string {
  const { verdict, subject, period_end, scenario, rule, expected, actual, difference, unit } = check
  const mark = verdict === 'mismatch' ? '≠' : '…'
  const column = [period_end, scenario === 'actual' ? null : scenario].filter((part) => part !== null).join(' ')
  const figures =
    actual === null
      ? `printed ${formatNumber(expected)} ${unit}`
      : `printed ${formatNumber(expected)}, found ${formatNumber(actual)}, difference ${formatNumber(difference)} ${unit}`
  const head = `${mark} ${subject}${column === '' ? '' : ` ${column}`} (${rule}): ${figures}`
  return `${wrap(head, '  ')}\n${wrap(check.explanation, '    ')}`
}

function printRepair(repair: RepairRow, fact: FactRow): string {
  const change = `${formatAmount(repair.amount_before, fact.decimals)} → ${formatAmount(repair.amount_after, fact.decimals)}`
  const row = `${fact.label ?? '(no label)'}${fact.period_end === null ? '' : ` ${fact.period_end}`}`
  const { fault, checks } = JSON.parse(repair.evidence) as { fault: string; checks: readonly string[] }
  const proof =
    repair.decision === 'proposed'
      ? `offered only (${fault})`
      : `${fault}; ${counted(checks.length, 'check')} ${checks.length === 1 ? 'holds' : 'hold'} with it`
  const head = `~ ${row}, page ${fact.page}: ${change}, read as “${repair.raw_text}”`
  return `${wrap(head, '  ')}\n${wrap(proof, '    ')}`
}
