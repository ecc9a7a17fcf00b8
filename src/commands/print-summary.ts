import { formatAmount, formatNumber } from '../model/format-amount.js'
import type { LostDecision } from './lost-decision.js'
import type { Difference, PlacedRepair, Summary } from './summarise.js'
import { printable } from './terminal.js'

const mostListed = 25
const mostOffered = 5
const longestName = 30
const width = 100

/** A summary as it is read in a terminal: documents, reports, checks, what differs, what was mended. */
export function printSummary(summary: Summary): string {
  const blocks = [documentsBlock(summary), reportsBlock(summary), amountsBlock(summary)]
  if (summary.differences.length > 0) blocks.push(differencesBlock(summary.differences))
  const offered = summary.repairs.filter(({ decision }) => decision === 'proposed')
  const made = summary.repairs.filter(({ decision }) => decision !== 'proposed')
  if (made.length > 0) blocks.push(repairsBlock(`${counted(made.length, 'repair')} made`, made, mostListed))
  if (offered.length > 0) {
    const head = `${counted(offered.length, 'repair')} offered, for a person to decide; nothing was changed`
    blocks.push(repairsBlock(head, offered, mostOffered))
  }
  const lost = summary.decisions_not_found
  if (lost.length > 0) blocks.push([headOfLost(lost), ...shortened(lost.map(lineOfLost))].join('\n'))
  const unsettled = summary.reports.find(({ outcome }) => outcome !== 'reconciled')
  if (unsettled !== undefined) {
    const { sha256, document } = unsettled
    // a name that a shell would take apart is given by its hash
    const name = /^[\w.][\w.-]*$/.test(document) ? document : sha256.slice(0, 16)
    blocks.push(`What is missing or differs stands under each table of a document: avstam show ${name}`)
  }
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** Words broken into lines of the terminal's width, each led by `indent`. */
export function wrap(text: string, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of printable(text).split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, indent + line].join('\n')
}

function documentsBlock({ documents, reports }: Summary): string {
  const states = new Map<string, number>()
  for (const { state } of documents) states.set(state, (states.get(state) ?? 0) + 1)
  const counts = [...states].sort().map(([state, count]) => `${count} ${state}`)
  const head = `${counted(documents.length, 'document')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`
  const holding = new Set(reports.map(({ sha256 }) => sha256))
  const troubles = documents.flatMap(({ document, sha256, state, reason }) => {
    if (state !== 'done' || reason !== null) {
      return wrap(`${document}: ${state}${reason === null ? '' : ` (${reason})`}`, '  ')
    }
    return sha256 !== null && holding.has(sha256) ? [] : wrap(`${document}: done, and no report was found in it`, '  ')
  })
  return [head, ...shortened(troubles)].join('\n')
}

function reportsBlock({ reports }: Summary): string {
  if (reports.length === 0) return ''
  const rows = reports.map((report) => {
    const held = report.checks_ok + report.checks_rounding + report.checks_repaired
    const made = held + report.checks_mismatch + report.checks_incomplete
    const period = `${report.kind} ${report.period_end ?? '(no date)'}`
    const name = cut(printable(report.organisation ?? '(no name)'))
    return [report.outcome, `${held}/${made} hold`, period, name, printable(report.document)]
  })
  const again = reports.filter(({ probable_duplicate_of }) => probable_duplicate_of != null).length
  const versions = again === 0 ? '' : `, ${again} of them probably the same as another, in other bytes`
  return [`${counted(reports.length, 'report')}${versions}`, ...aligned(rows).map((row) => `  ${row}`)].join('\n')
}

function cut(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name
}

function amountsBlock({ checks, amounts }: Summary): string {
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${formatAmount(count)} ${name}`)
      .join(', ')
  const total = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (total(amounts) === 0) return ''
  const lines = [`${counted(total(amounts), 'amount')}: ${list(amounts)}`]
  if (total(checks) > 0) lines.push(`${counted(total(checks), 'check')}: ${list(checks)}`)
  return lines.join('\n')
}

function differencesBlock(differences: readonly Difference[]): string {
  const entries = differences.map((difference) => {
    const { document, page, report_period_end, rule, subject, period_end, expected, actual, unit } = difference
    const figures = `printed ${formatNumber(expected)}, found ${formatNumber(actual)} ${unit}`
    const where = `${document}${report_period_end === null ? '' : ` (${report_period_end})`}, page ${page}`
    const what = `${subject}${period_end === null ? '' : ` ${period_end}`} (${rule}): ${figures}`
    return [wrap(what, '  '), wrap(difference.explanation, '    '), wrap(where, '    ')].join('\n')
  })
  const verb = differences.length === 1 ? 'does' : 'do'
  return [
    `${counted(differences.length, 'check')} that ${verb} not hold, the largest first`,
    ...shortened(entries),
  ].join('\n')
}

function repairsBlock(head: string, repairs: readonly PlacedRepair[], most: number): string {
  const entries = repairs.map(({ document, page, label, period_end, raw_text, amount_before, amount_after }) => {
    const change = `${formatAmount(amount_before)} → ${formatAmount(amount_after)}`
    const row = `${label ?? '(no label)'}${period_end === null ? '' : ` ${period_end}`}`
    return `${wrap(`${row}: ${change}, read as “${raw_text}”`, '  ')}\n${wrap(`${document}, page ${page}`, '    ')}`
  })
  return [head, ...shortened(entries, most)].join('\n')
}

/** That decisions were not found again, and how many. */
export function headOfLost({ length }: readonly LostDecision[]): string {
  const which = length === 1 ? 'whose figure is' : 'whose figures are'
  return `${counted(length, 'decision')} ${which} not found any more, and change${length === 1 ? 's' : ''} nothing until decided anew`
}

/** One decision that was not found again. */
export function lineOfLost({ ruling, document, page, decided_by, at }: LostDecision): string {
  const where = `${document}${page === null ? '' : `, page ${page}`}; decided by ${decided_by}, ${at.slice(0, 10)}`
  return `${wrap(ruling, '  ')}\n${wrap(where, '    ')}`
}

/** A number with its noun: `1 page`, `2 pages`. */
export function counted(count: number, noun: string): string {
  return `${formatAmount(count)} ${noun}${count === 1 ? '' : 's'}`
}

function shortened(entries: readonly string[], most = mostListed): string[] {
  if (entries.length <= most) return [...entries]
  return [...entries.slice(0, most), `  … and ${entries.length - most} more; --json lists all`]
}

/** Rows of cells as lines whose columns stand under each other. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
