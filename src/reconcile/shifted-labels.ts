import { foldLabel, isSumWord } from '../arithmetic/row-kind.js'
import { ACCOUNTS, type Row, type Table } from '../model/report.js'

/**
 * Rows whose labels may be their neighbours': beside them, with no sum between, one row alone has a figure and no label,
 * or the one that calls itself a sum is none and the next, which has no name, is. A label was lost, and those behind it
 * may have moved up or down; what adds up does not show it.
 */
export function shiftedLabels({ kind, rows, sums }: Table): (row: number) => boolean {
  const isSum = (at: number) => sums.some(({ row }) => row === at)
  const isLine = (at: number) => isPrinted(rows[at]) && !isSum(at)
  const shifted = new Set<number>()
  rows.forEach((row, at) => {
    if (row.label !== null || !isPrinted(row) || !ACCOUNTS.has(kind)) return
    const isAfterNoSum = isSumWord(foldLabel(rows[at - 1]?.label ?? null)) && !isSum(at - 1)
    if (isSum(at) && !isAfterNoSum) return
    const block = isSum(at) ? run(at - 1, isLine) : run(at, isLine)
    if (!isSum(at) && block.filter((one) => rows[one]!.label === null).length > 1) return
    const behind = block.at(-1)! + 1
    // a sum that is not called one has the last line's label
    const isMisnamed = isSum(behind) && !isSumWord(foldLabel(rows[behind]!.label))
    for (const one of isMisnamed ? [...block, behind] : block) if (rows[one]!.label !== null) shifted.add(one)
  })
  return (row) => shifted.has(row)
}

/** The rows around one, it included, up to the first on either side that is none of them. */
function run(from: number, isOne: (at: number) => boolean): number[] {
  let first = from
  let last = from
  while (isOne(first - 1)) first--
  while (isOne(last + 1)) last++
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function isPrinted(row: Row | undefined): boolean {
  return row?.cells.some((cell) => cell !== null && cell.value !== 0) ?? false
}
