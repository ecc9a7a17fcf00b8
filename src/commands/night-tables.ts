import type { Coverage } from './night.js'
import { gapOf } from './print-night.js'
import { firstRows } from './summarise.js'
import { printable } from './terminal.js'

const mostRows = 200
/** A text no longer than this stays on one line: dates, states, most names of files. */
const longestUnbroken = 24

/** One section of the page, with a heading that the list of contents leads to. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly html: string
}

/**
 * A table with a heading, of the first rows where they are many; nothing where there are none. Columns named in `numbers`
 * are set to the right.
 */
export function tableSection<Row>(
  id: string,
  title: string,
  heads: readonly string[],
  rows: Iterable<Row>,
  cellsOf: (row: Row) => readonly string[],
  numbers: readonly string[] = [],
): Section[] {
  const { first, count } = firstRows(rows, mostRows)
  if (count === 0) return []
  const mark = (index: number, text = '') => {
    if (numbers.includes(heads[index]!)) return ' class="n"'
    return text.length <= longestUnbroken ? ' class="short"' : ''
  }
  const head = heads.map((text, index) => `<th scope="col"${mark(index)}>${asText(text)}</th>`).join('')
  const body = first.map(
    (row) =>
      `<tr>${cellsOf(row)
        .map((text, index) => `<td${mark(index, text)}>${asText(text)}</td>`)
        .join('')}</tr>`,
  )
  const html = `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
  return [{ id, title: `${title} (${count})`, html: wide(title, html) + restOf(count) }]
}

function restOf(count: number): string {
  return count > mostRows ? `<p><small>… and ${count - mostRows} more</small></p>` : ''
}

const marks: Readonly<Record<string, string>> = {
  reconciled: '✓',
  differs: '≠',
  incomplete: '…',
  failed: '×',
  missing: '–',
}

/** Organisations by year, those with gaps first: what is stored, how it came out, and which years are missing between. */
export function coverageSection(coverage: readonly Coverage[]): Section[] {
  if (coverage.length === 0) return []
  const shown = coverage.toSorted((one, other) => Number(other.missing.length > 0) - Number(one.missing.length > 0))
  const years = shown.slice(0, mostRows).flatMap((one) => one.years.map(({ year }) => year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const span = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const head = ['organisation', ...span.map(String), 'missing'].map((text) => `<th scope="col">${text}</th>`).join('')
  const rows = shown.slice(0, mostRows).map((one) => {
    const outcomes = new Map(one.years.map(({ year, outcome }) => [year, outcome]))
    const cells = span.map((year) => {
      const outcome = outcomes.get(year) ?? (one.missing.includes(year) ? 'missing' : undefined)
      if (outcome === undefined) return '<td></td>'
      const mark = `<abbr title="${asText(outcome)}">${marks[outcome] ?? '?'}</abbr>`
      return `<td class="${asText(outcome)}">${mark}</td>`
    })
    const name = [one.organisation ?? '(no name)', one.org_number].filter((part) => part !== null).join(' ')
    const gap = one.missing.length === 0 ? '' : gapOf(one)
    return `<tr><th scope="row">${asText(name)}</th>${cells.join('')}<td>${asText(gap)}</td></tr>`
  })
  const title = 'Organisations and years'
  const html = `<table class="years"><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
  const legend = Object.entries(marks).map(([outcome, mark]) => `${mark} ${outcome}`)
  return [{ id: 'coverage', title, html: `${wide(title, html)}${restOf(coverage.length)}<p>${legend.join(', ')}</p>` }]
}

/** What is wider than a telephone is moved under the finger, and by the arrow keys. */
function wide(title: string, html: string): string {
  return `<div class="wide" role="region" aria-label="${asText(title)}" tabindex="0">${html}</div>`
}

/** Text from outside as it may stand in a page. */
export function asText(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return printable(text).replace(/[&<>"']/g, (mark) => marks[mark]!)
}
