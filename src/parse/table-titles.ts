import { isUnitText } from './column-heads.js'
import { isHeadLine } from './head-lines.js'
import { namesBodies } from './heading-to-region.js'
import type { Line } from './line.js'
import type { ParseWords } from './parse-words.js'
import { isPlainHead } from './plain-table.js'

/** Titles are short: a longer line (in characters) is a row or a sentence. */
const LONGEST_TITLE = 80

/** Heads of columns stand on so many lines at most, none of them longer than this (in characters). */
const MOST_HEAD_LINES = 3
const LONGEST_HEADS = 110

// "2004", "041231", "04-12-31": a year or a day
const DATED = /\d{4}|\d\d-\d\d/

function mayBeTitle({ text, tabs, gap }: Line): boolean {
  return (
    tabs === null &&
    text.length <= LONGEST_TITLE &&
    !/\d{3}/.test(text) &&
    /\p{L}{3}/u.test(text) &&
    gap >= 1 &&
    !isUnitText(text)
  )
}

/** Where the dated heads of columns stand under a line that may be their title; undefined where there are none. */
export function headsUnder(lines: readonly Line[], index: number, words: ParseWords): number | undefined {
  const line = lines[index]!
  if (!mayBeTitle(line)) return undefined
  // "Belopp i tkr", between a title and the heads
  const first = isUnitText(lines[index + 1]?.text ?? '') ? index + 2 : index + 1
  // "Utfall Utfall" over "2004 2003": heads of several lines, of which one tells the years
  for (const [step, next] of lines.slice(first, first + MOST_HEAD_LINES).entries()) {
    if (next.page !== line.page || next.text.length > LONGEST_HEADS) return undefined
    const mended = words.mendText(next.text)
    // "Koncernen Moderbolaget", over the years of each
    if (namesBodies(mended)) continue
    if (!(next.placed ? isHeadLine(next, mended) : isPlainHead(mended, next))) return undefined
    if (DATED.test(mended)) return first + step
  }
  return undefined
}

/** Whether a line that no statement knows stands as the title over heads of columns: another table begins. */
export function opensOtherTable(lines: readonly Line[], index: number, words: ParseWords): boolean {
  const heads = headsUnder(lines, index, words)
  if (heads === undefined) return false
  // no statement has a column of variances, whatever its title sounds like
  if (isAgainstBudget(lines.slice(index + 1, heads + 1), words)) return true
  const { text } = lines[index]!
  return (
    !words.mendLabel(text).exact &&
    !/eget kapital|skulder|tillgångar|forts|intäkter|kostnader/i.test(words.mendText(text))
  )
}

/** Whether a line stands as the title over heads of a budget, its outcome and the variance: a table of its own, in the notes too. */
export function opensBudgetTable(lines: readonly Line[], index: number, words: ParseWords): boolean {
  const heads = headsUnder(lines, index, words)
  return heads !== undefined && isAgainstBudget(lines.slice(index + 1, heads + 1), words)
}

function isAgainstBudget(heads: readonly Line[], words: ParseWords): boolean {
  const mended = heads.map(({ text }) => words.mendText(text)).join(' ')
  return /\bbudget/i.test(mended) && /avvikelse|\bdifferens/i.test(mended)
}

// "4.2 Personal", "1.4.3 Ekonomi": the title of a numbered section of running text
const SECTION = /^\d{1,2}\.\d{1,2}\.?(?:\d{1,2}\.?)?\s+\p{Lu}\p{L}+/u

/** Whether words on a line are the numbered title of a section of text. */
export function isSectionTitle(label: string): boolean {
  return SECTION.test(label) && !/\d{3}/.test(label)
}
