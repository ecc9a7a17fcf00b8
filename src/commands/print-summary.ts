import { formatAmount, formatNumber } from '../model/format-amount.js'
import type { DocumentRow } from '../store/read-views.js'
import type { Difference, PlacedRepair } from '../store/summary-rows.js'
import type { LostDecision } from './lost-decision.js'
import { type FirstRows, firstRows, type Summary } from './summarise.js'
import { printable } from './terminal.js'

const mostListed = 25
const mostReports = 100
const mostOffered = 5
const longestName = 30
const width = 100

/** A summary as it is read in a terminal: documents, reports, checks, what differs, what was mended. */
export function printSummary(summary: Summary): string {
  const blocks = [documentsBlock(summary), reportsBlock(summary), amountsBlock(summary)]
  const differences = firstRows(summary.differences, mostListed)
  if (differences.count > 0) blocks.push(differencesBlock(differences))
  const offered = firstRows(summary.repairs, mostOffered, ({ decision }) => decision === 'proposed')
  const made = firstRows(summary.repairs, mostListed, ({ decision }) => decision !== 'proposed')
  if (made.count > 0) blocks.push(repairsBlock(`${counted(made.count, 'repair')} made`, made))
  if (offered.count > 0) {
    const head = `${counted(offered.count, 'repair')} offered, for a person to decide; nothing was changed`
    blocks.push(repairsBlock(head, offered))
  }
  const lost = summary.decisions_not_found
  if (lost.length > 0) blocks.push([headOfLost(lost), ...listed(firstRows(lost, mostListed), lineOfLost)].join('\n'))
  const [unsettled] = firstRows(summary.reports, 1, ({ outcome }) => outcome !== 'reconciled').first
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
  const holding = new Set<string | null>()
  for (const { sha256 } of reports) holding.add(sha256)
  const states = new Map<string, number>()
  const isTrouble = ({ state, reason, sha256 }: DocumentRow) =>
    state !== 'done' || reason !== null || !holding.has(sha256)
  const troubles = firstRows(documents, mostListed, (document) => {
    states.set(document.state, (states.get(document.state) ?? 0) + 1)
    return isTrouble(document)
  })
  const counts = [...states].sort().map(([state, count]) => `${count} ${state}`)
  const total = [...states.values()].reduce((sum, count) => sum + count, 0)
  const head = `${counted(total, 'document')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`
  const lineOf = ({ document, state, reason }: DocumentRow) => {
    if (state === 'done' && reason === null) return wrap(`${document}: done, and no report was found in it`, '  ')
    return wrap(`${document}: ${state}${reason === null ? '' : ` (${reason})`}`, '  ')
  }
  return [head, ...listed(troubles, lineOf)].join('\n')
}

/** All reports where they are not many, else those that do not reconcile. */
function reportsBlock({ reports }: Summary): string {
  let again = 0
  const all = firstRows(reports, mostReports, ({ probable_duplicate_of }) => {
    if (probable_duplicate_of !== null) again++
    return true
  })
  if (all.count === 0) return ''
  const told =
    all.count <= mostReports ? all : firstRows(reports, mostReports, ({ outcome }) => outcome !== 'reconciled')
  const rows = told.first.map((report) => {
    const held = report.checks_ok + report.checks_rounding + report.checks_repaired
    const made = held + report.checks_mismatch + report.checks_incomplete
    const period = `${report.kind} ${report.period_end ?? '(no date)'}`
    const name = cut(printable(report.organisation ?? '(no name)'))
    return [report.outcome, `${held}/${made} hold`, period, name, printable(report.document)]
  })
  const versions = again === 0 ? '' : `, ${again} of them probably the same as another, in other bytes`
  const verb = told.count === 1 ? 'does' : 'do'
  const unlike =
    told.count === 0 ? 'all of them reconcile' : `${formatAmount(told.count)} of them ${verb} not reconcile`
  const which = told === all ? '' : `; ${unlike}`
  const lines = listed({ first: aligned(rows), count: told.count }, (row) => `  ${row}`)
  return [`${counted(all.count, 'report')}${versions}${which}`, ...lines].join('\n')
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

function differencesBlock(differences: FirstRows<Difference>): string {
  const entryOf = (difference: Difference) => {
    const { document, page, report_period_end, rule, subject, period_end, expected, actual, unit } = difference
    const figures = `printed ${formatNumber(expected)}, found ${formatNumber(actual)} ${unit}`
    const where = `${document}${report_period_end === null ? '' : ` (${report_period_end})`}, page ${page}`
    const what = `${subject}${period_end === null ? '' : ` ${period_end}`} (${rule}): ${figures}`
    return [wrap(what, '  '), wrap(difference.explanation, '    '), wrap(where, '    ')].join('\n')
  }
  const verb = differences.count === 1 ? 'does' : 'do'
  return [
    `${counted(differences.count, 'check')} that ${verb} not hold, the largest first`,
    ...listed(differences, entryOf),
  ].join('\n')
}

function repairsBlock(head: string, repairs: FirstRows<PlacedRepair>): string {
  const entryOf = ({ document, page, label, period_end, raw_text, amount_before, amount_after }: PlacedRepair) => {
    const change = `${formatAmount(amount_before)} → ${formatAmount(amount_after)}`
    const row = `${label ?? '(no label)'}${period_end === null ? '' : ` ${period_end}`}`
    return `${wrap(`${row}: ${change}, read as “${raw_text}”`, '  ')}\n${wrap(`${document}, page ${page}`, '    ')}`
  }
  return [head, ...listed(repairs, entryOf)].join('\n')
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

/** The first rows as lines, and how many more there are. */
export function listed<Row>({ first, count }: FirstRows<Row>, lineOf: (row: Row) => string): string[] {
  const lines = first.map(lineOf)
  return count > first.length ? [...lines, `  … and ${count - first.length} more; --json lists all`] : lines
}

/** Rows of cells as lines whose columns stand under each other. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
