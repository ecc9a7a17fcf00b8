import { formatAmount, formatNumber } from '../model/format-amount.js'
import type { DocumentRow } from '../store/read-views.js'
import type { PlacedRepair } from '../store/summary-rows.js'
import type { Night, NightShare, Pending } from './night.js'
import { asText, coverageSection, type Section, tableSection } from './night-tables.js'
import { brokenHead, brokenOriginals, shareText } from './print-night.js'
import { firstRows } from './summarise.js'

const chart = { width: 560, height: 90 }

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 22%, transparent) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
a { color: inherit } h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.2rem } p { overflow-wrap: anywhere }
nav ul, .figures { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; padding: 0; list-style: none }
.short { white-space: nowrap } abbr { text-decoration: none }
.wide { overflow-x: auto } table { border-collapse: collapse; min-width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line) }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.years [scope=row] { min-width: 11rem; font-weight: inherit } .years .missing { font-weight: 700 }
.years td:last-child { min-width: 11rem }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 1rem 1.5rem } .figures strong { display: block; font-size: 1.6rem; font-variant-numeric: tabular-nums }
polyline { fill: none; stroke: currentColor; stroke-width: 2 } svg { max-width: 100%; height: auto }
`

/** A night as one self-contained page: nothing is fetched, nothing runs, and all words from outside are plain text. */
export function nightPage(night: Night): string {
  const { seconds, backup, version, trend } = night
  const sections = sectionsOf(night)
  const links = sections.map(({ id, title }) => `<li><a href="#${id}">${asText(title)}</a></li>`)
  const before = trend.at(-2)?.night
  const others = [
    `<a href="${asText(night.night)}.json">this night as data</a>`,
    ...(before === undefined ? [] : [`<a href="${asText(before)}.html">the night before</a>`]),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>avstam, ${asText(titleOf(night))}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${asText(titleOf(night))}</h1>
<p>${asText(`${formatAmount(seconds)} s, avstam ${version}, database copied to ${backup.file}`)}; ${others.join(', ')}</p>
${figures(night)}
<nav aria-label="Contents"><ul>${links.join('')}</ul></nav>
${sections.map(({ id, title, html }) => `<section><h2 id="${id}">${asText(title)}</h2>\n${html}</section>`).join('\n')}
</main>
</body>
</html>
`
}

function titleOf({ night }: Night): string {
  // 2026-11-22T031500Z
  return `Night of ${night.slice(0, 10)}, ${night.slice(11, 13)}:${night.slice(13, 15)} UTC`
}

function figures({ summary, files, trend, pending }: Night): string {
  const latest = trend.at(-1)!
  const reports = firstRows(summary.reports, 0).count
  const reconciled = firstRows(summary.reports, 0, ({ outcome }) => outcome === 'reconciled').count
  const offered = firstRows(summary.repairs, 0, isOffered).count
  const waiting = offered + pending.filter(({ due }) => due === null).length + summary.decisions_not_found.length
  const entries = [
    ['files from the inbox', formatAmount(files.taken)],
    ['pages read', formatAmount(files.pages)],
    ['reports that reconcile', `${formatAmount(reconciled)} of ${formatAmount(reports)}`],
    ['checks that do not hold', formatAmount(summary.checks.mismatch)],
    ['waiting for a person', formatAmount(waiting)],
    ['documents not read whole', formatAmount(firstRows(summary.documents, 0, isTrouble).count)],
    ['of all stored amounts sure', shareText(latest.sure, latest.amounts)],
  ] as const
  const items = entries.map(([what, value]) => `<li><strong>${asText(value)}</strong>${asText(what)}</li>`)
  return `<ul class="figures">${items.join('')}</ul>`
}

function sectionsOf({ summary, archive, pending, versions, coverage, trend, durations }: Night): Section[] {
  const placed = (label: string | null, period: string | null) =>
    [label ?? '(no label)', period].filter((part) => part !== null).join(' ')
  return [
    ...tableSection(
      'differs',
      'What differs, the largest first',
      ['document', 'page', 'row', 'printed', 'found', 'what was found'],
      summary.differences,
      ({ document, page, subject, period_end, expected, actual, unit, explanation }) => [
        ...[document, String(page), placed(subject, period_end)],
        ...[`${formatNumber(expected)} ${unit}`, `${formatNumber(actual)} ${unit}`, explanation],
      ],
      ['page', 'printed', 'found'],
    ),
    ...tableSection(
      'waiting',
      'Waiting for a person',
      ['document', 'page', 'row', 'read as', 'stored', 'offered'],
      only(summary.repairs, isOffered),
      ({ document, page, label, period_end, raw_text, amount_before, amount_after }) => [
        ...[document, String(page), placed(label, period_end), raw_text],
        ...[formatAmount(amount_before), formatAmount(amount_after)],
      ],
      ['page', 'stored', 'offered'],
    ),
    ...tableSection(
      'lost',
      'Decisions whose figure is not found any more',
      ['document', 'page', 'decision', 'by'],
      summary.decisions_not_found,
      ({ document, page, ruling, decided_by, at }) => [
        ...[document, String(page ?? ''), ruling, `${decided_by}, ${at.slice(0, 10)}`],
      ],
      ['page'],
    ),
    ...tableSection(
      'unread',
      'Not read whole',
      ['document', 'state', 'reason'],
      only(summary.documents, isTrouble),
      ({ document, state, reason }) => [document, state, reason ?? ''],
    ),
    ...tableSection('archive', brokenHead, ['hash', 'what is wrong'], brokenOriginals(archive), (broken) => broken),
    ...tableSection(
      'pending',
      'To be tried again, or given up',
      ['document', 'attempts', 'what comes next'],
      pending,
      (one) => [one.document, String(one.attempts), nextOf(one)],
      ['attempts'],
    ),
    ...tableSection(
      'versions',
      'Reports that came before in other bytes',
      ['document', 'version', 'organisation', 'period', 'supersedes'],
      versions,
      (one) => [
        ...[one.document, String(one.version), one.organisation ?? '(no name)', one.period_end, one.supersedes],
      ],
      ['version'],
    ),
    ...tableSection(
      'reports',
      'Reports of this night',
      ['document', 'organisation', 'period', 'outcome', 'checks that hold'],
      summary.reports,
      (report) => {
        const held = report.checks_ok + report.checks_rounding + report.checks_repaired
        const period = `${report.kind} ${report.period_end ?? '(no date)'}`
        const made = held + report.checks_mismatch + report.checks_incomplete
        return [report.document, report.organisation ?? '(no name)', period, report.outcome, `${held} of ${made}`]
      },
      ['checks that hold'],
    ),
    ...coverageSection(coverage),
    ...trendSection(trend),
    ...tableSection(
      'durations',
      'How long it took',
      ['step', 'seconds'],
      durations,
      ({ step, seconds }) => [step, seconds.toFixed(1)],
      ['seconds'],
    ),
  ]
}

function* only<Row>(rows: Iterable<Row>, isWanted: (row: Row) => boolean): Generator<Row> {
  for (const row of rows) if (isWanted(row)) yield row
}

function isOffered({ decision }: PlacedRepair): boolean {
  return decision === 'proposed'
}

function isTrouble({ state }: DocumentRow): boolean {
  return state !== 'done' && state !== 'duplicate'
}

function nextOf({ state, due }: Pending): string {
  if (state === 'quarantined') return 'given up: `avstam retry` tries it again'
  return due === null ? 'the next run takes it' : `tried again from ${due.slice(0, 16).replace('T', ' ')} UTC`
}

/** The share of sure amounts by night, with the same as text for those who do not see it. */
function trendSection(trend: readonly NightShare[]): Section[] {
  if (trend.length < 2) return []
  const points = trend.map(({ sure, amounts }, index) => {
    const share = amounts === 0 ? 0 : sure / amounts
    const x = (index / (trend.length - 1)) * chart.width
    return `${x.toFixed(1)},${(chart.height * (1 - share)).toFixed(1)}`
  })
  const spoken = trend.map(({ night, sure, amounts }) => `${night.slice(0, 10)} ${shareText(sure, amounts)}`).join('; ')
  const [first, last] = [trend[0]!, trend.at(-1)!]
  const ends = [first, last].map(({ night, sure, amounts }) => `${night.slice(0, 10)}: ${shareText(sure, amounts)}`)
  const html = `<svg role="img" aria-label="${asText(spoken)}" viewBox="-4 -4 ${chart.width + 8} ${chart.height + 8}" width="${chart.width}">
<polyline points="${points.join(' ')}"/></svg>
<p>${asText(ends.join(' → '))}</p>`
  return [{ id: 'trend', title: 'Sure amounts, night by night', html }]
}
