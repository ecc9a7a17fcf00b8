import { formatAmount, formatNumber } from '../model/format-amount.js'
import type { Coverage, Night, NightShare } from './night.js'
import { gapOf, shareText } from './print-night.js'
import { printable } from './terminal.js'

const mostRows = 200
const chart = { width: 560, height: 90 }

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.2rem }
table { border-collapse: collapse; width: 100% } caption { text-align: left; padding: .3rem 0 }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line) }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.figures { display: flex; flex-wrap: wrap; gap: 2rem; padding: 0; list-style: none }
.figures strong { display: block; font-size: 1.6rem; font-variant-numeric: tabular-nums }
small { opacity: .75 } polyline { fill: none; stroke: currentColor; stroke-width: 2 }
`

/** A night as one self-contained page: nothing is fetched, nothing runs, and all words from outside are plain text. */
export function nightPage(night: Night): string {
  const { summary, files, trend, seconds, backup, version } = night
  const latest = trend.at(-1)!
  const trouble = summary.documents.filter(({ state }) => state !== 'done' && state !== 'duplicate')
  const offered = summary.repairs.filter(({ decision }) => decision === 'proposed')
  const reconciled = summary.reports.filter(({ outcome }) => outcome === 'reconciled').length
  const sections = [
    figures([
      ['files from the inbox', formatAmount(files.taken)],
      ['reports that reconcile', `${formatAmount(reconciled)} of ${formatAmount(summary.reports.length)}`],
      ['checks that do not hold', formatAmount(summary.differences.length)],
      ['waiting for a person', formatAmount(offered.length)],
      ['documents not read whole', formatAmount(trouble.length)],
      ['of all stored amounts sure', shareText(latest.sure, latest.amounts)],
    ]),
    table(
      'What differs, the largest first',
      ['document', 'page', 'row', 'printed', 'found', 'what was found'],
      [
        ...summary.differences.map(({ document, page, subject, period_end, expected, actual, unit, explanation }) => [
          document,
          String(page),
          [subject, period_end].filter((part) => part !== null).join(' '),
          `${formatNumber(expected)} ${unit}`,
          `${formatNumber(actual)} ${unit}`,
          explanation,
        ]),
      ],
    ),
    table(
      'Waiting for a person',
      ['document', 'page', 'row', 'read as', 'stored', 'offered'],
      [
        ...offered.map(({ document, page, label, period_end, raw_text, amount_before, amount_after }) => [
          document,
          String(page),
          [label ?? '(no label)', period_end].filter((part) => part !== null).join(' '),
          raw_text,
          formatAmount(amount_before),
          formatAmount(amount_after),
        ]),
      ],
    ),
    table(
      'Not read whole',
      ['document', 'state', 'reason'],
      [...trouble.map(({ document, state, reason }) => [document, state, reason ?? ''])],
    ),
    table(
      'Reports of this night',
      ['document', 'organisation', 'period', 'outcome', 'checks that hold'],
      [
        ...summary.reports.map((report) => {
          const held = report.checks_ok + report.checks_rounding + report.checks_repaired
          const period = `${report.kind} ${report.period_end ?? '(no date)'}`
          const made = held + report.checks_mismatch + report.checks_incomplete
          return [report.document, report.organisation ?? '(no name)', period, report.outcome, `${held} of ${made}`]
        }),
      ],
    ),
    coverageTable(night.coverage),
    trendChart(trend),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>avstam, night of ${asText(night.night)}</title>
<style>${style}</style>
</head>
<body>
<h1>Night of ${asText(night.night)}</h1>
<p>${asText(`${seconds} s, avstam ${version}, database copied to ${backup.file}`)}</p>
${sections.filter((section) => section !== '').join('\n')}
</body>
</html>
`
}

function figures(entries: readonly (readonly [string, string])[]): string {
  const items = entries.map(([what, value]) => `<li><strong>${asText(value)}</strong>${asText(what)}</li>`)
  return `<ul class="figures">${items.join('')}</ul>`
}

/** A table with a heading; nothing where it has no rows. */
function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const isNumber = (head: string) => ['page', 'printed', 'found', 'stored', 'offered'].includes(head)
  const mark = (index: number) => (isNumber(heads[index]!) ? ' class="n"' : '')
  const head = heads.map((text, index) => `<th scope="col"${mark(index)}>${asText(text)}</th>`).join('')
  const body = rows
    .slice(0, mostRows)
    .map((row) => `<tr>${row.map((text, index) => `<td${mark(index)}>${asText(text)}</td>`).join('')}</tr>`)
  const rest = rows.length > mostRows ? `<p><small>… and ${rows.length - mostRows} more</small></p>` : ''
  return `<h2>${asText(title)} (${rows.length})</h2>
<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>${rest}`
}

function coverageTable(coverage: readonly Coverage[]): string {
  return table(
    'Organisations and years',
    ['organisation', 'number', 'years', 'missing'],
    [
      ...coverage.map((one) => [
        one.organisation ?? '(no name)',
        one.org_number ?? '',
        one.years
          .map(({ year, outcome }) => (outcome === 'reconciled' ? `${year}` : `${year} (${outcome})`))
          .join(', '),
        one.missing.length === 0 ? '' : gapOf(one),
      ]),
    ],
  )
}

/** The share of sure amounts by night, with the same as text for those who do not see it. */
function trendChart(trend: readonly NightShare[]): string {
  if (trend.length < 2) return ''
  const points = trend.map(({ sure, amounts }, index) => {
    const share = amounts === 0 ? 0 : sure / amounts
    const x = (index / (trend.length - 1)) * chart.width
    return `${x.toFixed(1)},${(chart.height * (1 - share)).toFixed(1)}`
  })
  const spoken = trend.map(({ night, sure, amounts }) => `${night.slice(0, 10)} ${shareText(sure, amounts)}`).join('; ')
  return `<h2>Sure amounts, night by night</h2>
<svg role="img" aria-label="${asText(spoken)}" viewBox="-4 -4 ${chart.width + 8} ${chart.height + 8}" width="${chart.width}">
<polyline points="${points.join(' ')}"/></svg>`
}

/** Text from outside as it may stand in a page. */
function asText(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return printable(text).replace(/[&<>"']/g, (mark) => marks[mark]!)
}
