import type { Amount } from '../model/report.js'
import { isNil, readAmount } from './amount.js'
import { type ColumnHead, isHeadText, readColumnHead } from './column-heads.js'
import { countFigures, cutFigures, splitTail } from './cut-figures.js'
import type { DraftTable } from './draft-table.js'
import type { Entry } from './entry.js'
import { findDates } from './find-dates.js'
import type { Line } from './line.js'

/** Heads that a line of plain text names, in order: kinds of column and dates. */
const KEYWORDS =
  /avvikelse(?:\s+(?:utfall|budget)\s*-?\s*(?:utfall|budget)?)?|netto-?avvikelse|differens|prognos|(?:aktuell\s+)?budget|utfall|bokslut|redovisat|fördelning\s*\(?%?\)?|andel\s*%?/giu

// a sum is specified in no note: "Summa tillgångar", "Årets resultat"
function isSumLabel(label: string): boolean {
  return /^(?:summa|s:a|total|årets resultat|resultat )/i.test(label)
}

/** What this share of the rows holds outweighs what the heads say. */
const MOST_ROWS = 0.6

/** A row's label is no longer than this in plain text. */
const LONGEST_LABEL = 100

/** Whether the line is running text that happens to end with a figure. */
function isSentence(text: string): boolean {
  return splitTail(text).label.length > LONGEST_LABEL || /\p{L}{2}\. \p{Lu}/u.test(text)
}

// "009 008" for 2009 2008
function mendYears(text: string): string {
  return /^(?:[0Oo]\d\d\s?)+$/.test(text) ? text.replace(/[Oo]/g, '0').replace(/\b0\d\d\b/g, '2$&') : text
}

function saysHead(text: string): boolean {
  const head = readColumnHead(text)
  return head.periodEnd !== null || head.scenario !== null || head.isNote
}

/** Whether a line of plain text holds the heads of columns and no row. */
export function isPlainHead(text: string, line: Line): boolean {
  if (line.tabs) {
    const cells = line.tabs.slice(1).filter((cell) => cell !== '')
    return (
      cells.length > 0 &&
      cells.every((cell) => isHeadText(cell)) &&
      cells.some((cell) => saysHead(cell)) &&
      !cells.some((cell) => /\d[ ]\d{3}/.test(cell))
    )
  }
  const words = text.replace(/^[-–—]\s*/, '')
  if (/^belopp\b(?! vid)/i.test(words)) return true
  if (!isHeadText(words))
    return (
      /(?:utfall|budget|bokslut).*(?:utfall|budget|bokslut|avvikelse)/i.test(words) &&
      words.length < 110 &&
      !/[.:]$/.test(words)
    )
  return findDates(words).length > 0 || /utfall|budget|bokslut|avvikelse|\bnot\b|\bt?k+r\b/i.test(words)
}

/** Reads the heads of `columns` columns from lines of plain text, where only their order is known. */
export function readPlainHeads(texts: readonly string[], columns: number): ColumnHead[] {
  const keywords = texts.map((text) => [...text.matchAll(KEYWORDS)].map((match) => match[0].trim()))
  // "2020-01-01 2019-01-01" over "-2020-12-31 -2019-12-31": the line whose dates end the spans comes last
  const dates = texts.map((text) => findDates(text.replace(/(^|\s)-(?=\d{4}-)/g, '$1')))
  const named = keywords.find((words) => words.length === columns) ?? keywords.find((words) => words.length > 0) ?? []
  const dated = dates.filter((found) => found.length > 0)
  const full =
    dated.findLast((found) => found.length === columns && !found[0]!.yearOnly) ??
    dated.findLast((found) => found.length === columns)
  const some = full ?? dated.at(-1) ?? []
  const heads: ColumnHead[] = []
  const varying = named.map((word) => readColumnHead(word).scenario === 'variance')
  let next = 0
  for (let column = 0; column < columns; column++) {
    const word = named.length === columns ? named[column]! : ''
    let date = some.length === columns ? some[column] : undefined
    if (!date && some.length > 0 && named.length === columns) {
      const bare = varying.filter((is) => !is).length
      if (some.length === bare) date = varying[column] ? some[Math.max(0, next - 1)] : some[next++]
      else if (some.length === 1) date = some[0]
    } else if (!date && some.length === 1 && columns === 1) date = some[0]
    const head = readColumnHead(word)
    heads.push({
      ...head,
      label: [word, date ? (date.yearOnly ? date.date.slice(0, 4) : date.date) : '']
        .filter((part) => part !== '')
        .join(' '),
      periodEnd: date?.date ?? null,
      yearOnly: date?.yearOnly ?? false,
    })
  }
  return heads
}

/** How many columns of amounts the heads name; 0 where they do not tell. */
export function countHeads(texts: readonly string[]): number {
  const counts = texts.map((text) =>
    Math.max([...text.matchAll(KEYWORDS)].length, findDates(text.replace(/(^|\s)-(?=\d{4}-)/g, '$1')).length),
  )
  return Math.max(0, ...counts)
}

/** Finds the rows of a table in plain text whose lines hold label and figures, by the order of figures alone. */
export function plainTable(
  lines: readonly Line[],
  rest: string,
  mend: (text: string) => string,
  mayRefer: boolean,
): DraftTable {
  if (lines.some((line) => line.tabs)) return tabbedTable(lines, mend)
  const texts = lines.map((line) => mendYears(mend(line.text)))
  const heads = lines.map((line, index) => isPlainHead(texts[index]!, line))
  const headTexts = [rest, ...texts.filter((_, index) => heads[index])].filter((text) => text !== '')
  const split = lines.map((line) => (isSentence(line.text) ? { label: line.text, tokens: [] } : splitTail(line.text)))
  const counts = new Map<number, number>()
  split.forEach(({ tokens }, index) => {
    if (heads[index] || tokens.length === 0) return
    const count = countFigures(tokens, mayRefer)
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
  })
  const usual = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
  const named = countHeads(headTexts)
  // heads that name fewer columns than most rows fill were not all understood
  const filled =
    (counts.get(usual) ?? 0) /
    Math.max(
      1,
      [...counts.values()].reduce((sum, count) => sum + count, 0),
    )
  const columns = named === 0 || (usual > named && filled > MOST_ROWS) ? usual : named
  const entries: Entry[] = []
  lines.forEach((line, index) => {
    if (heads[index]) return
    const { label, tokens: figures } = split[index]!
    // "Utfall total kostnad 6 188 998 kr": one sum told in words, under a table of several columns
    const tokens = columns > 1 && /\d kr\.?$/i.test(line.text) ? [] : figures
    const options =
      tokens.length > 0 && columns > 0
        ? cutFigures(tokens, columns, mayRefer && !isSumLabel(mend(label)), line.page)
        : []
    entries.push({
      page: line.page,
      label: options.length > 0 ? label : line.text,
      options,
      gap: line.gap,
      bold: false,
      confidence: 1,
    })
  })
  return { entries, heads: readPlainHeads(headTexts, columns) }
}

function cellToAmount(cell: string, page: number): Amount | null {
  const read = readAmount(cell)
  if (!read) return null
  return {
    value: read.value,
    decimals: read.decimals,
    raw: cell,
    page,
    box: null,
    confidence: 1,
    alternatives: [],
    second: null,
    typed: false,
    doubts: read.guessed ? [`letters in "${cell}" were taken for digits`] : [],
  }
}

/** Finds the rows of a table whose cells are parted by tab stops. */
function tabbedTable(lines: readonly Line[], mend: (text: string) => string): DraftTable {
  const isHead = lines.map((line) => line.tabs !== null && isPlainHead(mend(line.text), line))
  const firstHead = isHead.indexOf(true)
  const rows = lines.filter((line, index) => !isHead[index] && line.tabs)
  const width = Math.max(0, ...lines.map((line) => line.tabs?.length ?? 0))
  const labels: string[][] = Array.from({ length: width }, () => [])
  lines.forEach((line, index) => {
    // heads further down repeat those over the table
    if (isHead[index] && (index === firstHead || index === firstHead + 1))
      line.tabs?.forEach((cell, place) => {
        if (place > 0 && cell !== '') labels[place]?.push(mend(cell))
      })
  })
  const all = labels.map((label) => readColumnHead(label.join(' ')))
  const places = all
    .map((head, place) => ({ head, place }))
    .filter(
      ({ head, place }) =>
        place > 0 &&
        !head.isNote &&
        (rows.some((line) => cellToAmount(line.tabs?.[place] ?? '', 1) !== null) || head.periodEnd !== null),
    )
  const note = all.findIndex((head) => head.isNote)
  const entries: Entry[] = []
  lines.forEach((line, index) => {
    if (isHead[index]) return
    const cells = places.map(({ place }) => cellToAmount(line.tabs?.[place] ?? '', line.page))
    const filled = cells.some((cell) => cell !== null)
    const reference = note >= 0 ? (line.tabs?.[note] ?? '') : ''
    entries.push({
      page: line.page,
      label: line.tabs ? (line.tabs[0] ?? '') : line.text,
      options: filled ? [{ cells, noteRef: reference === '' || isNil(reference) ? null : reference, cost: 0 }] : [],
      gap: line.gap,
      bold: false,
      confidence: 1,
    })
  })
  return { entries, heads: places.map(({ head }) => head) }
}
