import type { Amount } from '../model/report.js'
import {
  type ApartFigure,
  type ApartLabel,
  type ApartPage,
  type ApartPart,
  FEWEST_BARE_FIGURES,
  figureOf,
  readPage,
  standsApart,
} from './apart-page.js'
import type { ColumnHead } from './column-heads.js'
import { columnsOf, tailOf } from './cut-columns.js'
import { cutFigures } from './cut-figures.js'
import type { DraftTable } from './draft-table.js'
import type { CellOption, Entry } from './entry.js'
import { joinColumn, type Place } from './join-figures.js'
import { natureOf } from './label-nature.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'

/** Of more torn labels or figures than stand on a page nothing is made. */
const MOST_TORN = 200
/** A page with one table is torn where so many lines hold figures alone. */
const FEWEST_ALONE = 2

/** With one column, a line that holds both is a label and a figure like the others. */
function withWholeLines(page: ApartPage): ApartPage {
  const labels: ApartLabel[] = []
  const add = (index: number) => {
    for (const one of page.whole.filter((other) => other.before === index)) {
      const text = one.label
      labels.push({ part: one.part, line: { ...one.line, text }, text, nature: natureOf(text) })
    }
  }
  page.labels.forEach((label, index) => {
    add(index)
    labels.push(label)
  })
  add(page.labels.length)
  return { ...page, labels, whole: [] }
}

/** A column of figures with the place of each. */
interface JoinedColumn {
  readonly figures: readonly ApartFigure[]
  readonly places: readonly Place[]
}

/**
 * Joins labels and figures again where a reader delivered them in runs of their own; one draft for each part of the
 * page, in order. Undefined where the page's labels and figures stand side by side.
 */
export function apartTables(
  parts: readonly ApartPart[],
  words: ParseWords,
  inherited: readonly ColumnHead[],
): (DraftTable | undefined)[] | undefined {
  const lines = parts.flatMap((part) => part.lines)
  if (!standsApart(lines, parts.length === 1 ? FEWEST_ALONE : FEWEST_BARE_FIGURES)) return undefined
  const read = readPage(parts, words)
  const figures = read.runs.reduce((sum, run) => sum + run.figures.length, 0)
  if (read.labels.length > MOST_TORN || figures > MOST_TORN) return undefined
  const { heads, columns } = columnsOf(read, inherited)
  if (heads.length === 0) return undefined
  const isOne = heads.length === 1
  const page = isOne ? withWholeLines(read) : read
  const runs = isOne ? [withWholeFigures(columns[0] ?? [], read, lines)] : columns
  const tail = isOne ? [] : tailOf(page, heads.length)
  const joined = runs.map((own, column) => ({
    figures: own.flat(),
    places: joinColumn(
      page.labels,
      own,
      tail.map((row) => ({ ...row, value: row.values[column]! })),
    ),
  }))
  const placed = toEntries(page, joined)
  return parts.map((_, part) => {
    const entries = placed.flatMap((one) => (one.part === part ? one.entry : []))
    return entries.some((entry) => entry.options.length > 0) ? { entries, heads } : undefined
  })
}

/** An entry and the part of the page that it is of. */
interface PlacedEntry {
  readonly part: number
  readonly entry: Entry
}

function toEntry(page: number, label: string, options: readonly CellOption[]): Entry {
  return { page, label, options, gap: 9, bold: false, confidence: 1 }
}

/** The rows of a page in order: figures whose label is not told stand before the label that follows them, or at the end. */
function toEntries(page: ApartPage, columns: readonly JoinedColumn[]): PlacedEntry[] {
  const wholeBefore = (index: number) =>
    page.whole
      .filter((one) => one.before === index)
      .map(({ part, line, label, tokens }) => {
        const options = tokens.length > 0 ? cutFigures(tokens, columns.length, false, line.page) : []
        return { part, entry: toEntry(line.page, label, options) }
      })
  const done = columns.map(() => 0)
  const bareUpTo = (end: number, column: number) => {
    const from = done[column]!
    done[column] = Math.max(from, end + 1)
    return bareEntries(columns, column, from, end)
  }
  const rows = page.labels.flatMap((label, index): PlacedEntry[] => {
    const places = columns.map((column) => column.places.findIndex((place) => place.label === index))
    const cells = places.map((place, column) => columns[column]!.figures[place]?.amount ?? null)
    const options = cells.some((cell) => cell !== null) ? [{ cells, noteRef: null, cost: 0 }] : []
    return [
      ...wholeBefore(index),
      ...places.flatMap((place, column) => (place === -1 ? [] : bareUpTo(place, column))),
      { part: label.part, entry: toEntry(label.line.page, label.line.text, options) },
    ]
  })
  const rest = columns.flatMap(({ figures }, column) => bareUpTo(figures.length, column))
  return [...rows, ...rest, ...wholeBefore(page.labels.length)]
}

/** Rows without a label for some figures of a column. */
function bareEntries(columns: readonly JoinedColumn[], column: number, from: number, end: number): PlacedEntry[] {
  const { figures, places } = columns[column]!
  return figures.slice(from, end).map(({ amount }, index) => {
    const cells = columns.map((_, other) => (other === column ? amount : null))
    return { part: places[from + index]!.part, entry: toEntry(amount.page, '', [{ cells, noteRef: null, cost: 0 }]) }
  })
}

/** The runs of a page's one column, with the figures of lines that hold label and figure put in as one run with them. */
function withWholeFigures(
  runs: readonly (readonly ApartFigure[])[],
  { whole }: ApartPage,
  lines: readonly Line[],
): readonly (readonly ApartFigure[])[] {
  const places = new Map(lines.map((line, index) => [line, index]))
  const own = whole.flatMap(({ tokens, line }) => {
    const amount = figureOf(tokens.join(' '), line.page)
    return amount ? [{ amount, at: places.get(line) ?? 0 }] : []
  })
  return own.length > 0 ? [mergeByPlace(runs.flat(), own, lines)] : runs
}

function mergeByPlace(
  stream: readonly ApartFigure[],
  own: readonly { amount: Amount; at: number }[],
  lines: readonly Line[],
): ApartFigure[] {
  const texts = lines.map((line) => `${line.page} ${line.text}`)
  let from = 0
  const placed = stream.map((figure) => {
    const at = texts.indexOf(`${figure.amount.page} ${figure.amount.raw}`, from)
    if (at !== -1) from = at + 1
    return { amount: figure.amount, at: at === -1 ? from : at }
  })
  return [...placed, ...own].sort((a, b) => a.at - b.at).map(({ amount }) => ({ amount }))
}
