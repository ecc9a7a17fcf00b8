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
import type { Entry } from './entry.js'
import { joinColumn } from './join-figures.js'
import { natureOf } from './label-nature.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'

/** Of more torn labels or figures than stand on a page nothing is made. */
const MOST_TORN = 200

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

/**
 * Joins labels and figures again where a reader delivered them in runs of their own; one draft for each part of the
 * page, in order. Undefined where the page's labels and figures stand side by side.
 */
export function apartTables(
  parts: readonly ApartPart[],
  words: ParseWords,
  inherited: readonly ColumnHead[],
): (DraftTable | undefined)[] | undefined {
  const alone = parts.length === 1
  const lines = parts.flatMap((part) => part.lines)
  if (!standsApart(lines, alone ? 2 : FEWEST_BARE_FIGURES)) return undefined
  const read = readPage(parts, words)
  if (read.labels.length > MOST_TORN || read.runs.reduce((sum, run) => sum + run.figures.length, 0) > MOST_TORN)
    return undefined
  const { heads, columns } = columnsOf(read, inherited)
  if (heads.length === 0) return undefined
  const page = heads.length === 1 ? withWholeLines(read) : read
  if (heads.length === 1) {
    const places = new Map(lines.map((line, index) => [line, index]))
    const own = read.whole.flatMap((one) => {
      const amount = figureOf(one.tokens.join(' '), one.line.page)
      return amount ? [{ amount, at: places.get(one.line) ?? 0 }] : []
    })
    if (own.length > 0) columns[0] = [mergeByPlace((columns[0] ?? []).flat(), own, lines)]
  }
  const streams = columns.map((runs) => runs.flat())
  const tail = heads.length > 1 ? tailOf(page, heads.length) : []
  const joined = columns.map((runs, column) =>
    joinColumn(
      page.labels,
      runs,
      tail.map((row) => ({ ...row, value: row.values[column]! })),
    ),
  )
  const blank = (column: number, amount: Amount) => heads.map((_, index) => (index === column ? amount : null))
  const drafts: Entry[][] = parts.map(() => [])
  const bare = (part: number, column: number, figure: ApartFigure) =>
    drafts[part]!.push({
      page: figure.amount.page,
      label: '',
      options: [{ cells: blank(column, figure.amount), noteRef: null, cost: 0 }],
      gap: 9,
      bold: false,
      confidence: 1,
    })
  const wholeBefore = (index: number) => {
    for (const one of page.whole.filter((other) => other.before === index)) {
      const options = one.tokens.length > 0 ? cutFigures(one.tokens, heads.length, false, one.line.page) : []
      drafts[one.part]!.push({ page: one.line.page, label: one.label, options, gap: 9, bold: false, confidence: 1 })
    }
  }
  const done = columns.map(() => 0)
  // figures whose label is not told stand before the label that follows them, or at the end of their part
  const bareUpTo = (column: number, end: number) => {
    for (let place = done[column]!; place < end; place++) {
      const figure = streams[column]![place]!
      bare(joined[column]![place]!.part, column, figure)
    }
    done[column] = Math.max(done[column]!, end + 1)
  }
  page.labels.forEach((label, index) => {
    wholeBefore(index)
    const places = joined.map((column) => column.findIndex((place) => place.label === index))
    places.forEach((place, column) => {
      if (place !== -1) bareUpTo(column, place)
    })
    const cells = places.map((place, column) => streams[column]![place]?.amount ?? null)
    const filled = cells.some((cell) => cell !== null)
    drafts[label.part]!.push({
      page: label.line.page,
      label: label.line.text,
      options: filled ? [{ cells, noteRef: null, cost: 0 }] : [],
      gap: 9,
      bold: false,
      confidence: 1,
    })
  })
  streams.forEach((stream, column) => {
    bareUpTo(column, stream.length)
  })
  wholeBefore(page.labels.length)
  return drafts.map((entries) => (entries.some((entry) => entry.options.length > 0) ? { entries, heads } : undefined))
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
