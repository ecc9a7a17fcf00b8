import type { Box, PicturePage, Word } from '../../src/model/page.js'
import type { Amount, Report, Row, Table } from '../../src/model/report.js'
import { findConcept, type Taxonomy } from '../../src/model/taxonomy.js'
import type { MadeReport, MadeRow, MadeTable } from '../synthesise/made-report.js'
import type { Random } from '../synthesise/random.js'

/** A report as parsing leaves it, with the pages that it was read from. */
export interface PrintedReport {
  readonly report: Report
  readonly pages: readonly PicturePage[]
}

const paper = { width: 1654, height: 2339 }
const leading = 0.018
const top = 0.08
const letter = { width: 0.009, height: 0.012 }
const labelEdge = 0.1
const rightEdge = 0.92
const columnWidth = 0.13

/** How worn print is read: what is printed, and what readers give for it. */
const wear: readonly (readonly [string, string])[] = [
  ['ä', 'ii'],
  ['å', 'a'],
  ['ö', 'é'],
  ['ä', 'a'],
  ['m', 'rn'],
]

/** Lays a made report out, a table a page after the page of its text, and reads it off without a fault in its figures. */
export function printReport(made: MadeReport, taxonomy: Taxonomy, random: Random): PrintedReport {
  const printed = made.tables
    .filter(({ loose }) => !loose)
    .map((table, index) => printTable(table, index + 2, taxonomy))
  const front = [made.organisation, made.orgNumber, 'Årsredovisning', made.period.end.slice(0, 4), ...made.prose]
  const sheets = [printLines(front), ...printed.map(({ words }) => words)]
  const worn = random.chance(0.2)
  return {
    report: {
      organisation: made.organisation,
      orgNumber: made.orgNumber,
      kind: 'annual',
      periodStart: made.period.start,
      periodEnd: made.period.end,
      firstPage: 1,
      lastPage: sheets.length,
      tables: printed.map(({ table }) => table),
      prose: [],
      issues: [],
    },
    pages: sheets.map((words, index) => toPage(worn ? words.map((word) => wearWord(word, random)) : words, index + 1)),
  }
}

function printTable(made: MadeTable, page: number, taxonomy: Taxonomy): { table: Table; words: Word[] } {
  const words = wordsAt(made.title, labelEdge, top)
  const rows = made.rows.map((row, index): Row => {
    const y0 = top + (index + 2) * leading
    if (row.label !== null) words.push(...wordsAt(row.label, labelEdge + row.indent * 0.02, y0))
    return {
      label: row.label,
      labelRaw: row.label,
      // Tillgångar|Anläggningstillgångar
      section: row.section?.split('|').at(-1) ?? null,
      role: row.role,
      concept: row.label === null ? null : (findConcept(row.label, made.kind, taxonomy)?.id ?? null),
      noteRef: row.noteRef,
      unit: row.unit,
      cells: row.cells.map((value, column) => {
        if (value === null) return null
        const raw = grouped(value)
        const x1 = rightEdge - (made.columns.length - 1 - column) * columnWidth
        const figures = wordsAt(raw, x1 - raw.length * letter.width, y0)
        words.push(...figures)
        return toAmount(value, raw, page, around(figures), row)
      }),
    }
  })
  const sums = made.rows.flatMap(({ terms }, row) =>
    terms.length < 2 && made.kind !== 'note' ? [] : terms.length === 0 ? [] : { row, terms, basis: 'label' as const },
  )
  const columns = made.columns.map(({ period, scenario, head }) => ({
    ...{ label: head ?? period.end.slice(0, 4), periodEnd: period.end, scenario, unit: null },
  }))
  const { kind, note, title, unit } = made
  return { table: { kind, note, title, unit, page, columns, rows, sums }, words }
}

function toAmount(value: number, raw: string, page: number, box: Box, { unit }: MadeRow): Amount {
  return {
    ...{ value, decimals: unit === '%' ? 1 : 0, raw, page, box, confidence: 0.95 },
    ...{ alternatives: [], second: value, typed: false, doubts: [] },
  }
}

function printLines(lines: readonly string[]): Word[] {
  return lines.flatMap((line, index) => wordsAt(line, labelEdge, top + index * leading))
}

function wordsAt(text: string, left: number, y0: number): Word[] {
  let x0 = left
  return text.split(' ').map((word) => {
    const box = { x0, y0, x1: x0 + word.length * letter.width, y1: y0 + letter.height }
    x0 = box.x1 + letter.width
    return { text: word, raw: word, box, confidence: 0.95, alternatives: [] }
  })
}

function around(words: readonly Word[]): Box {
  const boxes = words.map(({ box }) => box)
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  }
}

function wearWord(word: Word, random: Random): Word {
  if (!random.chance(0.3)) return word
  const [printed, read] = random.pick(wear)
  return { ...word, text: word.text.replace(printed, read) }
}

function toPage(words: readonly Word[], number: number): PicturePage {
  return {
    ...{ kind: 'picture', number, ...paper, source: 'ocr', turned: 0, issues: [] },
    readings: [{ reader: 'made', words }],
  }
}

/** `-1 234 567` */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ')
}
