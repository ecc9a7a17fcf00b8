import { isHeadText } from './column-heads.js'
import { findDates } from './find-dates.js'

// "2019-01-01", "-2019-12-31", "tkr Not UB 2013-12-31": the heads of columns, where they stand on the line of the heading
const HEADS =
  /\s(?:(?:belopp i )?t?kr\.?\s*)?(?:not(?:er)?\.?\s+)?(?:[-–—~]\s?(?=(?:19|20)\d\d-\d\d-\d\d))?(?:(?:utfall|bokslut|budget|ub)\s+)?(?:(?:19|20)\d\d(?:[-–/]\d\d){0,2}|\d{6}|\d\d-?\d\d ?[-–] ?\d\d-?\d\d)(?:\s.*)?$/iu

// "31 december 2008 2007": the years of two columns, though the first is of the date before it too
const YEARS_IN_A_ROW = /^\s*(?:19|20)\d\d (?:19|20)\d\d\b/

/** A title parted from the heads of columns on its own line; `rest` is empty where there are none. */
export function titleAndHeads(text: string): { title: string; rest: string } {
  const at = findHeads(text)
  const [first, second] = findDates(text, true)
  // "20201231 20191231", "31.12.20 31.12.19": dates in any form, and nothing else behind them
  if (at === undefined && first && second && isHeadText(text.slice(first.at)))
    return { title: text.slice(0, first.at).trim(), rest: text.slice(first.at).trim() }
  if (at === undefined) return { title: text.trim(), rest: '' }
  return { title: text.slice(0, at).trim(), rest: text.slice(at).trim() }
}

/** Where the heads of columns begin; undefined where there are none: a date in words is not parted from its year. */
function findHeads(text: string): number | undefined {
  const spaced = ` ${text}`
  const dates = findDates(text, true)
  for (let from = 0; ; from++) {
    const found = HEADS.exec(spaced.slice(from))
    if (!found) return undefined
    from += found.index
    const isWithin = dates.some(({ at, end }) => at < from - 1 && from - 1 < end)
    if (!isWithin || YEARS_IN_A_ROW.test(found[0])) return Math.max(0, from - 1)
  }
}

/** Whether a text ends with heads of columns. */
export function endsWithHeads(text: string): boolean {
  return HEADS.test(text)
}
