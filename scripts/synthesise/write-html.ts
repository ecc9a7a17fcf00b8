import type { Family } from './family.js'
import type { MadeReport, MadeRow, MadeTable } from './made-report.js'
import { remarkOn } from './note-remarks.js'
import { writeStyle } from './page-style.js'
import { partTable } from './part-entities.js'
import { printDays, printHead } from './print-head.js'
import {
  printFigure,
  printNoteReference,
  printTitle,
  printUnderTitle,
  printUnit,
  printUnitOfAll,
  UNIT_WORDS,
} from './print-words.js'
import { houseWord } from './set-tables.js'
import { writeBlock } from './write-block.js'
import { writeChapter } from './write-chapter.js'
import { writeNoteOfPrinciples, writePrinciples, writeReference } from './write-principles.js'

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Steps of indent: a line stands under all its headings, a sum with the lowest of them, a total at the edge. */
function stepsOf(row: MadeRow, family: Family): number {
  const depth = row.section?.split('|').length ?? 0
  if (family.indent === 'none' || row.role === 'total') return row.indent
  return Math.max(0, row.role === 'subtotal' ? depth - 1 : depth)
}

/** A row of strokes under the last figures, as a machine without rules types it. */
function strokes(table: MadeTable, family: Family, note: string | null, at: 0 | 1): string {
  const amounts = table.columns.map(
    () => `<td class="strokes${family.strokes[at] === '_' ? ' low' : ''}">${family.strokes[at].repeat(11)}</td>`,
  )
  return `<tr>${arrange(family, { label: '<td></td>', note, amounts })}</tr>`
}

function label(row: MadeRow, family: Family): string {
  const words = escapeHtml(row.label ?? '')
  const dots = family.table === 'leaders' ? '.' : '. '
  const led = family.table.endsWith('leaders') && row.role === 'line'
  const leaders = led ? `<i class="leader">${dots.repeat(120)}</i>` : ''
  const note = family.noteAt === 'in_label' ? printNoteReference(row, family) : ''
  return `<td class="label indent${stepsOf(row, family)}"><div><span>${words}</span>${note && `${led ? '\u00a0' : ' '}${note}`}${leaders}</div></td>`
}

/** The cells of a row in the family's order: the note column stands where the family has it, or nowhere. */
function arrange(family: Family, cells: { label: string; note: string | null; amounts: string[] }): string {
  const { label, note, amounts } = cells
  const [first, middle, last] = (['first', 'after_label', 'last'] as const).map((place) =>
    note !== null && family.noteAt === place ? note : '',
  )
  return `${first}${label}${middle}${amounts.join('')}${last}`
}

/** A figure in its column; where there are two, in the inner one if it goes into a sum that follows. */
function amount(figure: string, { amounts }: Family, inner: boolean): string {
  const cell = `<td class="amount">${figure}</td>`
  if (amounts === 'one_column') return cell
  return inner ? `${cell}<td></td>` : `<td class="inner"></td>${cell}`
}

function tableRows(table: MadeTable, rows: readonly MadeRow[], family: Family, noteColumn: boolean): string {
  const width = table.columns.length * (family.amounts === 'one_column' ? 1 : 2) + (noteColumn ? 2 : 1)
  const inner = new Set(
    table.rows.flatMap(({ role, terms }) => (role === 'subtotal' ? terms.map((term) => table.rows[term.row]) : [])),
  )
  for (const row of table.rows) if (row.role !== 'line') inner.delete(row)
  let before: string[] = []
  let sections = 0
  let html = ''
  for (const row of rows) {
    const headings = row.section?.split('|') ?? []
    const known = headings.findIndex((heading, level) => heading !== before[level])
    for (const [below, heading] of known < 0 ? [] : headings.slice(known).entries()) {
      const letter = family.lettered ? `${String.fromCharCode(65 + sections++)}. ` : ''
      const level = known + below
      const indent = family.indent === 'levels' ? ` class="indent${level}"` : ''
      html += `<tr class="section level${level}"><td colspan="${width}"${indent}>${letter}${escapeHtml(heading)}</td></tr>`
    }
    before = headings
    const note = noteColumn ? `<td class="note">${printNoteReference(row, family)}</td>` : null
    const amounts = row.cells.map((cell) =>
      amount(printFigure(cell, family, row.unit, table.decimals), family, inner.has(row)),
    )
    const typed = family.table.startsWith('typed') && row.terms.length > 0 && family.noteSums === 'below'
    if (typed) html += strokes(table, family, note && '<td></td>', 0)
    html += `<tr class="${row.role}">${arrange(family, { label: label(row, family), note, amounts })}</tr>`
    if (typed && row.role === 'total') html += strokes(table, family, note && '<td></td>', 1)
  }
  return (
    html +
    (table.kind === 'balance_sheet' && rows.at(-1) === table.rows.at(-1) ? pledges(table, family, noteColumn) : '')
  )
}

/** Rows under the balance sheet that say in words that nothing is pledged. */
function pledges(table: MadeTable, family: Family, noteColumn: boolean): string {
  const outer = family.amounts === 'one_column' ? '' : '<td></td>'
  const amounts = table.columns.map(() => `${outer}<td class="amount none">Inga</td>`)
  const rows = family.pledges.map((words) => {
    const label = `<td class="label"><div><span>${words}</span></div></td>`
    return `<tr class="pledge">${arrange(family, { label, note: noteColumn ? '<td></td>' : null, amounts })}</tr>`
  })
  return rows.join('')
}

const ENTITIES = { group: 'Koncernen', parent: 'Moderbolaget' }

/** A row over the heads that tells whose figures the columns hold; nothing where they are all one body's. */
function entities(table: MadeTable, family: Family, note: string | null): string {
  const named = table.columns.flatMap(({ entity }) => entity ?? [])
  const amounts = [...new Set(named)].map((entity) => {
    const width = named.filter((other) => other === entity).length
    return `<th class="entity" colspan="${width}">${ENTITIES[entity]}</th>`
  })
  if (amounts.length === 0 || table.parted || (family.entities !== 'beside' && table.note === null)) return ''
  const empty = '<th></th>'
  return `<tr class="heads">${arrange(family, { label: empty, note: note && empty, amounts })}</tr>`
}

function heads(table: MadeTable, family: Family, noteColumn: boolean, title: string): string {
  const span = family.amounts === 'one_column' ? '' : ' colspan="2"'
  const [owner] = table.parted ? table.columns.flatMap(({ entity }) => entity ?? []) : []
  const inRow = owner === undefined ? printUnit(table, family) : ENTITIES[owner]
  const unit = family.unitLine === 'row' || owner !== undefined ? `<span class="unit">${inRow}</span>` : ''
  const under = family.unitLine === 'head' && table.unit !== 'count' ? [UNIT_WORDS[family.unitWords][table.unit]] : []
  const amounts = table.columns.map(
    (column) => `<th class="amount"${span}>${[...printHead(column, table, family), ...under].join('<br>')}</th>`,
  )
  const note = noteColumn ? `<th class="note">${family.noteColumnHead}</th>` : null
  if (title === '' && unit === '' && under.length === 0 && table.columns.every(({ head }) => head === '')) return ''
  const drawn = family.headStrokes ? strokes(table, family, note && '<td></td>', 0) : ''
  return `${entities(table, family, note)}<tr class="heads">${arrange(family, { label: `<th class="label">${title || unit || printDays(table, family)}</th>`, note, amounts })}</tr>${drawn}`
}

function writeRows(table: MadeTable, rows: readonly MadeRow[], family: Family, title = ''): string {
  const noteColumn = family.noteAt !== 'in_label' && table.rows.some(({ noteRef }) => noteRef !== null)
  return `<table>${heads(table, family, noteColumn, title)}${tableRows(table, rows, family, noteColumn)}</table>`
}

/** Whose unit a line over the table tells, where the family tells it once: that of all tables, its own, or none. */
type Told = 'all' | 'own' | 'not'

/** A note whose number stands in a column of its own; where each sheet has a line of heads, it has no dates itself. */
function writeMarginNote(table: MadeTable, family: Family): string {
  const number = printTitle({ ...table, title: '' }, family).trim()
  const dateless = family.noteHeads === 'sheet' && !table.loose
  const shown = dateless ? { ...table, columns: table.columns.map((column) => ({ ...column, head: '' })) } : table
  const line = dateless
    ? `<div class="margin-note sheet-heads"><h3></h3><div><table>${heads(table, family, false, ' ')}</table></div></div>`
    : ''
  const body = writeRows(shown, table.rows, family, escapeHtml(table.title))
  return `${line}<div class="margin-note"><h3>${number}</h3><div>${body}</div></div>`
}

/** Where a table stands among those of its sort, and whose unit it tells. */
type Place = { index: number; told: Told }

/** A chapter's heading; the report of the board has the first number, where there are numbers. */
const numbered = (title: string, index: number, family: Family) => (family.numbered ? `${index + 2}. ${title}` : title)

/** A table under its heading; of several parts, the parts stand beside each other. */
function writeTable(table: MadeTable, parts: readonly (readonly MadeRow[])[], family: Family, place: Place): string {
  const { told } = place
  if (table.note !== null && family.notes === 'margin') return writeMarginNote(table, family)
  const once = family.unitLine === 'once'
  const telling = once && told === 'all' ? printUnitOfAll(table, family) : printUnit(table, family)
  const right = family.unitLine === 'right'
  const other = (family.unitLine === 'principles' || family.unitLine === 'board') && told === 'own'
  const above = family.unitLine === 'above' || right || other || (once && told !== 'not')
  const unit = above ? `<p class="unit${right ? ' to-right' : ''}">${telling}</p>` : ''
  const inTitle = ['title', 'comma', 'within'].includes(family.unitLine)
  const words = escapeHtml(printTitle(table, family)).replace('\n', '<br>') + (inTitle ? printUnit(table, family) : '')
  const underTitle = printUnderTitle(table, family)
  const under = underTitle && `<p class="under-title">${underTitle}</p>`
  const title = table.note === null ? numbered(words, place.index, family) : words
  if (family.titleAt === 'head' && table.note === null && parts.length === 1) {
    return unit + writeRows(table, parts[0] ?? [], family, `<span class="table-title">${title}</span>`)
  }
  const level = table.note === null ? 'h2' : 'h3'
  const written = table.parted
    ? partTable(table).map((part) => writeRows(part, part.rows, family))
    : parts.map((rows) => writeRows(table, rows, family))
  const tables = written.join('')
  const body = parts.length > 1 ? `<div class="beside">${tables}</div>` : tables
  return `<${level}>${title}</${level}>${under}${unit}${body}`
}

/** A note with the sentence that the house has beside its figures. */
function writeNote(table: MadeTable, family: Family, place: Place): string {
  const written = writeTable(table, [table.rows], family, place)
  if (family.remarks === 'none') return written
  const remark = `<p class="remark">${remarkOn(table)}</p>`
  return family.remarks === 'after' ? written + remark : written.replace('</h3>', `</h3>${remark}`)
}

function tableBlocks(table: MadeTable, family: Family, place: Place): string[] {
  if (table.note !== null) return [writeBlock(writeNote(table, family, place), 'flow', 'of-note')]
  const flows =
    table.kind === 'multi_year' ||
    table.kind === 'operating_statement' ||
    table.kind === 'other' ||
    (family.statements === 'run_on' && place.index > 0 && table.secondPageAt === null)
  const kind = flows ? 'flow' : 'fresh'
  const assets = table.rows.findIndex(({ key }) => key === 'assets')
  const cut = family.balance === 'beside' && assets >= 0 ? assets + 1 : table.secondPageAt
  if (cut === null || (family.balance === 'one_sheet' && table.secondPageAt !== null)) {
    return [writeBlock(writeTable(table, [table.rows], family, place), kind)]
  }
  const halves = [table.rows.slice(0, cut), table.rows.slice(cut)]
  if (family.balance === 'beside') return [writeBlock(writeTable(table, halves, family, place), kind)]
  return halves.map((rows, index) =>
    index === 0
      ? writeBlock(writeTable(table, [rows], family, place), kind)
      : writeBlock(writeTable(table, [rows], family, { ...place, told: 'not' }), 'fresh'),
  )
}

/** The notes that each statement is the first to call for. */
function notesUnder(tables: readonly MadeTable[]): Map<MadeTable, MadeTable[]> {
  const left = tables.filter(({ note }) => note !== null)
  return new Map(
    tables
      .filter(({ note }) => note === null)
      .map((table) => {
        const wanted = new Set<string | null>(table.rows.flatMap(({ noteRef }) => noteRef?.split(',') ?? []))
        const mine = left.filter(({ note }) => wanted.has(note))
        for (const note of mine) left.splice(left.indexOf(note), 1)
        return [table, mine]
      }),
  )
}

/** The whole report as one HTML page of blocks; `paginate` then lays them out on sheets. */
export function writeHtml(report: MadeReport, family: Family): string {
  const year = report.period.end.slice(0, 4)
  const name = escapeHtml(report.organisation)
  const say = (usual: string) => escapeHtml(houseWord(usual, report, family))
  const cover = writeBlock(
    `<div class="cover"><h1>Årsredovisning ${year}</h1><p class="organisation">${name}</p>` +
      `<p>Organisationsnummer ${report.orgNumber}</p><p>${report.period.start} – ${report.period.end}</p></div>`,
    'fresh',
  )
  // Key figures in a unit of their own tell it for themselves.
  const main = report.tables.find(({ kind }) => kind === 'income_statement')
  const opening = report.tables.find(({ kind, unit }) => kind !== 'multi_year' || unit === main?.unit)
  const told = (table: MadeTable): Told => (table === opening ? 'all' : table.unit === opening?.unit ? 'not' : 'own')
  const write = (table: MadeTable, index: number) => tableBlocks(table, family, { index, told: told(table) })
  const notes = report.tables.filter(({ note }) => note !== null)
  const called = family.notesUnder === 'their_statement' ? notesUnder(report.tables) : new Map<MadeTable, MadeTable[]>()
  const statements = report.tables
    .filter(({ note }) => note === null)
    .flatMap((table, index) => [...write(table, index), ...(called.get(table) ?? []).flatMap(write)])
  const placed = new Set([...called.values()].flat())
  const signatures = writeBlock(
    `<h2>Underskrifter</h2><p>Styrelsen lämnar härmed sin årsredovisning. ${name}, mars ${Number(year) + 1}.</p>` +
      '<div class="signatures"><span>Ordförande</span><span>Ledamot</span><span>Ledamot</span></div>',
    'flow',
  )
  const chapters = (place: 'before' | 'after') =>
    report.chapters.filter((chapter) => chapter.place === place).flatMap(writeChapter)
  const unitOfAll = opening && family.unitLine === 'principles' ? writePrinciples(printUnitOfAll(opening, family)) : ''
  const unitOfBoard = opening && family.unitLine === 'board' ? writeReference(printUnitOfAll(opening, family)) : ''
  const prose = writeBlock(
    `<h2>${numbered(say('Förvaltningsberättelse'), -1, family)}</h2>${report.prose.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}${unitOfBoard}`,
    'fresh',
  )
  const unplaced = notes.filter((table) => !placed.has(table))
  const chapter = report.tables.length - notes.length
  const notesHead = writeBlock(`<h2>${numbered(say('Noter'), chapter, family)}</h2>${unitOfAll}`, 'fresh', 'notes-head')
  const first = printTitle({ note: '1', title: 'Redovisnings- och värderingsprinciper' }, family)
  const principles = family.noteOfPrinciples ? [writeBlock(writeNoteOfPrinciples(first), 'flow', 'of-note')] : []
  const body = [
    cover,
    ...chapters('before'),
    prose,
    ...statements,
    ...(unplaced.length > 0 ? [notesHead, ...principles] : []),
    ...unplaced.flatMap(write),
    signatures,
    ...chapters('after'),
  ]
  return (
    `<!doctype html><html lang="sv"><head><meta charset="utf-8"><style>${writeStyle(family)}</style></head>` +
    `<body data-name="${name}" data-number="${report.orgNumber}" data-notes="${family.notes}" data-note-heads="${family.noteHeads}" data-spread="${family.spread}" data-furniture="${family.furniture}" data-title="Årsredovisning ${year}" data-bottom="${family.margins.bottom}">${body.join('')}</body></html>`
  )
}
