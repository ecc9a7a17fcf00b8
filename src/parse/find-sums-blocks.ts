import { foldLabel, isClosingBalance, isOpening, isSumWord, isTherein } from '../arithmetic/row-kind.js'
import type { Row, Sum } from '../model/report.js'
import { fitSum } from './find-sums-candidates.js'

/** Multiples of this meet by chance too often to be looked for. */
const ROUND = 100

/** Sums that stand one after another behind all their lines, if most of them close over runs of lines; else none. */
export function lateSums(rows: readonly Row[], columns: number): Sum[] {
  const amounts = [...rows.keys()].filter((row) => rows[row]?.cells.some(Boolean))
  const lastLine = amounts.findLastIndex((row) => !isSumWord(foldLabel(rows[row]?.label ?? null)))
  const sums = amounts.slice(lastLine + 1, -1)
  if (sums.length < 2 || lastLine + 1 < 2 * sums.length) return []
  const found = blockSums(rows, amounts.slice(0, lastLine + 1), sums, columns)
  const wanted = sums.flatMap((row) => rows[row]?.cells.filter((cell) => cell?.value) ?? [])
  return found.length >= 0.6 * wanted.length && found.length > 2 ? found : []
}

/**
 * Sums printed one after another behind all their lines, as a text that came apart has them: in each column the lines
 * fall into runs that give the sums in order. Only runs that close to the unit are told.
 */
function blockSums(
  rows: readonly Row[],
  lineRows: readonly number[],
  sumRows: readonly number[],
  columns: number,
): Sum[] {
  const found: Sum[] = []
  for (let column = 0; column < columns; column++) {
    const lines = lineRows.filter((row) => rows[row]?.cells[column])
    const own: Sum[] = []
    const wanted = sumRows.filter((row) => rows[row]?.cells[column]?.value).length
    let from = 0
    for (const sumRow of sumRows) {
      const target = rows[sumRow]?.cells[column]?.value
      if (!target) continue
      const run = firstRun(
        lines.map((row) => rows[row]!.cells[column]!.value),
        target,
        from,
      )
      if (!run) continue
      own.push({
        row: sumRow,
        terms: lines.slice(run.start, run.end).map((row) => ({ row, sign: 1 })),
        basis: 'label',
        column,
      })
      from = run.end
    }
    // Where lines or sums are left over, round figures may have met by chance: such sums prove nothing.
    const isWhole = own.length === wanted && own.reduce((count, { terms }) => count + terms.length, 0) === lines.length
    found.push(...own.map((sum): Sum => (isWhole ? sum : { ...sum, basis: 'figures' })))
  }
  return found
}

/** The run at `from` whose values add up to `target`; if the target is no round figure, the first such run after it. */
function firstRun(values: readonly number[], target: number, from: number): { start: number; end: number } | undefined {
  const last = target % ROUND === 0 ? from + 1 : values.length
  for (let start = from; start < Math.min(last, values.length); start++) {
    let sum = 0
    for (let end = start; end < values.length; end++) {
      sum += values[end]!
      if (sum === target) return { start, end: end + 1 }
    }
  }
  return undefined
}

/** "Sammanlagt", and below it what it is made of: the sum that stands over all lines of a note, where it closes. */
export function leadingSum(rows: readonly Row[], columns: number): Sum[] {
  const [first, ...lines] = [...rows.keys()].filter((row) => rows[row]?.cells.some(Boolean))
  // "därav" over the lines, its letters perhaps set apart
  const isMadeOf = lines.every((row) => isTherein(foldLabel(rows[row]?.section ?? null).replaceAll(' ', '')))
  const claims = (row: number) => {
    const folded = foldLabel(rows[row]?.label ?? null)
    return isSumWord(folded) || (isClosingBalance(folded) && !isOpening(folded))
  }
  if (first === undefined || lines.length < 2 || !(isMadeOf || claims(first)) || lines.some(claims)) return []
  const terms = lines.map((row) => ({ row, sign: 1 as const }))
  const fit = fitSum(rows, first, terms, [...Array(columns).keys()])
  return fit.closed.length > 0 && fit.closed.length >= fit.open ? [{ row: first, terms, basis: 'label' }] : []
}
