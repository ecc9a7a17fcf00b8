import type { MadeReport, MadeTable } from './made-report.js'
import type { Random } from './random.js'

/** Two neighbouring digits exchanged, where that changes the figure by more than rounding could; else undefined. */
function exchangeDigits(random: Random, value: number): number | undefined {
  const digits = [...String(Math.abs(value))]
  const places = digits.slice(1).flatMap((digit, index) => (digit === digits[index] ? [] : [index]))
  const usable = places.filter((place) => place < digits.length - 2 && !(place === 0 && digits[1] === '0'))
  if (usable.length === 0) return undefined
  const place = random.pick(usable)
  const changed = [...digits]
  changed[place] = digits[place + 1] ?? ''
  changed[place + 1] = digits[place] ?? ''
  return Math.sign(value) * Number(changed.join(''))
}

/** The report with one row of one note printed wrong; unchanged where no figure lends itself to it. */
export function plantError(random: Random, report: MadeReport): MadeReport {
  const fits = (table: MadeTable) =>
    table.kind === 'note' &&
    table.unit !== 'count' &&
    !table.loose &&
    table.rows.filter(({ role }) => role === 'line').length > 2
  const candidates = report.tables.filter(fits)
  for (let attempt = 0; attempt < 20 && candidates.length > 0; attempt++) {
    const table = random.pick(candidates)
    const summed = new Set(table.rows.flatMap(({ terms }) => terms.map((term) => term.row)))
    const row = random.pick(table.rows.filter(({ role }, index) => role === 'line' && summed.has(index)))
    const column = random.between(0, table.columns.length - 1)
    const meant = row.cells[column]
    const head = table.columns[column]
    if (meant === null || meant === undefined || head === undefined || table.note === null || row.label === null)
      continue
    const printed = exchangeDigits(random, meant)
    if (printed === undefined || table.rows.some(({ cells }) => cells[column] === printed)) continue
    const wrong = { ...row, cells: row.cells.map((cell, index) => (index === column ? printed : cell)) }
    const changed = { ...table, rows: table.rows.map((other) => (other === row ? wrong : other)) }
    return {
      ...report,
      tables: report.tables.map((other) => (other === table ? changed : other)),
      planted: [...report.planted, { note: table.note, label: row.label, period_end: head.period.end, printed, meant }],
    }
  }
  return report
}
