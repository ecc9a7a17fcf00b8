import { type LabelNature, scoreAlignment } from './align-labels.js'
import type { ApartFigure, ApartPage } from './apart-page.js'
import type { ColumnHead } from './column-heads.js'
import { cutFigures } from './cut-figures.js'
import { natureOf } from './label-nature.js'
import { countHeads, readPlainHeads } from './plain-table.js'

/** A column may hold this many figures more than there are labels. */
const LEFT_OVER = 4

/** Rows behind the torn labels whose figures stand beside them in every column: their sums speak for what stands above. */
export function tailOf(
  page: ApartPage,
  columns: number,
): { nature: LabelNature; text: string; values: readonly number[] }[] {
  const rows: { nature: LabelNature; text: string; values: readonly number[] }[] = []
  for (const whole of page.whole.filter((one) => one.before === page.labels.length)) {
    if (whole.tokens.length === 0) continue
    const cells =
      cutFigures(whole.tokens, columns, false, whole.line.page)[0]?.cells.filter((cell) => cell !== null) ?? []
    if (cells.length < columns) break
    rows.push({ nature: natureOf(whole.label), text: whole.label, values: cells.map((cell) => cell.value) })
  }
  return rows
}

/** Cuts a stream of figures into the columns under which labels and figures fit best. */
export function cutStream(page: ApartPage, stream: readonly ApartFigure[], columns: number): ApartFigure[][] {
  if (columns <= 1) return [[...stream]]
  const tail = tailOf(page, columns)
  const natures = [...page.labels.map((label) => label.nature), ...tail.map((row) => row.nature)]
  const n = stream.length
  const values = stream.map((figure) => figure.amount.value)
  const memo = new Map<number, number>()
  const score = (column: number, from: number, to: number) => {
    const key = (column * 2000 + from) * 2000 + to
    let known = memo.get(key)
    if (known === undefined) {
      const part = [...values.slice(from, to), ...tail.map((row) => row.values[column]!)]
      known = part.length > natures.length + LEFT_OVER ? Number.NEGATIVE_INFINITY : scoreAlignment(natures, part)
      memo.set(key, known)
    }
    return known
  }
  let best: { score: number; cuts: number[] }[] = Array.from({ length: n + 1 }, (_, to) => ({
    score: score(0, 0, to),
    cuts: [],
  }))
  for (let column = 1; column < columns; column++) {
    best = Array.from({ length: n + 1 }, (_, to) => {
      let top = { score: Number.NEGATIVE_INFINITY, cuts: [] as number[] }
      for (let from = 0; from <= to; from++) {
        const total = best[from]!.score + score(column, from, to)
        if (total > top.score) top = { score: total, cuts: [...best[from]!.cuts, from] }
      }
      return top
    })
  }
  const cuts = [0, ...best[n]!.cuts, n]
  return cuts.slice(1).map((to, index) => stream.slice(cuts[index], to))
}

/** One line that names all columns, or the lines that do so together. */
export function headsOf(tops: readonly string[]): string {
  const widest = [...tops].sort((a, b) => countHeads([b]) - countHeads([a]))[0] ?? ''
  const others = tops.filter((top) => top !== widest).reduce((sum, top) => sum + countHeads([top]), 0)
  return others > 0 && others < countHeads([widest]) + 1 && countHeads([widest]) > 2
    ? widest
    : [...new Set(tops)].join(' ')
}

/** The heads of the columns, and under each its runs of figures in order. */
export function columnsOf(
  page: ApartPage,
  inherited: readonly ColumnHead[],
): { heads: readonly ColumnHead[]; columns: (readonly ApartFigure[])[][] } {
  const all = page.runs.flatMap((run) => run.figures)
  const dates = [...new Set(page.runs.map((run) => run.head?.periodEnd).filter((date) => typeof date === 'string'))]
  const split = (heads: readonly ColumnHead[]) => ({
    heads,
    columns: cutStream(page, all, heads.length).map((stream) => [stream]),
  })
  const top = headsOf(page.tops)
  if (dates.length === 0)
    return countHeads([top]) > 1 ? split(readPlainHeads([top], countHeads([top]))) : split(inherited)
  const heads = dates.map((date) => page.runs.find((run) => run.head?.periodEnd === date)!.head!)
  const missing = inherited.filter((head) => head.periodEnd !== null && !dates.includes(head.periodEnd))
  const columns: (readonly ApartFigure[])[][] = [...heads, ...missing].map(() => [])
  let column = 0
  for (const run of page.runs) {
    const own = run.head ? dates.indexOf(run.head.periodEnd ?? '') : -1
    column = own >= 0 ? own : run.marked ? Math.min(column + 1, columns.length - 1) : 0
    columns[column]!.push(run.figures)
  }
  const filled = columns.filter((runs) => runs.length > 0).length
  if (filled === 1 && missing.length > 0 && all.length > page.labels.length * 0.9) return split([...heads, ...missing])
  return { heads: [...heads, ...missing].slice(0, filled), columns: columns.slice(0, filled) }
}
