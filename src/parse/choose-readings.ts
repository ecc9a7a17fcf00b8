import type { Page } from '../model/page.js'
import type { Report, Table } from '../model/report.js'
import { withWitnesses } from './with-witnesses.js'

/** What speaks for a page's reading; what closes only because it is a row printed twice weighs less. */
const CLOSED = 1
const REPEATED = 0.3
const BROKEN = -0.7
const WHOLE_ROW = 0.1
const KNOWN_LABEL = 0.1
const DOUBTED = -0.1
/** Of figures, not of the first or last digits of one: a reading that broke off columns closes no sum and breaks none. */
const LONG_FIGURE = 0.2
const LONG_DIGITS = 4
/** A later reading of a page must be better by this to be taken for the first. */
const CLEARLY_BETTER = 1

/**
 * The pages with the reading of each first under which its tables close most sums and have most whole rows, and what the
 * other readings say of the same figures noted beside them. `parse` reads reports from the first readings alone.
 */
export function chooseReadings(
  pages: readonly Page[],
  parse: (pages: readonly Page[]) => Report[],
  isKnown: (label: string) => boolean,
): readonly Page[] {
  const candidates = pages.map((page) => waysToRead(page))
  const ways = Math.max(1, ...candidates.map((own) => own.length))
  if (ways === 1) return candidates.map((own) => own[0]!)
  const trials = Array.from({ length: ways }, (_, way) => {
    const trial = candidates.map((own) => own[Math.min(way, own.length - 1)]!)
    return { pages: trial, scores: scorePages(parse(trial.map(withoutLooks)), isKnown) }
  })
  return pages.map((page, index) => {
    let best = trials[0]!
    for (const trial of trials) {
      if (at(trial.scores, page.number) > at(best.scores, page.number) + CLEARLY_BETTER) best = trial
    }
    return best.pages[index]!
  })
}

/** The page with each of its readings first, witnessed by the others; what is not of the picture is a witness only. */
function waysToRead(page: Page): Page[] {
  if (page.kind === 'plain' || page.readings.length < 2) return [page]
  return page.readings.flatMap((first, index) => {
    if (first.witness) return []
    const others = page.readings.filter((_, other) => other !== index)
    return [{ ...page, readings: [{ ...first, words: withWitnesses(first, others) }, ...others] }]
  })
}

/** The page as it was when further looks were asked for: what they found under one reading does not speak for another. */
function withoutLooks(page: Page): Page {
  if (page.kind === 'plain' || page.again === undefined) return page
  const { again: _, ...read } = page
  return read
}

function at(scores: ReadonlyMap<number, number>, page: number): number {
  return scores.get(page) ?? 0
}

/** How well the tables of each page hold together, by page. */
function scorePages(reports: readonly Report[], isKnown: (label: string) => boolean): Map<number, number> {
  const scores = new Map<number, number>()
  const add = (page: number, score: number) => scores.set(page, at(scores, page) + score)
  for (const table of reports.flatMap((report) => report.tables)) {
    for (const row of table.rows) {
      const printed = row.cells.filter((cell) => cell !== null)
      const page = printed[0]?.page
      if (page === undefined) continue
      if (row.label !== null && printed.length === table.columns.length) add(page, WHOLE_ROW)
      add(page, LONG_FIGURE * printed.filter(({ value }) => String(Math.abs(value)).length >= LONG_DIGITS).length)
      if (row.label !== null && isKnown(row.label)) add(page, KNOWN_LABEL)
      add(page, DOUBTED * printed.filter(({ doubts }) => doubts.length > 0).length)
    }
    scoreSums(table, add)
  }
  return scores
}

function scoreSums(table: Table, add: (page: number, score: number) => void): void {
  for (const sum of table.sums) {
    for (const column of table.columns.keys()) {
      if (sum.column !== undefined && sum.column !== column) continue
      const total = table.rows[sum.row]?.cells[column]
      if (!total || total.value === 0) continue
      const terms = sum.terms.map(({ row, sign }) => sign * (table.rows[row]?.cells[column]?.value ?? 0))
      const off = Math.abs(terms.reduce((all, term) => all + term, 0) - total.value)
      const closes = off <= (off === 0 ? 0 : (terms.length + 1) / 2)
      const weight = terms.filter((term) => term !== 0).length > 1 ? CLOSED : REPEATED
      add(total.page, closes ? (off === 0 ? weight : weight / 2) : BROKEN)
    }
  }
}
