import type { Amount, Column, Report, Row, Sum, Table } from '../../src/model/report.js'

/** Thousands grouped, decimals behind a comma; `?` says that the reading is in doubt, `·` that nothing is printed. */
function printAmount(amount: Amount | null): string {
  if (amount === null) return '·'
  const digits = String(Math.abs(amount.value)).padStart(amount.decimals + 1, '0')
  const whole = digits.slice(0, digits.length - amount.decimals).replace(/\B(?=(?:\d{3})+$)/g, ' ')
  const fraction = amount.decimals > 0 ? `,${digits.slice(-amount.decimals)}` : ''
  return `${amount.value < 0 ? '-' : ''}${whole}${fraction}${amount.doubts.length > 0 ? '?' : ''}`
}

function printColumn({ periodEnd, scenario, unit }: Column): string {
  return [periodEnd ?? '?', scenario === 'actual' ? null : scenario, unit].filter((part) => part !== null).join(' ')
}

// "7 = 4 + 5 - 6", "9 in column 1 = 7 + 8 (figures)"
function printSum({ row, column, terms, basis }: Sum): string {
  const [first, ...others] = terms
  const right = others.map((term) => ` ${term.sign < 0 ? '-' : '+'} ${term.row}`).join('')
  const where = column === undefined ? '' : ` in column ${column}`
  return `  ${row}${where} = ${first && first.sign < 0 ? '-' : ''}${first?.row}${right}${basis === 'label' ? '' : ` (${basis})`}`
}

const MARKS: Readonly<Record<Row['role'], string>> = { line: ' ', subtotal: '+', total: '=' }

function printTable(table: Table): string[] {
  const { kind, note, title, unit, page, columns, rows, sums } = table
  const labels = rows.map(
    (row, index) =>
      `${String(index).padStart(3)} ${MARKS[row.role]} ${row.label ?? '·'}${row.noteRef ? ` (not ${row.noteRef})` : ''}${row.unit ? ` [${row.unit}]` : ''}`,
  )
  const heads = columns.map(printColumn)
  const cells = rows.map((row) => row.cells.map(printAmount))
  const left = Math.max(0, ...labels.map((label) => label.length))
  const widths = heads.map((head, place) => Math.max(head.length, ...cells.map((row) => row[place]?.length ?? 0)))
  const line = (label: string, own: readonly string[]) =>
    [label.padEnd(left), ...own.map((cell, place) => cell.padStart(widths[place] ?? 0))].join(' | ').trimEnd()
  const printed = rows.flatMap((row, index) => {
    const opens = row.section !== null && row.section !== (rows[index - 1]?.section ?? null)
    return [...(opens ? [`      ${row.section}:`] : []), line(labels[index]!, cells[index]!)]
  })
  const name = [kind, note, title === null ? null : `"${title}"`, `in ${unit}, page ${page}`]
  return ['', name.filter((part) => part !== null).join(' '), line('', heads), ...printed, ...sums.map(printSum)]
}

function printReport(report: Report): string[] {
  const { organisation, orgNumber, kind, periodStart, periodEnd, firstPage, lastPage, tables, prose } = report
  return [
    `# ${organisation ?? '?'}, ${orgNumber ?? '?'}: ${kind} ${periodStart ?? '?'} to ${periodEnd ?? '?'}, pages ${firstPage} to ${lastPage}`,
    ...tables.flatMap(printTable),
    '',
    ...prose.map(({ value, unit, page }) => `prose: ${value} ${unit}, page ${page}`),
  ]
}

/** Parsed reports as text that a person can read and a diff can compare. */
export function printReports(reports: readonly Report[]): string {
  return `${reports.map((report) => printReport(report).join('\n').trimEnd()).join('\n\n')}\n`
}
