import { groupBy } from '../arithmetic/group-by.js'
import { formatAmount, markOf } from '../model/format-amount.js'
import { statementNames } from '../model/statement-names.js'
import type { FactRow } from '../store/read-views.js'
import { printable } from './terminal.js'

const width = 100
const leastLabelWidth = 24
const mostLabelWidth = 60
const gap = '  '

interface Line {
  readonly label: string
  readonly note: string
  readonly sum: boolean
  readonly cells: readonly string[]
}

/** One table in columns: labels, notes, and figures with their marks, sums ruled off above. */
export function printTable(facts: readonly FactRow[]): string {
  const first = facts[0]!
  const columns = [...new Set(facts.map((fact) => fact.column_no))].sort((one, other) => one - other)
  const heads = columns.map((column) => headOf(facts.find((fact) => fact.column_no === column)!))
  const lines = linesOf(facts, columns)
  const figureWidths = columns.map((_, index) =>
    Math.max(heads[index]!.length, ...lines.map((line) => line.cells[index]?.length ?? 0)),
  )
  const noteWidth = lines.some((line) => line.note !== '') ? Math.max(4, ...lines.map((line) => line.note.length)) : 0
  const taken = figureWidths.reduce((sum, figures) => sum + figures + gap.length, noteWidth === 0 ? 0 : noteWidth + 2)
  const longest = Math.max(...lines.map((line) => line.label.length))
  const labelWidth = Math.max(leastLabelWidth, Math.min(longest, mostLabelWidth, width - taken))

  const row = (label: string, note: string, cells: readonly string[]) => {
    const parts = [label.padEnd(labelWidth)]
    if (noteWidth > 0) parts.push(note.padEnd(noteWidth))
    return [...parts, ...figureWidths.map((figures, index) => (cells[index] ?? '').padStart(figures))]
      .join(gap)
      .trimEnd()
  }
  const ruleOver = (cells: readonly string[]) =>
    row(
      '',
      '',
      figureWidths.map((figures, index) => ((cells[index] ?? '') === '' ? '' : '─'.repeat(figures))),
    )
  const printed = lines.flatMap((line) => {
    const broken = breakLabel(line.label, labelWidth)
    const above = broken.slice(0, -1).map((part) => row(part, '', []))
    const body = [...above, row(broken.at(-1)!, line.note, line.cells)]
    return line.sum && line.cells.some((cell) => cell !== '') ? [ruleOver(line.cells), ...body] : body
  })
  const head = row('', noteWidth > 0 ? 'Note' : '', heads)
  return [titleOf(first), ...(head.trim() === '' ? [] : [head]), ...printed].join('\n')
}

function titleOf({ statement, note, table_title, unit, page }: FactRow): string {
  const heading = statement === 'note' && note !== null ? `Note ${note}` : statementNames[statement]
  const title = table_title === null ? '' : `: ${printable(table_title)}`
  // Balansräkning (tkr)
  const told = new RegExp(`\\(${unit}\\)`, 'i').test(title)
  return `${heading}${title}${told ? '' : `, ${unit}`} (page ${page})`
}

function headOf({ column_label, period_end, scenario }: FactRow): string {
  const plain = period_end ?? (column_label === null ? '' : printable(column_label))
  const head = scenario === 'actual' ? plain : `${scenario} ${plain}`.trim()
  return `${head.length > 24 ? `${head.slice(0, 23)}…` : head}  `
}

/** Rows in order, with the headings that stand over them; a figure is followed by its mark. */
function linesOf(facts: readonly FactRow[], columns: readonly number[]): Line[] {
  const lines: Line[] = []
  let section: string | null = null
  for (const row of groupBy(facts, (fact) => fact.row_no).values()) {
    const { section: own, role, label, note_ref, unit } = row[0]!
    if (own !== section && own !== null) lines.push({ label: printable(own), note: '', sum: false, cells: [] })
    section = own
    const indent = own === null || role !== 'line' ? '' : '  '
    const otherUnit = unit === facts[0]!.unit ? '' : ` (${unit})`
    const cells = columns.map((column) => {
      const fact = row.find(({ column_no }) => column_no === column)
      return fact === undefined ? '' : `${formatAmount(fact.amount, fact.decimals)} ${markOf[fact.status]}`
    })
    const text = `${indent}${label === null ? '·' : printable(label)}${otherUnit}`
    lines.push({ label: text, note: note_ref ?? '', sum: role !== 'line', cells })
  }
  return lines
}

/** A label in parts of at most `room` characters, broken at spaces; what follows the first is led in by two spaces. */
function breakLabel(label: string, room: number): string[] {
  const parts: string[] = []
  let rest = label
  while (rest.length > room) {
    const space = rest.lastIndexOf(' ', room)
    const cut = space > room / 2 ? space : room
    parts.push(rest.slice(0, cut))
    rest = `    ${rest.slice(cut).trimStart()}`
  }
  return [...parts, rest]
}
