import type { Amount } from '../model/report.js'
import type { LabelNature } from './align-labels.js'
import { readAmount } from './amount.js'
import { type ColumnHead, readColumnHead } from './column-heads.js'
import { splitTail } from './cut-figures.js'
import { natureOf, naturesOf } from './label-nature.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { countHeads, isPlainHead } from './plain-table.js'

/** A page's figures stand apart from its labels where at least this many lines hold figures alone. */
export const FEWEST_BARE_FIGURES = 3
/** The lines of one table on the page. */
export interface ApartPart {
  readonly lines: readonly Line[]
  /** Whether numbers of notes may stand among its labels. */
  readonly mayRefer: boolean
}

export interface ApartLabel {
  readonly part: number
  readonly line: Line
  readonly text: string
  readonly nature: LabelNature
}

/** A line that holds label and figures all the same; it stands before the label of the same index. */
export interface WholeLine {
  readonly part: number
  readonly before: number
  readonly line: Line
  readonly label: string
  readonly tokens: readonly string[]
}

export interface ApartFigure {
  readonly amount: Amount
}

/** A run of figures under one head; `head` is null where none stands over it. */
export interface Run {
  readonly head: ColumnHead | null
  /** A mark of the page stood before it: readers of columns go on with the next column there. */
  readonly marked: boolean
  readonly figures: ApartFigure[]
}

export interface ApartPage {
  readonly labels: readonly ApartLabel[]
  readonly runs: readonly Run[]
  readonly tops: readonly string[]
  readonly whole: readonly WholeLine[]
}

export function figureOf(text: string, page: number): Amount | undefined {
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
    typed: false,
    doubts: read.guessed ? [`letters in "${text}" were taken for digits`] : [],
  }
}

// "Lindesberg 2010-06-02", "Revisorerna har den 4 juni 2010 avgivit …": no row of a table
const DATED = /(?:19|20)\d\d/
// "9(16)", "Sida 22", "15 (16)"
const PAGE_MARK = /^(?:sida\s*)?\d{1,3}\s?\(\d{1,3}\)$|^(?:[-–]\s*)?sida \d+$/i

/** Whether labels and figures stand in runs of their own. */
export function standsApart(lines: readonly Line[], fewest: number): boolean {
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

export function readPage(parts: readonly ApartPart[], words: ParseWords): ApartPage {
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
      // "2009 2008": heads of two columns, no figure
      const areYears = /^(?:(?:19|20)\d\d ){1,5}(?:19|20)\d\d$/.test(year)
      const isYear = areYears || (/^(?:19|20)\d\d$|^\d{4}-\d\d-\d\d$|^\d{6}$/.test(year) && head.periodEnd !== null)
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
  const natures = naturesOf(labels.map((label) => label.text))
  const named = labels.map((label, index) => ({ ...label, nature: natures[index]! }))
  return endTorn({ labels: named, runs: runs.filter((run) => run.figures.length > 0), tops, whole }, parts)
}

/** Labels behind the last bare figure own none: they stay where they are, among the lines that are whole. */
export function endTorn(page: ApartPage, parts: readonly ApartPart[]): ApartPage {
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
