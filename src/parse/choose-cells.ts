import type { Amount, Column, Row, StatementKind } from '../model/report.js'
import { withColumnSteps } from './column-decimals.js'
import type { DraftRow } from './draft-row.js'
import type { CellOption } from './entry.js'
import { findSums } from './find-sums.js'

/** A reading that costs this much more than the best is not tried. */
const DEAREST = 3.2
/** Longer tables are taken as they are most naturally cut. */
const MOST_ROWS = 200
/** At most this many whole tables are weighed. */
const MOST_TRIALS = 800
/** A reading is taken for the first where the table weighs more by this. */
const BETTER = 0.05
/** Readings that weigh the same within this cannot be told apart. */
const AS_GOOD = 0.3

interface Weighed {
  readonly score: number
}

function toRow(draft: DraftRow, option: CellOption | undefined): Row {
  return {
    label: draft.label,
    labelRaw: draft.labelRaw,
    section: draft.section,
    role: 'line',
    concept: null,
    noteRef: option?.noteRef ?? null,
    unit: null,
    cells: option?.cells ?? [],
  }
}

/** How much the sums of a table speak for a reading: closed columns count, exact ones more. */
function weigh(kind: StatementKind, columns: readonly Column[], read: readonly Row[], cost: number): Weighed {
  let score = -cost
  const rows = withColumnSteps(read)
  const value = (row: number, column: number) => rows[row]?.cells[column]?.value
  for (const sum of findSums({ kind, columns, rows }).sums) {
    for (let column = 0; column < columns.length; column++) {
      if (sum.column !== undefined && sum.column !== column) continue
      const total = value(sum.row, column)
      if (total === undefined || total === 0) continue
      const terms = sum.terms.filter((term) => value(term.row, column) !== undefined)
      if (terms.length === 0) continue
      const actual = terms.reduce((all, term) => all + term.sign * (value(term.row, column) ?? 0), 0)
      const off = Math.abs(actual - total)
      score += off === 0 ? 3 : off <= (terms.length + 1) / 2 ? 1.5 : -1
    }
  }
  for (const row of rows) if (closesAcross(row.cells.map((cell) => cell?.value))) score += 0.5
  return { score }
}

function closesAcross(values: readonly (number | undefined)[]): boolean {
  const [a, b, c] = values
  return a !== undefined && b !== undefined && c !== undefined && c !== 0 && (a - b === c || b - a === c)
}

/**
 * Chooses among the ways of reading each row those under which most sums of the table close. Rows between whose readings
 * nothing decides are marked as doubtful.
 */
export function chooseCells(kind: StatementKind, columns: readonly Column[], drafts: readonly DraftRow[]): Row[] {
  const chosen = drafts.map((draft) => draft.options[0])
  const open = drafts
    .map((draft, index) => ({
      index,
      options: draft.options.filter((option) => option.cost <= (draft.options[0]?.cost ?? 0) + DEAREST),
    }))
    .filter(({ options }) => options.length > 1)
  const rowsOf = (options: readonly (CellOption | undefined)[]) =>
    drafts.map((draft, index) => toRow(draft, options[index]))
  const scoreOf = (options: readonly (CellOption | undefined)[]) =>
    weigh(
      kind,
      columns,
      rowsOf(options),
      options.reduce((sum, option) => sum + (option?.cost ?? 0), 0),
    ).score
  if (open.length === 0 || drafts.length > MOST_ROWS) return rowsOf(chosen)
  const moves = open.flatMap(({ index, options }) => options.map((option) => ({ index, option })))
  let best = scoreOf(chosen)
  // what was tried since the choice last became better: once round with no gain, and nothing more can be had
  let tried: { index: number; option: CellOption; score: number }[] = []
  for (let next = 0, since = 0, trials = 0; since < moves.length && trials < MOST_TRIALS; next++, since++) {
    const { index, option } = moves[next % moves.length]!
    if (option === chosen[index]) continue
    trials += 1
    const score = scoreOf(chosen.with(index, option))
    if (score > best + BETTER) {
      best = score
      chosen[index] = option
      tried = []
      since = 0
    } else tried.push({ index, option, score })
  }
  const tied = new Set(
    tried
      .filter(({ index, option, score }) => score >= best - AS_GOOD && differs(option, chosen[index]))
      .map(({ index }) => index),
  )
  return rowsOf(chosen).map((row, index) =>
    tied.has(index) ? { ...row, cells: row.cells.map((cell) => cell && doubted(cell)) } : row,
  )
}

function differs(a: CellOption, b: CellOption | undefined): boolean {
  return a.cells.some((cell, index) => cell?.value !== b?.cells[index]?.value)
}

function doubted(cell: Amount): Amount {
  return { ...cell, doubts: [...cell.doubts, 'where this figure begins, ends or belongs is not told by the text'] }
}
