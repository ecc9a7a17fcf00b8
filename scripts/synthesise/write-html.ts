import type { Family } from './families.js'
import type { MadeReport, MadeRow, MadeTable } from './made-report.js'
import { writeStyle } from './page-style.js'
import { printFigure, printHead, printNoteReference, printTitle, printUnit } from './print-words.js'
import { writeBlock } from './write-block.js'
import { writeChapter } from './write-chapter.js'

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function label(row: MadeRow, family: Family): string {
  const words = escapeHtml(row.label ?? '')
  const leaders = family.table === 'leaders' && row.role === 'line' ? `<i class="leader">${'.'.repeat(120)}</i>` : ''
  return `<td class="label indent${row.indent}"><div><span>${words}</span>${leaders}</div></td>`
}

function tableRows(table: MadeTable, rows: readonly MadeRow[], family: Family, noteColumn: boolean): string {
  const width = table.columns.length + (noteColumn ? 2 : 1)
  let section: string | null = null
  let html = ''
  for (const row of rows) {
    if (row.section !== section && row.section !== null) {
      html += `<tr class="section"><td colspan="${width}">${escapeHtml(row.section)}</td></tr>`
    }
    section = row.section
    html += `<tr class="${row.role}">${label(row, family)}`
    if (noteColumn) html += `<td class="note">${printNoteReference(row, family)}</td>`
    html += row.cells.map((cell) => `<td class="amount">${printFigure(cell, family, row.unit)}</td>`).join('')
    html += '</tr>'
  }
  return html
}

function heads(table: MadeTable, family: Family, noteColumn: boolean): string {
  const unit = family.unitLine === 'row' ? `<span class="unit">${printUnit(table, family)}</span>` : ''
  const cells = table.columns.map(
    (column) => `<th class="amount">${printHead(column, table, family).join('<br>')}</th>`,
  )
  return `<tr class="heads"><th class="label">${unit}</th>${noteColumn ? '<th class="note">Not</th>' : ''}${cells.join('')}</tr>`
}

function writeTable(table: MadeTable, rows: readonly MadeRow[], family: Family): string {
  const noteColumn = table.rows.some(({ noteRef }) => noteRef !== null)
  const above = family.unitLine === 'above' ? `<p class="unit">${printUnit(table, family)}</p>` : ''
  const title = escapeHtml(printTitle(table, family)) + (family.unitLine === 'title' ? printUnit(table, family) : '')
  const level = table.note === null ? 'h2' : 'h3'
  return `<${level}>${title}</${level}>${above}<table>${heads(table, family, noteColumn)}${tableRows(table, rows, family, noteColumn)}</table>`
}

function tableBlocks(table: MadeTable, family: Family): string[] {
  if (table.note !== null) return [writeBlock(writeTable(table, table.rows, family), 'flow', 'of-note')]
  const kind = table.kind === 'multi_year' || table.kind === 'operating_statement' ? 'flow' : 'fresh'
  if (table.secondPageAt === null) return [writeBlock(writeTable(table, table.rows, family), kind)]
  const [first, second] = [table.rows.slice(0, table.secondPageAt), table.rows.slice(table.secondPageAt)]
  return [writeBlock(writeTable(table, first, family), kind), writeBlock(writeTable(table, second, family), 'fresh')]
}

/** The whole report as one HTML page of blocks; `paginate` then lays them out on sheets. */
export function writeHtml(report: MadeReport, family: Family): string {
  const year = report.period.end.slice(0, 4)
  const name = escapeHtml(report.organisation)
  const cover = writeBlock(
    `<div class="cover"><h1>Årsredovisning ${year}</h1><p class="organisation">${name}</p>` +
      `<p>Organisationsnummer ${report.orgNumber}</p><p>${report.period.start} – ${report.period.end}</p></div>`,
    'fresh',
  )
  const prose = writeBlock(
    `<h2>Förvaltningsberättelse</h2>${report.prose.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}`,
    'fresh',
  )
  const statements = report.tables.filter(({ note }) => note === null).flatMap((table) => tableBlocks(table, family))
  const notes = report.tables.filter(({ note }) => note !== null).flatMap((table) => tableBlocks(table, family))
  const signatures = writeBlock(
    `<h2>Underskrifter</h2><p>Styrelsen lämnar härmed sin årsredovisning. ${name}, mars ${Number(year) + 1}.</p>` +
      '<div class="signatures"><span>Ordförande</span><span>Ledamot</span><span>Ledamot</span></div>',
    'flow',
  )
  const chapters = (place: 'before' | 'after') =>
    report.chapters.filter((chapter) => chapter.place === place).flatMap(writeChapter)
  const notesHead = writeBlock('<h2>Noter</h2>', 'fresh', 'notes-head')
  const body = [
    cover,
    ...chapters('before'),
    prose,
    ...statements,
    notesHead,
    ...notes,
    signatures,
    ...chapters('after'),
  ]
  return (
    `<!doctype html><html lang="sv"><head><meta charset="utf-8"><style>${writeStyle(family)}</style></head>` +
    `<body data-name="${name}" data-number="${report.orgNumber}" data-notes="${family.notes}" data-note-heads="${family.noteHeads}">${body.join('')}</body></html>`
  )
}
