import type { Role, Sum, Table } from '../model/report.js'

/** A table in which one row is a line, a subtotal or a total, with the structure of its sums as that has it. */
export function withRole(table: Table, row: number, role: Role): Table {
  const rows = table.rows.with(row, { ...table.rows[row]!, role })
  if (role === 'line') return { ...table, rows, sums: withoutSum(table.sums, row) }
  const isSum = table.sums.some((sum) => sum.row === row)
  return { ...table, rows, sums: isSum ? table.sums : withSum(table, row, role) }
}

/** What was taken for a sum's own rows are rows of whatever it is a row of. */
function withoutSum(sums: readonly Sum[], row: number): Sum[] {
  const dropped = sums.filter((sum) => sum.row === row)
  return sums
    .filter((sum) => sum.row !== row)
    .map((sum) => {
      const sign = sum.terms.find((term) => term.row === row)?.sign
      const freed = dropped.find(({ column }) => column === undefined || column === sum.column)?.terms ?? []
      if (sign === undefined) return sum
      const more = freed.map((term) => ({ row: term.row, sign: sign === term.sign ? (1 as const) : (-1 as const) }))
      return { ...sum, terms: [...sum.terms, ...more].toSorted((a, b) => a.row - b.row) }
    })
}

/** The sum of the rows over it that are in no sum yet: of its own section for a subtotal, of the table for a total. */
function withSum({ rows, sums }: Table, row: number, role: Role): Sum[] {
  const taken = new Set(sums.filter((sum) => sum.row < row).flatMap(({ terms }) => terms.map((term) => term.row)))
  const { section } = rows[row]!
  const open = rows
    .slice(0, row)
    .flatMap((one, index) => (taken.has(index) || !one.cells.some(Boolean) ? [] : [{ ...one, index }]))
  const own = role === 'subtotal' ? open.filter((one) => one.section === section) : open
  if (own.length === 0) return [...sums]
  const terms = own.map(({ index }) => ({ row: index, sign: 1 as const }))
  const freed = new Set(terms.map((term) => term.row))
  const others = sums.map((sum) => {
    if (sum.row <= row || !sum.terms.some((term) => freed.has(term.row))) return sum
    const kept = sum.terms.filter((term) => !freed.has(term.row) && term.row !== row)
    return { ...sum, terms: [...kept, { row, sign: 1 as const }].toSorted((a, b) => a.row - b.row) }
  })
  return [...others, { row, terms, basis: 'label' as const }].toSorted((a, b) => a.row - b.row)
}
