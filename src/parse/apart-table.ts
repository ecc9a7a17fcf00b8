import type { Amount } from '../model/report.js'
import { alignLabels, findClosing, type LabelNature } from './align-labels.js'
import { readAmount } from './amount.js'
import { type ColumnHead, readColumnHead } from './column-heads.js'
import { cutFigures, splitTail } from './cut-figures.js'
import type { Entry } from './entry.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import type { DraftTable } from './placed-table.js'
import { countHeads, isPlainHead, readPlainHeads } from './plain-table.js'

/** A page's figures stand apart from its labels where at least this many lines hold figures alone. */
const FEWEST_BARE_FIGURES = 3
const SUM_LABEL = /^(?:summa|s:a|total\p{L}*|delsumma)(?![\p{L}])/iu
const RESULT_LABEL =
  /^(?:årets|periodens) (?:resultat|kassaflöde)|resultat (?:före|efter)(?![\p{L}])|nettokostnad|verksamhetens resultat|^utgående|^summa finansiella|vid årets slut/iu
const HEADING_LABEL =
  /^(?:tillgångar|(?:omsättnings|anläggnings)tillgångar|skulder|(?:summa )?skulder och eget kapital|eget kapital,? (?:avsättningar )?och skulder|avsättningar|projekt \p{L}.*|samordnareprojekt|utvärderingsprojekt|panter och ansvarsförbindelser|ställda säkerheter.*)$/iu
const EITHER_LABEL = /^(?:eget kapital|kortfristiga skulder|långfristiga skulder|fordringar|kortfristiga fordringar)$/i

/** The lines of one table on the page. */
export interface ApartPart {
  readonly lines: readonly Line[]
  /** Whether numbers of notes may stand among its labels. */
  readonly mayRefer: boolean
}

interface ApartLabel {
  readonly part: number
  readonly line: Line
  readonly text: string
  readonly nature: LabelNature
}

/** A line that holds label and figures all the same; it stands before the label of the same index. */
interface WholeLine {
  readonly part: number
  readonly before: number
  readonly line: Line
  readonly label: string
  readonly tokens: readonly string[]
}

interface ApartFigure {
  readonly amount: Amount
}

/** A run of figures under one head; `head` is null where none stands over it. */
interface Run {
  readonly head: ColumnHead | null
  /** A mark of the page stood before it: readers of columns go on with the next column there. */
  readonly marked: boolean
  readonly figures: ApartFigure[]
}

interface ApartPage {
  readonly labels: readonly ApartLabel[]
  readonly runs: readonly Run[]
  readonly tops: readonly string[]
  readonly whole: readonly WholeLine[]
}

function figureOf(text: string, page: number): Amount | undefined {
  const bare = text.replace(/\s[-–—]$/, '')
  const read = readAmount(bare)
  if (!read || !/\d/.test(bare)) return undefined
  return {
    value: read.value,
    decimals: read.decimals,
    raw: text,
    page,
    box: null,
    confidence: 1,
    alternatives: [],
    second: null,
    doubts: read.guessed ? [`letters in "${text}" were taken for digits`] : [],
  }
}

// "Lindesberg 2010-06-02", "Revisorerna har den 4 juni 2010 avgivit …": no row of a table
const DATED = /(?:19|20)\d\d/
// "9(16)", "Sida 22", "15 (16)"
const PAGE_MARK = /^(?:sida\s*)?\d{1,3}\s?\(\d{1,3}\)$|^(?:[-–]\s*)?sida \d+$/i

/** Whether labels and figures stand in runs of their own. */
function standsApart(lines: readonly Line[], fewest: number): boolean {
  let bare = 0
  let both = 0
  let labels = 0
  for (const line of lines) {
    if (line.tabs || line.placed) return false
    if (PAGE_MARK.test(line.text)) continue
    if (figureOf(line.text, 1)) bare += 1
    else if (splitTail(line.text).tokens.some((token) => /\d/.test(token))) both += 1
    else if (line.text.length < 70) labels += 1
  }
  return bare >= fewest && labels >= fewest && bare > both
}

/** Whether label and figures stand side by side on these lines. */
export function standsTogether(lines: readonly Line[]): boolean {
  const bare = lines.filter((line) => figureOf(line.text, 1) && !/^(?:19|20)\d\d$/.test(line.text)).length
  const both = lines.filter(
    (line) => !figureOf(line.text, 1) && splitTail(line.text).tokens.some((token) => /\d/.test(token)),
  ).length
  return both >= 3 && bare === 0
}

/** Whether the lines hold figures whose labels must stand on the page before. */
export function lacksLabels(lines: readonly Line[]): boolean {
  const bare = lines.filter((line) => !line.tabs && !line.placed && figureOf(line.text, 1)).length
  return bare >= FEWEST_BARE_FIGURES && lines.length - bare <= 2
}

function natureOf(text: string): LabelNature {
  if (HEADING_LABEL.test(text)) return 'heading'
  if (EITHER_LABEL.test(text)) return 'either'
  if (RESULT_LABEL.test(text)) return 'result'
  return SUM_LABEL.test(text) ? 'sum' : 'line'
}

function readPage(parts: readonly ApartPart[], words: ParseWords): ApartPage {
  const labels: ApartLabel[] = []
  const runs: Run[] = []
  const tops: string[] = []
  const whole: WholeLine[] = []
  let dated = false
  let lastLine: Line | undefined
  const opensRun = (marked: boolean) => {
    if (runs.length > 0) runs.push({ head: null, marked, figures: [] })
  }
  parts.forEach(({ lines, mayRefer }, part) => {
    for (const [place, line] of lines.entries()) {
      const mended = words.mendText(line.text)
      // what goes on overleaf begins with the first column again
      if (place > 0 && lines[place - 1]!.page !== line.page) opensRun(false)
      if (PAGE_MARK.test(line.text)) {
        opensRun(true)
        continue
      }
      // "009" for 2009
      const year = /^[0Oo]\d\d$/.test(line.text) ? `2${line.text.replace(/[Oo]/g, '0')}` : mended
      const head = readColumnHead(year)
      const isYear = /^(?:19|20)\d\d$|^\d{4}-\d\d-\d\d$|^\d{6}$/.test(year) && head.periodEnd !== null
      const amount = figureOf(line.text, line.page)
      if (isYear || (!amount && (isPlainHead(year, line) || /^(?:delårsbokslut|bokslut|not|kr|tkr)$/i.test(mended)))) {
        if (countHeads([year]) > 1) tops.push(year)
        else if (head.periodEnd !== null) {
          runs.push({ head, marked: false, figures: [] })
          dated = true
        }
        continue
      }
      if (amount) {
        // numbers of notes stand among the labels, before the first head
        if (mayRefer && !dated && tops.length === 0 && runs.length === 0 && /^\d{1,2}$/.test(line.text)) continue
        if (runs.length === 0) runs.push({ head: null, marked: false, figures: [] })
        runs.at(-1)!.figures.push({ amount })
        continue
      }
      const { label, tokens } = splitTail(line.text)
      // "intäkter 6": a label with the number of a note behind it
      const reference = tokens.length === 1 && /^\d{1,2}$/.test(tokens[0]!) && runs.length === 0
      if (tokens.length > 0 && !reference) {
        if (!DATED.test(label)) whole.push({ part, before: labels.length, line, label, tokens })
        continue
      }
      const text = words.mendLabel(reference ? label : line.text).text
      if (!/\p{L}{2}/u.test(text) || text.length > 90 || DATED.test(text) || /[.:]$/.test(line.text.trim())) continue
      const last = labels.at(-1)
      // "Summa eget kapital, avsättningar och" / "skulder": a label over two lines, of which the second may come late
      const torn =
        last && words.mendLabel(last.line.text).exact && !words.mendLabel(labels.at(-2)?.line.text ?? '').exact
          ? labels.length - 2
          : labels.length - 1
      const begun = labels[torn]
      if (
        begun &&
        begun.part === part &&
        /^\p{Ll}/u.test(text) &&
        text.length < 40 &&
        runs.length === 0 &&
        (torn < labels.length - 1 || lines[place - 1] === lastLine)
      ) {
        const joined = `${begun.line.text} ${reference ? label : line.text}`
        const whole = words.mendLabel(joined).text
        labels[torn] = { part, line: { ...begun.line, text: joined }, text: whole, nature: natureOf(whole) }
      } else labels.push({ part, line: reference ? { ...line, text: label } : line, text, nature: natureOf(text) })
      lastLine = line
    }
  })
  return endTorn({ labels, runs: runs.filter((run) => run.figures.length > 0), tops, whole }, parts)
}

/** Labels behind the last bare figure own none: they stay where they are, among the lines that are whole. */
function endTorn(page: ApartPage, parts: readonly ApartPart[]): ApartPage {
  const order = new Map(parts.flatMap((part) => part.lines).map((line, index) => [`${line.page} ${line.text}`, index]))
  const last = page.runs.at(-1)?.figures.at(-1)?.amount
  const end = last ? (order.get(`${last.page} ${last.raw}`) ?? 0) : 0
  const torn = page.labels.filter((label) => (order.get(`${label.line.page} ${label.line.text}`) ?? 0) < end)
  const late = page.labels.slice(torn.length)
  if (
    torn.length + late.length !== page.labels.length ||
    page.labels.some((label, index) => index < torn.length && label !== torn[index])
  )
    return page
  const whole = [
    ...page.whole.map((one) => ({ ...one, rank: one.before })),
    ...late.map((label, index) => ({
      part: label.part,
      before: torn.length + index,
      line: label.line,
      label: label.line.text,
      tokens: [],
      rank: torn.length + index + 0.5,
    })),
  ].sort((a, b) => a.rank - b.rank)
  return {
    ...page,
    labels: torn,
    whole: whole.map(({ rank: _, ...one }) => ({ ...one, before: Math.min(one.before, torn.length) })),
  }
}

/** Rows behind the torn labels whose figures stand beside them in every column: their sums speak for what stands above. */
function tailOf(page: ApartPage, columns: number): { nature: LabelNature; text: string; values: readonly number[] }[] {
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
function cutStream(page: ApartPage, stream: readonly ApartFigure[], columns: number): ApartFigure[][] {
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
      known = alignLabels(natures, part).score
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
function headsOf(tops: readonly string[]): string {
  const widest = [...tops].sort((a, b) => countHeads([b]) - countHeads([a]))[0] ?? ''
  const others = tops.filter((top) => top !== widest).reduce((sum, top) => sum + countHeads([top]), 0)
  return others > 0 && others < countHeads([widest]) + 1 && countHeads([widest]) > 2
    ? widest
    : [...new Set(tops)].join(' ')
}

/** The heads of the columns, and under each its runs of figures in order. */
function columnsOf(
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

/** A figure behind the torn ones that has its label beside it. */
interface TailFigure {
  readonly nature: LabelNature
  readonly text: string
  readonly value: number
}

/** The label of each figure of a run; none where no sum proves that labels and figures belong together. */
function joinRun(
  own: readonly ApartLabel[],
  run: readonly ApartFigure[],
  tail: readonly TailFigure[],
): readonly (number | null)[] {
  const natures = [...own.map((label) => label.nature), ...tail.map((row) => row.nature)]
  const values = [...run.map((figure) => figure.amount.value), ...tail.map((row) => row.value)]
  const closing = findClosing(values)
  const { labels } = alignLabels(
    natures,
    values,
    closing,
    [...own, ...tail].map((label) => label.text),
  )
  if (values.length === natures.length && natures.every((nature) => nature === 'line'))
    return labels.slice(0, run.length)
  const closes = (place: number) => {
    const label = labels[place]
    if (typeof label !== 'number') return false
    return (
      (natures[label] === 'sum' && closing[place] === 'sum') || (natures[label] === 'result' && closing[place] !== null)
    )
  }
  const lastClosing = labels.findLastIndex((_, place) => closes(place))
  return labels
    .slice(0, run.length)
    .map((label, place) => (place <= lastClosing && label !== null && label < own.length ? label : null))
}

/** Where one figure of a column belongs: its label if that is told, and the part of the page at any rate. */
interface Place {
  readonly label: number | null
  readonly part: number
}

/** The place of each figure of a column, run by run where each part of the page has a run of its own. */
function joinColumn(
  labels: readonly ApartLabel[],
  runs: readonly (readonly ApartFigure[])[],
  tail: readonly TailFigure[],
): readonly Place[] {
  const parts = [...new Set(labels.map((label) => label.part))]
  if (runs.length !== parts.length || runs.length === 1) {
    let part = parts[0] ?? 0
    return joinRun(labels, runs.flat(), tail).map((label) => {
      if (label !== null) part = labels[label]!.part
      return { label, part }
    })
  }
  return runs.flatMap((run, index) => {
    const first = labels.findIndex((label) => label.part === parts[index])
    const own = labels.filter((label) => label.part === parts[index])
    return joinRun(own, run, []).map((label) => ({ label: label === null ? null : label + first, part: parts[index]! }))
  })
}

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
    })
  const wholeBefore = (index: number) => {
    for (const one of page.whole.filter((other) => other.before === index)) {
      const options = one.tokens.length > 0 ? cutFigures(one.tokens, heads.length, false, one.line.page) : []
      drafts[one.part]!.push({ page: one.line.page, label: one.label, options, gap: 9, bold: false })
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
